"""Write the scores of ``docs/reference/scores.json`` into the model card: ``python tools/fill_model_card.py``.

``scores.json`` maps a measurement's name to what ``mihwar evaluate`` prints for it; ``speed.json`` is what
``benchmarks/coder.py --write`` wrote.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
CARD, SCORES = REFERENCE / "model-card.md", REFERENCE / "scores.json"
SPEED = REFERENCE / "speed.json"
SPEED_PLACE = re.compile(r"(<!-- speed:begin -->\n).*?(<!-- speed:end -->)", re.DOTALL)
PLACE = re.compile(r"(<!-- scores:begin -->\n).*?(<!-- scores:end -->)", re.DOTALL)
ARTICLE = ("f1", "precision", "recall", "date_accuracy", "speaker_accuracy", "status_accuracy", "must_events")
PARALLEL = ("agreement", "same", "sentences", "claims", "other_claims")
LABELS = ("accuracy", "macro_f1", "rows")


def main() -> None:
    """Put the tables between the two marks."""
    scores: dict[str, dict[str, Any]] = json.loads(SCORES.read_text(encoding="utf-8"))
    articles = {name: score for name, score in scores.items() if "f1" in score}
    parallel = {name: score for name, score in scores.items() if "agreement" in score}
    labels = {name: score for name, score in scores.items() if "macro_f1" in score}
    parts = [_table(articles, ARTICLE), _table(parallel, PARALLEL), _table(labels, LABELS)]
    parts += [_classes(name, score["classes"]) for name, score in labels.items() if score.get("classes")]
    text = "\n".join(part for part in parts if part)
    card = PLACE.sub(lambda match: match[1] + text + match[2], CARD.read_text(encoding="utf-8"))
    speed = _speed(json.loads(SPEED.read_text(encoding="utf-8"))) if SPEED.exists() else ""
    card = SPEED_PLACE.sub(lambda match: match[1] + speed + match[2], card)
    CARD.write_text(card, encoding="utf-8")


def _speed(measured: dict[str, Any]) -> str:
    lines = ["| measured | value |", "| --- | --- |"]
    for name, value in measured.items():
        shown = ", ".join(f"{key} {one}" for key, one in value.items()) if isinstance(value, dict) else str(value)
        lines.append(f"| {name.replace('_', ' ')} | {shown} |")
    return "".join(f"{line}\n" for line in lines)


def _table(scores: dict[str, dict[str, Any]], columns: tuple[str, ...]) -> str:
    if not scores:
        return ""
    lines = [["measured on", *(column.replace("_", " ") for column in columns)], ["---"] * (len(columns) + 1)]
    lines += [[name, *(str(score.get(column, "")) for column in columns)] for name, score in scores.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _classes(name: str, classes: dict[str, dict[str, Any]]) -> str:
    columns = ("precision", "recall", "f1", "rows")
    lines = [[name, *columns], ["---"] * 5]
    lines += [[label, *(str(score.get(column, "")) for column in columns)] for label, score in classes.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
