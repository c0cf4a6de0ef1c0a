"""Who held which office when."""

from __future__ import annotations

import datetime as dt
from functools import cache

from mihwar.actors.tables import table
from mihwar.model import PartialDate, Post, Tenure

__all__ = ["choose", "held_on", "states_of", "tenures_of"]


def _date(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell.strip() else None


@cache
def _by_person() -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for row in table("tenures"):
        names = {"en": row["office_en"], "ar": row["office_ar"]}
        post = Post(row["office_id"], row["state"], row["sector"], names)
        tenure = Tenure(row["person_id"], post, _date(row["start"]), _date(row["end"]), row["source"], row["as_of"])
        found.setdefault(row["person_id"], []).append(tenure)
    return {person: tuple(sorted(held, key=_begun)) for person, held in found.items()}


def _begun(tenure: Tenure) -> tuple[dt.date, str]:
    return (tenure.start.first if tenure.start else dt.date.min, tenure.post.id)


def tenures_of(person: str) -> tuple[Tenure, ...]:
    """The person's tenures, earliest first; none for a person whose posts no table lists."""
    return _by_person().get(person, ())


def states_of(person: str) -> frozenset[str]:
    """The states whose posts the person held."""
    return frozenset(tenure.post.state for tenure in tenures_of(person))


def held_on(person: str, date: PartialDate) -> tuple[Tenure, ...]:
    """The tenures that cover some day of ``date``, the latest begun last."""
    return tuple(tenure for tenure in tenures_of(person) if _covers(tenure, date))


def _covers(tenure: Tenure, date: PartialDate) -> bool:
    begins = tenure.start.first if tenure.start else dt.date.min
    ends = tenure.end.last if tenure.end else dt.date.max
    return begins <= date.last and date.first <= ends


def choose(held: tuple[Tenure, ...], date: PartialDate | None) -> Tenure:
    """Of several tenures, the one that covers the whole of ``date``, else the latest begun."""
    if date is not None:
        whole = [
            tenure
            for tenure in held
            if (tenure.start is None or tenure.start.first <= date.first)
            and (tenure.end is None or date.last <= tenure.end.last)
        ]
        held = tuple(whole) or held
    return held[-1]
