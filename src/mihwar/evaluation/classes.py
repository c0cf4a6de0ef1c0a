"""Scores of labels: per class and together, additive over rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["LabelScore"]


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Counts of (gold, predicted); ``a + b`` scores the rows of both."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __add__(self, other: LabelScore) -> LabelScore:
        return LabelScore(self.pairs + other.pairs)

    def of_class(self, name: str) -> dict[str, float | int]:
        """Precision, recall, F1 and number of gold rows of one class."""
        right = self.pairs[name, name]
        gold = sum(n for (g, _), n in self.pairs.items() if g == name)
        predicted = sum(n for (_, p), n in self.pairs.items() if p == name)
        precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "rows": gold}

    def to_json(self) -> dict[str, object]:
        """Accuracy, macro-F1 over the gold classes, every class, and the confusion as rows of counts."""
        names = sorted({g for g, _ in self.pairs})
        total = sum(self.pairs.values())
        classes = {name: self.of_class(name) for name in names}
        return {
            "rows": total,
            "accuracy": round(sum(self.pairs[n, n] for n in names) / total, 4) if total else 0.0,
            "macro_f1": round(sum(float(c["f1"]) for c in classes.values()) / len(names), 4) if names else 0.0,
            "classes": classes,
            "confusion": {f"{g} -> {p}": n for (g, p), n in sorted(self.pairs.items()) if g != p},
        }
