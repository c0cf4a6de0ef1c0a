"""How a page tells an act: on which day, through whose words, and whether as done."""

from __future__ import annotations

from dataclasses import dataclass

from mihwar.attribution import date_of_event, fallback_date, speaker_of, status_of
from mihwar.languages import find_dates
from mihwar.model import DateOrigin, Page, PartialDate, Span, Speaker, Status

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


class Telling:
    """What a page as a whole says of when and by whom its acts are told; ask :meth:`of` for each in any order."""

    def __init__(self, page: Page) -> None:
        document = page.document
        self._page = page
        self._dates = find_dates(document.text, document.language, document.published)
        self._previous = None

    def of(self, event: Span, sentence: Span) -> Told:
        document = self._page.document
        dates = [date for date in self._dates if sentence.contains(date.span)]
        date, reason = date_of_event(event, sentence, dates, document.text, document.language, self._previous)
        origin = DateOrigin.TEXT if date is not None else None
        if date is not None:
            self._previous = date
        status, evidence = status_of(event, sentence, document.text, document.language, date=date, published=document.published)
        if date is None:
            date = fallback_date(status, document.genre, document.published)
            origin = DateOrigin.PUBLICATION if date is not None else None
        speaker = speaker_of(event, sentence, self._page.quotes, document, self._page.mentions)
        return Told(date, origin, reason, speaker, status, evidence)


