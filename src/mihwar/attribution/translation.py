"""Signs that a text was translated by a machine, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mihwar.attribution.phrases import speech_of
from mihwar.model import Anomaly, AnomalyKind, Span

__all__ = ["machine_translation_evidence"]

_LATIN_MARK = re.compile(r"(?<=[\u0600-\u06ff])[;,](?=\s+[\u0600-\u06ff])")
_DETACHED = re.compile(r"(?<![^\W_])و (?=[\u0621-\u064a]{2})")
_WEIGHTS = {
    "English ordinal endings": 0.35,
    "words run together": 0.25,
    "stray punctuation": 0.15,
    "Latin punctuation between words of another script": 0.15,
    "a conjunction apart from its word": 0.15,
    "numbers out of place": 0.2,
}
_BY_KIND = {
    AnomalyKind.MIXED_SCRIPT: "English ordinal endings",
    AnomalyKind.RUN_TOGETHER: "words run together",
    AnomalyKind.CHOPPED_SENTENCE: "stray punctuation",
    AnomalyKind.GARBLED_DATE: "numbers out of place",
}


def machine_translation_evidence(
    text: str, sentences: Sequence[Span], language: str | None, anomalies: Sequence[Anomaly]
) -> tuple[float, tuple[tuple[Span, str], ...]]:
    """A score from 0 to 1 and its evidence: (place, sign). Each kind of sign counts once."""
    words = speech_of(language)
    found = [(a.span, _BY_KIND[a.kind]) for a in anomalies if a.kind in _BY_KIND]
    if words.script == "Arabic":
        for sentence in sentences:
            for pattern, sign in (
                (_LATIN_MARK, "Latin punctuation between words of another script"),
                (_DETACHED, "a conjunction apart from its word"),
            ):
                found += [(Span(*m.span()), sign) for m in pattern.finditer(text, sentence.start, sentence.end)]
    found.sort(key=lambda pair: pair[0])
    return min(1.0, sum(_WEIGHTS[sign] for sign in {sign for _, sign in found})), tuple(found)
