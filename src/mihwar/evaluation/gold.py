"""Gold articles: the format of docs/reference/formats.md, read and checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mihwar.errors import InputError
from mihwar.model import Span

__all__ = ["GoldArticle", "GoldEvent", "GoldQuote", "read_gold"]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One act as a person coded it; ``types`` are all acceptable (``first_type`` stands first), ``must`` says
    whether missing it counts."""

    id: str
    span: Span
    actors: frozenset[str]
    recipients: frozenset[str]
    types: frozenset[str]
    date: str | None
    attributed_to: str | None
    status: str | None
    symmetric: bool
    must: bool
    first_type: str = ""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Quoted words and who speaks them."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its text, metadata, furniture, quotes and events."""

    id: str
    text: str
    meta: dict[str, Any]
    quotes: tuple[GoldQuote, ...]
    events: tuple[GoldEvent, ...]


def read_gold(path: Path) -> GoldArticle:
    """Read one gold file; :class:`InputError` names the event whose span does not stand in the text."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = data["text"]
        events = tuple(_event(path, event, text) for event in data.get("events", []))
        quotes = tuple(GoldQuote(quote["text"], quote["speaker"]) for quote in data.get("quotes", []))
        return GoldArticle(str(data["document"]), text, dict(data.get("meta", {})), quotes, events)
    except (OSError, ValueError, KeyError, TypeError) as error:
        remedy = "The format of a gold article is described in docs/reference/formats.md"
        raise InputError(str(path), f"not a gold article: {type(error).__name__} {error}", remedy) from error


def _event(path: Path, event: dict[str, Any], text: str) -> GoldEvent:
    at = text.find(event["span"])
    if at < 0:
        raise InputError(str(path), "the event's span does not stand in the text", place=f"event {event['id']}")
    return GoldEvent(
        str(event["id"]),
        Span(at, at + len(event["span"])),
        frozenset(event.get("actors", [])),
        frozenset(event.get("recipients", [])),
        frozenset(event["types"]),
        event.get("date"),
        event.get("attributed_to"),
        event.get("status"),
        bool(event.get("symmetric", False)),
        bool(event.get("must", True)),
        str(event["types"][0]),
    )
