"""Who tells what of the two states, how one-sided that is, and who else is drawn in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mihwar.analysis.parties import codes, is_conflict, is_counted, parties, side, voice
from mihwar.model import Cause, Claim
from mihwar.ontology import is_state

__all__ = ["Sides", "StatedCause", "ThirdParty", "Voice", "drawn_in", "sides", "stated_causes"]

_LEANING = 2.0
"""Points of the PLOVER scale by which a voice must rate one state's conduct above the other's to lean to it:
the step between neighbouring types of one quad."""
_ONE_SIDED = 0.8
_DECIDING = 2
"""Fewest counted claims of a voice about each state before it can be said to lean."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One teller: its claims and how it rates the conduct of each state (mean score, -10 to 10, or ``None``).

    ``leans`` is the code of the state whose conduct it rates clearly higher, if there is one.
    """

    key: str
    name: str
    code: str | None
    kind: str
    claims: tuple[Claim, ...]
    rates_a: float | None
    rates_b: float | None
    leans: str | None


@dataclass(frozen=True, slots=True)
class Sides:
    """All voices, most claims first, and how one-sided they make the evidence.

    ``shares``: share of claims told by each side (a state code, ``other`` states, ``none`` for speakers
    of no state). ``top_share``: the share of the busiest voice. ``one_sided`` where one voice, or one
    leaning, tells four fifths of the claims.
    """

    voices: tuple[Voice, ...]
    shares: tuple[tuple[str, float], ...]
    top_share: float
    documents: int
    authors: int
    one_sided: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """A third state or organisation: its acts with each state (mean score or ``None``) and the claims."""

    code: str
    with_a: float | None
    with_b: float | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StatedCause:
    """What a speaker gives as the reason for an act."""

    claim: Claim
    cause: Cause
    because: Claim | None


def sides(claims: Sequence[Claim], a: str, b: str) -> Sides:
    """How each voice rates ``a`` and ``b``, and how one-sided ``claims`` are (none: not one-sided)."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(voice(claim), []).append(claim)
    voices = sorted((_voice(key, told, a, b) for key, told in grouped.items()), key=lambda v: (-len(v.claims), v.key))
    total = len(claims)
    counts = Counter(_side_name(claim, a, b) for claim in claims)
    leaning: Counter[str] = Counter()
    for entry in voices:
        if entry.leans:
            leaning[entry.leans] += len(entry.claims)
    top = len(voices[0].claims) / total if total else 0.0
    reason = ""
    if total and top >= _ONE_SIDED:
        reason = "one_voice"
    elif total and leaning and leaning.most_common(1)[0][1] / total >= _ONE_SIDED:
        reason = "one_leaning"
    return Sides(
        voices=tuple(voices),
        shares=tuple((name, count / total) for name, count in sorted(counts.items(), key=lambda x: (-x[1], x[0]))),
        top_share=top,
        documents=len({claim.citation.document for claim in claims}),
        authors=sum(1 for entry in voices if entry.key.startswith("narrator:")),
        one_sided=bool(reason),
        reason=reason,
    )


def _side_name(claim: Claim, a: str, b: str) -> str:
    told_from = side(claim)
    if told_from in {a, b}:
        return told_from
    return "other" if claim.speaker.code else "none"


def _voice(key: str, claims: list[Claim], a: str, b: str) -> Voice:
    first = claims[0]
    ratings = [_conduct(claims, state, other) for state, other in ((a, b), (b, a))]
    (rates_a, count_a), (rates_b, count_b) = ratings
    leans = None
    if rates_a is not None and rates_b is not None and min(count_a, count_b) >= _DECIDING:
        if abs(rates_a - rates_b) >= _LEANING:
            leans = a if rates_a > rates_b else b
    name = first.speaker.name or ""
    return Voice(key, name, first.speaker.code, first.speaker.kind.value, tuple(claims), rates_a, rates_b, leans)


def _conduct(claims: list[Claim], state: str, other: str) -> tuple[float | None, int]:
    """Mean score of what ``state`` alone is told to do to ``other``, and of how many claims."""
    acts = [c.scale for c in claims if is_counted(c) and state in codes(c.actors) and other not in codes(c.actors)]
    return (sum(acts) / len(acts) if acts else None), len(acts)


def drawn_in(claims: Iterable[Claim], a: str, b: str) -> tuple[ThirdParty, ...]:
    """Third states and organisations in counted claims with ``a`` or ``b``, most claims first.

    A claim that names all three counts toward both. Where one of the two and the third act together
    against the other, the act counts as conflict only with the one it is done to.
    """
    met: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        named = parties(claim)
        if is_counted(claim) and named & {a, b}:
            for code in named - {a, b}:
                if is_state(code) or code in {"EUR", "UNO"}:
                    met.setdefault(code, {})[claim.id] = claim
    found = [
        ThirdParty(
            code,
            _between(list(told.values()), code, a),
            _between(list(told.values()), code, b),
            tuple(told.values()),
        )
        for code, told in met.items()
    ]
    return tuple(sorted(found, key=lambda third: (-len(third.claims), third.code)))


def _between(claims: list[Claim], third: str, state: str) -> float | None:
    scores: list[float] = []
    for claim in claims:
        actors, recipients = codes(claim.actors), codes(claim.recipients)
        both_act = {third, state} <= actors
        across = (third in actors and state in recipients) or (state in actors and third in recipients)
        if across or (both_act and not (recipients and is_conflict(claim))):
            scores.append(claim.scale)
    return sum(scores) / len(scores) if scores else None


def stated_causes(claims: Iterable[Claim], known: Iterable[Claim] = ()) -> tuple[StatedCause, ...]:
    """Every reason that a speaker gives in ``claims``; ``known`` holds the claims that reasons may be."""
    told = list(claims)
    by_id = {claim.id: claim for claim in [*known, *told]}
    return tuple(StatedCause(claim, cause, by_id.get(cause.claim or "")) for claim in told for cause in claim.causes)
