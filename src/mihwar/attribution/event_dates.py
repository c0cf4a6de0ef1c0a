"""Which of a sentence's dates is the date of one event in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from mihwar.attribution.phrases import Hit, PhraseTable, Word, phrase_table, speech_of, words_in
from mihwar.languages import DateKind, DateMention, Language
from mihwar.model import DatePrecision, PartialDate, Span, Status

__all__ = ["date_of_event", "fallback_date"]

_LEAD_WORDS = 4
_MARKS = frozenset({",", "،", ";", "؛", ":", "(", ")", '"', "«", "»", "“", "”"})
_DASHES = frozenset("-–—")
_WORST = 5.0
_OPENING_WORDS = 8
_WEEK_DAYS, _SEASON_STARTS = 6, frozenset({3, 6, 9})
# A preposition such as "before" opens a clause where more words than these part it from the date.
_PHRASE_WORDS = 4
# A dateline's date begins within so many words.
_DATELINE_WORDS = 9


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
    war", "حرب 2020", "the line drawn in 1893"), to a deadline ("until Friday"), to a state that lasts ("since
    2019") or to a clause of its own ("which Quito rejected in 2019") is not the event's. "The next day", "two
    days after" are told from ``previous``, the date of the act told before, or from the other act's date in
    the sentence; ``previous`` itself counts only where the sentence points back ("at the meeting").
    A week is written as its month and a season as its year, where they lie in one: an act has one day in it.
    """
    words_of_language = speech_of(language)
    words = words_in(text, sentence)
    best: tuple[float, DateMention] | None = None
    for date in sentence_dates:
        if not sentence.contains(date.span):
            continue
        cost = _cost(event, date, words, words_of_language)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, date)
    shifted = _shifted(event, sentence_dates, words, words_of_language, best[1].date if best else None, previous)
    if shifted is not None:
        return shifted
    if best is not None and best[0] < _WORST:
        date = best[1]
        place = "the event's own words" if date.span.overlaps(event) else "the event's clause"
        return _written(date), f"{date.span.of(text)!r} in {place} ({date.reason})"
    if best is None and previous is not None and _points_back(words, words_of_language):
        return previous, "the sentence points back to the date before"
    return None, "no date belongs to the event's clause"


def _written(date: DateMention) -> PartialDate:
    """A week told from the reference as its month, a season as its year: see :func:`date_of_event`."""
    first, last = date.date.first, date.date.last
    if date.date.precision is not DatePrecision.RANGE:
        return date.date
    if date.kind is DateKind.RELATIVE and (last - first).days == _WEEK_DAYS and first.month == last.month:
        return PartialDate.of(first.year, first.month)
    if first.day == 1 and first.month in _SEASON_STARTS and last.month == first.month + 2 and first.year == last.year:
        return PartialDate.of(first.year)
    return date.date


def _shifted(
    event: Span,
    dates: Sequence[DateMention],
    words: Sequence[Word],
    language: Language,
    own: PartialDate | None,
    previous: PartialDate | None,
) -> tuple[PartialDate, str] | None:
    """The date that a phrase such as "the next day" gives, counted from the act told before."""
    status = language.status
    for hit in phrase_table(language.code, "day_shifts").find(words):
        days = status.day_shifts[hit.phrase]
        after_other = (
            words[hit.last - 1].text in status.subordinators and hit.last < len(words) and not words[hit.last].is_mark
        )
        if after_other:
            # "X on Friday, two days after Y": Y lies so long before X.
            told = next((d.date for d in reversed(dates) if d.span.end <= hit.span.start), own)
            if told is None or event.start < hit.span.end or any(d.span.start > hit.span.end for d in dates):
                continue
            days = -days
        else:
            told = next((d.date for d in reversed(dates) if d.span.end <= hit.span.start), previous)
            if told is None or not _same_clause(event, hit, words, language):
                continue
        base = told
        if base.precision is DatePrecision.DAY:
            moved = base.first + dt.timedelta(days=days)
            return PartialDate.of(moved.year, moved.month, moved.day), f"{hit.phrase!r}, counted from {base}"
        if days == 0:
            return base, f"{hit.phrase!r}, the time of {base}"
    return None


def _same_clause(event: Span, hit: Hit, words: Sequence[Word], language: Language) -> bool:
    if hit.span.overlaps(event):
        return True
    begin, stop = (hit.span.end, event.start) if hit.span.start < event.start else (event.end, hit.span.start)
    opens = hit.span.start < event.start and hit.first <= _LEAD_WORDS
    ends = language.status.subordinators | language.dates.roles["and"] | set(language.commas) | set(";:؛")
    return opens or not any(word.text in ends for word in words if begin <= word.start and word.end <= stop)


