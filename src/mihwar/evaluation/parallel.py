"""Do a sentence and its translation give the same claims?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from mihwar.model import Claim, Span

__all__ = ["ParallelScore", "compare_sentences"]

Act = tuple[frozenset[str], frozenset[str], str]


@dataclass(frozen=True, slots=True)
class ParallelScore:
    """Counts over pairs of sentences; ``a + b`` scores both together."""

    sentences: int = 0
    same_sentences: int = 0
    claims: int = 0
    other_claims: int = 0
    shared_claims: int = 0

    def __add__(self, other: ParallelScore) -> ParallelScore:
        return ParallelScore(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def to_json(self) -> dict[str, float | int]:
        """Counts; ``agreement``: twice the shared claims (same actors, recipients and type) by all claims of both;
        ``same``: the share of sentences whose claims are all the same (also where both have none)."""
        both = self.claims + self.other_claims
        return {
            **{f.name: getattr(self, f.name) for f in fields(self)},
            "agreement": round(2 * self.shared_claims / both, 4) if both else 0.0,
            "same": round(self.same_sentences / self.sentences, 4) if self.sentences else 0.0,
        }


def compare_sentences(
    first: Iterable[Claim], first_spans: Sequence[Span], second: Iterable[Claim], second_spans: Sequence[Span]
) -> ParallelScore:
    """Compare the claims of two texts whose sentences of the same number say the same."""
    ours, theirs = _by_sentence(first, first_spans), _by_sentence(second, second_spans)
    score = ParallelScore()
    for one, other in zip(ours, theirs, strict=True):
        shared = sum((one & other).values())
        score += ParallelScore(1, int(one == other), one.total(), other.total(), shared)
    return score


def _by_sentence(claims: Iterable[Claim], spans: Sequence[Span]) -> list[Counter[Act]]:
    acts: list[Counter[Act]] = [Counter() for _ in spans]
    for claim in claims:
        for number, span in enumerate(spans):
            if span.overlaps(claim.event_spans[0]):
                acts[number][_act(claim)] += 1
                break
    return acts


def _act(claim: Claim) -> Act:
    """Parties and type; the sides of an act without recipients or between two actors stay as they are coded."""
    actors = frozenset(entity.code for entity in claim.actors if entity.code)
    return actors, frozenset(entity.code for entity in claim.recipients if entity.code), claim.types[0]
