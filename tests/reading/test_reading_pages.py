"""Composed pages of many layouts: what is furniture, what is the article, what the page tells of itself."""

from pathlib import Path

import pytest

from mihwar.reading import read_text

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


def load(path):
    head, _, marked = path.read_text(encoding="utf-8").partition("---\n")
    expected = dict(line.split(": ", 1) for line in head.splitlines())
    lines = [(line[:2], line[2:]) for line in marked.splitlines()]
    assert all(mark in {"- ", "+ ", ""} for mark, _ in lines)
    return expected, lines


def places(lines):
    at = 0
    for mark, line in lines:
        if mark:
            yield mark.strip(), line, at, at + len(line)
        at += len(line) + 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_furniture_and_article_lines(path):
    _, lines = load(path)
    text = "\n".join(line for _, line in lines)
    document = read_text(text)
    assert document.text == text
    hidden = {at for span in document.chrome for at in range(span.start, span.end)}
    lost = [line for mark, line, start, end in places(lines) if mark == "+" and hidden & set(range(start, end))]
    kept = [line for mark, line, start, end in places(lines) if mark == "-" and not set(range(start, end)) <= hidden]
    assert lost == []
    assert kept == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_facts_of_the_page(path):
    expected, lines = load(path)
    document = read_text("\n".join(line for _, line in lines))
    found = {name: str(getattr(document, name)) for name in expected}
    assert found == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n", "\u2028"])
def test_line_endings_change_nothing_but_offsets(ending):
    _, lines = load(PAGES[0])
    plain = read_text("\n".join(line for _, line in lines))
    other = read_text(ending.join(line for _, line in lines))
    assert [span.of(other.text) for span in other.chrome] == [span.of(plain.text) for span in plain.chrome]
    assert other.title == plain.title


def test_pages_cover_both_languages():
    names = [path.stem[:2] for path in PAGES]
    assert names.count("ar") >= 6
    assert names.count("en") >= 6


def test_a_page_that_lost_its_line_breaks():
    text = (
        "Why does Athens keep missing its chance with Ankara? We use cookies to improve your experience and you can "
        "unsubscribe at any time. It is no surprise that the talks in Vilnius ended without a date for the next round. "
        "Greece must decide whether it wants a settlement or a grievance. Turkey offered a moratorium on flights over the "
        "islands; Athens should have accepted it at once. The truth is that neither side can afford another summer of "
        "incidents, and our allies have other worries. A settlement will not come from Brussels. The government has let "
        "the best moment in a decade pass, and the opposition has nothing better to offer. Mr. Dendias knows it well. "
        "The views expressed in this article are the author's own and do not necessarily reflect those of Levant Review."
    )
    document = read_text(text)
    assert document.title == "Why does Athens keep missing its chance with Ankara?"
    assert [span.of(text)[:12] for span in document.chrome] == ["We use cooki", "The views ex"]
    assert document.publisher == "Levant Review"
