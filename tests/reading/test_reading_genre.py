"""Genre on the project's corpus: its thresholds were set there, and may not get worse."""

import re
from collections import Counter
from pathlib import Path

import pytest

from mihwar.reading import read_text

CORPUS = Path(__file__).parents[2] / "corpus"
MARKUP = re.compile(r"[\[<][0-9a-z]+\|([^\]>]*)[\]>]")


def documents():
    for path in sorted(CORPUS.glob("*/*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("---\n")
            meta = dict(line.split(": ", 1) for line in head.splitlines()[1:] if ": " in line)
            lines = [MARKUP.sub(r"\1", line) for line in body.splitlines() if line and not line.startswith("  ")]
            if meta.get("genre") in {"news", "opinion"} and len(lines) > 3:
                yield meta["genre"], [line.removeprefix("## ") for line in lines]


@pytest.fixture(scope="module")
def read():
    return [(genre, lines, read_text("\n\n".join(lines))) for genre, lines in list(documents())[:160]]


def test_a_sure_genre_is_nearly_always_right(read):
    found = Counter((genre, document.genre) for genre, _, document in read)
    assert found["news", "opinion"] <= 0.03 * sum(found.values())
    assert found["opinion", "news"] <= 0.02 * sum(found.values())
    assert found["news", "news"] >= 0.5 * sum(count for (genre, _), count in found.items() if genre == "news")


def test_clean_articles_lose_next_to_nothing(read):
    lost = [span.of(document.text) for _, _, document in read for span in document.chrome]
    assert len(lost) <= 0.002 * sum(len(lines) for _, lines, _ in read)


def test_opinion_is_told_by_its_words_alone(read):
    opinion = [document.genre for genre, _, document in read if genre == "opinion"]
    assert opinion.count("opinion") >= 0.45 * len(opinion)
