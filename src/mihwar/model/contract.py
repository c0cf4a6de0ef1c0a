"""Claims and pages as the JSON objects of docs/reference/formats.md: ``mihwar code`` and ``mihwar read`` print these.

``claim_from_json(claim_to_json(claim)) == claim`` for every claim, so nothing is lost between two runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from mihwar.errors import InputError
from mihwar.model.claims import Cause, Citation, Claim, DateOrigin, Entity, Speaker, SpeakerKind, Status
from mihwar.model.dates import PartialDate
from mihwar.model.document import Page, SpeechForm
from mihwar.model.span import Span

__all__ = ["claim_from_json", "claim_to_json", "page_to_json"]

Json = dict[str, Any]
E = TypeVar("E", bound=StrEnum)


def claim_to_json(claim: Claim) -> Json:
    """The claim as ``mihwar code`` prints it: a fresh dict of JSON values, keys in the documented order."""
    return {
        "id": claim.id,
        "date": _date_text(claim.date),
        "date_from": claim.date_from.value if claim.date_from else None,
        "actor": [_entity_to_json(entity) for entity in claim.actors],
        "recipient": [_entity_to_json(entity) for entity in claim.recipients],
        "event": list(claim.types),
        "mode": list(claim.modes),
        "context": list(claim.contexts),
        "status": claim.status.value,
        "quad_code": claim.quad_code,
        "event_scale": claim.scale,
        "confidence": claim.confidence,
        "speaker": {
            "kind": claim.speaker.kind.value,
            "name": claim.speaker.name,
            "code": claim.speaker.code,
            "form": claim.speaker.form.value,
        },
        "causes": [
            {"text": cause.text, "start": cause.span.start, "end": cause.span.end, "claim": cause.claim}
            for cause in claim.causes
        ],
        "text": claim.text,
        "text_info": {
            "start": claim.sentence.start,
            "end": claim.sentence.end,
            "event": _pairs(claim.event_spans),
            "actor": _pairs(claim.actor_spans),
            "recipient": _pairs(claim.recipient_spans),
        },
        "cite_info": {
            "document": claim.citation.document,
            "url": claim.citation.url,
            "title": claim.citation.title,
            "publication": claim.citation.publication,
            "language": claim.citation.language,
            "published": _date_text(claim.citation.published),
        },
        "coder": claim.coder,
    }


def claim_from_json(value: Mapping[str, Any], origin: str = "-") -> Claim:
    """Read what :func:`claim_to_json` wrote; keys that the contract does not name are left aside.

    Only ``id``, ``actor``, ``event``, ``status``, ``speaker`` and ``text`` must be there, so that claims of
    other coders can be read. Raises ``InputError``, with ``origin`` as its path, that names the wrong field.
    """
    read = _Reader(value, origin)
    info = _Reader(read.get("text_info", dict, {}), origin, "text_info.")
    cite = _Reader(read.get("cite_info", dict, {}), origin, "cite_info.")
    speaker = _Reader(read.get("speaker", dict), origin, "speaker.")
    text = read.get("text", str)
    return Claim(
        id=read.get("id", str),
        types=read.strings("event"),
        actors=read.entities("actor", required=True),
        recipients=read.entities("recipient"),
        status=read.choice("status", Status),
        speaker=Speaker(
            kind=speaker.choice("kind", SpeakerKind),
            name=speaker.get("name", str, ""),
            code=speaker.optional("code"),
            form=speaker.choice("form", SpeechForm),
        ),
        text=text,
        sentence=Span(info.get("start", int, 0), info.get("end", int, len(text))),
        event_spans=info.spans("event"),
        actor_spans=info.spans("actor"),
        recipient_spans=info.spans("recipient"),
        citation=Citation(
            document=cite.get("document", str, ""),
            url=cite.optional("url"),
            title=cite.optional("title"),
            publication=cite.optional("publication"),
            language=cite.optional("language"),
            published=cite.date("published"),
        ),
        coder=read.get("coder", str, "-"),
        quad_code=read.get("quad_code", int, 0),
        scale=read.number("event_scale", 0.0),
        confidence=read.number("confidence", 1.0),
        date=read.date("date"),
        date_from=read.choice("date_from", DateOrigin) if value.get("date_from") is not None else None,
        modes=read.strings("mode", required=False),
        contexts=read.strings("context", required=False),
        causes=read.causes(),
    )


def page_to_json(page: Page) -> Json:
    """The page as ``mihwar read --format json`` prints it: a fresh dict of JSON values."""
    document = page.document
    return {
        "id": document.id,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "section": document.section,
        "genre": document.genre,
        "language": document.language,
        "published": _date_text(document.published),
        "text": document.text,
        "chrome": [_ends(span) for span in document.chrome],
        "sentences": [_ends(span) for span in page.sentences],
        "mentions": [
            {
                **_ends(mention.span),
                "actor": mention.actor,
                "code": mention.code,
                "sector": mention.sector,
                "identifier_text": mention.identifier_text,
            }
            for mention in page.mentions
        ],
        "quotes": [
            {
                **_ends(quote.span),
                "speaker": quote.speaker,
                "speaker_code": quote.speaker_code,
                "form": quote.form.value,
            }
            for quote in page.quotes
        ],
        "anomalies": [
            {
                **_ends(anomaly.span),
                "kind": anomaly.kind.value,
                "message": anomaly.message,
                "suggestion": anomaly.suggestion,
            }
            for anomaly in page.anomalies
        ],
    }


def _date_text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _entity_to_json(entity: Entity) -> Json:
    return {
        "code": entity.code,
        "sector": entity.sector,
        "entity_text": entity.entity_text,
        "identifier_text": entity.identifier_text,
        "office": entity.office,
    }


_MISSING: Any = object()


class _Reader:
    """Typed access to one JSON object that names the field in every complaint."""

    def __init__(self, value: Any, origin: str, prefix: str = "") -> None:
        self.origin, self.prefix = origin, prefix
        if not isinstance(value, Mapping):
            raise self.wrong("", "not a JSON object")
        self.value = value

    def wrong(self, key: str, cause: str) -> InputError:
        field = f"{self.prefix}{key}".rstrip(".")
        remedy = "docs/reference/formats.md lists a claim's fields"
        return InputError(self.origin, cause, remedy, place=field or "claim")

    def get(self, key: str, kind: type, default: Any = _MISSING) -> Any:
        found = self.value.get(key, default)
        if found is _MISSING:
            raise self.wrong(key, "is missing")
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            raise self.wrong(key, f"should be {kind.__name__}, is {type(found).__name__}")
        return found

    def optional(self, key: str) -> str | None:
        found: str | None = None if self.value.get(key) is None else self.get(key, str)
        return found

    def number(self, key: str, default: float) -> float:
        found = self.value.get(key, default)
        if isinstance(found, bool) or not isinstance(found, (int, float)):
            raise self.wrong(key, "should be a number")
        return float(found)

    def choice(self, key: str, kind: type[E]) -> E:
        found = self.get(key, str)
        try:
            return kind(found)
        except ValueError:
            known = ", ".join(kind)
            raise self.wrong(key, f"unknown value {found!r}; known: {known}") from None

    def date(self, key: str) -> PartialDate | None:
        found = self.optional(key)
        if found is None:
            return None
        try:
            return PartialDate.parse(found)
        except ValueError as error:
            raise self.wrong(key, str(error)) from None

    def strings(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        found = self.get(key, list, _MISSING if required else [])
        if not all(isinstance(item, str) for item in found):
            raise self.wrong(key, "should be a list of strings")
        return tuple(found)

    def each(self, key: str, build: Callable[[_Reader], Any], *, required: bool = False) -> tuple[Any, ...]:
        found = self.get(key, list, _MISSING if required else [])
        return tuple(
            build(_Reader(item, self.origin, f"{self.prefix}{key}[{place}].")) for place, item in enumerate(found)
        )

    def entities(self, key: str, *, required: bool = False) -> tuple[Entity, ...]:
        return self.each(key, _entity, required=required)

    def causes(self) -> tuple[Cause, ...]:
        return self.each("causes", _cause)

    def spans(self, key: str) -> tuple[Span, ...]:
        found = self.get(key, list, [])
        for pair in found:
            if not (isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair)):
                raise self.wrong(key, "should be a list of [start, end]")
        return tuple(Span(*pair) for pair in found)


def _entity(read: _Reader) -> Entity:
    return Entity(
        code=read.optional("code"),
        sector=read.optional("sector"),
        entity_text=read.optional("entity_text") or "",
        identifier_text=read.optional("identifier_text") or "",
        office=read.optional("office"),
    )


def _cause(read: _Reader) -> Cause:
    return Cause(
        text=read.get("text", str),
        span=Span(read.get("start", int), read.get("end", int)),
        claim=read.optional("claim"),
    )
