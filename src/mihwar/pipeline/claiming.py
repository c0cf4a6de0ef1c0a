"""From acts to claims: who tells each, of which day it is, whether it is held to be real, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mihwar.actors import resolve_office
from mihwar.attribution import find_causes
from mihwar.coding import Act
from mihwar.coding.pointing import refuses
from mihwar.languages import fold, language, language_codes
from mihwar.model import (
    Cause,
    Citation,
    Claim,
    Document,
    Entity,
    Mention,
    Page,
    Span,
    Status,
    content_id,
)
from mihwar.ontology import event_type, score
from mihwar.pipeline.telling import Telling, Told

__all__ = ["claims_of"]

_SURE_STATUS = 0.8  # above this the encoder's status stands against the rules': tuned on the corpus' training part


def claims_of(page: Page, acts: Sequence[Act], coder: str) -> tuple[Claim, ...]:
    """One claim an act, in text order, causes linked to the claims that they are."""
    telling = Telling(page)
    claims = [_claim(page, act, telling, coder) for act in acts]
    return _without_copies(_linked(page, claims))


def _claim(page: Page, act: Act, telling: Telling, coder: str) -> Claim:
    document = page.document
    event = Span(act.event_spans[0].start, act.event_spans[-1].end)
    told = telling.of(event, act.sentence, act.types)
    date = told.date
    when = date or document.published
    actors, recipients = (tuple(resolve_office(m, when) for m in side) for side in (act.actors, act.recipients))
    kind = event_type(act.types[0])
    entities = tuple(_entity(document.text, mention) for mention in actors)
    targets = tuple(_entity(document.text, mention) for mention in recipients)
    identity = content_id(
        "claim",
        document=document.id,
        sentence=[act.sentence.start, act.sentence.end],
        event=[[span.start, span.end] for span in act.event_spans],
        types=list(act.types),
        actors=[[m.span.start, m.code] for m in actors],
        recipients=[[m.span.start, m.code] for m in recipients],
        coder=coder,
    )
    citation = Citation(
        document.id, document.url, document.title, document.publisher, document.language, document.published
    )
    return Claim(
        id=identity,
        types=act.types,
        actors=entities,
        recipients=targets,
        status=_status(act, told, document),
        speaker=told.speaker,
        text=act.sentence.of(document.text),
        sentence=act.sentence,
        event_spans=act.event_spans,
        actor_spans=tuple(m.span for m in actors),
        recipient_spans=tuple(m.span for m in recipients),
        citation=citation,
        coder=coder,
        quad_code=kind.quad_code,
        scale=score([act.types[0]], act.modes),
        modes=act.modes,
        contexts=act.contexts,
        confidence=act.confidence,
        date=date,
        date_from=told.origin,
    )


def _status(act: Act, told: Told, document: Document) -> Status:
    """The encoder's reading, unless it is unsure and the words or dates of the page say otherwise.

    A refusal whose own words hold the negation ("did not renew") occurred: the codebook's rule.
    """
    if act.types[0] == "REJECT" and act.status is Status.NEGATED and _holds_negation(act, document):
        return Status.OCCURRED
    if told.status is Status.HISTORICAL and act.status is Status.OCCURRED:
        return told.status
    if act.status_confidence >= _SURE_STATUS:
        return act.status
    return told.status if told.evidence is not None else act.status


def _holds_negation(act: Act, document: Document) -> bool:
    """Whether a negation stands in the act's words or right before them, and those words deny nothing themselves."""
    if document.language not in language_codes():
        return False
    known = language(document.language or "")
    own = " ".join(span.of(document.text) for span in act.event_spans)
    if refuses(own):
        return False
    words = fold(own).split()
    before = fold(document.text[act.sentence.start : act.event_spans[0].start]).split()[-1:]
    words += before
    bare = [word[1:] for word in words if word[0] in known.proclitics]
    return any(word in known.status.negation for word in (*words, *bare))


def _entity(text: str, mention: Mention) -> Entity:
    return Entity(mention.code, mention.sector, mention.span.of(text), mention.identifier_text, mention.office)


def _linked(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Each claim with the reasons that its sentence gives for it; a reason that is itself a claim is linked."""
    by_sentence: dict[Span, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    causes: dict[str, list[Cause]] = {}
    text, language = page.document.text, page.document.language
    for sentence, here in by_sentence.items():
        events = [Span(claim.event_spans[0].start, claim.event_spans[-1].end) for claim in here]
        for cause in find_causes(sentence, text, events, language):
            told = here[events.index(cause.event)]
            reason = next((c for c in here if c is not told and cause.span.overlaps(c.event_spans[0])), None)
            stated = Cause(cause.span.of(text), cause.span, reason.id if reason else None)
            causes.setdefault(told.id, []).append(stated)
    return [replace(claim, causes=tuple(causes.get(claim.id, ()))) for claim in claims]


def _without_copies(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        seen.setdefault(claim.id, claim)
    return tuple(seen.values())
