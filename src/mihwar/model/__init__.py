"""The words of docs/terms.md as typed, immutable values. Nothing here reads files or knows a language."""

from mihwar.model.actors import Actor, Mention, MentionKind, Post, Tenure
from mihwar.model.claims import (
    Cause,
    Citation,
    Claim,
    DateOrigin,
    Entity,
    Event,
    Speaker,
    SpeakerKind,
    Status,
)
from mihwar.model.contract import claim_from_json, claim_to_json, page_to_json
from mihwar.model.dates import DatePrecision, PartialDate
from mihwar.model.document import Anomaly, AnomalyKind, Document, Failure, Page, Quote, SpeechForm
from mihwar.model.identity import content_id
from mihwar.model.span import Span

__all__ = [
    "Actor",
    "Anomaly",
    "AnomalyKind",
    "Cause",
    "Citation",
    "Claim",
    "DateOrigin",
    "DatePrecision",
    "Document",
    "Entity",
    "Event",
    "Failure",
    "Mention",
    "MentionKind",
    "Page",
    "PartialDate",
    "Post",
    "Quote",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeechForm",
    "Status",
    "Tenure",
    "claim_from_json",
    "claim_to_json",
    "content_id",
    "page_to_json",
]
