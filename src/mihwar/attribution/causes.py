"""What a sentence gives as the reason for its events: connectives with their direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mihwar.attribution.phrases import Hit, Word, phrase_table, speech_of, words_in
from mihwar.languages import Language
from mihwar.model import Span

__all__ = ["CauseLink", "find_causes"]

_HARD = frozenset({";", "؛", "\n", ".", ":"})
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class CauseLink:
    """The words at ``span`` are given as the reason for ``event``; ``connective`` are the words that say so."""

    event: Span
    span: Span
    connective: Span


def find_causes(sentence: Span, text: str, events: Sequence[Span], language: str | None) -> tuple[CauseLink, ...]:
    """Cause spans of a sentence, each with the event of ``events`` that it explains, in text order.

    "X because of Y": the nearest event before the connective; "Because of Y, X": the first event after
    the comma; "Y led to X": the first event after. A cause without an event to explain is left out.
    """
    words_of_language = speech_of(language)
    words = words_in(text, sentence)
    ordered = sorted(event for event in events if sentence.overlaps(event))
    found: list[CauseLink] = []
    for hit in phrase_table(words_of_language.code, "cause_after").find(words):
        found += _reason_after(words, hit, ordered, words_of_language)
    for hit in phrase_table(words_of_language.code, "cause_before").find(words):
        found += _reason_before(words, hit, ordered, words_of_language)
    return tuple(sorted(set(found), key=lambda link: (link.span, link.event)))


def _stop(words: Sequence[Word], start: int, language: Language) -> int:
    """One past the last word of a reason that begins at ``start``."""
    at = start
    while at < len(words) and at - start < _LONGEST:
        word = words[at].text
        if word in _HARD or (word in language.commas and at > start):
            break
        if at > start + 2 and word in language.status.contrast:
            break
        at += 1
    while at > start and words[at - 1].is_mark and words[at - 1].text not in ')»”"':
        at -= 1
    return at


def _reason_after(words: Sequence[Word], hit: Hit, events: Sequence[Span], language: Language) -> list[CauseLink]:
    stop = _stop(words, hit.last, language)
    if stop <= hit.last:
        return []
    # An attached proclitic (لأذربيجان after "ردا ل") leaves the rest of its word to the reason.
    cause = Span(max(words[hit.last].start, hit.span.end), words[stop - 1].end)
    before = [event for event in events if event.end <= hit.span.start]
    holder = [event for event in events if event.start < hit.span.start < event.end]
    opens = sum(not word.is_mark for word in words[: hit.first]) <= 1
    if opens or not before:
        after = [event for event in events if event.start >= cause.end]
        return [CauseLink(after[0], cause, hit.span)] if after else []
    explained = holder or _nearest(words, before, hit.span.start)
    return [CauseLink(explained[-1], cause, hit.span)] if explained else []


def _nearest(words: Sequence[Word], before: Sequence[Span], place: int) -> list[Span]:
    """Events before the connective that no hard mark parts from it."""
    marks = [word.start for word in words if word.text in _HARD and word.start < place]
    floor = marks[-1] if marks else -1
    return [event for event in before if event.start > floor]


def _reason_before(words: Sequence[Word], hit: Hit, events: Sequence[Span], language: Language) -> list[CauseLink]:
    after = [event for event in events if event.start >= hit.span.end]
    if not after:
        return []
    start = hit.first
    while start > 0 and hit.first - start < _LONGEST and words[start - 1].text not in _HARD:
        if words[start - 1].text in language.commas and hit.first - start > 2:
            break
        start -= 1
    end = hit.first
    while end > start and (words[end - 1].is_mark or words[end - 1].text in language.status.relative_pronouns):
        end -= 1
    if end <= start:
        return []
    return [CauseLink(after[0], Span(words[start].start, words[end - 1].end), hit.span)]
