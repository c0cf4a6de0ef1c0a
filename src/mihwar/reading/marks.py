"""What a line is by its own words, before its place on the page is looked at."""

from __future__ import annotations

import re
from enum import Enum

from mihwar.reading.lines import Line
from mihwar.reading.words import Words, key

__all__ = ["Mark", "hint_count", "is_date_line", "label_value", "mark_of", "phrase_count"]

_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[@#]\w+", re.IGNORECASE)
_DATE_TOKEN = re.compile(r"\d{1,4}[^\W\d_]{0,2}(?:\d{1,6}[^\W\d_]{0,2})?")
_SOURCE = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_PART = re.compile(r"[/:,،–—-]")
_CRUMB = re.compile(r"\s+[>»›|]\s+|\s*[>›]\s*")
# Armenian sets its own stop or its pause where others set a colon.
_COLON = re.compile(r"[:：՝։]")
_PIECE = re.compile(r"\s*[|•·]\s*|\s{2,}|\t")


class Mark(Enum):
    """Why a line is no part of the article's prose."""

    SYMBOLS = "symbols"
    LINK = "link"
    DATE = "date"
    LINE = "line"
    LIST = "list"
    COMMENTS = "comments"
    AUTHOR = "author"
    OPENER = "opener"
    PHRASE = "phrase"
    CAPTION = "caption"
    CREDIT = "credit"
    CRUMBS = "crumbs"


def mark_of(line: Line, words: Words) -> Mark | None:
    """The mark that the line's words alone give it; ``None`` for anything that may be prose or a headline."""
    if not any(letter.isalpha() for letter in line.key):
        return Mark.SYMBOLS
    if not line.short:
        return None
    if line.words <= 30 and not any(map(str.isalpha, _LINK.sub("", line.text))):
        return Mark.LINK
    if is_date_line(line, words):
        return Mark.DATE
    bare = line.key.rstrip("0123456789 ") or line.key
    if bare in words.comments:
        return Mark.COMMENTS
    if bare in words.lists:
        return Mark.LIST
    # A label comes before the plain lists: "Author:" alone is the head of an author box.
    if label_value(line, words.author_labels) is not None:
        return Mark.AUTHOR
    if bare in words.lines or line.key in words.lines or _is_buttons(line, words):
        return Mark.LINE
    if words.opens(line.key, words.photo_credits) and line.words <= 14 and not line.ends:
        return Mark.CREDIT
    if _opens(line, words) or ("©" in line.text and line.words <= 30) or _is_footnote(line):
        return Mark.OPENER
    if _is_caption(line, words):
        return Mark.CAPTION
    if _is_crumbs(line, words):
        return Mark.CRUMBS
    return Mark.PHRASE if phrase_count(line, words) else None


def _is_buttons(line: Line, words: Words) -> bool:
    """Whether the line is a row of furniture: ``Share | Print``."""
    parts = _PIECE.split(line.text) if line.words <= 12 else []
    return len(parts) > 1 and all(key(part).rstrip("0123456789 ") in words.lines for part in parts)


def _is_footnote(line: Line) -> bool:
    return line.text.startswith("*") and not line.ends and line.words <= 25


def _is_caption(line: Line, words: Words) -> bool:
    """Whether the line ends in the source of a picture: ``(Reuters)``, ``[File: AP Photo]``."""
    match = _SOURCE.search(line.text[-60:])
    if (
        match is None
        or line.words > 45
        or line.text[-60:][: match.start()].rstrip().endswith((".", "؟", "?", "!", '."'))
    ):
        return False
    parts = [key(part) for part in _PART.split(match.group(1))]
    return any(part in words.agencies or words.opens(part, words.agencies | words.lines) for part in parts)


def _is_crumbs(line: Line, words: Words) -> bool:
    """Whether the line is a path of sections: ``World > Europe > Balkans``."""
    parts = _CRUMB.split(line.text)
    if len(parts) == 1:
        slashed = line.text.split(" / ")
        parts = slashed if key(slashed[0]) in words.home else parts
    return len(parts) > 1 and line.words <= 16 and not line.ends and all(len(part.split()) <= 4 for part in parts)


def _opens(line: Line, words: Words) -> bool:
    if line.words > 25:
        return False
    opener = words.opens(line.key, words.openers)
    if opener is None:
        return False
    head, colon, _ = _partition(line.text)
    if colon and key(head) == opener:
        return True
    if " " not in opener:
        # "Related parties object" is a headline: one word opens furniture only before a sign of its own.
        after = line.text.casefold().partition(opener)[2].lstrip()
        return line.words <= 14 and bool(after) and not after[0].isalnum()
    return line.words <= 14 and (not line.ends or line.words <= 10)


def _partition(text: str) -> tuple[str, str, str]:
    match = _COLON.search(text, 0, 80)
    return (text[: match.start()], ":", text[match.end() :]) if match else (text, "", "")


def label_value(line: Line, labels: frozenset[str]) -> str | None:
    """What follows a label and its colon (``""`` if nothing does); ``None`` where the line has no label."""
    if line.words > 18:
        return None
    head, colon, value = _partition(line.text)
    if colon and key(head) in labels:
        return value.strip()
    return None


def is_date_line(line: Line, words: Words) -> bool:
    """Whether a line holds a date or a time of day and nothing else but words that belong to one."""
    if line.words > 16:
        return False
    tokens = line.key.split()
    if not any(token[0].isdigit() for token in tokens):
        return False
    known = 0
    for token in tokens:
        if token in words.calendar_words or token in words.clock_words:
            known += token in words.calendar_words
        elif not _DATE_TOKEN.fullmatch(token):
            return False
    return known > 0 or sum(character.isdigit() for character in line.key) >= 3


def phrase_count(line: Line, words: Words) -> int:
    """How many different phrases of page furniture a line holds."""
    padded = f" {line.key} "
    return sum(f" {phrase} " in padded for phrase in words.phrases)


def hint_count(line: Line, words: Words) -> int:
    """How many different words of page furniture a line holds."""
    padded = f" {line.key} "
    return sum(f" {hint} " in padded for hint in words.hints)
