"""Points on which speakers of different sides disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mihwar.analysis.figures import figures_apart
from mihwar.analysis.parties import codes, is_conflict, is_counted, parties, side
from mihwar.analysis.similarity import alike, days_apart, words
from mihwar.model import Claim, DatePrecision, Event, Status

__all__ = ["Contest", "ContestKind", "contested"]

_NEAR_DAYS = 1
_LIKE_A_DENIAL = 0.1
"""Common words of a denial and the account it denies: a denial is worded by the other side and shares few
(0.15 in the gold article ar-01, where Algiers denies what Paris says), unrelated ones of one page none."""
_LIKE_A_CONTRADICTION = 0.4
"""Common words that a denial by someone outside the matter needs, the parties' names left aside: a writer's "did
not" is seldom an answer to another writer (the pairs of the examples below it told of different things)."""
_REJECTION = "REJECT"
_SHORT, _FEW = 3, 4
"""Letters of words that carry no matter ("the", "and"), and fewest words two sentences are compared by."""
_NEAREST = 30
"""Events compared with each event, the nearest in time: keeps the search linear."""


class ContestKind(StrEnum):
    """How accounts disagree."""

    DENIED = "denied"
    BLAME = "blame"
    OPPOSITE = "opposite"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Contest:
    """Two accounts that cannot both hold: the claims of one, the claims of the other.

    ``sides_differ`` is false where one voice tells both, which is a contradiction in one account.
    """

    kind: ContestKind
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]
    sides_differ: bool


def contested(events: Sequence[Event]) -> tuple[Contest, ...]:
    """Disagreements in and between events.

    Denied: one event asserted and denied; one only denied beside the likest one of its type, parties and time
    that another side asserts; an account of conflict that one of its parties is told to reject. Blamed: within
    a day, one type of conflict with the parties swapped, told by different sides, one of them the sufferer's
    and none the doer's own. Numbers: documents that count the same thing of one event otherwise. Opposite: on
    one day, one actor toward one recipient, conflict and cooperation about the same thing (at least two words
    in five shared), told by different sides.
    """
    found = [contest for event in events for contest in _denied(event)]
    found += _denied_elsewhere(events)
    found += _rejected(events)
    for event in events:
        apart_claims = figures_apart(event.claims)
        found += [Contest(ContestKind.NUMBERS, (one,), (two,), side(one) != side(two)) for one, two in apart_claims]
    dated = sorted(
        (
            event
            for event in events
            if event.date and event.date.precision in {DatePrecision.DAY, DatePrecision.RANGE}
        ),
        key=lambda event: (str(event.date), event.id),
    )
    for place, event in enumerate(dated):
        for other in dated[place + 1 : place + 1 + _NEAREST]:
            apart = days_apart(event.date, other.date)
            if apart is not None and apart <= _NEAR_DAYS:
                found += _between(event, other, apart)
    return tuple(found)


def _denied(event: Event) -> Iterator[Contest]:
    no = tuple(claim for claim in event.claims if claim.status is Status.NEGATED)
    yes = tuple(claim for claim in event.claims if claim.status in {Status.OCCURRED, Status.HISTORICAL})
    if yes and no:
        differ = not ({side(claim) for claim in yes} & {side(claim) for claim in no})
        yield Contest(ContestKind.DENIED, yes, no, differ)


def _denied_elsewhere(events: Sequence[Event]) -> Iterator[Contest]:
    asserted: dict[tuple[str, frozenset[str], frozenset[str]], list[Event]] = {}
    for event in events:
        if event.types and any(is_counted(claim) for claim in event.claims):
            asserted.setdefault(_deed(event), []).append(event)
    for event in events:
        if not event.types or any(is_counted(claim) for claim in event.claims):
            continue
        told = {side(claim) for claim in event.claims}
        rivals = [
            other
            for other in asserted.get(_deed(event), [])[:_NEAREST]
            if not days_apart(event.date, other.date)
            and not told & {side(claim) for claim in other.claims}
            and not _one_sentence(event.claims[0], other.claims[0])
        ]
        likest = max(
            rivals, key=lambda other: (alike(event.claims[0], other.claims[0]) or 0.0, other.id), default=None
        )
        if likest and _answers(event, likest):
            yield Contest(ContestKind.DENIED, likest.claims, event.claims, sides_differ=True)


