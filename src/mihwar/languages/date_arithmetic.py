"""Calendar arithmetic of the date grammar: shifting, nearest past, other calendars. All partial-safe."""

from __future__ import annotations

import calendar
import datetime as dt

from mihwar.model import PartialDate

__all__ = ["day_range", "from_hijri", "from_jalali", "month_shift", "nearest", "shift_unit", "unit_around"]


def day_range(first: dt.date, last: dt.date) -> PartialDate:
    """The range of two days in either order."""
    return PartialDate.between(min(first, last), max(first, last))


def month_shift(day: dt.date, months: int) -> tuple[int, int]:
    """Year and month that lie ``months`` after the month of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


_SOON = 14  # days


def nearest(month: int, day: int | None, reference: dt.date, future: bool) -> PartialDate:
    """A month, or a day of it, in the latest year that is not after ``reference`` (``future``: not before).

    A day at most two weeks ahead is that day even where nothing looks ahead: "a meeting planned for 20 November" in
    a page of 16 November means no day of the year before, which a page would name with its year.

    29 February goes to the nearest leap year. Raises ``ValueError`` for a day that month never has.
    """
    if day is not None and not 1 <= day <= (29 if month == 2 else calendar.monthrange(2001, month)[1]):
        raise ValueError(f"month {month} has no day {day}")
    if day is not None and not future:
        for year in (reference.year, reference.year + 1):
            if not (month == 2 and day == 29 and not calendar.isleap(year)):
                soon = PartialDate.of(year, month, day)
                if 0 < (soon.first - reference).days <= _SOON:
                    return soon
    step = 1 if future else -1
    for years in range(9):
        year = reference.year + step * years
        if month == 2 and day == 29 and not calendar.isleap(year):
            continue
        found = PartialDate.of(year, month, day)
        if found.last >= reference if future else found.first <= reference:
            return found
    raise ValueError("no such day near the reference")


def unit_around(unit: int, day: dt.date) -> PartialDate:
    """The day (1), week from Monday (7), month (30), year (365), decade or century that holds ``day``."""
    if unit == 7:
        monday = day - dt.timedelta(days=day.weekday())
        return PartialDate.between(monday, monday + dt.timedelta(days=6))
    if unit == 30:
        return PartialDate.of(day.year, day.month)
    if unit == 365:
        return PartialDate.of(day.year)
    if unit in {3650, 36500}:
        span = unit // 365
        first = day.year // span * span
        return PartialDate.between(dt.date(first, 1, 1), dt.date(first + span - 1, 12, 31))
    return PartialDate.of(day.year, day.month, day.day)


def shift_unit(unit: int, count: int, reference: dt.date) -> PartialDate:
    """The unit that lies ``count`` units after the one that holds ``reference``."""
    if unit == 1:
        moved = reference + dt.timedelta(days=count)
    elif unit == 7:
        moved = reference + dt.timedelta(weeks=count)
    elif unit == 30:
        year, month = month_shift(reference, count)
        moved = dt.date(year, month, 1)
    else:
        moved = dt.date(reference.year + count * (unit // 365), 1, 1)
    return unit_around(unit, moved)


def from_hijri(year: int, month: int | None, day: int | None) -> PartialDate:
    """A Hijri (Umm al-Qura, 1343-1500) year, month or day. Raises ``ValueError`` outside of that."""
    from hijridate import Hijri

    try:
        if day is not None and month is not None:
            return PartialDate.between(*[_civil(Hijri(year, month, day))] * 2)
        first = _civil(Hijri(year, month or 1, 1))
        last = Hijri(year, month or 12, 1)
        return PartialDate.between(first, _civil(last) + dt.timedelta(days=last.month_length() - 1))
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _civil(hijri: object) -> dt.date:
    gregorian = hijri.to_gregorian()  # type: ignore[attr-defined]
    return dt.date(gregorian.year, gregorian.month, gregorian.day)


def from_jalali(year: int, month: int, day: int) -> PartialDate:
    """A day of the Iranian calendar. Raises ``ValueError`` for a day that it does not have."""
    import jdatetime

    found = jdatetime.date(year, month, day).togregorian()
    return PartialDate.of(found.year, found.month, found.day)
