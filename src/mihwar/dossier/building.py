"""Build a dossier from pages and claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mihwar.analysis import (
    Driver,
    Relation,
    Sides,
    contested,
    direction,
    drawn_in,
    drivers,
    in_window,
    link_events,
    parties,
    rank,
    relation,
    scale,
    sides,
    stated_causes,
    tension,
    tension_by,
)
from mihwar.dossier.citing import Citations
from mihwar.dossier.gathering import gather
from mihwar.dossier.noting import gaps, warnings
from mihwar.dossier.reasons import telling_causes
from mihwar.dossier.stating import Stating
from mihwar.dossier.tree import (
    Answer,
    CausePoint,
    ContestPoint,
    Dossier,
    DriverPoint,
    Period,
    Statement,
    ThirdPoint,
    VoicePoint,
)
from mihwar.model import Claim, Event, MentionKind, Page, PartialDate
from mihwar.ontology import event_type, fold_state

__all__ = ["MIN_CONFIDENCE", "build_dossier"]

MIN_CONFIDENCE = 0.3
"""Claims below this are left out and counted among the gaps; the coder's own threshold comes before it."""
_MOVES = 0.01
_DRIVERS = 3
_THIRDS = 8
_ACTS_OF_A_THIRD = 4
_LISTED = 60
"""Acts that one list of a dossier holds, the weightiest first: an answer, not the whole table."""


def build_dossier(  # noqa: PLR0917 - the six things that a dossier is made of
    a: str,
    b: str,
    pages: Sequence[Page],
    claims: Sequence[Claim],
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    *,
    min_confidence: float = MIN_CONFIDENCE,
) -> Dossier:
    """Why relations of states ``a`` and ``b`` (codes) are the way they are, as ``claims`` tell it.

    ``pages`` give the sentences' places and the anomalies; a claim whose page is not among them is cited by
    its own text. Undated claims are placed by publication when ``since`` or ``until`` is given.
    """
    a, b = fold_state(a), fold_state(b)
    sure = [claim for claim in claims if claim.confidence >= min_confidence]
    weak = [claim for claim in claims if claim.confidence < min_confidence and direction(claim, a, b)]
    outside = [claim for claim in sure if direction(claim, a, b) and not in_window(claim, since, until)]
    told = relation(a, b, sure, [page.document for page in pages], since, until)
    heard = sides(told.claims, a, b)
    citations = Citations(pages)
    state = Stating(a, b, citations)
    strains = [event for event in told.events if _conflict(event) and scale(event)]
    sustains = [event for event in told.events if not _conflict(event)]
    found = drivers(told.events, a, b, _instruments(pages, told.claims))
    moved = [driver for driver in found if len(driver.events) > 1 or driver.kind == "instrument"]
    ranked_strains = gather(state.ranked(entry) for entry in rank(strains, a, b)[:_LISTED])
    ranked_sustains = gather(state.ranked(entry) for entry in rank(sustains, a, b)[:_LISTED])
    others = link_events([*told.others, *told.joint], [page.document for page in pages])
    about = _weightiest([event for event in others if _involves(event, a, b)])
    timeline = _weightiest([*told.events, *told.denied])
    uncounted = _weightiest(link_events(told.uncounted))
    unlisted = len(told.events) + len(told.denied) - len(timeline)
    return Dossier(
        a=a,
        b=b,
        since=str(since) if since else None,
        until=str(until) if until else None,
        answer=_answer(told, heard),
        strains=ranked_strains,
        strain_drivers=_driver_points([d for d in moved if d.effect >= _MOVES], citations),
        sustains=ranked_sustains,
        sustain_drivers=_driver_points([d for d in moved if d.effect <= -_MOVES], citations),
        causes=_causes(told, about, state, citations),
        contested=tuple(
            ContestPoint(
                contest.kind.value,
                state.claims(contest.first),
                state.claims(contest.second),
                contest.sides_differ,
                tuple(claim.id for claim in (*contest.first, *contest.second)),
            )
            for contest in contested([*told.events, *told.denied])[:_LISTED]
        ),
        timeline=_in_time([state.event(event) for event in timeline]),
        uncounted=_in_time([state.event(event) for event in uncounted]),
        drawn_in=_thirds(told, about, state),
        context=_in_time([state.event(event) for event in about if event.date]),
        voices=tuple(
            VoicePoint(
                v.name,
                v.kind,
                v.code,
                v.claims[0].citation.publication,
                v.rates_a,
                v.rates_b,
                v.leans,
                tuple(c.id for c in v.claims),
            )
            for v in heard.voices
        ),
        periods=_periods(told.events),
        warnings=tuple(warnings(told, heard, pages, [*told.claims, *told.others], citations)),
        unclear=tuple(gaps(told, heard, pages, weak, outside, unlisted)),
        citations=citations.notes(),
    )


