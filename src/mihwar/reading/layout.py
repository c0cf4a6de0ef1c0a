"""Which lines of a page are furniture, which is the headline, and which name the author."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate

from mihwar.reading.lines import Line, lines_of
from mihwar.reading.marks import Mark, hint_count, is_date_line, label_value, mark_of, phrase_count
from mihwar.reading.titles import title_index
from mihwar.reading.words import Words, words

__all__ = ["Layout", "lay_out"]

_SENTENCE = re.compile(r"[^\W\d_]{4}[.!] ")


@dataclass(slots=True)
class Layout:
    """The lines of a page; ``chrome`` and ``body`` number the furniture and the prose, ``title`` the
    headline, ``authors`` pairs a line that names the author with the words that do."""

    lines: list[Line]
    chrome: set[int] = field(default_factory=set)
    body: list[int] = field(default_factory=list)
    title: int | None = None
    authors: list[tuple[int, str]] = field(default_factory=list)


def lay_out(text: str, title: str | None = None) -> Layout:
    """Sort the lines of ``text``. ``title``, where metadata gives it, decides which line is the headline.

    Words decide first (see :mod:`mihwar.reading.marks`), then the place: before the headline, between it
    and the first paragraph, inside the text, after its last paragraph. Inside the text only clear words
    make furniture, since losing a paragraph costs more than keeping an advertisement.
    """
    known = words()
    layout = Layout(lines_of(text))
    marks = [mark_of(line, known) for line in layout.lines]
    layout.chrome = {place for place, mark in enumerate(marks) if mark is not None}
    layout.body = _prose(layout)
    _drop_captions(layout, marks)
    _drop_notes_on_author(layout, known)
    _restore_paragraphs(layout, marks, known)
    if not layout.body:
        layout.body = [place for place in range(len(layout.lines)) if place not in layout.chrome]
        layout.title = layout.body[0] if layout.body else None
        return layout
    _drop_lists(layout, marks)
    _read_author_boxes(layout, marks, known)
    layout.title = title_index(layout.lines, layout.chrome, layout.body, title)
    _read_head(layout, known)
    _read_middle(layout, known)
    _read_tail(layout, known)
    if layout.title is not None:
        layout.chrome.discard(layout.title)
    layout.body = [place for place in layout.body if place not in layout.chrome]
    return layout


def _prose(layout: Layout) -> list[int]:
    """Paragraphs: lines that end as sentences do and are long enough, or are long anyway."""
    for least, alone in ((8, 25), (4, 12)):
        found = [
            place
            for place, line in enumerate(layout.lines)
            if place not in layout.chrome and ((line.ends and line.words >= least) or line.words >= alone)
        ]
        # A question of headline length before any other paragraph is the headline, not the first of them.
        while len(found) > 1 and _asks_alone(layout.lines[found[0]]):
            found.pop(0)
        if found:
            return found
    return []


def _asks_alone(line: Line) -> bool:
    """Whether the line is one question of headline length, with no sentence before it."""
    return line.asks and line.words <= 20 and _SENTENCE.search(line.text) is None


def _drop_lists(layout: Layout, marks: list[Mark | None]) -> None:
    """Headlines of other pages, and comments: what follows the head of a list."""
    prose = set(layout.body)
    before = [0, *accumulate(line.words if at in prose else 0 for at, line in enumerate(layout.lines))]
    done = 0
    for place, mark in enumerate(marks):
        if place < done:
            continue
        if mark is Mark.COMMENTS and 0 < before[-1] <= 2 * before[place]:
            done = len(marks)
        elif mark in {Mark.LIST, Mark.COMMENTS}:
            done = _list_end(layout, prose, before, place)
        layout.chrome.update(range(place, done))
    layout.body = [place for place in layout.body if place not in layout.chrome]


def _list_end(layout: Layout, prose: set[int], before: list[int], head: int) -> int:
    """Where the list under ``head`` ends: at the page's end, or at the first line that ends a sentence."""
    lines = layout.lines
    end = head + 1
    while end < len(lines) and end not in prose and (not lines[end].ends or lines[end].asks):
        end += 1
    # Teasers: headlines with a short sentence each, after four fifths of the text.
    if end > head + 1 and 5 * before[head] >= 4 * before[-1]:
        teasers = [
            at
            for at in range(head + 1, len(lines))
            if at in prose
            or (at not in layout.chrome and lines[at].ends and not lines[at].asks and lines[at].words >= 4)
        ]
        if len(teasers) != 1 and all(lines[at].words < 30 and at - 1 not in prose for at in teasers):
            return len(lines)
    return end


def _restore_paragraphs(layout: Layout, marks: list[Mark | None], known: Words) -> None:
    """A paragraph among others that holds one phrase of furniture is about it, as on a privacy policy."""
    plain = [place for place in layout.body if hint_count(layout.lines[place], known) < 2]
    for place in range(plain[0], plain[-1]) if plain else ():
        line = layout.lines[place]
        if marks[place] is Mark.PHRASE and line.ends and line.words >= 12:
            if phrase_count(line, known) + hint_count(line, known) < 3:
                marks[place] = None
                layout.chrome.discard(place)
                layout.body.append(place)
    layout.body.sort()


def _drop_captions(layout: Layout, marks: list[Mark | None]) -> None:
    """A sentence above the credit of a picture is its caption, if no paragraph stands above it."""
    if len(layout.body) > 1 and layout.body[0] + 1 < len(marks) and marks[layout.body[0] + 1] is Mark.CREDIT:
        layout.chrome.add(layout.body.pop(0))


