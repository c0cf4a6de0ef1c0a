"""Whole words around a span that word pieces have cut."""

from __future__ import annotations

from mihwar.languages import language, language_codes
from mihwar.model import Span

__all__ = ["whole_words"]


def whole_words(span: Span, text: str, code: str | None) -> Span:
    """``span`` grown to the ends of the words that it cuts, and without a proclitic that it does not need.

    A proclitic (و in وأدانت) that stands before the span's own letters is left outside.
    """
    start, end = span.start, span.end
    while end < len(text) and end > start and _inside_word(text, end):
        end += 1
    while start > 0 and _inside_word(text, start):
        start -= 1
    if code in language_codes() and start < span.start:
        outside = text[start : span.start]
        if outside in language(code or "").proclitic_combinations:
            start = span.start
    return Span(start, end)


def _inside_word(text: str, at: int) -> bool:
    return (text[at - 1].isalnum() or text[at - 1] in _MARKS) and (text[at].isalnum() or text[at] in _MARKS)


_MARKS = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u200c"  # tatweel, Arabic marks, ZWNJ
