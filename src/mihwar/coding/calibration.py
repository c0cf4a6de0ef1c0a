"""Confidence as a probability: how often acts with such evidence were right on the development articles."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mihwar.coding.candidates import Candidate
from mihwar.coding.scoring import ScoredAct

__all__ = ["EVIDENCE", "Calibration", "evidence", "load_calibration"]

EVIDENCE = (
    "log probability of the act's words",
    "log probability of its type",
    "log probability of its actor",
    "log probability of its recipient",
    "log probability of its status",
    "actor names no state itself",
    "actor is not said",
    "recipient names no state itself",
    "recipient is not said",
    "no recipient",
    "several acts in the sentence",
)
_LEAST = 1e-4  # probabilities are bounded by it before the logarithm


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on ``EVIDENCE`` (Platt 1999, with more than one input)."""

    weights: tuple[float, ...]
    bias: float

    def confidence(self, values: tuple[float, ...]) -> float:
        """Probability that an act with this evidence is right."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


def evidence(scored: ScoredAct, found: list[Candidate], *, target: bool, acts: int) -> tuple[float, ...]:
    """The values of ``EVIDENCE`` of one act; ``target``: whether it has a recipient, said or not; ``acts`` of its
    sentence."""
    actor = max((float(scored.roles[i][0]) for i in scored.actors), default=1.0)
    recipient = max((float(scored.roles[i][1]) for i in scored.recipients), default=1.0)
    likely = (scored.event.probability, float(scored.types.max()), actor, recipient, float(scored.statuses.max()))
    return (
        *(math.log(max(_LEAST, value)) for value in likely),
        float(any(found[i].mention.code is None for i in scored.actors)),
        float(not scored.actors),
        float(any(found[i].mention.code is None for i in scored.recipients)),
        float(target and not scored.recipients),
        float(not target),
        math.log(max(1, acts)),
    )


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The shipped weights (``calibration.json``, written by ``tools/calibrate.py``)."""
    data = json.loads((Path(__file__).parent / "data" / "calibration.json").read_text(encoding="utf-8"))
    return Calibration(tuple(data["weights"][name] for name in EVIDENCE), data["bias"])
