"""What a page's furniture tells of it: author, publisher, section and the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mihwar.model import PartialDate
from mihwar.reading.dating import date_in
from mihwar.reading.layout import Layout
from mihwar.reading.lines import Line
from mihwar.reading.marks import is_date_line, label_value
from mihwar.reading.names import author_name, copyright_name, dateline_publisher, noted_publisher
from mihwar.reading.words import Words, key

__all__ = ["Facts", "facts_of"]

_LOOKED_AT = 60
# English, which writes dates in both orders, has next to no letters outside ASCII.
_FOREIGN = 0.01
_CRUMB = re.compile(r"\s*[>»›|/]\s*")


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of a page, ``None`` where it tells none; ``affiliation`` are the words beside the author's name."""

    author: str | None = None
    affiliation: str = ""
    publisher: str | None = None
    section: str | None = None
    published: PartialDate | None = None
    dateline: bool = False


def facts_of(layout: Layout, words: Words) -> Facts:
    """Read the facts off the furniture, the headline's neighbours and the first paragraph's dateline."""
    author, affiliation = _author(layout)
    dateline = next(
        (name for line in _head(layout) if line.words <= 8 and (name := dateline_publisher(line.text, words))), None
    )
    for place in layout.body[:2]:
        dateline = dateline or dateline_publisher(layout.lines[place].text, words)
    return Facts(
        author=author,
        affiliation=affiliation,
        publisher=_publisher(layout, words) or dateline,
        section=_section(layout, words),
        published=_published(layout, words),
        dateline=dateline is not None,
    )


def _author(layout: Layout) -> tuple[str | None, str]:
    for place, value in layout.authors:
        name = author_name(value)
        if name is not None:
            after = layout.lines[place + 1] if place + 1 < len(layout.lines) else None
            beside = after.text if after is not None and place + 1 in layout.chrome and after.words <= 15 else ""
            return name, f"{value} {beside}"
    return None, ""


def _publisher(layout: Layout, words: Words) -> str | None:
    furniture = [layout.lines[place] for place in sorted(layout.chrome) if layout.lines[place].short]
    furniture = furniture[:_LOOKED_AT] + furniture[_LOOKED_AT:][-_LOOKED_AT:]
    for line in reversed(furniture):
        name = noted_publisher(line.text, words)
        if name is not None:
            return name
    for line in reversed(furniture):
        name = copyright_name(line.text)
        if name is not None and key(name) not in words.generic_publishers:
            return name
    for line in _head(layout):
        tokens = set(line.key.split())
        if line.words <= 6:
            agency = dateline_publisher(line.text, words)
            if agency is not None:
                return agency
        if 2 <= line.words <= 5 and tokens & words.publisher_words and line.key not in words.lines:
            return line.text
    return None


def _head(layout: Layout) -> list[Line]:
    """The furniture above the first paragraph."""
    first = layout.body[0] if layout.body else len(layout.lines)
    return [layout.lines[place] for place in sorted(layout.chrome) if place < first]


def _section(layout: Layout, words: Words) -> str | None:
    below = (layout.title or 0) + 3
    head = [layout.lines[place] for place in sorted(layout.chrome) if place <= below][:_LOOKED_AT]
    for line in head:
        parts = [part for part in _CRUMB.split(line.text) if part]
        named = [part for part in parts if key(part) in words.sections | words.opinion_sections]
        if len(parts) > 1 and line.words <= 10 and key(parts[0]) in words.home:
            return parts[-1] if len(parts[-1].split()) <= 3 else (named[-1] if named else parts[1])
        if named and line.words <= 8:
            return named[-1]
    if layout.title is not None and layout.title > 0:
        above = layout.lines[layout.title - 1]
        plain = above.key not in words.lines | words.lists and not any(map(str.isdigit, above.key))
        author = layout.title - 1 in {place for place, _ in layout.authors}
        publisher = set(above.key.split()) & words.publisher_words
        plain = plain and not _CRUMB.search(above.text)
        if plain and above.words <= 3 and not author and not publisher and not above.ends:
            return above.text.strip(":：- ")
    return None


def _published(layout: Layout, words: Words) -> PartialDate | None:
    """The date under a "published" label, then on any date line above the text, then in the dateline."""
    first = layout.body[0] if layout.body else len(layout.lines)
    words_of_text = "".join(layout.lines[place].text[:500] for place in layout.body[:5])
    day_first = sum(letter > "\x7f" and letter.isalpha() for letter in words_of_text) > _FOREIGN * len(words_of_text)
    labelled: PartialDate | None = None
    bare: PartialDate | None = None
    for place in sorted(layout.chrome):
        line = layout.lines[place]
        if line.words > 25:
            continue
        label = label_value(line, words.date_labels) is not None or words.opens(line.key, words.date_labels)
        after_label = place > 0 and layout.lines[place - 1].key in words.date_labels
        if label or (after_label and is_date_line(line, words)):
            labelled = labelled or date_in(line.text, day_first=day_first)
        elif place < first or is_date_line(line, words):
            bare = bare or date_in(line.text, day_first=day_first)
    if labelled is None and bare is None and layout.body:
        head, dash, _ = re.split(r"(\s[-–—:]\s|[-–—]\s|$)", layout.lines[first].text[:90], maxsplit=1)
        return date_in(head, day_first=day_first) if dash else None
    return labelled or bare
