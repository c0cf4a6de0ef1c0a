"""The page that the project grew from, read beside the checkout."""

from pathlib import Path

import pytest

from mihwar.reading import read_documents

SEEDS = sorted(
    path for place in (2, 3) for path in (Path(__file__).parents[place] / "shared" / "seeds").glob("000_*.txt")
)


@pytest.mark.seed
@pytest.mark.skipif(not SEEDS, reason="the seed article is not beside the checkout")
def test_the_seed_article():
    (document,) = read_documents(SEEDS[:1])
    assert document.text == SEEDS[0].read_bytes().decode("utf-8")
    assert [span.of(document.text)[:9] for span in document.chrome] == [
        "اتصل بنا ", "أذربيجان", "SHARE:", "تم النشر", "on", "نستخدم تس", "الإعلانات", "المؤلف:", "شاهمار حا", "حصة هذه ا",
        "ينشر برنا", "وصــل حدي",
    ]  # fmt: skip
    assert (document.title or "").startswith("ما هو سبب التوتر")
    assert (document.author, document.publisher) == ("شاهمار حاجييف", "EU Reporter")
    assert (document.section, document.genre, document.language) == ("أذربيجان", "opinion", "ar")
    assert document.published is None
