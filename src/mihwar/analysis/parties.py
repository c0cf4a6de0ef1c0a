"""Who a claim is about, as states, and who tells it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from mihwar.model import Claim, Entity, SpeakerKind, Status
from mihwar.ontology import event_type, fold_state

__all__ = [
    "COUNTED",
    "Direction",
    "codes",
    "direction",
    "is_conflict",
    "is_counted",
    "parties",
    "side",
    "voice",
]

COUNTED = frozenset({Status.OCCURRED, Status.HISTORICAL})
"""Statuses that make an event; what is negated, planned, supposed or called for makes none."""


class Direction(StrEnum):
    """How an act runs between two states A and B."""

    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"
    MUTUAL = "mutual"
    JOINT = "joint"


def codes(entities: Iterable[Entity]) -> frozenset[str]:
    """The codes of entities, dependencies folded into their state; entities without a code are left out."""
    return frozenset(fold_state(entity.code) for entity in entities if entity.code)


def parties(claim: Claim) -> frozenset[str]:
    """The codes of all actors and recipients of a claim."""
    return codes(claim.actors) | codes(claim.recipients)


def direction(claim: Claim, a: str, b: str) -> Direction | None:
    """How ``claim`` runs between ``a`` and ``b``; ``None`` where it is not an act between them.

    Both as actors is ``MUTUAL``, or ``JOINT`` where they act together on a third party: allies who
    sanction a third state do not sanction one another, so a joint act of conflict is no strain.
    """
    actors, recipients = codes(claim.actors), codes(claim.recipients)
    if a in actors and b in actors:
        return Direction.JOINT if recipients - {a, b} and is_conflict(claim) else Direction.MUTUAL
    if a in actors and b in recipients:
        return Direction.MUTUAL if a in recipients and not is_conflict(claim) else Direction.A_TO_B
    if b in actors and a in recipients:
        return Direction.B_TO_A
    return None


def is_conflict(claim: Claim) -> bool:
    """Whether the claim's first type is verbal or material conflict."""
    return bool(claim.types) and event_type(claim.types[0]).is_conflict


def is_counted(claim: Claim) -> bool:
    """Whether the claim's status makes an event."""
    return claim.status in COUNTED


def voice(claim: Claim) -> str:
    """One key for each independent teller: a named person or body, else the author or outlet of the page.

    Narrators without a name are told apart by publication, else by document: two pages of one outlet
    are one voice.
    """
    speaker = claim.speaker
    if speaker.kind in {SpeakerKind.PERSON, SpeakerKind.ORGANISATION} and speaker.name:
        return f"{speaker.kind.value}:{speaker.name.casefold()}"
    name = speaker.name or claim.citation.publication or claim.citation.document
    return f"narrator:{name.casefold()}"


def side(claim: Claim) -> str:
    """The side a claim is told from: the speaker's state or organisation code, else its voice."""
    return fold_state(claim.speaker.code) if claim.speaker.code else voice(claim)
