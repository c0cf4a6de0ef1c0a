"""Rows of the tables, and what the store reports."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mihwar.model import (
    Claim,
    Document,
    Failure,
    Page,
    PartialDate,
    Span,
    claim_to_json,
    content_id,
    page_to_json,
)

__all__ = [
    "AddReport",
    "Judgement",
    "Problem",
    "Row",
    "claim_row",
    "document_of_row",
    "document_row",
    "failure_row",
    "judgement_row",
    "now",
]

Row = dict[str, Any]

_EPOCH = dt.date(1970, 1, 1)


def now() -> str:
    """The time in UTC, ISO 8601, to the microsecond: such strings sort by time."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an ``add`` wrote: rows that were new, and documents that were there already."""

    documents: int = 0
    claims: int = 0
    failures: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Someone (``judge``: a coder's name or a user) holds a claim to be about an event, for a reason."""

    claim: str
    event: str
    reason: str
    judge: str
    time: str = field(default_factory=now)

    @property
    def id(self) -> str:
        """The same judgement by the same judge has one id, whenever it is made."""
        return content_id("judgement", claim=self.claim, event=self.event, reason=self.reason, judge=self.judge)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a workspace that is not as it should be, and what to do about it."""

    table: str
    message: str
    remedy: str


def document_row(page: Page, added: str) -> Row:
    """The row of the ``documents`` table for a page; ``page`` is its JSON object without the text."""
    document = page.document
    value = page_to_json(page)
    del value["text"]
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
        "published": _text(document.published),
        **_days("published", document.published),
        "text": document.text,
        "text_id": content_id("text", text=document.text),
        "chrome": json.dumps([[span.start, span.end] for span in document.chrome]),
        "sentences": json.dumps([[span.start, span.end] for span in page.sentences]),
        "page": json.dumps(value, ensure_ascii=False),
        "added": added,
    }


def document_of_row(row: Mapping[str, Any]) -> Document:
    """The document that :func:`document_row` was made of."""
    published = row["published"]
    return Document(
        id=row["id"],
        path=row["path"],
        text=row["text"],
        url=row["url"],
        title=row["title"],
        author=row["author"],
        publisher=row["publisher"],
        section=row["section"],
        genre=row["genre"],
        language=row["language"],
        published=None if published is None else PartialDate.parse(published),
        chrome=tuple(Span(start, end) for start, end in json.loads(row["chrome"])),
    )


def claim_row(claim: Claim, document: str, added: str) -> Row:
    """The row of the ``claims`` table; ``claim`` is the whole JSON object."""
    return {
        "id": claim.id,
        "document": document,
        "date": _text(claim.date),
        **_days("date", claim.date),
        "date_from": claim.date_from.value if claim.date_from else None,
        **_days("published", claim.citation.published),
        "types": list(claim.types),
        "modes": list(claim.modes),
        "contexts": list(claim.contexts),
        "actors": _codes(claim.actors),
        "recipients": _codes(claim.recipients),
        "status": claim.status.value,
        "speaker_kind": claim.speaker.kind.value,
        "speaker_name": claim.speaker.name,
        "speaker_code": claim.speaker.code,
        "speaker_form": claim.speaker.form.value,
        "language": claim.citation.language,
        "text": claim.text,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "event_spans": json.dumps([[span.start, span.end] for span in claim.event_spans]),
        "quad_code": claim.quad_code,
        "event_scale": claim.scale,
        "confidence": claim.confidence,
        "coder": claim.coder,
        "claim": json.dumps(claim_to_json(claim), ensure_ascii=False),
        "added": added,
    }


def failure_row(failure: Failure, added: str) -> Row:
    """The row of the ``failures`` table: the same failure has one id, so a second run adds none."""
    return {
        "id": content_id("failure", path=failure.path, stage=failure.stage, cause=failure.cause),
        "path": failure.path,
        "stage": failure.stage,
        "cause": failure.cause,
        "remedy": failure.remedy,
        "added": added,
    }


def judgement_row(judgement: Judgement) -> Row:
    """The row of the ``judgements`` table."""
    return {
        "id": judgement.id,
        "claim": judgement.claim,
        "event": judgement.event,
        "reason": judgement.reason,
        "judge": judgement.judge,
        "added": judgement.time,
    }


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _days(name: str, date: PartialDate | None) -> Row:
    """First and last day that a date may mean, as days since 1970: how Arrow counts its dates."""
    if date is None:
        return {f"{name}_first": None, f"{name}_last": None}
    return {f"{name}_first": (date.first - _EPOCH).days, f"{name}_last": (date.last - _EPOCH).days}


def _codes(entities: tuple[Any, ...]) -> list[str]:
    """The distinct codes in their order."""
    return list(dict.fromkeys(entity.code for entity in entities if entity.code is not None))
