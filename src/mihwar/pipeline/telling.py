"""How a page tells an act: on which day, through whose words, and whether as done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mihwar.attribution import date_of_event, fallback_date, speaker_of, status_of
from mihwar.languages import DateKind, DateMention, find_dates
from mihwar.model import DateOrigin, DatePrecision, Document, Page, PartialDate, Span, Speaker, Status

__all__ = ["Telling", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """An act's date with its origin and reason, its speaker, and its status with the words that show it."""

    date: PartialDate | None
    origin: DateOrigin | None
    reason: str
    speaker: Speaker
    status: Status
    evidence: Span | None


# Acts that go on from one sentence of news to the next; words about them ("condemned") come later. On the odd half
# of the gold articles, beside the lead: 9 of 10 acts whose first gold type is one of these are of its day, of the
# 7 others 0. Chosen on those same articles.
CARRIED_TYPES = frozenset({"ASSAULT", "CONSULT", "COERCE", "AID", "COOPERATE", "AGREE"})
_RECENT_DAYS = 3
_CURRENT_DAYS = 366  # what is older is background, as for status
_OLD_YEARS = 2
# A lead has so many words at least; what stands before it are headlines and lines of names.
_LEAD_WORDS = 12
# In news an act of the first sentences without a date of its own belongs to the day told so many sentences before.
_CARRIED, _NEAR_LEAD = 2, 3
_UNREAL = frozenset({Status.FUTURE, Status.HYPOTHETICAL, Status.NORMATIVE})
_DATELINE = re.compile(r"[^-–—\n]{3,80}?\s[-–—]{1,2}\s")


def _dates_of(document: Document) -> tuple[DateMention, ...]:
    """The dates of a text. Where the page does not say when it was published, it was so after the last day that it
    tells, mostly soon: then "this year" is that day's year, and nothing finer is read against it."""
    if document.published is not None:
        return find_dates(document.text, document.language, document.published)
    told = find_dates(document.text, document.language, None)
    days = [d.date for d in told if d.kind is DateKind.ABSOLUTE and d.date.precision is DatePrecision.DAY]
    if not days:
        return told
    estimated = find_dates(document.text, document.language, max(days))
    known = {date.span for date in told}
    years = [d for d in estimated if d.span not in known and d.date.precision is DatePrecision.YEAR]
    return tuple(sorted((*told, *years), key=lambda date: date.span))


class Telling:
    """What a page as a whole says of when and by whom its acts are told; ask :meth:`of` for each, in any order."""

    def __init__(self, page: Page) -> None:
        document = page.document
        self._page = page
        self._dates = _dates_of(document)
        self._starts = [sentence.start for sentence in page.sentences]
        self._main = [self._main_date(sentence) for sentence in page.sentences]
        self._lead = next(
            (at for at, s in enumerate(page.sentences) if len(s.of(document.text).split()) >= _LEAD_WORDS), 0
        )

    def of(self, event: Span, sentence: Span, types: Sequence[str] = ()) -> Told:
        """How the page tells one act; ``types`` are its event types, the likeliest first."""
        document = self._page.document
        at = bisect_right(self._starts, sentence.start) - 1
        date, reason = self._date(event, sentence, at, types)
        origin = DateOrigin.TEXT if date is not None else None
        status, evidence = status_of(
            event, sentence, document.text, document.language, date=date, published=document.published
        )
        published = document.published
        if date is not None and status in _UNREAL and published is not None and date.last < published.first:
            date, origin, reason = None, None, f"{reason}: an act not yet done has no day that is past"
        if date is None and status is Status.OCCURRED and self._in_background(at):
            status = Status.HISTORICAL
        if date is None and at <= self._lead:
            date = fallback_date(status, document.genre, document.published)
            origin = DateOrigin.PUBLICATION if date is not None else None
        speaker = speaker_of(event, sentence, self._page.quotes, document, self._page.mentions)
        return Told(date, origin, reason, speaker, status, evidence)

    def _inside(self, sentence: Span) -> list[DateMention]:
        first = bisect_left(self._dates, sentence.start, key=lambda date: date.span.start)
        last = bisect_right(self._dates, sentence.end, key=lambda date: date.span.start)
        return [date for date in self._dates[first:last] if sentence.contains(date.span)]

    def _date(self, event: Span, sentence: Span, at: int, types: Sequence[str]) -> tuple[PartialDate | None, str]:
        document = self._page.document
        dates = self._inside(sentence)
        previous = self._told_before(at)
        date, reason = date_of_event(event, sentence, dates, document.text, document.language, previous)
        if date is not None:
            return date, reason
        if at < self._lead and self._main[self._lead] is not None:
            return self._main[self._lead], "the headline's act is the lead's"
        near = at - self._lead <= _NEAR_LEAD
        if near and not dates and document.genre == "news" and types and types[0] in CARRIED_TYPES:
            for back in range(1, _CARRIED + 1):
                told = self._main[at - back] if at - back >= self._lead else None
                if told is not None and told.precision is DatePrecision.DAY and self._is_recent(told):
                    return told, "the act goes on from the sentences before"
        return None, reason

    def _in_background(self, at: int) -> bool:
        """Whether the sentence's own date, or the last one before and the next one after it, lie years back."""
        if 0 <= at < len(self._main) and self._main[at] is not None:
            return self._is_old(self._main[at])
        before = next((date for date in reversed(self._main[: max(at, 0)]) if date is not None), None)
        after = next((date for date in self._main[at + 1 :] if date is not None), None)
        return self._is_old(before) and self._is_old(after)

    def _is_old(self, date: PartialDate | None) -> bool:
        published = self._page.document.published
        return date is not None and published is not None and date.last.year + _OLD_YEARS <= published.first.year

    def _told_before(self, at: int) -> PartialDate | None:
        """The date that "the same day" points back to: the last one told, but of a matter of the day before one of
        former years, which sentences between only recall."""
        told = [date for date in self._main[: max(at, 0)] if date is not None]
        published = self._page.document.published
        if published is not None:
            current = [date for date in told if 0 <= (published.first - date.last).days <= _CURRENT_DAYS]
            told = current or told
        return told[-1] if told else None

    def _is_recent(self, date: PartialDate) -> bool:
        published = self._page.document.published
        return published is not None and 0 <= (published.first - date.last).days <= _RECENT_DAYS

    def _main_date(self, sentence: Span) -> PartialDate | None:
        """The date of a sentence's main clause: the one that opens it, or that reaches its first words."""
        document = self._page.document
        words = sentence.of(document.text).split(maxsplit=1)
        if not words:
            return None
        dates = self._inside(sentence)
        dateline = _DATELINE.match(document.text, sentence.start, sentence.end)
        start = dateline.end() if dateline else sentence.start
        if (
            dates
            and dates[0].span.start - start >= 0
            and len(document.text[start : dates[0].span.start].split()) <= 1
        ):
            start = dates[0].span.end
            while start < sentence.end and not document.text[start].isalnum():
                start += 1
        stop = start
        while stop < sentence.end and not document.text[stop].isspace():
            stop += 1
        if stop == start:
            return None
        return date_of_event(Span(start, stop), sentence, dates, document.text, document.language)[0]
