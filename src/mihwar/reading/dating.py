"""The day a page says that it was published on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from mihwar.languages import language, language_codes
from mihwar.model import PartialDate
from mihwar.reading.words import key

__all__ = ["date_in", "machine_date"]

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


@cache
def _months() -> dict[str, int]:
    return {key(name): number for code in language_codes() for name, number in language(code).dates.months.items()}


def date_in(text: str, *, day_first: bool = False) -> PartialDate | None:
    """The date on a date line, a day where it tells one, else a month; ``None`` for anything else.

    ``3/4/2024`` may be two days: it gives the year alone, unless ``day_first``; dots always mean day first.
    A Hijri or Jalali year is not read.
    """
    plain = key(text[:300])
    digits = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text[:300])
    iso = _ISO.search(digits)
    if iso:
        return _day(*map(int, iso.groups()))
    named = _named(plain.split())
    if named is not None:
        return named
    numeric = _NUMERIC.search(digits)
    if numeric:
        first, second, year = map(int, numeric.groups())
        certain = day_first or "." in numeric.group()
        if first <= 12 and second <= 12 and first != second and not certain:
            return PartialDate.of(year)
        return _day(year, second, first) if second <= 12 else _day(year, first, second)
    return None


def machine_date(text: str) -> PartialDate | None:
    """The day of an ISO 8601 date and time, as JSON-LD and meta tags carry it."""
    bare = text.strip()
    match = _ISO.match(bare) or _COMPACT.match(bare)
    return _day(*map(int, match.groups())) if match else date_in(bare)


def _named(tokens: list[str]) -> PartialDate | None:
    months = _months()
    for at, token in enumerate(tokens):
        pair = f"{token} {tokens[at + 1]}" if at + 1 < len(tokens) else ""
        width = 2 if pair in months else 1
        month = months.get(pair) or months.get(token)
        if month is None:
            continue
        after = tokens[at + width : at + width + 3]
        years = [int(word) for word in after if re.fullmatch(r"(?:19|20)\d\d", word)]
        if not years:
            continue
        day = _ordinal(tokens[at - 1 : at]) or _ordinal(after[:1])
        return _day(years[0], month, day) if day else PartialDate.of(years[0], month)
    return None


def _ordinal(words: Iterable[str]) -> int | None:
    for word in words:
        match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|er)?", word)
        if match and 1 <= int(match.group(1)) <= 31:
            return int(match.group(1))
    return None


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.of(year, month, day)
    except ValueError:
        return None
