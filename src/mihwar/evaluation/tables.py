"""Evaluate the encoder on the two published tables: marked pairs (PLV) and sentences (Arabic GSR)."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mihwar.coding.labels import TYPES
from mihwar.errors import InputError
from mihwar.evaluation.classes import LabelScore
from mihwar.model import Span

__all__ = ["Prediction", "evaluate_gsr", "evaluate_plv", "strip_marks"]

# Training meets a yes about five times as often as the tables hold it (odds of 0.65 against 0.13 for ASSAULT, 0.17
# against 0.04 for PROTEST: training.__main__._sampled_gsr); even odds there are 0.84 and 0.82 here.
GSR_THRESHOLD = 0.83


class TableCoder(Protocol):
    """What the tables ask of a coder."""

    def relation(self, text: str, actor: Span, recipient: Span) -> Mapping[str, float]:
        """Probability of each type for a marked pair."""
        ...

    def topics(self, texts: list[str]) -> list[dict[str, float]]:
        """For each sentence, the probability that it reports an act of each type."""
        ...


@dataclass(frozen=True, slots=True)
class Prediction:
    """One row's answer; ``row`` counts from 0 without the header."""

    row: int
    gold: str
    predicted: str | bool
    score: float


def evaluate_plv(path: Path, coder: TableCoder) -> tuple[LabelScore, list[Prediction]]:
    """The type of each marked pair, 15 labels: YIELD is CONCEDE or RETREAT."""
    predictions = []
    for number, row in _rows(path, "\t", ("marked_sentence", "gold_root")):
        text, spans = strip_marks(row["marked_sentence"])
        actor, recipient = (_party(row, text, spans, mark, name) for mark, name in (("s", "source"), ("t", "target")))
        probabilities = dict(coder.relation(text, actor, recipient))
        probabilities["YIELD"] = probabilities.pop("CONCEDE") + probabilities.pop("RETREAT")
        best = max(probabilities, key=lambda name: probabilities[name])
        predictions.append(Prediction(number, row["gold_root"], best, round(probabilities[best], 4)))
    score = LabelScore(Counter((p.gold, str(p.predicted)) for p in predictions))
    return score, predictions


def _party(row: dict[str, str], text: str, spans: dict[str, Span], mark: str, column: str) -> Span:
    """The marked span; a row without it (some have none) is read by its column, else as the whole sentence."""
    if mark in spans:
        return spans[mark]
    words = row.get(column) or ""
    at = text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else Span(0, len(text))


def evaluate_gsr(path: Path, coder: TableCoder) -> tuple[LabelScore, list[Prediction]]:
    """Does the sentence report an act of ``event_type``: "yes" against all no; "ambiguous" rows are not scored."""
    predictions, batch = [], []
    for number, row in _rows(path, ",", ("text", "event_type", "label")):
        if row["event_type"] not in TYPES:
            raise InputError(str(path), f"unknown event_type {row['event_type']!r}", place=f"row {number}")
        batch.append((number, row))
    for (number, row), topics in zip(batch, coder.topics([row["text"] for _, row in batch]), strict=True):
        score = topics[row["event_type"]]
        predictions.append(Prediction(number, row["label"], score >= GSR_THRESHOLD, round(score, 4)))
    judged = [p for p in predictions if p.gold != "ambiguous"]
    pairs = Counter(("yes" if p.gold == "yes" else "no", "yes" if p.predicted else "no") for p in judged)
    return LabelScore(pairs), predictions


def strip_marks(marked: str) -> tuple[str, dict[str, Span]]:
    """``<s>actor</s> ... <t>recipient</t>`` -> the bare sentence and the spans of ``s`` and ``t``."""
    text, spans, starts, at = "", {}, {}, 0
    for match in re.finditer(r"<(/?)([st])>", marked):
        text += marked[at : match.start()]
        at = match.end()
        if not match[1]:
            starts[match[2]] = len(text)
        elif match[2] in starts and match[2] not in spans:
            spans[match[2]] = Span(starts[match[2]], len(text))
    return text + marked[at:], spans


def _rows(path: Path, delimiter: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(10_000_000)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            plain = delimiter == "\t"
            reader = csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)
            missing = [name for name in columns if name not in (reader.fieldnames or [])]
            if missing:
                raise InputError(str(path), f"lacks the columns {missing}; it has {reader.fieldnames}")
            yield from enumerate(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), str(error)) from error
