"""All heads over all acts of one sentence at once: a few products a sentence instead of several an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mihwar.coding.candidates import Candidate
from mihwar.coding.decoding import TaggedSpan
from mihwar.coding.heads import Heads, pair_distances
from mihwar.coding.labels import ROLES
from mihwar.coding.parties import RoleLimits, chosen_roles

if TYPE_CHECKING:
    from mihwar.coding.encoder import EncodedSentence, Floats

__all__ = ["ScoredAct", "scored_acts"]


@dataclass(frozen=True, slots=True)
class ScoredAct:
    """What the heads say of one act: ``roles`` [M, 3] of the sentence's M candidates, ``actors`` and
    ``recipients`` (indices of those chosen), ``types`` [16], ``statuses`` [6], ``contexts`` [37] as probabilities,
    and ``modes`` as logits to be compared within a type."""

    event: TaggedSpan
    roles: Floats
    actors: list[int]
    recipients: list[int]
    types: Floats
    statuses: Floats
    modes: Floats
    contexts: Floats


def scored_acts(
    heads: Heads,
    encoded: EncodedSentence,
    events: Sequence[TaggedSpan],
    found: Sequence[Candidate],
    limits: RoleLimits,
) -> list[ScoredAct]:
    """One result an event, in order."""
    import numpy as np

    if not events:
        return []
    nobody = np.zeros(encoded.vectors.shape[1], dtype=np.float32)
    sentence = np.repeat(encoded.vectors.mean(0)[None], len(events), 0)
    acts: Floats = np.stack([encoded.vectors[list(event.tokens)].mean(0) for event in events])
    parties: Floats = np.stack([encoded.vectors[list(c.tokens)].mean(0) for c in found] or [nobody])[: len(found)]
    distances = np.array([pair_distances(e.tokens, c.tokens) for e in events for c in found], dtype=np.float32)
    roles = heads.roles(
        np.repeat(acts, len(found), 0), np.tile(parties, (len(events), 1)), distances.reshape(-1, 2)
    ).reshape(len(events), len(found), len(ROLES))
    chosen = [chosen_roles(own, limits) for own in roles]
    sides = [
        np.stack([parties[side].mean(0) if side else nobody for side in both]) for both in zip(*chosen, strict=True)
    ]
    types = heads.types(acts, sides[0], sides[1], sentence)
    statuses, modes = heads.statuses(acts, sentence), heads.modes(acts, sentence)
    contexts = heads.contexts(acts, sentence)
    return [
        ScoredAct(event, roles[i], *chosen[i], types[i], statuses[i], modes[i], contexts[i])
        for i, event in enumerate(events)
    ]