def _weightiest(events: Sequence[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (-abs(scale(event)) * event.claims[0].confidence, event.id))[:_LISTED]


def _conflict(event: Event) -> bool:
    return bool(event.types) and event_type(event.types[0]).is_conflict


def _involves(event: Event, a: str, b: str) -> bool:
    return any(parties(claim) & {a, b} for claim in event.claims)


def _answer(told: Relation, heard: Sides) -> Answer:
    estimate = tension(told.events)
    shares = dict(heard.shares)
    total = len(told.claims)
    by = {name: round(share * total) for name, share in shares.items()}
    leaning = next((voice.leans for voice in heard.voices if voice.leans), None)
    return Answer(
        tension=estimate.value,
        low=estimate.low,
        high=estimate.high,
        band=None if estimate.value is None else min(4, int(estimate.value * 5)),
        conflict=estimate.weights.conflict,
        cooperation=estimate.weights.cooperation,
        claims=total,
        events=len(told.events),
        documents=heard.documents,
        speakers=len(heard.voices),
        sides=len([name for name in shares if name != "none"]) + (1 if by.get("none") else 0),
        told_by_a=by.get(told.a, 0),
        told_by_b=by.get(told.b, 0),
        told_by_others=by.get("other", 0),
        told_by_narrators=by.get("none", 0),
        top_share=heard.top_share,
        one_sided_by=heard.reason,
        leans=leaning,
        resampled=estimate.resampled,
        claim_ids=tuple(claim.id for claim in told.claims),
    )


def _driver_points(moved: Sequence[Driver], citations: Citations) -> tuple[DriverPoint, ...]:
    points: list[DriverPoint] = []
    for driver in moved[:_DRIVERS]:
        claims = [claim for event in driver.events for claim in event.claims]
        ids = tuple(claim.id for claim in claims)
        cited = citations.cite(claims)
        points.append(DriverPoint(driver.kind, driver.key, len(driver.events), driver.effect, ids, cited))
    return tuple(points)


def _instruments(pages: Iterable[Page], claims: Iterable[Claim]) -> dict[str, list[str]]:
    """Named laws, treaties and pipelines in the sentences of claims, by claim id."""
    named = {page.document.id: [m for m in page.mentions if m.kind is MentionKind.INSTRUMENT] for page in pages}
    return {
        claim.id: list(
            dict.fromkeys(
                mention.identifier_text
                for mention in named.get(claim.citation.document, ())
                if claim.sentence.contains(mention.span)
            )
        )
        for claim in claims
    }


def _causes(told: Relation, about: Sequence[Event], state: Stating, citations: Citations) -> tuple[CausePoint, ...]:
    near = [claim for event in about for claim in event.claims]
    points: list[CausePoint] = []
    for stated in telling_causes(stated_causes([*told.claims, *near])):
        claims = [stated.claim, *([stated.because] if stated.because else [])]
        points.append(
            CausePoint(
                state.claims([stated.claim]),
                stated.cause.text,
                tuple(claim.id for claim in claims),
                citations.cite(claims),
            )
        )
    return tuple(points)


def _thirds(told: Relation, about: Sequence[Event], state: Stating) -> tuple[ThirdPoint, ...]:
    listed = drawn_in([*told.claims, *told.others, *told.joint], told.a, told.b)
    points: list[ThirdPoint] = []
    for third in listed[:_THIRDS]:
        ids = {claim.id for claim in third.claims}
        acts = [event for event in (*about, *told.events) if any(claim.id in ids for claim in event.claims)]
        acts.sort(key=lambda event: (-abs(scale(event)) * max(c.confidence for c in event.claims), event.id))
        points.append(
            ThirdPoint(
                third.code,
                third.with_a,
                third.with_b,
                tuple(state.event(event) for event in acts[:_ACTS_OF_A_THIRD]),
                tuple(claim.id for claim in third.claims),
            )
        )
    return tuple(points)


def _periods(events: Sequence[Event]) -> tuple[Period, ...]:
    found: list[Period] = []
    for window in tension_by(events, "year"):
        within = window.estimate
        placed = [e for e in events if e.date and e.date.first.year == e.date.last.year == int(window.period)]
        ids = tuple(claim.id for event in placed for claim in event.claims)
        found.append(Period(window.period, within.value, within.low, within.high, within.events, ids))
    return tuple(found)


def _in_time(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: (s.when.date is None, s.when.date or "", s.citations)))