def _cost(event: Span, date: DateMention, words: Sequence[Word], language: Language) -> float | None:
    """How far a date is from the event, in clause boundaries (1.5 to 6 each) and words; ``None``: not its date."""
    first = next((at for at, word in enumerate(words) if word.end > date.span.start), len(words))
    last = next((at for at in range(first, len(words)) if words[at].start >= date.span.end), len(words))
    if _when_follows(event, words, last, language):
        return 0.1
    if _belongs_to_noun(words, first, last, event, language, relative=date.kind is DateKind.RELATIVE) or _is_dateline(
        words, first, last, event
    ):
        return None
    before = words[first - 1].text if first else ""
    if before in language.status.deadlines and before not in {"by", "بحلول"}:
        return None
    since = before in language.status.since or words[first].text in language.status.since
    if since and not _told_beside(event, words, first, last, language):
        return None
    if _own_clause(event, words, first, last, language):
        return None
    if date.span.overlaps(event):
        return 0.02 * max(0, date.span.start - event.start) / 6
    ahead = date.span.start < event.start
    begin, stop = (date.span.end, event.start) if ahead else (event.end, date.span.start)
    between = [word for word in words if word.start >= begin and word.end <= stop]
    leads = ahead and sum(not word.is_mark for word in words[_lead(words, first, language) : first]) <= _LEAD_WORDS
    cost = 0.04 * len(between)
    offset = next((at for at, word in enumerate(words) if word.start >= begin), len(words))
    for at, word in enumerate(between):
        following = words[offset + at + 1].text if offset + at + 1 < len(words) else ""
        if not ahead and word.text in language.dates.roles["in"] and len(between) - at <= _PHRASE_WORDS:
            continue
        if word.text in language.reporting.complementisers and words[offset + at - 1].text in language.status.afters:
            continue
        cost += _boundary(word.text, following, language, leads=leads, ahead=ahead, first=at == 0)
    if ahead and not leads and _opens_subordinate(event, words, date, language):
        cost += _WORST
    return cost


def _lead(words: Sequence[Word], first: int, language: Language) -> int:
    """Where the sentence's matter begins: behind "It is worth noting that", «ومن الجدير بالذكر أن» and the like."""
    opening = range(min(first, _OPENING_WORDS))
    return next((at + 1 for at in reversed(opening) if words[at].text in language.reporting.complementisers), 0)


def _when_follows(event: Span, words: Sequence[Word], last: int, language: Language) -> bool:
    """Whether the event stands in a clause such as "in 2019, when Ankara bought ..."."""
    at = last
    while at < len(words) and words[at].text in language.commas:
        at += 1
    return at < len(words) and words[at].text in language.status.when and event.start >= words[at].start


