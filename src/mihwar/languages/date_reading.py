"""Turn one match of the date grammar into a date, its kind and the reason for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from mihwar.languages.date_arithmetic import (
    day_range,
    from_hijri,
    month_shift,
    nearest,
    shift_unit,
)
from mihwar.languages.date_match import Match, Unresolved
from mihwar.languages.date_solar import SOLAR_READERS
from mihwar.model import PartialDate

__all__ = ["READERS", "Match", "Unresolved"]


def _full(match: Match, year: int | None, month: int, day: int | None) -> PartialDate:
    if year is not None:
        return PartialDate.of(year, month, day)
    return nearest(month, day, match.today, match.future)


def _one_month(match: Match) -> int:
    months = match.months()
    if len(set(months)) != 1:
        raise Unresolved
    return months[0]


def _day_month(match: Match) -> PartialDate:
    years = match.of("y")
    months = match.months()
    if len(months) == 2 and months[0] != months[1] and not match.of("doO"):
        raise Unresolved
    return _full(match, years[0] if years else None, _one_month(match), match.of("doO")[0])


def _iso(match: Match) -> PartialDate:
    year, month, day = (number for symbol, number in match.parts if symbol in "yd")
    return PartialDate.of(year, month, day)


def _numeric(match: Match) -> PartialDate:
    first, second, year = (number for symbol, number in match.parts if symbol in "ydq")
    if year < 100:
        if match.parts[-1][0] != "y" and match.reference is None:
            raise Unresolved
        year += 2000 if year <= match.today.year % 100 + 10 else 1900
    day, month = (second, first) if match.order == "mdy" else (first, second)
    if month > 12:
        day, month = month, day
    return PartialDate.of(year, month, day)


def _days_month(match: Match) -> PartialDate:
    days, years = match.of("doO"), match.of("y")
    month, year = _one_month(match), years[0] if years else None
    last = _full(match, year, month, max(days))
    return day_range(PartialDate.of(last.first.year, month, min(days)).first, last.last)


def _this_month(match: Match) -> tuple[int, int]:
    return month_shift(match.today, match.direction)


def _day_this_month(match: Match) -> PartialDate:
    year, month = _this_month(match)
    days = match.of("doO")
    return day_range(PartialDate.of(year, month, days[0]).first, PartialDate.of(year, month, days[-1]).first)


def _two_days(match: Match) -> PartialDate:
    """Two days with months; a year that only one of them has belongs to both, December runs into January."""
    days, months = match.of("doO"), match.months()
    if len(days) != 2 or len(months) != 2:
        raise Unresolved
    years = match.of("y")
    if len(years) == 2:
        return day_range(*(PartialDate.of(*each).first for each in zip(years, months, days, strict=True)))
    wraps = months[1] < months[0]
    if years:
        tail = [symbol for symbol, _ in match.parts].index("y") > len(match.parts) // 2
        first_year = years[0] - (1 if wraps and tail else 0)
    else:
        last = nearest(months[1], days[1], match.today, match.future)
        first_year = last.first.year - (1 if wraps else 0)
    first = PartialDate.of(first_year, months[0], days[0]).first
    return day_range(first, PartialDate.of(first_year + (1 if wraps else 0), months[1], days[1]).first)


def _month_month(match: Match) -> PartialDate:
    months, years = match.months(), match.of("y")
    if len(months) == 1:
        return _full(match, years[0] if years else None, months[0], None)
    if len(months) != 2:
        raise Unresolved
    if years:
        last_year, first_year = years[-1], years[0]
    else:
        last_year = first_year = nearest(months[1], None, match.today, match.future).first.year
    if len(years) < 2 and months[1] < months[0]:
        first_year -= 1
    return day_range(PartialDate.of(first_year, months[0]).first, PartialDate.of(last_year, months[1]).last)


def _year_year(match: Match) -> PartialDate:
    first, last = match.of("yqd")[:2]
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        raise Unresolved
    return day_range(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _years_and(match: Match) -> PartialDate:
    """Two years of one act ("in 2021 and 2022"): only neighbours make a span."""
    first, last = match.of("y")
    if last != first + 1:
        raise Unresolved
    return day_range(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _season_shifted(match: Match) -> PartialDate:
    """Last, this or next summer, as three months of the northern year."""
    start, today = 3 * match.of("S")[0], match.today
    year = today.year
    if (match.direction > 0 and start + 2 < today.month) or (match.direction > 0 and start <= today.month):
        year += 1
    if match.direction < 0 and start + 2 >= today.month:
        year -= 1
    return day_range(PartialDate.of(year, start).first, PartialDate.of(year, start + 2).last)


def _month_year(match: Match) -> PartialDate:
    years = match.of("y")
    months = match.months()
    if len(months) == 2:
        return _month_month(match)
    return _full(match, years[0] if years else None, months[0], None)


def _month_shifted(match: Match) -> PartialDate:
    month, today = _one_month(match), match.today
    if match.has("t"):
        return PartialDate.of(today.year, month)
    year, before = month_shift(today, match.direction)
    return nearest(month, None, dt.date(year, before, 28), match.direction > 0)


def _decade(match: Match) -> PartialDate:
    if years := match.of("Y"):
        first = years[0] if years[0] >= 100 else 1900 + years[0] if years[0] >= 30 else 2000 + years[0]
    else:
        century = 1900 if match.of("V")[0] >= 30 else 2000
        if match.has("C"):
            ordinals = match.of("oO")
            century = (ordinals[0] - 1) * 100 if ordinals else (match.today.year // 100 - 1) * 100
        first = century + match.of("V")[0]
    part = (match.of("e") or [0])[0]
    # Early, middle and late are the first four, the middle four and the last four years of ten.
    years_in = {1: (0, 3), 2: (3, 6), 3: (6, 9)}.get(part, (0, 9))
    return day_range(dt.date(first + years_in[0], 1, 1), dt.date(first + years_in[1], 12, 31))


def _century(match: Match) -> PartialDate:
    ordinals = match.of("oOd")
    first = (ordinals[0] - 1) * 100 if ordinals else (match.today.year // 100 - 1) * 100
    if not 1000 <= first < 2200:
        raise Unresolved
    return day_range(dt.date(first + 1, 1, 1), dt.date(first + 100, 12, 31))


def _season(match: Match) -> PartialDate:
    year, start = match.of("y")[0], 3 * match.of("S")[0]
    return day_range(PartialDate.of(year, start).first, PartialDate.of(year, start + 2).last)


def _year(match: Match) -> PartialDate:
    return PartialDate.of(match.of("y")[0])


def _of_this_year(match: Match) -> PartialDate:
    """A month or day of last, this or next year ("ötən ilin sentyabrında")."""
    days = match.of("doO")
    return PartialDate.of(match.today.year + match.direction, _one_month(match), days[0] if days else None)


def _season_of_this_year(match: Match) -> PartialDate:
    """A season of last, this or next year ("летом прошлого года")."""
    year, start = match.today.year + match.direction, 3 * match.of("S")[0]
    return day_range(PartialDate.of(year, start).first, PartialDate.of(year, start + 2).last)


def _named_decade(match: Match) -> PartialDate:
    """A decade told by its first year in figures ("1990-cı illər"); years of no decade are left alone."""
    number = match.of("yoq")[0]
    if number % 10:
        raise Unresolved
    first = number if number >= 1000 else 1900 + number if number >= 30 else 2000 + number
    return day_range(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


def _relative_day(match: Match) -> PartialDate:
    day = match.today + dt.timedelta(days=match.of("R")[0])
    return PartialDate.between(day, day)


def _weekday(match: Match) -> PartialDate:
    wanted, today = match.of("W")[0], match.today
    back = (today.weekday() - wanted) % 7
    if match.direction < 0:
        back = back or 7
    if match.direction > 0 or (match.future and not match.direction and not match.has("t")):
        back -= 7
    if match.has("t") and today.weekday() < wanted:
        back -= 7 if match.future else 0
    day = today - dt.timedelta(days=back)
    return PartialDate.between(day, day)


def _weekday_week(match: Match) -> PartialDate:
    monday = shift_unit(7, match.direction, match.today).first
    day = monday + dt.timedelta(days=match.of("W")[0])
    return PartialDate.between(day, day)


def _weekday_day(match: Match) -> PartialDate:
    """A weekday with a day of the month: the nearest such day that falls on that weekday."""
    for months in (0, -1, 1) if not match.future else (0, 1, -1):
        year, month = month_shift(match.today, months)
        day = match.of("od")[0]
        try:
            found = PartialDate.of(year, month, day)
        except ValueError:
            continue
        if found.first.weekday() == match.of("W")[0]:
            return found
    raise Unresolved


def _week_of(match: Match) -> PartialDate:
    """The first, second ... seven days of a month."""
    week = match.of("oO")[0]
    if match.has("Mmk"):
        years = match.of("y")
        month = _full(match, years[0] if years else None, _one_month(match), None)
    else:
        month = PartialDate.of(*_this_month(match))
    first = month.first + dt.timedelta(days=7 * (week - 1))
    if not month.first <= first <= month.last:
        raise Unresolved
    return day_range(first, min(first + dt.timedelta(days=6), month.last))


def _part_of_year(match: Match) -> PartialDate:
    """A quarter or a half of a year; the number of the word is its months."""
    years, months, part = match.of("y"), match.of("P")[0], match.of("oOd")[0]
    year = years[0] if years else match.today.year + match.direction
    if not 1 <= part <= 12 // months:
        raise Unresolved
    return day_range(PartialDate.of(year, months * (part - 1) + 1).first, PartialDate.of(year, months * part).last)


def _other_day(_match: Match) -> PartialDate:
    """The next or previous day is told from another event, which is not known here."""
    raise Unresolved


def _unit_shifted(match: Match) -> PartialDate:
    unit = match.of("DKBUEC")[0]
    return shift_unit(unit, match.direction, match.today)


def _counted(match: Match) -> tuple[int, int]:
    if dual := match.of("2"):
        return dual[0] // 100_000, dual[0] % 100_000
    count = match.of("dqc")
    return (count[0] if count else 1), match.of("DKBUE")[0]


def _units_shifted(match: Match) -> PartialDate:
    """The last or next so many units: from the far end to the day beside the reference."""
    count, unit = _counted(match)
    if not 1 <= count <= 200:
        raise Unresolved
    today = match.today
    if unit in {30, 365, 3650}:
        months = count * {30: 1, 365: 12, 3650: 120}[unit] * match.direction
        year, month = month_shift(today, months)
        far = dt.date(year, month, min(today.day, 28))
    else:
        far = today + dt.timedelta(days=count * unit * match.direction)
    near = today + dt.timedelta(days=1) if match.direction > 0 else today
    return day_range(far, near)


def _units_ago(match: Match) -> PartialDate:
    count, unit = _counted(match)
    if not 1 <= count <= 200:
        raise Unresolved
    return shift_unit(unit, count if match.has("lg") else -count, match.today)


def _hijri(match: Match) -> PartialDate:
    year = match.of("y")[0]
    months, days = match.of("H"), match.of("doO")
    if not 1343 <= year <= 1500:
        raise Unresolved
    return from_hijri(year, months[0] if months else None, days[0] if days else None)


def _part_unit(match: Match) -> PartialDate:
    return shift_unit(match.of("KBU")[0], match.direction, match.today)


_Reader = Callable[[Match], PartialDate]
READERS: Mapping[str, tuple[_Reader, str]] = {
    "of_year_days": (_days_month, "days of one month"),
    "of_year_dates": (_two_days, "from a day to a day"),
    "of_year_day": (_day_month, "year, month and day"),
    "of_year_month": (_month_year, "month and year"),
    "of_year_quarter": (_part_of_year, "quarter or half of a year"),
    "of_year_part": (_part_of_year, "quarter or half of a year"),
    "years_between": (_year_year, "from a year to a year"),
    "of_year_season": (_season, "season, as three months of the northern year"),
    "of_this_year": (_of_this_year, "month of a year told from the reference"),
    "season_of_this_year": (_season_of_this_year, "season of a year told from the reference"),
    "named_decade": (_named_decade, "decade"),
    "month_day_to": (_days_month, "days of one month"),
    "years_from": (_year_year, "from a year to a year"),
    "named_year": (_year, "year"),
    "iso": (_iso, "year, month and day in figures"),
    "numeric": (_numeric, "day, month and year in figures"),
    "hijri_day": (_hijri, "Hijri date, Umm al-Qura calendar"),
    "hijri_month": (_hijri, "Hijri month, Umm al-Qura calendar"),
    "hijri_year": (_hijri, "Hijri year, Umm al-Qura calendar"),
    **SOLAR_READERS,
    "days_month": (_days_month, "days of one month"),
    "month_days": (_days_month, "days of one month"),
    "days_this_month": (_day_this_month, "days of a month told from the reference"),
    "day_day": (_two_days, "from a day to a day"),
    "date_date": (_two_days, "from a day to a day"),
    "month_month": (_month_month, "from a month to a month"),
    "months_from": (_month_month, "from a month to a month"),
    "year_year": (_year_year, "from a year to a year"),
    "day_month": (_day_month, "day and month"),
    "month_day": (_day_month, "day and month"),
    "year_month_day": (_day_month, "year, month and day"),
    "day_this_month": (_day_this_month, "day of a month told from the reference"),
    "month_year": (_month_year, "month and year"),
    "month_shifted": (_month_shifted, "month told from the reference"),
    "month_alone": (_month_year, "month"),
    "decade": (_decade, "decade"),
    "century": (_century, "century"),
    "season": (_season, "season, as three months of the northern year"),
    "part_year": (_year, "part of a year"),
    "some_year": (_year, "year"),
    "year": (_year, "year after a preposition"),
    "bare_year": (_year, "year by itself"),
    "dotted_day": (_day_month, "day and month"),
    "week_of": (_week_of, "week of a month"),
    "part_of_year": (_part_of_year, "quarter or half of a year"),
    "weekday_week": (_weekday_week, "day of a week told from the reference"),
    "weekday_day": (_weekday_day, "weekday and day of the month, told from the reference"),
    "other_day": (_other_day, ""),
    "relative_day": (_relative_day, "day told from the reference"),
    "weekday_shifted": (_weekday, "weekday told from the reference"),
    "weekday": (_weekday, "nearest such weekday"),
    "unit_shifted": (_unit_shifted, "week, month or year told from the reference"),
    "units_shifted": (_units_shifted, "time up to or from the reference"),
    "units_ago": (_units_ago, "so long before or after the reference"),
    "years_and": (_years_and, "from a year to the next"),
    "day_year_month": (_day_month, "day, year and month"),
    "season_shifted": (_season_shifted, "season told from the reference"),
    "part_of_this": (_part_unit, "part of a month or year told from the reference"),
    "part_unit": (_part_unit, "part of a week, month or year told from the reference"),
}
