"""The claims and events between two states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mihwar.analysis.linking import link_events
from mihwar.analysis.parties import COUNTED, Direction, direction
from mihwar.model import Claim, Document, Event, PartialDate, Status

__all__ = ["Relation", "counted_claims", "in_window", "relation"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What the claims tell of two states.

    ``events`` are acts held to be real, which count to tension; ``denied`` events that speakers only
    deny; ``uncounted`` claims that are planned, supposed or called for; ``joint`` claims of both acting
    together against a third party; ``others`` claims that involve one of the two, or both, with a third.
    """

    a: str
    b: str
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    denied: tuple[Event, ...]
    uncounted: tuple[Claim, ...]
    joint: tuple[Claim, ...]
    others: tuple[Claim, ...]


def counted_claims(event: Event) -> tuple[Claim, ...]:
    """The claims of an event that assert it."""
    return tuple(claim for claim in event.claims if claim.status in COUNTED)


def in_window(claim: Claim, since: PartialDate | None, until: PartialDate | None) -> bool:
    """Whether a claim may fall between two dates; an undated one is placed by its publication date.

    A partial date counts when some day of it lies in the window. Without any date a claim stays in.
    """
    date = claim.date or claim.citation.published
    if date is None:
        return True
    return not ((since and date.last < since.first) or (until and date.first > until.last))


def relation(  # noqa: PLR0917 - the window comes last, as on the command line
    a: str,
    b: str,
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Relation:
    """Sort ``claims`` into what they tell of states ``a`` and ``b`` (codes), within a window of dates."""
    between: list[Claim] = []
    joint: list[Claim] = []
    others: list[Claim] = []
    for claim in {claim.id: claim for claim in claims}.values():
        if not in_window(claim, since, until):
            continue
        way = direction(claim, a, b)
        if way is Direction.JOINT:
            joint.append(claim)
        elif way is not None:
            between.append(claim)
        else:
            others.append(claim)
    told = [claim for claim in between if claim.status in COUNTED or claim.status is Status.NEGATED]
    linked = link_events(told, documents)
    told_ids = {claim.id for claim in told}
    return Relation(
        a=a,
        b=b,
        claims=tuple(between),
        events=tuple(event for event in linked if counted_claims(event)),
        denied=tuple(event for event in linked if not counted_claims(event)),
        uncounted=tuple(claim for claim in between if claim.id not in told_ids),
        joint=tuple(joint),
        others=tuple(others),
    )
