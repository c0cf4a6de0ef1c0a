"""Order events by how much they say about a relation, and say why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mihwar.analysis.parties import parties, voice
from mihwar.analysis.relation import counted_claims
from mihwar.analysis.similarity import alike
from mihwar.analysis.tension import scale
from mihwar.model import Event

__all__ = ["Ranked", "near_duplicates", "rank"]

_SHARED = 0.7
"""Directness of an act that third parties share in, against 1 for an act of the two states alone."""

_COMPARED = 30
"""Strongest events of one type and the same parties that an event is compared with: keeps ranking linear."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event with its place's reason: ``score = weight x confidence x voices x directness``."""

    event: Event
    score: float
    weight: float
    confidence: float
    voices: int
    directness: float
    merged: tuple[Event, ...] = ()


def rank(events: Iterable[Event], a: str, b: str) -> tuple[Ranked, ...]:
    """Events in falling order of what they weigh, near-duplicates merged into the strongest of them.

    ``weight`` is the size of the PLOVER score (0 to 10), ``confidence`` that of the surest asserting claim,
    ``voices`` the number of independent tellers, ``directness`` 1 for an act of the two states alone
    and 0.7 where others share in it.
    """
    listed = sorted((_ranked(event, a, b) for event in events), key=_order)
    kept: list[Ranked] = []
    alike_places: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = {}
    for entry in listed:
        key = (entry.event.types[:1], parties(entry.event.claims[0]))
        places = alike_places.setdefault(key, [])
        near = (place for place in places[:_COMPARED] if near_duplicates(entry.event, kept[place].event))
        place = next(near, None)
        if place is None:
            places.append(len(kept))
            kept.append(entry)
        else:
            kept[place] = _merge(kept[place], entry)
    return tuple(sorted(kept, key=_order))


def near_duplicates(first: Event, second: Event) -> bool:
    """Whether two events read as one: one type, the same parties, dates that do not part, alike words."""
    if not set(first.types[:1]) & set(second.types[:1]):
        return False
    left, right = first.claims[0], second.claims[0]
    if parties(left) != parties(right):
        return False
    if first.date and second.date and not first.date.overlaps(second.date):
        return False
    same_sentence = left.citation.document == right.citation.document and left.sentence == right.sentence
    return same_sentence or (alike(left, right) or 0.0) >= 0.6


def _ranked(event: Event, a: str, b: str) -> Ranked:
    asserting = counted_claims(event) or event.claims
    weight = abs(scale(event))
    confidence = max(claim.confidence for claim in asserting)
    voices = len({voice(claim) for claim in asserting})
    directness = 1.0 if any(parties(claim) <= {a, b} for claim in asserting) else _SHARED
    return Ranked(event, weight * confidence * voices * directness, weight, confidence, voices, directness)


def _merge(kept: Ranked, other: Ranked) -> Ranked:
    events = (*kept.merged, other.event)
    claims = [claim for event in (kept.event, *events) for claim in counted_claims(event) or event.claims]
    voices = len({voice(claim) for claim in claims})
    score = kept.weight * kept.confidence * voices * kept.directness
    return Ranked(kept.event, score, kept.weight, kept.confidence, voices, kept.directness, events)


def _order(entry: Ranked) -> tuple[float, str, str]:
    date = entry.event.date.first.isoformat() if entry.event.date else "9999"
    return (-entry.score, date, entry.event.id)
