"""The lines of a page, each with what its form alone tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mihwar.model import Span
from mihwar.reading.words import key

__all__ = ["Line", "lines_of"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ENDS = ".!?؟۔։。！？…"
_CLOSING = "■●◆†\"'”’»)]› \u200e\u200f\u202c\u2069"
# A longer line is prose whatever words it holds; its key is not needed in full.
_KEYED = 700
# A page of three lines or fewer, one of them long, has lost its line breaks.
_FEWEST = 3
_BREAK = re.compile(r"[.!?؟۔…]+[\"'”’»)\]]*\s+(?![a-z\d])")
# Mail and wire copy is wrapped at 65 to 80 columns.
_NARROWEST, _WIDEST, _TALLEST, _FULL = 50, 100, 60, 0.7


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
    """The lines of ``text`` that hold more than white space, in order; lines of hard-wrapped prose are one."""
    found: list[Line] = []
    run: list[Span] = []
    blank = False
    spans = [match.span() for match in islice(_LINE.finditer(text), _FEWEST + 1)]
    if len(spans) <= _FEWEST and any(end - start > _KEYED for start, end in spans):
        return [_line(text, span, after_blank=False) for start, end in spans for span in _pieces(text, start, end)]
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if not bare:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        between = text[run[-1].end if run else 0 : start].replace("\r\n", "\n")
        if sum(between.count(mark) for mark in "\n\r\x0b\x0c\x85\u2028\u2029") > 1:
            found.extend(_lines(text, run, after_blank=blank))
            run, blank = [], True
        run.append(Span(start, start + len(bare)))
    found.extend(_lines(text, run, after_blank=blank))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences, roughly, of a page that lost its line breaks: furniture keeps its own among them."""
    at = start
    for match in _BREAK.finditer(text, start, end):
        if match.end() > at:
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    bare = text[start:end].strip()
    if bare:
        begin = text.index(bare[0], start)
        yield Span(begin, begin + len(bare))


def _lines(text: str, run: list[Span], *, after_blank: bool) -> Iterator[Line]:
    """The lines of a run without a blank one in it, joined where they are wrapped prose."""
    first = 0
    widest = max((span.end - span.start for span in run), default=0)
    while first < len(run):
        last = _wrapped_end(text, run, first, widest)
        yield _line(text, Span(run[first].start, run[last].end), after_blank=after_blank and first == 0)
        first = last + 1


def _wrapped_end(text: str, run: list[Span], first: int, widest: int) -> int:
    """The last line of the wrapped paragraph that begins at ``first``: it ends a sentence, those before it are
    full and one of them does not. Headlines below each other end none, so they stay apart."""
    if not _NARROWEST <= widest <= _WIDEST or len(run) - first < 3:
        return first
    last, open_line = first, False
    for at in range(first, min(len(run), first + _TALLEST)):
        last = at
        ends = _ends(run[at].of(text))
        if run[at].end - run[at].start < _FULL * widest:
            break
        open_line = open_line or not ends
    return last if open_line and last - first >= 2 and _ends(run[last].of(text)) else first


def _ends(bare: str) -> bool:
    return bare.rstrip(_CLOSING).endswith(tuple(_ENDS))


def _line(text: str, span: Span, *, after_blank: bool) -> Line:
    bare = span.of(text)
    return Line(
        span=span,
        text=bare,
        key=key(bare[:_KEYED]),
        words=len(bare.split()),
        ends=_ends(bare),
        after_blank=after_blank,
    )
