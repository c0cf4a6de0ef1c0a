"""A document as published, and what reading it finds in its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mihwar.model.actors import Mention
from mihwar.model.dates import PartialDate
from mihwar.model.span import Span

__all__ = ["Anomaly", "AnomalyKind", "Document", "Failure", "Page", "Quote", "SpeechForm"]


class AnomalyKind(StrEnum):
    """What can be wrong with a place in a text."""

    GARBLED_DATE = "garbled_date"
    IMPOSSIBLE_DATE = "impossible_date"
    CONTRADICTING_NUMBER = "contradicting_number"
    MIXED_SCRIPT = "mixed_script"
    RUN_TOGETHER = "run_together"
    CHOPPED_SENTENCE = "chopped_sentence"
    MACHINE_TRANSLATION = "machine_translation"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A place where the text contradicts itself or cannot be meant as it stands.

    ``message`` says what is wrong, ``suggestion`` the likely reading with its reason (or ``None``);
    the text itself is never repaired. ``parts`` are the words that run-together letters probably are.
    ``form`` tells apart what one kind can be (``section``, ``year``, ``ordinal_in_date``, ``ordinal_alone``),
    ``likely`` is the likely reading alone, in the text's own words and digits: for those who say it in
    another language.
    """

    span: Span
    kind: AnomalyKind
    message: str
    suggestion: str | None = None
    parts: tuple[Span, ...] = ()
    form: str = ""
    likely: str | None = None


class SpeechForm(StrEnum):
    """How a speaker's words reach the page."""

    NARRATION = "narration"
    INDIRECT = "indirect"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that someone other than the author speaks, with the speaker as far as it is known.

    ``span`` covers the words themselves, without quotation marks; ``speaker_span`` the words that name
    the speaker, where the text has them.
    """

    span: Span
    form: SpeechForm
    speaker: str | None = None
    speaker_code: str | None = None
    speaker_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One item as published. Every offset anywhere counts code points in ``text``.

    ``chrome`` are the spans of page furniture (menus, share lines, cookie notices, disclaimers),
    in order and disjoint. ``genre`` is ``news``, ``opinion``, ``statement``, ``interview`` or ``None``.
    """

    id: str
    path: str
    text: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    section: str | None = None
    genre: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    chrome: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A document and what reading finds in it: sentences, mentions, quotes, anomalies, in text order.

    The one object that flows through the stages; each stage returns a copy with its part filled.
    """

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be handled: where, at which stage, why, and the way out."""

    path: str
    stage: str
    cause: str
    remedy: str = ""
