"""Which of a sentence's dates is the date of one event in it."""

from __future__ import annotations

from collections.abc import Sequence

from mihwar.attribution.phrases import PhraseTable, Word, phrase_table, speech_of, words_in
from mihwar.languages import DateMention, Language
from mihwar.model import PartialDate, Span, Status

__all__ = ["date_of_event", "fallback_date"]

_LEAD_WORDS = 4
_MARKS = frozenset({",", "،", ";", "؛", ":", "(", ")", '"', "«", "»", "“", "”"})
_WORST = 5.0


def fallback_date(status: Status, genre: str | None, published: PartialDate | None) -> PartialDate | None:
    """The date of an act that its text does not date: the day of publication, for news of occurred acts only.

    Opinion, statements and background tell what may lie far back, so they get none.
    """
    return published if genre == "news" and status is Status.OCCURRED else None


def date_of_event(
    event: Span,
    sentence: Span,
    sentence_dates: Sequence[DateMention],
    text: str,
    language: str | None,
    previous: PartialDate | None = None,
) -> tuple[PartialDate | None, str]:
    """The date that the sentence gives *this* event, and why; ``(None, reason)`` where it gives none.

    A date counts less with each clause boundary between it and the event's words, and with distance; a date
    that opens the sentence reaches its main and coordinate clauses. A date that belongs to a noun ("the 2020
    war", "حرب 2020"), to a deadline ("until Friday") or to a clause reported beyond "that" is not the event's.
    ``previous`` is used only where the sentence points back ("at the meeting", "في اليوم نفسه").
    """
    words_of_language = speech_of(language)
    words = words_in(text, sentence)
    best: tuple[float, DateMention] | None = None
    for date in sentence_dates:
        if not sentence.contains(date.span) or date.span.overlaps(event):
            if date.span.overlaps(event) and sentence.contains(date.span):
                return date.date, f"the event's own words: {date.span.of(text)!r} ({date.reason})"
            continue
        cost = _cost(event, date, words, words_of_language)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, date)
    if best is not None and best[0] < _WORST:
        date = best[1]
        return date.date, f"{date.span.of(text)!r} in the event's clause ({date.reason})"
    if best is None and previous is not None and _points_back(words, words_of_language):
        return previous, "the sentence points back to the date before"
    return None, "no date belongs to the event's clause"


def _cost(event: Span, date: DateMention, words: Sequence[Word], language: Language) -> float | None:
    """How far a date is from the event, in clause boundaries (1.5 to 6 each) and words; ``None``: not its date."""
    first = next((at for at, word in enumerate(words) if word.end > date.span.start), len(words))
    last = next((at for at in range(first, len(words)) if words[at].start >= date.span.end), len(words))
    if _belongs_to_noun(words, first, last, event, language):
        return None
    if first and words[first - 1].text in language.status.deadlines and words[first - 1].text not in {"by", "بحلول"}:
        return None
    ahead = date.span.start < event.start
    begin, stop = (date.span.end, event.start) if ahead else (event.end, date.span.start)
    between = [word for word in words if word.start >= begin and word.end <= stop]
    leads = ahead and sum(not word.is_mark for word in words[:first]) <= _LEAD_WORDS
    cost = 0.04 * len(between)
    for at, word in enumerate(between):
        following = between[at + 1].text if at + 1 < len(between) else ""
        cost += _boundary(word.text, following, language, leads=leads, ahead=ahead, first=at == 0)
    return cost


def _boundary(word: str, following: str, language: Language, *, leads: bool, ahead: bool, first: bool) -> float:
    """What one word between a date and an event costs."""
    if word in {";", "؛", "\n"}:
        return _WORST
    if word in language.reporting.complementisers:
        # "said on Tuesday that": the date is the saying's; "that Y attacked on Tuesday": the attack's.
        return 6.0
    if word in language.status.relative_pronouns:
        return 3.0 if ahead else 4.0
    if word in language.status.clause_breaks:
        if word in language.dates.roles["and"]:
            return 0.3 if leads else 1.2
        return 2.5
    if word in {"«", "»", "“", "”", '"'}:
        return 3.0
    if word in language.commas:
        joined = following in language.dates.roles["and"] or following[:1] == "و"
        return 0.1 if leads else (0.8 if joined else 0.7)
    if first:
        return 0.0
    return 1.0 if word in language.reporting.verbs and word not in language.reporting.role_words else 0.0


def _belongs_to_noun(words: Sequence[Word], first: int, last: int, event: Span, language: Language) -> bool:
    """For example "the September 2020 war", "the 1994 agreement", "حرب 2020", "أحداث 11 سبتمبر"."""
    before = words[first - 1] if first else None
    if before is None:
        return False
    if before.text in language.dates.roles["determiners"] and last < len(words):
        after = words[last]
        return not after.is_mark and after.text not in language.dates.roles["in"] and not _touches(after, event)
    if language.reporting.verb_first and not _touches(before, event):
        return before.text in language.instrument_nouns
    return False


def _touches(word: Word, event: Span) -> bool:
    return event.start < word.end and word.start < event.end


def _points_back(words: Sequence[Word], language: Language) -> bool:
    table: PhraseTable = phrase_table(language.code, "same_time")
    return bool(table.find(words))
