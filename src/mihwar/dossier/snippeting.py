"""The few words of a sentence around an act, so that a reader sees what was said without opening it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mihwar.model import Span

__all__ = ["snippet"]

_MOST_WORDS = 14
_FEWEST_WORDS = 7
_WINDOW = 400
"""Code points looked at on each side of the act: 14 words of any language lie well inside."""
_TOKEN = re.compile(r"\S+")
_CLAUSE_ENDS = tuple("،,;؛:—–")
_QUOTES = "\"”“»«'’‘)]("
_CUT = "…"


def snippet(text: str, sentence: Span, events: Sequence[Span]) -> str:
    """The clause of ``sentence`` that holds ``events``, at most 14 words, ``…`` where a clause is cut.

    From the words of the act outward to the clause's punctuation; a clause of fewer than 7 words takes the
    next one in. Spans count code points of ``text``; without events the sentence's beginning is taken.
    """
    inside = [span for span in events if sentence.contains(span) and span.end > span.start]
    act = inside[0] if inside else Span(sentence.start, sentence.start + 1)
    lower, upper = max(sentence.start, act.start - _WINDOW), min(sentence.end, act.end + _WINDOW)
    tokens = [Span(found.start(), found.end()) for found in _TOKEN.finditer(text, lower, upper)]
    if not tokens:
        return ""
    held = _held(tokens, [span for span in inside if span.start < upper] or [act])
    if held[1] - held[0] >= _MOST_WORDS:
        held = _held(tokens, [act])
    ends = [_closes(token.of(text).rstrip(_QUOTES)) for token in tokens]
    first, last = _clause(ends, held)
    start, end = _within_limit(held, (first, last))
    words = _bare(text[tokens[start].start : tokens[end].end])
    before = start > first or (start == 0 and lower > sentence.start)
    after = end < last or (end == len(tokens) - 1 and upper < sentence.end)
    return f"{_CUT} {words}" * before + words * (not before) + f" {_CUT}" * after if words else ""


def _closes(word: str) -> bool:
    """Whether a clause ends after ``word``; a full stop counts after a word too long for an abbreviation."""
    return word.endswith(_CLAUSE_ENDS) or (
        word.endswith((".", "!", "?", "؟")) and word[:-1][-_LONG:].isalpha() and len(word) > _LONG
    )


_LONG = 5


def _held(tokens: Sequence[Span], events: Sequence[Span]) -> tuple[int, int]:
    """First and last token that the events touch."""
    touched = [place for place, token in enumerate(tokens) if any(token.overlaps(span) for span in events)]
    return (touched[0], touched[-1]) if touched else (0, 0)


def _clause(ends: Sequence[bool], held: tuple[int, int]) -> tuple[int, int]:
    first, last = held
    while first > 0 and not ends[first - 1]:
        first -= 1
    while last < len(ends) - 1 and not ends[last]:
        last += 1
    while last - first + 1 < _FEWEST_WORDS and last < len(ends) - 1:
        last += 1
        while last < len(ends) - 1 and not ends[last]:
            last += 1
    while last - first + 1 < _FEWEST_WORDS and first > 0:
        first -= 1
        while first > 0 and not ends[first - 1]:
            first -= 1
    return first, last


def _within_limit(held: tuple[int, int], clause: tuple[int, int]) -> tuple[int, int]:
    room = max(0, _MOST_WORDS - (held[1] - held[0] + 1))
    before = min(held[0] - clause[0], room // 3)
    after = min(clause[1] - held[1], room - before)
    before = min(held[0] - clause[0], room - after)
    start = held[0] - before
    return start, min(held[1] + after, start + _MOST_WORDS - 1)


def _bare(words: str) -> str:
    """Without the marks that end a clause, and without a quotation mark that lost its other half."""
    words = words.strip().rstrip("،,;؛:—–. ").lstrip("،,;؛:—–. ")
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")")):
        if opening == closing and words.count(opening) % 2:
            words = words.removeprefix(opening) if words.startswith(opening) else words.removesuffix(opening)
        elif words.count(opening) > words.count(closing):
            words = words.removeprefix(opening)
        elif words.count(closing) > words.count(opening):
            words = words.removesuffix(closing)
    return words.strip()
