"""A statement that a page reprints: what stands between its introduction and its end is its issuer's speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from mihwar.attribution.phrases import phrase_table, words_in
from mihwar.attribution.speakers import Named, as_written
from mihwar.languages import Language
from mihwar.model import Mention, MentionKind, Span

__all__ = ["reprinted_statement"]

# An introduction ("the full text follows") stands among so many first sentences, and so long a text follows it.
_EARLY, _LEAST = 6, 3
_INTRODUCTION = 24


def reprinted_statement(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], language: Language
) -> tuple[Span, Named] | None:
    """The span of the reprinted words and who issued them, or ``None`` where the page reprints nothing."""
    intros = phrase_table(language.code, "statement_intros")
    for at, sentence in enumerate(sentences[:_EARLY]):
        words = words_in(text, sentence)
        hits = intros.find(words)
        if not any(hit.first <= 1 or len(words) <= _INTRODUCTION for hit in hits) or len(words) > 2 * _INTRODUCTION:
            continue
        first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
        named = [
            mention
            for mention in mentions[first : first + 16]
            if sentence.contains(mention.span) and mention.kind is not MentionKind.INSTRUMENT
        ]
        last = _last(text, sentences, at + 1, language)
        if language.reporting.verb_final and hits:  # the issuer stands right before "bəyanatı", "statement of"
            named = [mention for mention in named if mention.span.end <= hits[-1].span.start][-1:] or named
        if named and last - at >= _LEAST:
            return Span(sentences[at + 1].start, sentences[last].end), as_written(
                words[next((i for i, w in enumerate(words) if w.end > named[0].span.start), 0) :],
                named,
                text,
                language,
            )
    return None


def _last(text: str, sentences: Sequence[Span], first: int, language: Language) -> int:
    """The index of the statement's last sentence: before the words that end it, else the page's last."""
    ends = phrase_table(language.code, "statement_ends")
    for at in range(first, len(sentences)):
        words = [word for word in words_in(text, sentences[at]) if not word.is_mark][:8]
        if len(words) < 8 and any(hit.first <= 1 for hit in ends.find(words)):
            return at - 1
    return len(sentences) - 1
