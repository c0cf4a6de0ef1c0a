"""Fit the confidence of acts on the odd-numbered gold articles and print its error on the even-numbered ones.

``calibrate.py [--write]``; ``--write`` stores the weights in ``src/mihwar/coding/data/calibration.json``. An act is
right where its claim matches a gold event.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from mihwar.actors import served_by_instrument
from mihwar.coding.acts import Act
from mihwar.coding.calibration import EVIDENCE
from mihwar.coding.encoder import default_encoder
from mihwar.coding.reader import EncoderCoder, Thresholds
from mihwar.evaluation import match_claims, read_gold
from mihwar.model import Page
from mihwar.pipeline import Pipeline
from mihwar.workspace.evaluating import gold_document

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "quality" / "articles"
PENALTY = 2.0  # of squared weights: some six hundred acts for eleven weights


class Recording(EncoderCoder):
    """Keeps the acts of the last page."""

    acts: list[Act]

    def code(self, page: Page) -> list[Act]:
        """The acts, and a note of them."""
        self.acts = super().code(page)
        return self.acts


def samples(parity: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Evidence [N, F], rightness [N] and the number of must-events of the articles of a parity."""
    coder = Recording(default_encoder(), Thresholds(confidence=0.0), served_by_instrument)
    pipeline = Pipeline(coder)
    rows, right, must = [], [], 0
    for path in sorted(GOLD.glob("*.json")):
        if int(path.stem[-2:]) % 2 != parity:
            continue
        gold = read_gold(path)
        claims = pipeline.one(gold_document(gold, path)).claims
        matched = match_claims(gold.events, claims)
        acts = {(act.sentence, act.event_spans): act for act in coder.acts}
        for number, claim in enumerate(claims):
            rows.append(acts[claim.sentence, claim.event_spans].evidence)
            right.append(number in matched)
        must += sum(event.must for event in gold.events)
    return np.array(rows), np.array(right, dtype=float), must


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights and, last, the bias of a logistic regression with a squared penalty, by Newton's method."""
    inputs = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.eye(inputs.shape[1]) * PENALTY
    penalty[-1, -1] = 0.0
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (p - right) + penalty @ weights
        curvature = (inputs * (p * (1 - p))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal size (Guo et al. 2017)."""
    groups = np.array_split(np.argsort(confidence), bins)
    return float(sum(abs(confidence[g].mean() - right[g].mean()) * len(g) for g in groups) / len(right))


def main() -> None:
    """Fit, print errors and the F1 of thresholds, and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows, right, must = samples(1)
    weights = fit(rows, right)
    print({name: round(float(w), 3) for name, w in zip((*EVIDENCE, "bias"), weights, strict=True)})
    confidence = 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))
    for limit in np.arange(0.1, 0.65, 0.05):
        kept = confidence >= limit
        precision, recall = right[kept].mean(), right[kept].sum() / must
        print(
            f"threshold {limit:.2f}: F1 about {2 * precision * recall / (precision + recall):.3f} ({kept.sum()} acts)"
        )
    held_rows, held_right, _ = samples(0)
    held = 1 / (1 + np.exp(-(held_rows @ weights[:-1] + weights[-1])))
    scores = {"fitted on": len(right), "held out acts": len(held_right), "error": round(error(held, held_right), 4)}
    print(json.dumps(scores))
    if options.write:
        values = {name: round(float(w), 4) for name, w in zip(EVIDENCE, weights[:-1], strict=True)}
        text = json.dumps({"weights": values, "bias": round(float(weights[-1]), 4), "measured": scores}, indent=1)
        (ROOT / "src/mihwar/coding/data/calibration.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
