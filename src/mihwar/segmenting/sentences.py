"""Sentence spans: sentencex proposes, a pass over its pieces mends what it cuts and joins wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mihwar.model import Span
from mihwar.segmenting.gluing import Glue
from mihwar.segmenting.paragraphs import paragraphs

__all__ = ["MAX_SENTENCE", "sentence_spans"]

MAX_SENTENCE = 4_000
"""Code points. The longest sentence of the composed corpus has under 600; a longer one is no prose."""

_CHUNK = 100_000
_OPENING = '"“«‘([{„'
_DOTS = ".!?؟…"


def sentence_spans(text: str, language: str | None, chrome: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of ``text`` outside ``chrome``: trimmed, in order, disjoint, at most 4,000 code points.

    Every character that is neither white space nor chrome lies in exactly one of them. ``language`` is an
    ISO 639-1 code; ``None`` takes Arabic or English by the letters. Time is linear in the text.
    """
    known = language or _script_language(text)
    glue = Glue.of(known)
    found: list[Span] = []
    for paragraph in paragraphs(text, chrome):
        for chunk in _bounded(text, paragraph, _CHUNK):
            for sentence in _sentences(text, chunk, known, glue):
                found.extend(_bounded(text, sentence, MAX_SENTENCE))
    return tuple(found)


def _script_language(text: str) -> str:
    sample = text[:20_000]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in sample)
    return "ar" if 2 * arabic > sum(letter.isalpha() for letter in sample) else "en"


def _sentences(text: str, paragraph: Span, language: str, glue: Glue) -> Iterator[Span]:
    current: Span | None = None
    for piece in _pieces(text, paragraph, language):
        if current is None:
            current = piece
        elif glue.joins(text, current, piece):
            current = Span(current.start, piece.end)
        else:
            yield current
            current = piece
    if current is not None:
        yield current


def _pieces(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    """The trimmed pieces of sentencex, with an opening mark left at a piece's end given to the next."""
    from sentencex import get_sentence_boundaries

    words = paragraph.of(text)
    at = 0
    for boundary in get_sentence_boundaries(language, words):
        end = boundary["end_index"]
        stop = end
        while stop > at and (words[stop - 1].isspace() or words[stop - 1] in _OPENING):
            stop -= 1
        between = words[stop:end]
        # Only after a full stop and a space can the mark open the next sentence: a closing mark touches it.
        if end < len(words) and stop > at and words[stop - 1] in _DOTS and between[:1].isspace():
            end = stop
        piece = _trimmed(words, at, end)
        if piece is not None:
            yield Span(paragraph.start + piece.start, paragraph.start + piece.end)
        at = end
    rest = _trimmed(words, at, len(words))
    if rest is not None:
        yield Span(paragraph.start + rest.start, paragraph.start + rest.end)


def _trimmed(words: str, start: int, end: int) -> Span | None:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _bounded(text: str, span: Span, bound: int) -> Iterator[Span]:
    """``span`` cut to pieces of at most ``bound``, at white space where the last half of a piece has any."""
    start = span.start
    while span.end - start > bound:
        cut = start + bound
        while cut > start + bound // 2 and not text[cut].isspace():
            cut -= 1
        if not text[cut].isspace():
            cut = start + bound
        piece = _trimmed(text, start, cut)
        if piece is not None:
            yield piece
        start = cut
    piece = _trimmed(text, start, span.end)
    if piece is not None:
        yield piece
