"""Find dates in running text, with their precision: an own grammar over the language files' tables."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from mihwar.languages.date_reading import READERS, Match, Unresolved
from mihwar.languages.date_rules import GRAMMAR
from mihwar.languages.date_tokens import Tokens, tokenise
from mihwar.languages.loading import language as read_language_file
from mihwar.languages.loading import language_codes
from mihwar.model import PartialDate, Span

__all__ = ["DateKind", "DateMention", "find_dates"]

# Symbols that lead into a date without being part of it.
_LEADING = "irbgFTfh,~w"
_RELATIVE = frozenset({"relative_day", "weekday", "weekday_shifted", "unit_shifted", "units_shifted", "units_ago",
    "part_unit", "weekday_week", "weekday_day", "days_this_month", "day_this_month", "month_shifted",
    "season_shifted", "part_of_this", "of_this_year", "season_of_this_year", "relative_unit"})  # fmt: skip
_KEEPS_LEAD = frozenset({"units_ago", "units_shifted"})
# How far, in tokens, a future word or a law's noun is looked for around a date.
_FUTURE_BEFORE, _FUTURE_AFTER, _NOUN_BEFORE = 20, 6, 9
_LAW_YEAR = re.compile(r"[IN][^.|,()Z]{0,8}$")
_LABEL = re.compile(r"[LN][xLN:.#(]{0,2}$")


class DateKind(StrEnum):
    """Whether a date stands by itself or is told from the reference."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A span that tells a date. ``reason`` says how it was read and where missing parts come from."""

    span: Span
    date: PartialDate
    kind: DateKind
    reason: str


def find_dates(text: str, language: str | None, reference: PartialDate | None) -> tuple[DateMention, ...]:
    """Every date that ``text`` tells, in order, disjoint.

    ``language`` is an ISO 639 code (``None`` or an unknown one: all languages at once). ``reference`` is
    the day of publication; a missing year is the nearest past one, or the nearest future one in a clause
    that looks ahead. Without it relative dates and days without a year are left out. What names no day
    that a calendar has is left out too. Linear in the length of ``text``.
    """
    code = _known(language)
    tokens = tokenise(text, code)
    day = None if reference is None else reference.last
    order = _order(code)
    verb_final = code is not None and read_language_file(code).reporting.verb_final
    found: list[DateMention] = []
    position = 0
    while (match := GRAMMAR.search(tokens.symbols, position)) is not None:
        rule = match.lastgroup or ""
        start, end = match.span()
        position = max(end, start + 1)
        mention = _read(tokens, rule, start, end, day, order, verb_final=verb_final)
        if mention is None:
            # A longer form failed: what it held may hold a shorter one.
            position = start + 1
            continue
        found.append(mention)
    return tuple(found)


def _known(code: str | None) -> str | None:
    short = code.replace("_", "-").partition("-")[0].lower() if code else None
    return short if short in language_codes() else None


def _order(code: str | None) -> str:
    return "dmy" if code is None else read_language_file(code).dates.numeric_order


def _read(
    tokens: Tokens, rule: str, start: int, end: int, day: dt.date | None, order: str, *, verb_final: bool
) -> DateMention | None:
    symbols = tokens.symbols
    if rule in {"year", "bare_year", "some_year"} and _is_label_or_law(symbols, rule, start, end):
        return None
    if rule in {"decade", "century", "bare_year", "year"} and symbols[end : end + 1] == "X":
        return None
    if _beside_stray_number(symbols, rule, start, end):
        return None
    while rule not in _KEEPS_LEAD and start < end - 1 and symbols[start] in _LEADING:
        start += 1
    parts = tuple(zip(symbols[start:end], tokens.values[start:end], strict=True))
    future = _looks_ahead(symbols, start, end, verb_final=verb_final)
    match = Match(parts, day, future, order, tokens.calendar)
    reader, reason = READERS[rule]
    try:
        date = reader(match)
    except (Unresolved, ValueError, OverflowError):
        return None
    if rule == "bare_year" and not 1900 <= date.first.year <= 2100:
        return None
    if rule in {"year", "part_year", "named_year"} and not 1400 <= date.first.year <= 2150:
        return None
    told = rule in _RELATIVE or (
        day is not None and not match.has("yYVCO" if rule in {"decade", "century"} else "yqsu")
    )
    if told and rule in {"decade", "century", "named_decade"}:
        told = False
    if rule == "numeric":
        told = False
    if told and rule not in _RELATIVE:
        reason += f"; year from the reference {day} ({'next' if future else 'nearest past'})"
    elif told:
        reason += f" {day}"
    while end > start + 1 and symbols[end - 1] in ".:,":
        end -= 1
    kind = DateKind.RELATIVE if rule in _RELATIVE else DateKind.ABSOLUTE
    return DateMention(Span(tokens.starts[start], tokens.ends[end - 1]), date, kind, reason)


def _is_label_or_law(symbols: str, rule: str, start: int, end: int) -> bool:
    """Whether a year is a section's number ("Section 1990") or part of a law's name ("the Act of 1992")."""
    before = symbols[max(0, start - _NOUN_BEFORE) : start]
    lead = symbols[start] if start < end - 1 else ""
    if rule == "bare_year" and (_LABEL.search(before) or before.endswith((",", "h"))):
        return before.endswith("h") or bool(_LABEL.search(before))
    joins_name = (
        rule == "bare_year" or lead in "rf" or (rule == "some_year" and lead == "U" and before[-1:] in "INfrh")
    )
    return joins_name and bool(_LAW_YEAR.search(before))


def _beside_stray_number(symbols: str, rule: str, start: int, end: int) -> bool:
    """Whether a month lacks its year and a number stands where a day or year belongs ("907 January 25")."""
    if rule in {"month_day", "month_alone", "month_year"} and symbols[start] in "Mmk" and start:
        if symbols[start - 1] in "zq":
            return True
    return (
        rule == "day_month"
        and "y" not in symbols[start:end]
        and bool(re.match("[zq](?![QTF])", symbols[end : end + 2]))
    )


def _looks_ahead(symbols: str, start: int, end: int, *, verb_final: bool) -> bool:
    before = symbols[max(0, start - _FUTURE_BEFORE) : start]
    # Where the verb ends its clause, one before a comma belongs to another clause.
    cut = max(before.rfind(mark) for mark in (".|," if verb_final else ".|"))
    after = symbols[end : end + _FUTURE_AFTER]
    stop = min((at for mark in ".|," if (at := after.find(mark)) >= 0), default=len(after))
    return "Z" in before[cut + 1 :] or "Z" in after[:stop]
