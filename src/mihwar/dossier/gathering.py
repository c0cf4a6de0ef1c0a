"""Put ranked acts that read alike into one line: same parties, type and status, dates that fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mihwar.dossier.tree import Party, RankedPoint, Statement
from mihwar.model import PartialDate

__all__ = ["gather"]

_SNIPPETS = 3
_COMPARED = 30
"""Dates of one act compared with each other: keeps gathering linear."""

Key = tuple[tuple[str, ...], str, frozenset[str], frozenset[str], str]


def gather(points: Iterable[RankedPoint]) -> tuple[RankedPoint, ...]:
    """``points``, weightiest first, each standing for all later ones that read as it does.

    Undated acts go with undated ones, dated ones with those whose dates overlap. A line keeps the score of
    its weightiest act and takes the citations, claims, tellers and snippets of all.
    """
    kept: list[RankedPoint] = []
    places: dict[Key, list[int]] = {}
    for point in points:
        like = places.setdefault(_key(point.statement), [])
        found = next((at for at in like[:_COMPARED] if _dates_fit(kept[at].statement, point.statement)), None)
        if found is None:
            like.append(len(kept))
            kept.append(point)
        else:
            kept[found] = _joined(kept[found], point)
    return tuple(kept)


def _key(told: Statement) -> Key:
    about = told.instrument.name if told.instrument else ""
    return told.types[:1], told.status, _names(told.actors), _names(told.recipients), about


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(f"{party.code} {party.name.casefold()}" for party in parties)


def _dates_fit(first: Statement, second: Statement) -> bool:
    left, right = first.when.date, second.when.date
    if left is None or right is None:
        return left == right
    return PartialDate.parse(left).overlaps(PartialDate.parse(right))


def _joined(first: RankedPoint, second: RankedPoint) -> RankedPoint:
    left, right = first.statement, second.statement
    told = replace(
        left,
        claims=tuple(dict.fromkeys((*left.claims, *right.claims))),
        citations=tuple(sorted({*left.citations, *right.citations})),
        tellers=tuple(dict.fromkeys((*left.tellers, *right.tellers))),
        snippets=tuple(dict.fromkeys((*left.snippets, *right.snippets)))[:_SNIPPETS],
    )
    return replace(first, statement=told, events=first.events + second.events)
