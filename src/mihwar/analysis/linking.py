"""Which claims are about one event, and why they are held to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mihwar.analysis.parties import codes, is_counted, parties
from mihwar.analysis.similarity import alike, days_apart, joined_date
from mihwar.model import Claim, DatePrecision, Document, Event, Span, Status, content_id
from mihwar.ontology import event_type

__all__ = ["Likeness", "likeness", "link_events"]

_THRESHOLD = 0.6
_SAME_TYPE = 0.4
_ALIKE = 0.6
_ALIKE_ON_ONE_DAY = 0.3
"""Common words that two sentences of one page need to tell one act, undated and on one day. Read off the 912
events of the 24 gold articles (tests/quality/articles): with these, the 15 pairs linked were each one act
or a part of it; lower values joined different arrests, visits and strikes."""
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
"""Types whose parties a text may put on either side: who met whom is a way of telling."""
_NEAR_DAYS = 2
"""Days by which two reports of one act may differ (time zones, the day of the report)."""
_COMPARED = 8
_RECENT = 40
"""Open events of the same parties that a claim is compared with: keeps linking linear."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well two claims fit one event, 0 to 1, with the reason in words; 0 where something forbids it."""

    score: float
    reason: str


@dataclass(slots=True)
class _Group:
    claims: list[Claim]
    reasons: list[str] = field(default_factory=list)


def likeness(first: Claim, second: Claim, documents: dict[str, Document] | None = None) -> Likeness:
    """How likely two claims tell of one event.

    The sum of: type (same 0.4, near 0.3, same quad 0.2), date (same day 0.35, overlap 0.2, within two days
    0.2, unknown 0), words of one language (up to 0.4) or, across languages, a credit of 0.2 for the same
    type. Two claims of one document need alike words (its author tells two acts as two), as do two
    undated ones. A different quad without nearness, a different direction, dates apart, or a plan beside an
    act forbid it.
    """
    if not _statuses_fit(first, second):
        return Likeness(0.0, "a plan and an act")
    kind, told = _types_fit(first, second)
    if not kind:
        return Likeness(0.0, "different acts")
    if not _directions_fit(first, second):
        return Likeness(0.0, "opposite directions")
    apart = days_apart(first.date, second.date)
    if apart is not None and apart > (_NEAR_DAYS if _is_day(first) and _is_day(second) else 0):
        return Likeness(0.0, "dates apart")
    when, date_reason = _dates_fit(first, second, apart)
    common = alike(first, second)
    same_page = _page(first, documents) == _page(second, documents)
    if same_page and not _one_act(first, second, kind):
        return Likeness(0.0, "one page tells them apart")
    if common is None:
        score = kind + when + (0.2 if kind >= _SAME_TYPE else 0.0)
        if apart is None:
            return Likeness(0.0, "no date to hold two languages together")
        return Likeness(min(score, 1.0), f"same parties, {told}, {date_reason}, two languages")
    same_day = apart == 0 and _is_day(first) and _is_day(second)
    if (same_page or apart is None) and common < (_ALIKE_ON_ONE_DAY if same_day else _ALIKE):
        return Likeness(0.0, "one page tells them apart" if same_page else "no date and different words")
    score = kind + when + 0.4 * common
    return Likeness(min(score, 1.0), f"same parties, {told}, {date_reason}, {common:.0%} of words in common")


