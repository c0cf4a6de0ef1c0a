"""Dates that carry their precision: ``2023-09`` never turns into ``2023-09-01``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["DatePrecision", "PartialDate"]

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month, a year or a range of two days, as far as the text tells it.

    ``first`` and ``last`` are the first and last day it may mean (both included); ``precision`` says
    which of the four written forms it has. Build one with :meth:`parse`, :meth:`of` or :meth:`between`.
    """

    first: dt.date
    last: dt.date
    precision: DatePrecision

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """A day, a month or a year. Raises ``ValueError`` for a day that no calendar has."""
        if month is None:
            return cls(dt.date(year, 1, 1), dt.date(year, 12, 31), DatePrecision.YEAR)
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return cls(dt.date(year, month, 1), dt.date(year, month, last), DatePrecision.MONTH)
        only = dt.date(year, month, day)
        return cls(only, only, DatePrecision.DAY)

    @classmethod
    def between(cls, first: dt.date, last: dt.date) -> PartialDate:
        """The range of days from ``first`` to ``last``, both included."""
        if last < first:
            raise ValueError(f"range ends before it begins: {first} to {last}")
        if first == last:
            return cls.of(first.year, first.month, first.day)
        return cls(first, last, DatePrecision.RANGE)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2023``, ``2023-11``, ``2023-11-15`` or ``2023-09-19/2023-09-20``; else ``ValueError``."""
        ends = text.split("/")
        if len(ends) == 2:
            return cls.between(cls.parse(ends[0]).first, cls.parse(ends[1]).last)
        match = _PART.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls.of(year, month, day)

    def __str__(self) -> str:
        if self.precision is DatePrecision.RANGE:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision.value]]

    def overlaps(self, other: PartialDate) -> bool:
        """Whether some day may be meant by both."""
        return self.first <= other.last and other.first <= self.last