def _drop_notes_on_author(layout: Layout, known: Words) -> None:
    """A note on who the author is stands above the text or at its end, in a text of some length."""
    if len(layout.body) < 4:
        return
    for place in (layout.body[0], *layout.body[-2:]):
        line = layout.lines[place]
        opening = " ".join(line.key.split()[:14])
        if line.words <= 70 and any(f" {bio} " in f" {opening} " for bio in known.author_bio):
            layout.chrome.add(place)
    layout.body = [place for place in layout.body if place not in layout.chrome]


def _read_author_boxes(layout: Layout, marks: list[Mark | None], known: Words) -> None:
    for place, mark in enumerate(marks):
        line = layout.lines[place]
        if mark is Mark.LINE and line.key in known.author_labels:
            bare = layout.lines[place + 1 : place + 2]
            named = [below for below in bare if 2 <= below.words <= 5 and not below.ends]
            if not named or any(letter.isdigit() for letter in named[0].key):
                continue
        elif mark is not Mark.AUTHOR:
            continue
        value = label_value(line, known.author_labels) or ""
        if value:
            layout.authors.append((place, value))
            continue
        after = place + 1
        if after < len(layout.lines) and layout.lines[after].words <= 20 and marks[after] is None:
            layout.authors.append((after, layout.lines[after].text))
            layout.chrome.add(after)
            layout.body = [at for at in layout.body if at != after]


def _read_head(layout: Layout, known: Words) -> None:
    """Above the headline all is furniture; below it, bylines, dates and one to three words are."""
    if not layout.body:
        return
    first = layout.body[0]
    if layout.title is not None and layout.title < first:
        above = layout.title
        # Four words or more that touch the headline may be the first half of it, or a kicker.
        while above > 0 and above - 1 not in layout.chrome and layout.lines[above - 1].words >= 4:
            above -= 1
        layout.chrome.update(range(above))
    for place in range((layout.title or 0) + (layout.title is not None), first):
        line = layout.lines[place]
        if place in layout.chrome or line.ends:
            continue
        byline = _byline(line, known)
        if byline is not None:
            layout.authors.append((place, byline))
            layout.chrome.add(place)
            continue
        dated = line.words <= 10 and _dated(line, known)
        under_author = place - 1 in {at for at, _ in layout.authors}
        post = under_author and not known.affiliation.isdisjoint(line.key.split())
        if line.words <= 3 or dated or post or hint_count(line, known) >= 2:
            layout.chrome.add(place)
    _unlabelled_author(layout, first, known)


def _byline(line: Line, known: Words) -> str | None:
    """The name after a label without a colon ("By Jane Roe"), on a line too short to be prose."""
    label = known.opens(line.key, known.author_labels)
    count = len(label.split()) if label else 0
    if not 0 < count < line.words <= 14:
        return None
    rest = line.text.split()[count:]
    named = [word for word in rest[:2] if word[0].isalpha()]
    return " ".join(rest) if named and not any(word[0].islower() for word in named) else None


def _dated(line: Line, known: Words) -> bool:
    tokens = set(line.key.split())
    return bool(tokens & known.calendar_words) and any(token.isdigit() for token in tokens)


def _unlabelled_author(layout: Layout, first: int, known: Words) -> None:
    """A line of two to four names under the headline, beside a date or a post, is the author."""
    if layout.authors or layout.title is None:
        return
    for place in range(layout.title + 1, first):
        line = layout.lines[place]
        beside = [layout.lines[at] for at in (place - 1, place + 1) if layout.title < at < first]
        if not 2 <= len(line.key.split()) <= 4 or line.ends or any(letter.isdigit() for letter in line.key):
            continue
        if line.key in known.sections | known.agencies | known.opinion_sections or mark_of(line, known) is not None:
            continue
        names = all(word[0].isupper() or not word[0].isascii() for word in line.text.split())
        if names and any(
            is_date_line(near, known) or (near.words <= 12 and set(near.key.split()) & known.affiliation)
            for near in beside
        ):
            layout.authors.append((place, line.text))
            layout.chrome.add(place)
            return


def _read_middle(layout: Layout, known: Words) -> None:
    if not layout.body:
        return
    counts = Counter(line.key for line in layout.lines if line.words <= 12)
    headline = layout.lines[layout.title].key if layout.title is not None else None
    for place, line in enumerate(layout.lines):
        inside = layout.body[0] <= place <= layout.body[-1]
        if place == layout.title or not line.short:
            continue
        touched = place - 1 in layout.chrome and (place + 1 in layout.chrome or not line.after_blank)
        fringe = inside and line.words <= 3 and not line.ends and touched
        repeated = line.words <= 12 and not line.ends and counts[line.key] >= 3
        last = place == layout.body[-1]
        hinted = line.words <= 60 and hint_count(line, known) >= (3 if last else 4 if inside else 2)
        if repeated or hinted or fringe or line.key == headline:
            layout.chrome.add(place)


def _read_tail(layout: Layout, known: Words) -> None:
    """Below the last paragraph lines without a sentence's end are furniture."""
    body = [place for place in layout.body if place not in layout.chrome]
    last = max((place for place in body if place not in layout.chrome), default=-1)
    for place in range(last + 1, len(layout.lines)):
        if place == layout.title or place in layout.chrome:
            continue
        line = layout.lines[place]
        byline = _byline(line, known)
        if byline is not None and not layout.authors:
            layout.authors.append((place, byline))
        # A long line without a mark at its end is likelier a cut paragraph.
        if not line.ends and line.words <= 14:
            layout.chrome.add(place)