def link_events(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> list[Event]:
    """Group claims into events; each claim is in exactly one.

    Claims are compared only with events of the same parties. The order of the input does not matter:
    claims are taken by date, then id. Copies of one claim id are one claim. ``documents`` tells which
    documents are one page under two ids.
    """
    known = {document.id: document for document in documents}
    unique = {claim.id: claim for claim in claims}
    groups: dict[frozenset[str], list[_Group]] = {}
    for claim in sorted(unique.values(), key=_in_time):
        open_groups = groups.setdefault(_key(claim), [])
        best: tuple[float, str, _Group] | None = None
        for group in open_groups[-_RECENT:]:
            if any(_told_apart(claim, other) for other in group.claims[-_COMPARED:]):
                continue
            fit = max(
                (likeness(claim, other, known) for other in group.claims[:_COMPARED]), key=lambda fit: fit.score
            )
            if fit.score >= _THRESHOLD and (best is None or fit.score > best[0]):
                best = (fit.score, fit.reason, group)
        if best is None:
            open_groups.append(_Group([claim]))
        else:
            best[2].claims.append(claim)
            best[2].reasons.append(f"{best[1]} ({best[0]:.2f})")
    return [_event(group) for listed in groups.values() for group in listed]


def _event(group: _Group) -> Event:
    claims = tuple(group.claims)
    asserted = tuple(claim for claim in claims if is_counted(claim)) or claims
    tally = Counter(kind for claim in asserted for kind in claim.types)
    order = {kind: place for place, kind in enumerate(dict.fromkeys(k for c in asserted for k in c.types))}
    return Event(
        id=content_id("event", claims=[*sorted(claim.id for claim in claims)]),
        types=tuple(sorted(tally, key=lambda kind: (-tally[kind], order[kind]))),
        date=joined_date(asserted),
        claims=claims,
        reason="; ".join(dict.fromkeys(group.reasons)) or "one claim",
    )


def _key(claim: Claim) -> frozenset[str]:
    named = [*claim.actors, *claim.recipients]
    uncoded = {f"?{(e.identifier_text or e.entity_text).casefold()}" for e in named if not e.code}
    return parties(claim) | uncoded


def _in_time(claim: Claim) -> tuple[bool, str, str]:
    return (claim.date is None, claim.date.first.isoformat() if claim.date else "", claim.id)


def _statuses_fit(first: Claim, second: Claim) -> bool:
    real = {Status.OCCURRED, Status.HISTORICAL, Status.NEGATED}
    return first.status == second.status or (first.status in real and second.status in real)


def _one_act(first: Claim, second: Claim, kind: float) -> bool:
    return kind >= _SAME_TYPE and not _told_apart(first, second)


def _told_apart(first: Claim, second: Claim) -> bool:
    """Whether one sentence tells two claims as two acts: their event words are mostly not the same."""
    same = first.citation.document == second.citation.document and first.sentence == second.sentence
    return same and _shared_words(first.event_spans, second.event_spans) < 0.5


def _shared_words(first: tuple[Span, ...], second: tuple[Span, ...]) -> float:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)
    size = sum(span.end - span.start for span in (*first, *second)) - shared
    return shared / size if size > 0 else 1.0


def _types_fit(first: Claim, second: Claim) -> tuple[float, str]:
    if set(first.types) & set(second.types):
        return _SAME_TYPE, "same type"
    pairs = [(event_type(left), event_type(right)) for left in first.types for right in second.types]
    if any(right.code in left.near for left, right in pairs):
        return 0.3, "types that are easily taken for one another"
    if any(left.quad_code == right.quad_code for left, right in pairs):
        return 0.2, "same kind of act"
    return 0.0, ""


def _directions_fit(first: Claim, second: Claim) -> bool:
    ways = [(codes(claim.actors), codes(claim.recipients)) for claim in (first, second)]
    if not ways[0][1] or not ways[1][1]:
        return True
    return ways[0][0] == ways[1][0] or {*first.types, *second.types} <= _RECIPROCAL


def _is_day(claim: Claim) -> bool:
    return claim.date is not None and claim.date.precision is DatePrecision.DAY


def _dates_fit(first: Claim, second: Claim, apart: int | None) -> tuple[float, str]:
    if apart is None:
        return 0.0, "a date unknown"
    if apart == 0:
        return (0.35, "same day") if _is_day(first) and _is_day(second) else (0.2, "dates that overlap")
    return 0.2, f"{apart} day{'s' if apart > 1 else ''} apart"


def _page(claim: Claim, documents: dict[str, Document] | None) -> Sequence[str] | str:
    document = (documents or {}).get(claim.citation.document)
    return document.text[:500] if document else claim.citation.document
