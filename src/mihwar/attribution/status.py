"""Whether a speaker tells an act as done, to come, denied, supposed, demanded or past history."""

from __future__ import annotations

from collections.abc import Sequence

from mihwar.attribution.phrases import Hit, Word, phrase_table, speech_of, words_in
from mihwar.languages import Language
from mihwar.model import PartialDate, Span, Status

__all__ = ["status_of"]

# How many words before the event a marker of each kind reaches (tuned on the composed corpus).
_REACH = {"negation": 3, "norm": 8, "conditional": 6, "future": 6}
_STATUS = {
    "norm": Status.NORMATIVE,
    "conditional": Status.HYPOTHETICAL,
    "future": Status.FUTURE,
    "negation": Status.NEGATED,
}
# An act dated so many years before publication is background (composed corpus: 12 of 14 such acts).
_OLD_YEARS = 3


def status_of(
    event: Span,
    clause: Span,
    text: str,
    language: str | None,
    *,
    date: PartialDate | None = None,
    published: PartialDate | None = None,
) -> tuple[Status, Span | None]:
    """The status that the words around an event give it, and the words that say so (``None``: no marker).

    ``clause`` is the clause or sentence that holds the event. A negation inside the event's own words
    does not count: it is part of a refusal. The nearest scope wins in the order norm, condition,
    future, negation. Without a marker, an event dated after publication is future, and one dated three
    years or more before it is historical.
    """
    words_of_language = speech_of(language)
    words = words_in(text, clause)
    at = next((i for i, word in enumerate(words) if word.end > event.start), len(words))
    first = _clause_start(words, at, words_of_language)
    hits: dict[str, Hit] = {}
    for kind, reach in _REACH.items():
        found = phrase_table(words_of_language.code, kind).find(words, max(first, at - reach - 4), at)
        if kind != "negation":
            # "will visit", "should leave": the marker may open the event's own words.
            inside = phrase_table(words_of_language.code, kind).find(words, at, min(at + 2, len(words)))
            found += [hit for hit in inside if hit.first == at and hit.span != event and hit.span.end < event.end]
        near = [
            hit
            for hit in found
            if at - hit.last < reach and not hit.span.overlaps(event) and not _affirms(words, hit, words_of_language)
        ]
        if near:
            hits[kind] = near[-1]
    if (span := _condition_before(words, first, at, words_of_language)) is not None and "norm" not in hits:
        return Status.HYPOTHETICAL, span
    for kind in ("norm", "conditional", "future", "negation"):
        if kind in hits and not (kind == "conditional" and _reported_future(words, hits[kind], words_of_language)):
            return _STATUS[kind], hits[kind].span
        if kind in hits:
            return Status.FUTURE, hits[kind].span
    opening = event.of(text)
    if opening.startswith(words_of_language.status.future_prefixes) and len(opening.split()[0]) >= 5:
        if not opening.startswith(words_of_language.status.future_exceptions):
            return Status.FUTURE, Span(event.start, event.start + 1)
    return _by_time(words, event, words_of_language, date, published)


def _affirms(words: Sequence[Word], hit: Hit, language: Language) -> bool:
    """Whether a word such as قد stands before a past verb, which it affirms."""
    status = language.status
    if hit.phrase not in status.affirming_possibility or hit.last >= len(words):
        return False
    return not words[hit.last].text.startswith(status.imperfect_prefixes)


def _by_time(
    words: Sequence[Word],
    event: Span,
    language: Language,
    date: PartialDate | None,
    published: PartialDate | None,
) -> tuple[Status, Span | None]:
    if date is not None and published is not None:
        if date.first > published.last:
            return Status.FUTURE, None
        if date.last.year + _OLD_YEARS <= published.first.year:
            return Status.HISTORICAL, None
    for hit in phrase_table(language.code, "history").find(words):
        if " " in hit.phrase and not hit.span.overlaps(event):
            return Status.HISTORICAL, hit.span
    return Status.OCCURRED, None


def _clause_start(words: Sequence[Word], at: int, language: Language) -> int:
    """The index of the first word of the event's clause: after a mark or a word that opens a new clause."""
    first = at
    while first > 0:
        word = words[first - 1].text
        if word in {";", "؛", "\n", ":", ".", '"', "«", "“"} or word in language.status.contrast:
            break
        if word in language.status.relative_pronouns and word not in language.reporting.complementisers:
            break
        if word in language.commas and at - first > 1:
            break
        first -= 1
    return first


def _condition_before(words: Sequence[Word], first: int, at: int, language: Language) -> Span | None:
    """A word such as "if" that opens the event's clause."""
    for index in range(first, min(first + 2, at)):
        if words[index].text in language.status.openers:
            return Span(words[index].start, words[index].end)
    return None


def _reported_future(words: Sequence[Word], hit: Hit, language: Language) -> bool:
    """In "said it would send": a future seen from the saying, not a condition."""
    if hit.phrase not in language.status.reported_future:
        return False
    before = [word.text for word in words[: hit.first]]
    spoke = any(word in language.reporting.verbs for word in before[-12:])
    return spoke and not any(word in language.status.openers for word in (w.text for w in words))
