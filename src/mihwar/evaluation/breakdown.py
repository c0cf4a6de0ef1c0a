"""What scores of gold articles are made of: per type and per language, which types are confused, kinds of error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mihwar.evaluation.gold import GoldArticle, GoldEvent
from mihwar.model import Claim

__all__ = ["Breakdown"]

_EXAMPLES = 5  # of each kind of error that are kept
_LONGEST_EXAMPLE = 200  # code points of the text of an example


@dataclass(slots=True)
class Breakdown:
    """Counts over articles, grown by :meth:`add`.

    A missed event is put to the claim of its text that comes nearest: what that claim has wrong is the kind of the
    error. A gold event counts for its first type.
    """

    languages: dict[str, Counter[str]] = field(default_factory=dict)
    types: dict[str, Counter[str]] = field(default_factory=dict)
    confusion: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, gold: GoldArticle, claims: Sequence[Claim], matched: Mapping[int, int], language: str) -> None:
        """Take in one article; ``matched`` maps claim indices to event indices."""
        found = set(matched.values())
        own = self.languages.setdefault(language, Counter())
        for index, event in enumerate(gold.events):
            if not event.must:
                continue
            for counts in (own, self._type(event.first_type)):
                counts["must"] += 1
                counts["found"] += index in found
            if index not in found:
                self._missed(gold, event, claims)
        for index, claim in enumerate(claims):
            for counts in (own, self._type(claim.types[0])):
                counts["claims"] += 1
                counts["right"] += index in matched
            if index not in matched:
                inside = any(claim.sentence.overlaps(event.span) for event in gold.events)
                kind = "claim beside the gold events" if inside else "claim where gold has no event"
                self._note(kind, gold, claim.text, None, claim)

    def to_json(self) -> dict[str, Any]:
        """Tables of ``languages`` and ``types``, ``confusion``, ``errors`` and their ``examples``."""
        return {
            "languages": {name: _scores(counts) for name, counts in sorted(self.languages.items())},
            "types": {name: _scores(counts) for name, counts in sorted(self.types.items())},
            "confusion": dict(self.confusion.most_common()),
            "errors": dict(self.errors.most_common()),
            "examples": self.examples,
        }

    def _type(self, name: str) -> Counter[str]:
        return self.types.setdefault(name, Counter())

    def _missed(self, gold: GoldArticle, event: GoldEvent, claims: Sequence[Claim]) -> None:
        near = [(_agreement(claim, event), claim) for claim in claims if claim.sentence.overlaps(event.span)]
        words = event.span.of(gold.text)
        if not near:
            self._note("no claim there", gold, words, event, None)
            return
        (kind, actors, recipients), claim = max(near, key=lambda pair: sum(pair[0]))
        wrong = [name for name, fits in (("type", kind), ("actor", actors), ("recipient", recipients)) if not fits]
        if wrong == ["type"]:
            self.confusion[f"{event.first_type} -> {claim.types[0]}"] += 1
        label = "no claim near it" if len(wrong) == 3 else f"wrong {' and '.join(wrong)}" if wrong else "one for two"
        self._note(label, gold, words, event, claim)

    def _note(self, kind: str, gold: GoldArticle, text: str, event: GoldEvent | None, claim: Claim | None) -> None:
        self.errors[kind] += 1
        shown = self.examples.setdefault(kind, [])
        if len(shown) < _EXAMPLES:
            told = event and {"actors": sorted(event.actors), "recipients": sorted(event.recipients),
                              "types": sorted(event.types)}  # fmt: skip
            ours = claim and {"actors": _codes(claim.actors), "recipients": _codes(claim.recipients),
                              "types": list(claim.types)}  # fmt: skip
            shown.append({"document": gold.id, "text": text[:_LONGEST_EXAMPLE], "gold": told, "claim": ours})


def _agreement(claim: Claim, event: GoldEvent) -> tuple[bool, bool, bool]:
    actors, recipients = set(_codes(claim.actors)), set(_codes(claim.recipients))
    if event.symmetric:
        both = (actors | recipients) & (event.actors | event.recipients)
        return claim.types[0] in event.types, bool(both), len(both) >= min(2, len(event.actors | event.recipients))
    fits = bool(recipients & event.recipients) if recipients or event.recipients else True
    return claim.types[0] in event.types, bool(actors & event.actors), fits


def _codes(entities: Sequence[Any]) -> list[str]:
    return sorted({entity.code for entity in entities if entity.code})


def _scores(counts: Counter[str]) -> dict[str, float | int]:
    precision = counts["right"] / counts["claims"] if counts["claims"] else 0.0
    recall = counts["found"] / counts["must"] if counts["must"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "must_events": counts["must"],
        "claims": counts["claims"],
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
    }
