"""What a coder returns for a page, and the protocol that every coder keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mihwar.model import Mention, Page, Span, Status

__all__ = ["Act", "Coder"]


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a coder reads it, before anyone has asked who tells it and of which day it is.

    Spans count code points of the document's text. ``types`` are acceptable readings, best first;
    ``confidence`` is 0 to 1; ``speakers`` are mentions that the coder holds to tell the act; ``evidence`` are the
    numbers that the confidence rests on, where the coder has such.
    """

    sentence: Span
    event_spans: tuple[Span, ...]
    types: tuple[str, ...]
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    speakers: tuple[Mention, ...]
    status: Status
    status_confidence: float
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    evidence: tuple[float, ...] = ()


class Coder(Protocol):
    """Finds acts in a page whose sentences and mentions are filled."""

    @property
    def name(self) -> str:
        """Name and version, kept with each claim."""
        ...

    def code(self, page: Page) -> list[Act]:
        """All acts of one page, in text order."""
        ...
