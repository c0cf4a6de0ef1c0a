"""Whether a speaker tells an act as done, to come, denied, supposed, demanded or past history."""

from __future__ import annotations

from collections.abc import Sequence

from mihwar.attribution.phrases import Hit, Word, phrase_table, speech_of, words_in
from mihwar.languages import Language, fold
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
# An act of so many calendar years before publication is background (gold articles, odd half: 40 of 44 such acts).
_OLD_YEARS = 2
# A marker inside the event's own words stands among so many of their first ones ("the two states will set up").
_INSIDE = 6
# From a denial to its "that", and from there to the event, in words.
_DENIAL, _DENIED = 10, 5


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
    for kind, near_by in _REACH.items():
        # A verb at the end of its sentence stands far from the words that rule it.
        reach = 2 * near_by if words_of_language.reporting.compound_verbs and kind != "negation" else near_by
        found = phrase_table(words_of_language.code, kind).find(words, max(first, at - reach - 4), at)
        if kind != "negation":
            # "the two states will set up": the marker may stand in the event's own words.
            inside = phrase_table(words_of_language.code, kind).find(words, at, min(at + _INSIDE, len(words)))
            found += [
                hit for hit in inside if hit.span.end < event.end and not _is_told(words, at, hit, words_of_language)
            ]
        near = [
            hit
            for hit in found
            if at - hit.last < reach
            and (kind != "negation" or not hit.span.overlaps(event))
            and not _affirms(words, hit, words_of_language)
        ]
        if near:
            hits[kind] = near[-1]
    if (span := _condition_before(words, first, at, words_of_language)) is not None and "norm" not in hits:
        return Status.HYPOTHETICAL, span
    done = date is not None and published is not None and date.last < published.first
    if (span := _sentence_condition(words, words_of_language)) is not None and not done and span.end <= event.start:
        return Status.HYPOTHETICAL, span
    if (span := _denial(words, at, words_of_language)) is not None:
        return Status.NEGATED, span
    for kind in ("norm", "conditional", "future", "negation"):
        if kind in hits and not (kind == "conditional" and _reported_future(words, hits[kind], words_of_language)):
            return _STATUS[kind], hits[kind].span
        if kind in hits:
            return Status.FUTURE, hits[kind].span
    if (span := _future_prefix(event, text, words_of_language)) is not None:
        return Status.FUTURE, span
    return _by_time(words, event, words_of_language, date, published)


def _future_prefix(event: Span, text: str, language: Language) -> Span | None:
    """A verb with a future prefix or ending among the first words of the event ("سيعيد الطرفان", "se rendra")."""
    status = language.status
    if not status.future_prefixes and not status.future_endings:
        return None
    start = event.start
    for word in event.of(text).split(maxsplit=2)[:2]:
        start = text.index(word, start)
        bare = word.removeprefix("و") if len(word) > 5 else word
        if bare.startswith(status.future_prefixes) and len(bare) >= 5:
            if not bare.startswith(status.future_exceptions):
                return Span(start, start + len(word) - len(bare) + 1)
        plain = fold(bare.strip(",.;:!?"))
        if plain.endswith(status.future_endings) and len(plain) >= 5 and bare[:1].islower():
            if not plain.endswith(status.future_exceptions):
                return Span(start, start + len(word))
    return None


def _sentence_condition(words: Sequence[Word], language: Language) -> Span | None:
    """A word such as "if" that opens the whole sentence: its main clause is no more than supposed."""
    opening = [word for word in words[:4] if not word.is_mark][:1]
    for word in opening:
        bare = word.text.removeprefix("و") if language.reporting.verb_first else word.text
        if bare in language.status.openers and bare not in language.status.norm | language.status.auxiliaries:
            return Span(word.start, word.end)
    return None


def _denial(words: Sequence[Word], at: int, language: Language) -> Span | None:
    """The verb of "X denied that ..." where the event stands in what is denied."""
    for index in range(min(at, len(words) - 1), max(-1, at - _DENIED - 1), -1):
        if words[index].text not in language.reporting.complementisers:
            continue
        for verb in range(index - 1, max(-1, index - _DENIAL - 1), -1):
            bare = words[verb].text.removeprefix("و") if language.reporting.verb_first else words[verb].text
            stance = language.reporting.verbs.get(bare)
            if stance is not None:
                return Span(words[verb].start, words[verb].end) if bare in language.status.negation else None
        return None
    return None


def _affirms(words: Sequence[Word], hit: Hit, language: Language) -> bool:
    """Whether a word such as قد stands before a past verb, which it affirms."""
    status = language.status
    if hit.phrase not in status.affirming_possibility or hit.last >= len(words):
        return False
    verb = words[hit.last].text
    # A past verb of the third person feminine ends in ت, as no imperfect does; ا opens imperfects of "I" alone.
    return not verb.startswith(status.imperfect_prefixes) or verb.endswith("ت") or verb.startswith("ا")


def _is_told(words: Sequence[Word], at: int, hit: Hit, language: Language) -> bool:
    """Whether a marker is or follows the event's own verb of speech ("offered to help", "warned that it would")."""
    # "the two states will": after an article or a number such a word is a noun.
    nouns = language.dates.roles["determiners"] | set(language.dates.cardinals)
    return any(
        (word.text in language.reporting.verbs or word.text.removeprefix("و") in language.reporting.verbs)
        and not (index and words[index - 1].text in nouns)
        for index, word in enumerate(words[: hit.first + 1])
        if index >= at
    )


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
        if word in language.status.afters:
            break
        if word in language.status.relative_pronouns and word not in language.reporting.complementisers:
            break
        if word in language.commas and at - first > 1:
            break
        first -= 1
    return first


def _condition_before(words: Sequence[Word], first: int, at: int, language: Language) -> Span | None:
    """A word such as "if" that opens the event's clause."""
    for index in range(first, min(max(first + 2, at + 1), len(words))):
        if index > at or (index < at and index >= first + 2):
            continue
        bare = words[index].text.removeprefix("و") if language.reporting.verb_first else words[index].text
        if bare in language.status.openers:
            return Span(words[index].start, words[index].end)
    return None


def _reported_future(words: Sequence[Word], hit: Hit, language: Language) -> bool:
    """In "said it would send": a future seen from the saying, not a condition."""
    if hit.phrase not in language.status.reported_future:
        return False
    before = [word.text for word in words[: hit.first]]
    spoke = any(word in language.reporting.verbs for word in before[-12:])
    return spoke and not any(word in language.status.openers for word in (w.text for w in words))