def _answers(denial: Event, account: Event) -> bool:
    """Whether a denial is about the account: few common words do where one of the parties itself denies."""
    no, yes = denial.claims[0], account.claims[0]
    if any(side(claim) in parties(claim) for claim in denial.claims):
        return (alike(no, yes) or 0.0) >= _LIKE_A_DENIAL
    if no.citation.language != yes.citation.language:
        return False
    named = words(" ".join(e.entity_text for c in (no, yes) for e in (*c.actors, *c.recipients)))
    left, right = words(no.text) - named, words(yes.text) - named
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= _LIKE_A_CONTRADICTION


def _rejected(events: Sequence[Event]) -> Iterator[Contest]:
    """Accounts of conflict beside the likest rejection of them: "the ministry denied that ...", told of both."""
    accounts = [
        (event, _beyond_names(event.claims[0]))
        for event in events
        if _REJECTION not in event.types and is_conflict(event.claims[0]) and is_counted(event.claims[0])
    ][:_NEAREST]
    for event in events:
        first = event.claims[0]
        if event.types[:1] != (_REJECTION,) or not is_counted(first):
            continue
        told = _beyond_names(first)
        near = [
            (_shared(told, beyond), other.id, other)
            for other, beyond in accounts
            if parties(first) & parties(other.claims[0])
            and not _one_sentence(first, other.claims[0])
            and first.citation.language == other.claims[0].citation.language
            and not days_apart(event.date, other.date)
        ]
        best = max(near, key=lambda found: found[:2], default=None)
        if best and best[0] >= _LIKE_A_CONTRADICTION:
            differ = not ({side(claim) for claim in event.claims} & {side(claim) for claim in best[2].claims})
            yield Contest(ContestKind.DENIED, best[2].claims, event.claims, differ)


def _beyond_names(claim: Claim) -> frozenset[str]:
    """The words of a claim's sentence without the names of its parties and without short words."""
    named = words(" ".join(e.entity_text for e in (*claim.actors, *claim.recipients)))
    return frozenset(word for word in words(claim.text) - named if len(word) > _SHORT or word.isdigit())


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / min(len(first), len(second)) if min(len(first), len(second)) >= _FEW else 0.0


def _one_sentence(first: Claim, second: Claim) -> bool:
    """Whether both stand in one sentence, where the account is the telling of the denial itself."""
    return first.citation.document == second.citation.document and first.sentence.overlaps(second.sentence)


def _deed(event: Event) -> tuple[str, frozenset[str], frozenset[str]]:
    first = event.claims[0]
    return event.types[0], codes(first.actors), codes(first.recipients)


def _between(event: Event, other: Event, apart: int) -> Iterator[Contest]:
    left, right = event.claims[0], other.claims[0]
    if {side(claim) for claim in event.claims} & {side(claim) for claim in other.claims}:
        return
    swapped = codes(left.actors) & codes(right.recipients) and codes(left.recipients) & codes(right.actors)
    same = codes(left.actors) == codes(right.actors) and codes(left.recipients) == codes(right.recipients)
    if swapped and event.types[:1] == other.types[:1] and is_conflict(left) and _blame(event, other):
        yield Contest(ContestKind.BLAME, event.claims, other.claims, sides_differ=True)
    elif same and apart == 0 and is_conflict(left) != is_conflict(right) and _about_one_thing(left, right):
        yield Contest(ContestKind.OPPOSITE, event.claims, other.claims, sides_differ=True)


def _blame(event: Event, other: Event) -> bool:
    """Whether a sufferer tells one of two swapped acts and no doer tells its own: owning up is no blame."""
    told = [claim for claim in (*event.claims, *other.claims) if is_counted(claim)]
    suffered = any(side(claim) in codes(claim.recipients) for claim in told)
    return suffered and not any(side(claim) in codes(claim.actors) for claim in told)


def _about_one_thing(first: Claim, second: Claim) -> bool:
    left, right = words(first.text), words(second.text)
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= 0.4
