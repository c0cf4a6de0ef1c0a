"""Which groups of events move tension most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mihwar.analysis.parties import parties
from mihwar.analysis.tension import Weights, weigh
from mihwar.model import Event

__all__ = ["Driver", "drivers"]

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Driver:
    """A group of events and what it does to tension.

    ``kind`` is ``type``, ``context``, ``instrument`` or ``state``; ``key`` the type, context or state code,
    or the instrument's name. ``effect`` is tension with the group less tension without it, -1 to 1: above
    0 the group strains the relation, below 0 it sustains it.
    """

    kind: str
    key: str
    events: tuple[Event, ...]
    effect: float
    weights: Weights


def drivers(
    events: Sequence[Event], a: str, b: str, instruments: Mapping[str, Sequence[str]] | None = None
) -> tuple[Driver, ...]:
    """Groups of events by leave-one-group-out, the strongest effect of either sign first.

    Groups are the events of one type, one context, one named instrument (``instruments``: names by claim
    id) or shared with one third state. Where a group is all there is, tension without it is unknown and
    taken as 0.5. Groups with equal events are told once, the most specific kind first.
    """
    whole = weigh(events)
    if whole.tension is None:
        return ()
    found: dict[frozenset[str], Driver] = {}
    for (kind, key), members in _groups(events, a, b, instruments or {}).items():
        own = weigh(members)
        if own.volume == 0:
            continue
        rest = Weights(max(0.0, whole.conflict - own.conflict), max(0.0, whole.cooperation - own.cooperation))
        left = rest.tension if rest.volume > 1e-9 else None
        effect = whole.tension - (_EVEN if left is None else left)
        ids = frozenset(event.id for event in members)
        found.setdefault(ids, Driver(kind, key, tuple(members), effect, own))
    return tuple(sorted(found.values(), key=lambda driver: (-abs(driver.effect), driver.kind, driver.key)))


def _groups(
    events: Sequence[Event], a: str, b: str, instruments: Mapping[str, Sequence[str]]
) -> dict[tuple[str, str], list[Event]]:
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        keys = {("instrument", name) for claim in event.claims for name in instruments.get(claim.id, ())}
        keys |= {("state", code) for claim in event.claims for code in parties(claim) - {a, b}}
        keys |= {("type", code) for code in event.types[:1]}
        keys |= {("context", name) for claim in event.claims for name in claim.contexts}
        for key in keys:
            groups.setdefault(key, []).append(event)
    order = ["instrument", "state", "type", "context"]
    return {key: groups[key] for key in sorted(groups, key=lambda key: (order.index(key[0]), key[1]))}
