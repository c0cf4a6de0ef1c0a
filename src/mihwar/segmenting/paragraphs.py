"""Paragraphs of the text outside page furniture: what no sentence crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mihwar.model import Span

__all__ = ["paragraphs"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_TERMINAL = ".!?؟۔։።。！？…:;؛\"'”’»)]"
# Mail and wire copy is wrapped at 65 to 80 columns; a page's own paragraphs hold far longer lines.
_WIDEST_WRAP = 100
_FULL_LINE = 0.6


def paragraphs(text: str, chrome: Sequence[Span]) -> Iterator[Span]:
    """Spans of ``text`` outside ``chrome`` (in order, disjoint) that a sentence may fill, trimmed.

    A line is a paragraph. Lines of hard-wrapped copy are joined to one: a run of at least three lines no
    wider than 100 characters, each but the last at least 0.6 of the widest; so is a line that ends
    without a mark before a line that begins in lower case.
    """
    for region in _outside(len(text), chrome):
        yield from _joined(text, _lines(text, region))


def _outside(length: int, chrome: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(chrome):
        if span.start > at:
            yield Span(at, min(span.start, length))
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)


def _lines(text: str, region: Span) -> Iterator[list[Span]]:
    """Runs of lines with nothing but one line break between them."""
    run: list[Span] = []
    for match in _LINE.finditer(text, region.start, region.end):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start >= end:
            continue
        breaks = text[run[-1].end : start].replace("\r\n", "\n") if run else ""
        if sum(breaks.count(mark) for mark in "\n\r\x0b\x0c\x85\u2028\u2029") > 1:
            yield run
            run = []
        run.append(Span(start, end))
    if run:
        yield run


def _joined(text: str, runs: Iterator[list[Span]]) -> Iterator[Span]:
    for run in runs:
        widths = [line.end - line.start for line in run]
        widest = max(widths)
        wrapped = (
            len(run) >= 3 and widest <= _WIDEST_WRAP and all(width >= _FULL_LINE * widest for width in widths[:-1])
        )
        current = run[0]
        for line in run[1:]:
            broken = text[current.end - 1] not in _TERMINAL and text[line.start].islower()
            if wrapped or broken:
                current = Span(current.start, line.end)
            else:
                yield current
                current = line
        yield current
