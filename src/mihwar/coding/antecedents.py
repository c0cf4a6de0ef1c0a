"""Which state a mention that names none belongs to: one small network over what the text has said so far.

For "the ministry", "police", "he" or "both sides'" lone half, every state named in the sentence or before it is a
candidate. Each is described by numbers (``FEATURES``), never by its name, so that no state is favoured; the head
``antecedent`` of ``heads.npz`` scores them. It is trained on the corpus (``mihwar.training.antecedents``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from mihwar.model import Mention, MentionKind

__all__ = ["FEATURES", "Anaphor", "NamedSoFar"]

SECTORS = ("GOV", "MIL", "COP", "CVL", "JUD", "LEG", "REB", "OPP", "SPY", "PTY", "JRN", "SOC", None)
FEATURES = (
    "named before it in the sentence", "named after it in the sentence", "sentences back", "letters between",
    "times named so far", "share of all names", "among the first three names", "acted last", "acted lately",
    "same sector", "a government or no sector", "the other side of the act", "the act has another side",
    "tells the act", "the act is told by someone", "the mention acts", "the mention is acted on", "points back",
    "number of candidates", "named most", "one of the two named most", "person of the same kind",
    *(f"sector {sector}" for sector in SECTORS),
)  # fmt: skip
_FAR = 400  # letters between, for a state that the sentence does not name
_LATELY = 3
_PERSONAL = (MentionKind.PERSON, MentionKind.OFFICE)


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention without a state, its part in an act, the codes of the act's other side and of its teller, and the
    probability that it points back."""

    mention: Mention
    acts: bool
    other: frozenset[str]
    tellers: frozenset[str] = frozenset()
    pronoun: float = 0.0


@dataclass(slots=True)
class NamedSoFar:
    """What a text has named up to a sentence; ``everything`` are all of its mentions that have a state."""

    everything: Sequence[Mention]
    sentence: int = 0
    last: dict[str, tuple[int, Mention]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    subjects: list[str] = field(default_factory=list)
    totals: Counter[str] = field(init=False)
    opening: frozenset[str] = field(init=False)
    leading: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        codes = [mention.code for mention in self.everything if mention.code]
        self.totals = Counter(codes)
        self.opening = frozenset(codes[:3])
        self.leading = tuple(code for code, _ in self.totals.most_common(2))

    def add_sentence(self, named: Sequence[Mention]) -> None:
        """Go on to the next sentence; ``named`` are the mentions with a state of the one just read."""
        for mention in named:
            if mention.code:
                self.last[mention.code] = (self.sentence, mention)
                self.counts[mention.code] += 1
        self.sentence += 1

    def candidates(self, here: Sequence[Mention]) -> list[str]:
        """Codes of the states named in the sentence, then of those named before, in order of naming."""
        return list(dict.fromkeys([m.code for m in here if m.code] + list(self.last)))

    def features(self, anaphor: Anaphor, here: Sequence[Mention]) -> list[list[float]]:
        """One row of ``FEATURES`` a candidate; ``here`` are the mentions with a state in the anaphor's sentence."""
        codes = self.candidates(here)
        mention = anaphor.mention
        total = max(1, sum(self.totals.values()))
        sector = mention.sector if mention.sector in SECTORS else None
        rows = []
        for code in codes:
            own = [m for m in here if m.code == code]
            before = [m for m in own if m.span.end <= mention.span.start]
            nearest = before[-1] if before else own[0] if own else None
            if nearest is not None:
                back = 0
                between = min(abs(mention.span.start - nearest.span.end), abs(nearest.span.start - mention.span.end))
            else:
                at, nearest = self.last[code]
                back, between = self.sentence - at, _FAR
            rows.append([
                float(bool(before)), float(bool(own) and not before), math.log1p(back), math.log1p(between) / 3,
                math.log1p(self.counts[code]), self.totals[code] / total, float(code in self.opening),
                float(self.subjects[-1:] == [code]), float(code in self.subjects[-_LATELY:]),
                float(nearest.sector == mention.sector), float(nearest.sector in ("GOV", None)),
                float(code in anaphor.other), float(bool(anaphor.other) and code not in anaphor.other),
                float(code in anaphor.tellers), float(bool(anaphor.tellers)), float(anaphor.acts),
                float(not anaphor.acts), anaphor.pronoun, len(codes) / 5, float(self.leading[:1] == (code,)),
                float(code in self.leading), float(nearest.kind in _PERSONAL),
                *(float(sector == one) for one in SECTORS),
            ])  # fmt: skip
        return rows
