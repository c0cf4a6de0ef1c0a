"""The lines of a page, each with what its form alone tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mihwar.model import Span
from mihwar.reading.words import key

__all__ = ["Line", "lines_of"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ENDS = ".!?؟۔։。！？…"
_CLOSING = "\"'”’»)]› \u200e\u200f\u202c\u2069"
# A longer line is prose whatever words it holds; its key is not needed in full.
_KEYED = 700


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it: its trimmed span and text, the key of its first 700 characters, its number
    of words, whether it ends as a sentence does, and whether a blank line stands before it."""

    span: Span
    text: str
    key: str
    words: int
    ends: bool
    after_blank: bool

    @property
    def short(self) -> bool:
        """Whether word lists may decide what the line is."""
        return len(self.text) <= _KEYED

    @property
    def asks(self) -> bool:
        """Whether the line ends in a question mark: a headline may."""
        return self.text.rstrip(_CLOSING).endswith(("?", "؟"))


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that hold more than white space, in order."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if not bare:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        between = text[found[-1].span.end if found else 0 : start].replace("\r\n", "\n")
        found.append(
            Line(
                span=Span(start, start + len(bare)),
                text=bare,
                key=key(bare[:_KEYED]),
                words=len(bare.split()),
                ends=bare.rstrip(_CLOSING).endswith(tuple(_ENDS)),
                after_blank=sum(between.count(mark) for mark in "\n\r\x0b\x0c\x85\u2028\u2029") > 1,
            )
        )
    return found
