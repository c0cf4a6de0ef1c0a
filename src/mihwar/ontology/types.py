"""The sixteen event types of PLOVER 2.0, read from ``data/types.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from mihwar.errors import UnknownNameError
from mihwar.ontology.loading import load

__all__ = ["EventType", "Phrases", "event_type", "event_types", "quad_label", "score"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Ways to tell one type in one language; ``{b}`` stands for the recipient.

    ``past``: what an actor did to the recipient; ``base``: the same after "will", "should", "did not";
    ``mutual``: what several parties did together; ``alone``: what an actor did where no recipient is told.
    In Arabic all four are verbal nouns.
    """

    past: str
    base: str
    mutual: str
    alone: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type: ``quad_code`` 1 to 4, ``score`` and ``modes``' scores from -10 to 10.

    ``labels`` are nouns by language; ``near`` the types that coders choose between for the same act.
    """

    code: str
    quad_code: int
    score: float
    modes: Mapping[str, float]
    near: frozenset[str]
    labels: Mapping[str, str]
    phrases: Mapping[str, Phrases]

    @property
    def is_conflict(self) -> bool:
        """Whether the type is verbal or material conflict."""
        return self.quad_code >= 3


@cache
def _table() -> Mapping[str, EventType]:
    rows = load("types.yaml")["types"]
    return MappingProxyType(
        {
            code: EventType(
                code=code,
                quad_code=row["quad"],
                score=float(row["score"]),
                modes=MappingProxyType({mode: float(value) for mode, value in row.get("modes", {}).items()}),
                near=frozenset(row["near"]),
                labels=MappingProxyType(row["labels"]),
                phrases=MappingProxyType({language: Phrases(**forms) for language, forms in row["phrases"].items()}),
            )
            for code, row in rows.items()
        }
    )


def event_types() -> tuple[EventType, ...]:
    """All types in the codebook's order."""
    return tuple(_table().values())


def event_type(code: str) -> EventType:
    """The type of this code, such as ``ACCUSE``; else ``UnknownNameError``."""
    try:
        return _table()[code]
    except KeyError:
        raise UnknownNameError("event type", code, sorted(_table())) from None


def quad_label(quad_code: int, language: str) -> str:
    """The name of quad class 1 to 4 in ``language``."""
    labels: dict[str, str] = load("types.yaml")["quads"][quad_code]
    return labels[language]


def score(types: Sequence[str], modes: Sequence[str] = ()) -> float:
    """The PLOVER score, -10 to 10: the mean over ``types`` of each one's score.

    A mode that belongs to a type replaces that type's own score (the strongest one, where several do);
    a mode that belongs to none of the types is ignored. No types score 0.
    """
    if not types:
        return 0.0
    values: list[float] = []
    for code in types:
        kind = event_type(code)
        own = [kind.modes[mode] for mode in modes if mode in kind.modes]
        values.append(max(own, key=abs) if own else kind.score)
    return sum(values) / len(values)
