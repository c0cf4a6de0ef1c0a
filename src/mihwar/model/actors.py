"""Actors and the spans that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mihwar.model.dates import PartialDate
from mihwar.model.span import Span

__all__ = ["Actor", "Mention", "MentionKind", "Post", "Tenure"]


class MentionKind(StrEnum):
    """What a span that names an actor is."""

    STATE = "state"
    DEMONYM = "demonym"
    METONYM = "metonym"
    BODY = "body"
    OFFICE = "office"
    PERSON = "person"
    GROUP = "group"
    INSTRUMENT = "instrument"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Actor:
    """An identity of the actor table: ``id`` such as ``state:AZE``, ``body:USA:senate``,
    ``person:ilham-aliyev``, ``group:anca``, ``instrument:section-907``; ``code`` and ``sector`` are
    codebook codes (``None`` where it has none); ``names`` by language, the best name first.
    """

    id: str
    kind: MentionKind
    code: str | None
    sector: str | None
    names: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Post:
    """An office, apart from whoever holds it."""

    id: str
    state: str
    sector: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held a post when; ``end`` is ``None`` while still held on ``as_of``."""

    person: str
    post: Post
    start: PartialDate | None
    end: PartialDate | None
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor, resolved for a date.

    ``actor`` is the id in the actor table (``None`` for what only the encoder found), ``identifier_text``
    the actor's best English name, ``office`` the post held on the date resolved for (plain English),
    ``reason`` what made the code: the table row, the tenure, the words around it.
    """

    span: Span
    kind: MentionKind
    actor: str | None
    code: str | None
    sector: str | None
    identifier_text: str
    office: str | None = None
    reason: str = ""
    tenure: tuple[PartialDate | None, PartialDate | None] | None = None
