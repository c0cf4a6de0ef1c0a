"""Words of a language for the dossier: labels, counts, dates, numbers, lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from mihwar.errors import UnknownNameError
from mihwar.model import DatePrecision, PartialDate
from mihwar.model.data_files import parse_yaml

__all__ = ["LANGUAGES", "Wording", "wording"]

LANGUAGES = ("ar", "en")


class Wording:
    """The labels of one language, and how it counts, dates and lists."""

    def __init__(self, language: str, labels: dict[str, Any]) -> None:
        self.language = language
        self.labels = labels
        self.direction: str = labels["direction"]

    def say(self, key: str, **values: str) -> str:
        """The label at a dotted ``key``, filled; values go in as they are."""
        found: Any = self.labels
        for part in key.split("."):
            found = found[part]
        text: str = found
        return text.format(**values)

    def has(self, key: str) -> bool:
        """Whether there is a label at a dotted ``key``."""
        found: Any = self.labels
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                return False
            found = found[part]
        return True

    def count(self, key: str, n: int) -> str:
        """``n`` things in the right plural form."""
        forms: dict[str, str] = self.labels["counts"][key]
        return forms.get(_plural(self.language, n), forms["other"]).format(n=n)

    def join(self, items: Sequence[str]) -> str:
        """``a``, ``a and b``, or ``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        head: str = self.labels["list"]["items"].join(items[:-1])
        return self.say("list.pair", a=head, b=items[-1])

    def number(self, value: float, digits: int = 2) -> str:
        """A number; a minus that no font confuses with a hyphen."""
        shown = f"{value:.{digits}f}"
        return shown.replace("-", "\u2212") if float(shown) else shown.replace("-", "")

    def date(self, text: str | None, origin: str | None = None) -> str:
        """A date in its documented form as a reader says it, as precise as it is and no more."""
        if text is None:
            return self.say("date.unknown")
        date = PartialDate.parse(text)
        shown = self._range(date) if date.precision is DatePrecision.RANGE else self._single(date)
        return self.say("date.publication", date=shown) if origin == "publication" else shown

    def date_within(self, text: str, origin: str | None = None) -> str:
        """A date as it stands inside a sentence: ``in 1992``, ``on 15 November 2023``."""
        date = PartialDate.parse(text)
        if origin == "publication":
            return self.say("date_within.publication", date=self.date(text, origin))
        kind = date.precision.value
        if date.precision is DatePrecision.RANGE and (date.first.year, date.first.month) != (
            date.last.year,
            date.last.month,
        ):
            kind = "span"
        return self.say(f"date_within.{kind}", date=self.date(text))

    def _single(self, date: PartialDate) -> str:
        return self.say(f"date.{date.precision.value}", **self._parts(date.first))

    def _range(self, date: PartialDate) -> str:
        first, last = date.first, date.last
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return self.say("date.years", first=str(first.year), last=str(last.year))
        ends = {f"last_{key}": value for key, value in self._parts(last).items()}
        whole = first.day == 1 and (last + dt.timedelta(days=1)).day == 1 if last < dt.date.max else False
        if first.year == last.year and whole:
            return self.say("date.months", **self._parts(first), **ends)
        if (first.year, first.month) == (last.year, last.month):
            return self.say("date.days", **self._parts(first), **ends)
        shown = [self.say("date.day", **self._parts(day)) for day in (first, last)]
        return self.say("date.span", first=shown[0], last=shown[1])

    def _parts(self, day: dt.date) -> dict[str, str]:
        return {"day": str(day.day), "month": self.labels["months"][day.month - 1], "year": str(day.year)}


def _plural(language: str, n: int) -> str:
    """The CLDR plural category of a whole number."""
    if language != "ar":
        return "one" if n == 1 else "other"
    if n < 3:
        return ["zero", "one", "two"][n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"


@cache
def wording(language: str) -> Wording:
    """The words of ``language``; ``UnknownNameError`` for one that the dossier does not speak."""
    if language not in LANGUAGES:
        raise UnknownNameError("dossier language", language, list(LANGUAGES))
    text = files("mihwar.dossier").joinpath("data", f"{language}.yaml").read_text(encoding="utf-8")
    return Wording(language, parse_yaml(text))
