"""From tag logits to spans: words that carry an act, words that name an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mihwar.coding.heads import softmax
from mihwar.coding.words import whole_words
from mihwar.model import Span

if TYPE_CHECKING:
    from mihwar.coding.encoder import EncodedSentence, Floats

__all__ = ["TaggedSpan", "event_spans", "mention_spans", "tokens_of"]


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of the sentence (code points), its word pieces, and its highest probability of being one."""

    span: Span
    tokens: tuple[int, ...]
    probability: float


def event_spans(sentence: EncodedSentence, text: str, threshold: float, language: str | None) -> list[TaggedSpan]:
    """Spans whose word pieces carry an act with a probability of at least ``threshold``."""
    return _spans(softmax(sentence.tags[:, :3]), sentence.offsets, text, threshold, language)


def mention_spans(sentence: EncodedSentence, text: str, threshold: float, language: str | None) -> list[TaggedSpan]:
    """Spans whose word pieces name an actor with a probability of at least ``threshold``."""
    return _spans(softmax(sentence.tags[:, 3:]), sentence.offsets, text, threshold, language)


def tokens_of(span: Span, offsets: tuple[tuple[int, int], ...]) -> list[int]:
    """Indices of the word pieces that share a code point with ``span``."""
    return [i for i, (start, end) in enumerate(offsets) if start < span.end and span.start < end]


def _spans(
    probabilities: Floats, offsets: tuple[tuple[int, int], ...], text: str, threshold: float, language: str | None
) -> list[TaggedSpan]:
    inside = probabilities[:, 1] + probabilities[:, 2]
    groups: list[list[int]] = []
    for i in range(1, len(offsets) - 1):
        start, end = offsets[i]
        if inside[i] < threshold or start >= end:
            continue
        begins_word = start == 0 or not text[start - 1].isalnum()
        follows = groups and (groups[-1][-1] == i - 1 or not _apart(text, offsets[groups[-1][-1]][1], start))
        if follows and not (begins_word and probabilities[i, 1] > probabilities[i, 2]):
            groups[-1] += range(groups[-1][-1] + 1, i + 1)
        else:
            groups.append([i])
    return [
        TaggedSpan(
            whole_words(Span(offsets[group[0]][0], offsets[group[-1]][1]), text, language),
            tuple(group),
            float(max(inside[i] for i in group)),
        )
        for group in groups
        if any(text[at].isalnum() for at in range(offsets[group[0]][0], offsets[group[-1]][1]))
    ]


def _apart(text: str, end: int, start: int) -> bool:
    """Whether a word ends between two pieces: pieces of one word belong to one span."""
    return any(not text[at].isalnum() for at in range(max(0, end - 1), min(len(text), start + 1)))
