"""Tension: how much of what happens between two states is conflict, with how much is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mihwar.analysis.relation import counted_claims
from mihwar.model import Claim, Event
from mihwar.ontology import event_type

__all__ = ["TensionEstimate", "Weights", "Window", "scale", "tension", "tension_by", "weigh"]

_RESAMPLES = 1000
_SEED = 20231115
_Z = 1.959964
_CLUSTERS = 10
"""Fewest documents that are resampled as wholes; with fewer, a cluster bootstrap has too few distinct draws
(Cameron, Gelbach, Miller 2008 find it unreliable below about ten), and single events are resampled."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Conflict and cooperation weight of events: sums of the scores' sizes. Weights of parts add up."""

    conflict: float = 0.0
    cooperation: float = 0.0

    def __add__(self, other: Weights) -> Weights:
        return Weights(self.conflict + other.conflict, self.cooperation + other.cooperation)

    @property
    def volume(self) -> float:
        """All weight, of either sign."""
        return self.conflict + self.cooperation

    @property
    def tension(self) -> float | None:
        """``conflict / (conflict + cooperation)``, 0 to 1; ``None`` without any weight."""
        return min(1.0, max(0.0, self.conflict / self.volume)) if self.volume > 0 else None


@dataclass(frozen=True, slots=True)
class TensionEstimate:
    """Tension 0 to 1 with a 95% interval (all ``None`` where no event has weight) and what it rests on.

    ``resampled`` says over what the bootstrap ran: ``document`` or ``event``.
    """

    value: float | None
    low: float | None
    high: float | None
    weights: Weights
    events: int
    claims: int
    documents: int
    resampled: str


@dataclass(frozen=True, slots=True)
class Window:
    """Tension in one month (``2023-11``) or year (``2023``)."""

    period: str
    estimate: TensionEstimate


def scale(event: Event) -> float:
    """The score of an event, -10 to 10: that of the most confident claim that asserts it.

    Ties go to the weaker score, so that telling an act again never makes it weigh more. Where a
    coder gave no score, the ontology's score of the type stands in.
    """
    asserting = counted_claims(event) or event.claims
    best = min(asserting, key=lambda claim: (-claim.confidence, abs(_own(claim)), _own(claim), claim.id))
    return max(-10.0, min(10.0, _own(best)))


def _own(claim: Claim) -> float:
    return claim.scale or (event_type(claim.types[0]).score if claim.types else 0.0)


def weigh(events: Iterable[Event]) -> Weights:
    """The weights of events: those of two disjoint lists add up to those of both together."""
    total = Weights()
    for event in events:
        total += _weights(event)
    return total


def _weights(event: Event) -> Weights:
    value = scale(event)
    conflict = event_type(event.types[0]).is_conflict if event.types else value < 0
    return Weights(conflict=abs(value)) if conflict else Weights(cooperation=abs(value))


def tension(events: Sequence[Event], *, resamples: int = _RESAMPLES, seed: int = _SEED) -> TensionEstimate:
    """Tension of ``events`` between two states.

    Each event counts once, however many claims tell it: ``tension = C / (C + K)`` with ``C`` the sum of
    the scores' sizes over conflict events, ``K`` over cooperation events. The interval is the hull of two 95%
    intervals: the percentile bootstrap (seeded; over documents, an event's weight shared by its documents) and
    Wilson's score interval (1927) at Kish's effective number of events ``(sum w)^2 / sum w^2`` (1965), which stays
    wide for a handful of events that all point one way, where the bootstrap cannot.
    """
    weights = weigh(events)
    documents = {claim.citation.document for event in events for claim in event.claims}
    claims = {claim.id for event in events for claim in event.claims}
    by_document = len(documents) >= _CLUSTERS
    value = weights.tension
    low = high = None
    if value is not None:
        rows = _rows(events, by_document)
        bounds = [*_bootstrap(rows, resamples, seed), *_wilson(events, value), value]
        low, high = max(0.0, min(bounds)), min(1.0, max(bounds))
    return TensionEstimate(
        value,
        low,
        high,
        weights,
        len(events),
        len(claims),
        len(documents),
        "document" if by_document else "event",
    )


def _rows(events: Sequence[Event], by_document: bool) -> list[tuple[float, float]]:
    if not by_document:
        return [(w.conflict, w.cooperation) for w in map(_weights, events)]
    shares: dict[str, Weights] = {}
    for event in events:
        weights = _weights(event)
        documents = sorted({claim.citation.document for claim in event.claims})
        part = Weights(weights.conflict / len(documents), weights.cooperation / len(documents))
        for document in documents:
            shares[document] = shares.get(document, Weights()) + part
    return [(shares[name].conflict, shares[name].cooperation) for name in sorted(shares)]


def _bootstrap(rows: list[tuple[float, float]], resamples: int, seed: int) -> tuple[float, float]:
    import numpy as np

    table = np.asarray(rows, dtype=float)
    random = np.random.default_rng(seed)
    draws = random.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=resamples)
    sums = draws @ table
    volume = sums.sum(axis=1)
    values = sums[volume > 0, 0] / volume[volume > 0]
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def _wilson(events: Sequence[Event], value: float) -> tuple[float, float]:
    sizes = [_weights(event).volume for event in events]
    n = sum(sizes) ** 2 / sum(size * size for size in sizes)
    middle = (value + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    spread = _Z / (1 + _Z * _Z / n) * (value * (1 - value) / n + _Z * _Z / (4 * n * n)) ** 0.5
    return middle - spread, middle + spread


def tension_by(events: Sequence[Event], unit: str = "year") -> tuple[Window, ...]:
    """Tension in each ``month`` or ``year`` that has an event, in order.

    An event is placed only where its date lies wholly in one window: one dated ``2023`` is in no month.
    """
    size = {"year": 4, "month": 7}[unit]
    placed: dict[str, list[Event]] = {}
    for event in events:
        if event.date and event.date.first.isoformat()[:size] == event.date.last.isoformat()[:size]:
            placed.setdefault(event.date.first.isoformat()[:size], []).append(event)
    return tuple(Window(period, tension(placed[period])) for period in sorted(placed))
