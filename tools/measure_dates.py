"""How many of the Recognizers-Text date cases ``find_dates`` reads right. Usage: measure_dates.py DIR [-v] [LANG ...]

A case counts when it concerns dates (type date or daterange) and its past or future resolution is the
date found at the same place; reference is the case's own.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from mihwar.languages import DateMention, find_dates
from mihwar.model import PartialDate

TYPES = {"date", "daterange"}


def wanted(result: dict[str, Any]) -> list[tuple[dt.date, dt.date]]:
    """The past and future resolutions of one result, as first and last day (end exclusive made inclusive)."""
    found = []
    for name in ("PastResolution", "FutureResolution"):
        given = result["Value"].get(name) or {}
        try:
            if "date" in given:
                day = dt.date.fromisoformat(given["date"])
                found.append((day, day))
            elif "startDate" in given and "endDate" in given:
                first, last = dt.date.fromisoformat(given["startDate"]), dt.date.fromisoformat(given["endDate"])
                found += [(first, last), (first, last - dt.timedelta(days=1))]
        except ValueError:
            continue
    return found


def judge(case: dict[str, Any], code: str) -> tuple[int, int, int, list[str]]:
    """Right, exact or overlapping, total, and a line for each miss."""
    moment = dt.datetime.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00"))
    reference = PartialDate.of(moment.year, moment.month, moment.day)
    mentions: tuple[DateMention, ...] = find_dates(case["Input"], code, reference)
    right = near = total = 0
    missed = []
    for result in case.get("Results") or []:
        days = wanted(result) if result.get("Type") in TYPES and result.get("Value") else []
        if not days:
            continue
        total += 1
        start, end = result["Start"], result["Start"] + result["Length"]
        here = [m for m in mentions if m.span.start < end and start < m.span.end]
        exact = any((m.date.first, m.date.last) in days for m in here)
        right += exact
        near += exact or any(m.date.first <= last and first <= m.date.last for m in here for first, last in days)
        if not exact:
            missed.append(
                f"{case['Input']!r} {result['Text']!r} want {days[0][0]}/{days[0][1]} got {[str(m.date) for m in here]}"
            )
    return right, near, total, missed


def main(arguments: list[str]) -> None:
    """Print the share of cases read right, by language and file."""
    verbose = "-v" in arguments
    folder, *codes = [a for a in arguments if a != "-v"]
    for code in codes or ["ar", "en"]:
        for name in ("DateParser", "DatePeriodParser"):
            path = Path(folder) / code / f"{name}.json"
            if not path.exists():
                continue
            right = near = total = 0
            for case in json.loads(path.read_text(encoding="utf-8-sig")):
                r, n, t, missed = judge(case, code)
                right, near, total = right + r, near + n, total + t
                if verbose:
                    print(*missed, sep="\n")
            print(f"{code} {name}: {right}/{total} right ({right / total:.1%}), {near / total:.1%} overlapping")


if __name__ == "__main__":
    main(sys.argv[1:])
