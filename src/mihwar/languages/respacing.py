"""A text with spaces put between words that ran together, and the way back to its own offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from mihwar.model import Span

__all__ = ["Respaced"]


class Respaced:
    """``text`` with one space at each of ``splits`` (offsets between two letters).

    >>> spaced = Respaced("Smithsaid no", [5])
    >>> spaced.text
    'Smith said no'
    >>> spaced.back(Span(6, 10))
    Span(start=5, end=9)
    """

    def __init__(self, text: str, splits: Iterable[int]) -> None:
        inside = sorted({split for split in splits if 0 < split < len(text)})
        pieces = [text[start:end] for start, end in zip([0, *inside], [*inside, len(text)], strict=True)]
        self.text = " ".join(pieces)
        self._added = [split + count for count, split in enumerate(inside)]

    def back(self, span: Span) -> Span:
        """The same words in the original text."""
        return Span(self._original(span.start), self._original(span.end))

    def _original(self, offset: int) -> int:
        return offset - bisect_left(self._added, offset)
