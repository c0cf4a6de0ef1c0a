"""Dates of the Iranian (solar Hijri) calendar, and words that are a unit told from the reference by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from mihwar.languages.date_arithmetic import day_range, from_jalali, shift_unit
from mihwar.languages.date_match import Match, Unresolved
from mihwar.model import PartialDate

__all__ = ["SOLAR_READERS", "SOLAR_RULES", "mark_solar_years"]

# Years of the calendar that a page can mean: 1921-2072.
_FIRST, _LAST = 1300, 1450
_SOON = 14  # days, as in date_arithmetic.nearest
_DAY, _YEAR = r"[doO]", r"(?:[,]?f?U?[ys]G?|f?u|f?U[tpn])"
_WEEKDAY = r"(?:D?W[,(]?[ri]?D?,?)"

SOLAR_RULES: Mapping[str, str] = {
    "solar_iso": r"s(?:~d~d|/d/d|:d:d)(?![~/]?d)",
    "solar_days": rf"[fF]?{_WEEKDAY}?D?{_DAY}(?:[~-]|T|w){_WEEKDAY}?D?{_DAY}f?B?J{_YEAR}?(?!Q)",
    "jalali_day": rf"{_WEEKDAY}?D?{_DAY}f?B?J{_YEAR}?(?!Q)",
    "solar_month": rf"e?f?B?J(?:{_YEAR}|[tpn])(?!Q)|(?<=[iFTbg])B?J(?![doOJU])|eB?J",
    "solar_season": r"Sf?U?s",
    "solar_decade": r"e?E(?:[sy]|[cdq](?!Q))G?",
    "solar_years": r"[fF]?U?sT[i]?U?s(?!Q)|U?s~[sq](?!Q)",
    "solar_year": r"(?:[ib]?e?U|[ibg]|e)s(?![Q~/:])G?|sG",
    "solar_short_year": r"[ib]?e?Uq(?![QDKBUE~/:%])",
    "century_number": r"Cd(?![Q~/:])",
    "relative_unit": r"u|(?<![dcqz])[KBU]a|D[pn](?![dcz])",
}


def mark_solar_years(symbols: list[str], values: list[int]) -> None:
    """Give years of the calendar the symbol ``s``, except beside a lunar month or mark."""
    for at, symbol in enumerate(symbols):
        lunar = "A" in symbols[at + 1 : at + 2] or "H" in symbols[max(0, at - 3) : at]
        if symbol == "y" and _FIRST <= values[at] <= _LAST and not lunar:
            symbols[at] = "s"


def _year_of(year: int) -> PartialDate:
    first = from_jalali(year, 1, 1).first
    return day_range(first, from_jalali(year + 1, 1, 1).first - dt.timedelta(days=1))


def _month_of(year: int, month: int) -> PartialDate:
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_range(from_jalali(year, month, 1).first, from_jalali(*after, 1).first - dt.timedelta(days=1))


def _told_year(match: Match, month: int, day: int) -> int:
    """The year given, or that of the latest such day not after the reference (at most two weeks ahead)."""
    if words := match.of("u"):
        return _this_year(match) + words[0] // 100_000 - 50
    if years := match.of("ys"):
        if not _FIRST <= years[0] <= _LAST:
            raise Unresolved
        return years[0]
    this = _this_year(match)
    if match.direction or match.has("t"):
        return this + match.direction
    for year in (this, this + 1) if match.future else (this + 1, this, this - 1):
        ahead = (from_jalali(year, month, day).first - match.today).days
        if ahead >= 0 if match.future else ahead <= _SOON:
            return year
    raise Unresolved


def _this_year(match: Match) -> int:
    import jdatetime

    return int(jdatetime.date.fromgregorian(date=match.today).year)


def _solar_iso(match: Match) -> PartialDate:
    year, month, day = match.of("sd")
    return from_jalali(year, month, day)


def _solar_day(match: Match) -> PartialDate:
    month, day = match.of("J")[0], match.of("doO")[0]
    return from_jalali(_told_year(match, month, day), month, day)


def _solar_days(match: Match) -> PartialDate:
    month, days = match.of("J")[0], match.of("doO")
    year = _told_year(match, month, days[1])
    return day_range(from_jalali(year, month, days[0]).first, from_jalali(year, month, days[1]).first)


def _solar_month(match: Match) -> PartialDate:
    month = match.of("J")[0]
    return _month_of(_told_year(match, month, 1), month)


def _solar_year(match: Match) -> PartialDate:
    return _year_of(match.of("s")[0])


def _solar_years(match: Match) -> PartialDate:
    first, last = match.of("sq")
    last += first // 100 * 100 if last < 100 else 0
    if not first < last:
        raise Unresolved
    return day_range(_year_of(first).first, _year_of(last).last)


def _solar_season(match: Match) -> PartialDate:
    year, first = match.of("s")[0], 3 * match.of("S")[0] - 2
    return day_range(_month_of(year, first).first, _month_of(year, first + 2).last)


def _solar_short_year(match: Match) -> PartialDate:
    """A year of two figures in a language that counts so: 88 is 1388."""
    number = match.of("q")[0]
    if match.calendar != "solar" or not 32 <= number <= 99:
        raise Unresolved
    return _year_of(1300 + number)


def _solar_decade(match: Match) -> PartialDate:
    """A decade by its first year: "the decade 1360", "the decade of sixty"; behind it a Gregorian mark."""
    number = match.of("sycdq")[0]
    if number % 10 or not number or (match.calendar != "solar" and number < 1000):
        raise Unresolved
    if number > _LAST:
        return day_range(dt.date(number, 1, 1), dt.date(number + 9, 12, 31))
    if match.has("G") and number < 100:
        return day_range(dt.date(1900 + number, 1, 1), dt.date(1909 + number, 12, 31))
    first = number if number >= 1000 else 1300 + number
    return day_range(_year_of(first).first, _year_of(first + 9).last)


def _century(match: Match) -> PartialDate:
    first = (match.of("d")[0] - 1) * 100
    if not 1000 <= first < 2200:
        raise Unresolved
    return day_range(dt.date(first + 1, 1, 1), dt.date(first + 100, 12, 31))


def _relative_unit(match: Match) -> PartialDate:
    """One word (its number is 50 and the units from the reference, then the unit's code), or a unit with "ago"."""
    if not match.has("u"):
        return shift_unit(match.of("DKBU")[0], match.direction or -1, match.today)
    number = match.of("u")[0]
    return shift_unit(number % 100_000, number // 100_000 - 50, match.today)


SOLAR_READERS: Mapping[str, tuple[Callable[[Match], PartialDate], str]] = {
    "solar_iso": (_solar_iso, "year, month and day of the Iranian calendar"),
    "solar_days": (_solar_days, "days of the Iranian calendar"),
    "jalali_day": (_solar_day, "date of the Iranian calendar"),
    "solar_month": (_solar_month, "month of the Iranian calendar"),
    "solar_season": (_solar_season, "season of the Iranian calendar"),
    "solar_decade": (_solar_decade, "decade of the Iranian calendar"),
    "solar_years": (_solar_years, "years of the Iranian calendar"),
    "solar_year": (_solar_year, "year of the Iranian calendar"),
    "solar_short_year": (_solar_short_year, "year of the Iranian calendar"),
    "century_number": (_century, "century"),
    "relative_unit": (_relative_unit, "time told from the reference"),
}
