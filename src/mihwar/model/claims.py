"""Claims: the stored unit. Someone says that an actor did something to a recipient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mihwar.model.dates import PartialDate
from mihwar.model.document import SpeechForm
from mihwar.model.span import Span

__all__ = ["Cause", "Citation", "Claim", "DateOrigin", "Entity", "Event", "Speaker", "SpeakerKind", "Status"]


class Status(StrEnum):
    """Whether, and in which way, the speaker holds the act to be real."""

    OCCURRED = "occurred"
    FUTURE = "future"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"
    NORMATIVE = "normative"


class DateOrigin(StrEnum):
    """Where a claim's date comes from."""

    TEXT = "text"
    PUBLICATION = "publication"


class SpeakerKind(StrEnum):
    """Who tells a claim."""

    AUTHOR = "author"
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or recipient of a claim: ``entity_text`` is the span's words, ``identifier_text`` the
    table's name, ``office`` the post held on the claim's date."""

    code: str | None
    sector: str | None
    entity_text: str
    identifier_text: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who tells a claim, of which state, and in which form the words reach the page."""

    kind: SpeakerKind
    name: str
    code: str | None
    form: SpeechForm


@dataclass(frozen=True, slots=True)
class Cause:
    """What the speaker gives as the reason: the words, and the id of the claim they are, if they are one."""

    text: str
    span: Span
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The document that a claim stands in."""

    document: str
    url: str | None
    title: str | None
    publication: str | None
    language: str | None
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One speaker says that ``actors`` did something of PLOVER ``types`` to ``recipients``.

    Spans count code points of the document's text: ``sentence`` is the sentence, ``event_spans`` the words
    that carry the act. ``confidence`` is 0 to 1; ``scale`` the ontology's score, -10 to 10.
    """

    id: str
    types: tuple[str, ...]
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    status: Status
    speaker: Speaker
    text: str
    sentence: Span
    event_spans: tuple[Span, ...]
    actor_spans: tuple[Span, ...]
    recipient_spans: tuple[Span, ...]
    citation: Citation
    coder: str
    quad_code: int
    scale: float
    confidence: float
    date: PartialDate | None = None
    date_from: DateOrigin | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What one or more claims are about, with the reason for holding them to be one event."""

    id: str
    types: tuple[str, ...]
    date: PartialDate | None
    claims: tuple[Claim, ...]
    reason: str
