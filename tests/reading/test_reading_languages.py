"""News, opinion, statements and interviews told apart in the languages besides Arabic and English."""

import re
from collections import Counter
from pathlib import Path

import pytest

from mihwar.reading import read_text

CORPUS = Path(__file__).parents[2] / "corpus"
MARKUP = re.compile(r"[\[<][0-9a-z]+\|([^\]>]*)[\]>]")


def found_genres(language):
    found = Counter()
    for path in sorted((CORPUS / language).glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("---\n")
            genre = re.search(r"(?m)^genre: (news|opinion)$", head)
            lines = [MARKUP.sub(r"\1", line) for line in body.splitlines() if line and not line.startswith("  ")]
            if genre and len(lines) > 3:
                document = read_text("\n\n".join(line.removeprefix("## ") for line in lines))
                found[genre[1], document.genre] += 1
    return found


@pytest.mark.parametrize("language", ["ru", "tr", "fr", "fa", "az", "hy"])
def test_news_and_opinion_are_told_apart_by_their_words(language):
    found = found_genres(language)
    news = sum(count for (genre, _), count in found.items() if genre == "news")
    opinion = sum(count for (genre, _), count in found.items() if genre == "opinion")
    assert found["news", "opinion"] <= 0.05 * news
    assert found["opinion", "news"] == 0
    assert found["news", "news"] >= 0.6 * news
    assert found["opinion", "opinion"] >= 0.7 * opinion


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Вопрос: Что решила Литва?", "Ответ: Литва отозвала посла из Минска."),
        ("Soru: Türkiye ne yaptı?", "Cevap: Türkiye büyükelçisini geri çağırdı."),
        ("Question : Que fait le Tchad ?", "Réponse : Le Tchad a rappelé son ambassadeur."),
        ("پرسش: ایران چه کرد؟", "پاسخ: ایران سفیر خود را فراخواند."),
        ("Sual: Rusiya nə etdi?", "Cavab: Rusiya səfirini geri çağırdı."),
        ("Հարց: Ի՞նչ արեց Հայաստանը։", "Պատասխան: Հայաստանը հետ կանչեց դեսպանին։"),
    ],
)
def test_an_interview_is_told_by_its_labels(question, answer):
    turns = [line.replace(":", f": {year} –") for year in (2021, 2022, 2023) for line in (question, answer)]
    assert read_text("\n\n".join(["A. B.", *turns])).genre == "interview"


@pytest.mark.parametrize(
    "title",
    [
        "Заявление Министерства иностранных дел Эстонии",
        "Estonya Dışişleri Bakanlığının açıklaması",
        "Communiqué du ministère estonien des Affaires étrangères",
        "بیانیه وزارت امور خارجه استونی",
        "Estoniya Xarici İşlər Nazirliyinin bəyanatı",
        "Էստոնիայի արտաքին գործերի նախարարության հայտարարությունը",
    ],
)
def test_a_statement_is_told_by_its_headline(title):
    prose = "Estonia and Latvia closed their border to trucks on Monday after talks with Finland ended."
    assert read_text(f"{title}\n\n{prose}\n\n{prose}").genre == "statement"
