"""Compose claims and pages for tests in a line or two."""

from __future__ import annotations

from mihwar.model import (
    Cause,
    Citation,
    Claim,
    DateOrigin,
    Document,
    Entity,
    PartialDate,
    Span,
    Speaker,
    SpeakerKind,
    SpeechForm,
    Status,
    content_id,
)
from mihwar.ontology import event_type, score

NAMES = {"USA": "United States", "AZE": "Azerbaijan", "ARM": "Armenia", "RUS": "Russia", "ISR": "Israel"}


def entity(spec: str | Entity) -> Entity:
    """``USA``, ``USA:LEG``, ``USA:GOV:James O'Brien:Assistant Secretary of State``."""
    if isinstance(spec, Entity):
        return spec
    code, sector, name, office = (*spec.split(":"), *[""] * 4)[:4]
    text = name or NAMES.get(code, code)
    return Entity(code or None, sector or "GOV", text, text, office or None)


def claim(
    kind: str,
    actors: str | list[str],
    recipients: str | list[str] = (),
    *,
    date: str | None = None,
    text: str = "",
    status: str = "occurred",
    speaker: str = "",
    speaker_code: str | None = None,
    speaker_kind: str = "",
    form: str = "narration",
    document: str = "d1",
    language: str = "en",
    start: int = 0,
    event: tuple[int, int] | None = None,
    confidence: float = 0.9,
    modes: tuple[str, ...] = (),
    contexts: tuple[str, ...] = (),
    cause: str | None = None,
    date_from: str = "text",
    publication: str | None = "Caspian Wire",
    published: str | None = "2023-11-29",
    title: str | None = "A page",
    tag: str = "",
) -> Claim:
    actors = [actors] if isinstance(actors, str | Entity) else list(actors)
    recipients = [recipients] if isinstance(recipients, str | Entity) else list(recipients)
    text = text or f"{kind} {actors} {recipients} {date}"
    spans = (Span(*event),) if event else (Span(start, start + max(1, len(text) // 2)),)
    named = speaker_kind or ("person" if speaker else "author")
    return Claim(
        id=content_id(
            "claim",
            k=kind,
            a=str(actors),
            r=str(recipients),
            d=date,
            t=text,
            s=status,
            w=speaker,
            p=document,
            e=str(spans),
            x=tag,
        ),
        types=tuple(kind.split("/")),
        actors=tuple(entity(a) for a in actors),
        recipients=tuple(entity(r) for r in recipients),
        status=Status(status),
        speaker=Speaker(SpeakerKind(named), speaker, speaker_code, SpeechForm(form)),
        text=text,
        sentence=Span(start, start + len(text)),
        event_spans=spans,
        actor_spans=(),
        recipient_spans=(),
        citation=Citation(
            document, None, title, publication, language, PartialDate.parse(published) if published else None
        ),
        coder="test",
        quad_code=event_type(kind.split("/", maxsplit=1)[0]).quad_code,
        scale=score(kind.split("/")[:1], modes),
        confidence=confidence,
        date=PartialDate.parse(date) if date else None,
        date_from=DateOrigin(date_from) if date else None,
        modes=modes,
        contexts=contexts,
        causes=(Cause(cause, Span(start, start + len(cause))),) if cause else (),
    )


def document(text: str, name: str = "d1", **fields: object) -> Document:
    return Document(id=name, path=f"{name}.txt", text=text, **fields)