def _told_beside(event: Span, words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    """Whether a "since" date still tells the event: it opens the sentence, or a participle stands before."""
    if first >= 2 and words[first - 2].text in language.status.participles:
        return event.start <= words[first - 2].start < event.end
    return first <= 1 and language.reporting.verb_first and 0 <= event.start - words[last - 1].end <= 2


def _own_clause(event: Span, words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    """Whether the date stands in a subordinate clause that does not hold the event."""
    status = language.status
    at = first - 1
    opener = None
    while at >= 0 and words[at].text not in {";", "؛", "\n"}:
        word = words[at].text
        if word in status.subordinators | status.openers and not (
            word in language.dates.roles["in"] and first - at <= _PHRASE_WORDS
        ):
            opener = at
            break
        if word in language.commas:
            follows = words[at + 1].text if at + 1 < first else ""
            if follows in status.participles:
                opener = at + 1
            break
        at -= 1
    if opener is None or (words[opener].text in status.since and opener >= first - 2):
        return False
    if 0 < opener + 1 == _lead(words, first, language) and event.start > words[opener].start:
        return False  # "It is worth noting that on Friday, ...": the clause runs on behind the comma
    close = next(
        (at for at in range(last, len(words)) if words[at].text in language.commas or words[at].text in ";؛"),
        len(words),
    )
    end = words[close - 1].end
    if opener <= 1 and event.start >= end:
        # "When Y fell in 2019, X left": the opening clause dates what follows.
        return False
    inside = event.start < end and event.end > words[opener].end
    return not inside or (words[opener].text in status.since and event.start < words[opener].start)


def _opens_subordinate(event: Span, words: Sequence[Word], date: DateMention, language: Language) -> bool:
    """Whether a word such as "because" opens the event's clause, so that dates before are not its own.

    What went before an act ("after ...") shares its month or year, not its day.
    """
    status = language.status
    at = next((at for at, word in enumerate(words) if word.end > event.start), len(words))
    for index in range(at, max(-1, at - 4), -1):
        if index >= len(words):
            continue
        word = words[index].text
        if index != at and words[index].is_mark:
            return False
        if word in status.when:
            return False
        before = words[index - 1].text if index else ""
        if word in status.afters or (before in status.afters and word in language.reporting.complementisers):
            return date.date.precision is DatePrecision.DAY
        if word in status.subordinators:
            return True
    return False


def _is_dateline(words: Sequence[Word], first: int, last: int, event: Span) -> bool:
    """A date between a place and the dash or agency that opens the lead: "MANILA, March 24 (Wire) - "."""
    if first > _DATELINE_WORDS or event.start < words[last - 1].end:
        return False
    for word in words[last : last + 8]:
        if word.text in _DASHES:
            return event.start > word.start
        if not word.is_mark and word.start > event.start:
            return False
    return False


def _boundary(word: str, following: str, language: Language, *, leads: bool, ahead: bool, first: bool) -> float:
    """What one word between a date and an event costs."""
    if word in {";", "؛", "\n"}:
        return _WORST
    if word in language.reporting.complementisers:
        # "said on Tuesday that": the date is the saying's; "that Y attacked on Tuesday": the attack's.
        return 6.0
    if word in language.status.relative_pronouns:
        return 3.0 if ahead else 4.0
    if word in language.status.contrast and not leads:
        return _WORST
    if word in language.status.clause_breaks:
        if word in language.status.when:
            return 0.0 if ahead else _WORST
        if word in language.dates.roles["and"]:
            return 0.3 if leads else 1.2
        return 2.5 if ahead else _WORST
    if word in {"«", "»", "“", "”", '"'}:
        return 3.0
    if word in language.commas:
        joined = following in language.dates.roles["and"] or following[:1] == "و"
        if not joined or leads:
            return 0.1 if leads else 0.7
        # ", and hundreds were": a clause with a subject of its own; in Arabic a noun after "and" opens one.
        if following in language.dates.roles["and"]:
            return 4.0
        own = following.startswith("وال") or following.removeprefix("و") in _subjects(language)
        return 5.0 if own else 0.8
    if first:
        return 0.0
    return 1.0 if word in language.reporting.verbs and word not in language.reporting.role_words else 0.0


def _subjects(language: Language) -> frozenset[str]:
    return language.reporting.organisations | language.reporting.role_words | language.reporting.pronouns


def _belongs_to_noun(
    words: Sequence[Word], first: int, last: int, event: Span, language: Language, *, relative: bool
) -> bool:
    """For example "the September 2020 war", "the 1994 agreement", "حرب 2020", "the line drawn in 1899"."""
    before = words[first - 1] if first else None
    if before is None:
        return False
    if before.text in language.dates.roles["determiners"] and last < len(words):
        after = words[last]
        return not after.is_mark and after.text not in language.dates.roles["in"] and not _touches(after, event)
    for at in range(first - 1, max(-1, first - 5), -1):
        word = words[at].text
        if word in language.status.participles:
            auxiliary = at and words[at - 1].text in language.status.auxiliaries
            return not auxiliary and not _is_the_act(words, at, event, language)
        if words[at].is_mark or word in language.status.subordinators:
            break
    if language.reporting.verb_first and not relative and not _touches(before, event):
        return before.text in language.instrument_nouns
    return False


def _is_the_act(words: Sequence[Word], at: int, event: Span, language: Language) -> bool:
    """Whether a word that may be a participle is the event's own verb: none stands before it in the event's words."""
    if not event.start <= words[at].start < event.end:
        return False
    before = [word.text for word in words[:at] if word.start >= event.start]
    return not any(
        word.endswith("ed") or word in language.reporting.verbs or word in language.dates.roles["to"]
        for word in before
    )


def _touches(word: Word, event: Span) -> bool:
    return event.start < word.end and word.start < event.end


def _points_back(words: Sequence[Word], language: Language) -> bool:
    table: PhraseTable = phrase_table(language.code, "same_time")
    return bool(table.find(words))
