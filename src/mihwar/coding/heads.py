"""The encoder's small heads, in numpy: roles, types, status, mention sectors, types of a sentence.

The same arithmetic as ``mihwar.training.network.Heads``, checked against it when the files are exported.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mihwar.coding.labels import MODES

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["Heads", "best_mode", "pair_distances", "sigmoid", "softmax"]


class Heads:
    """Heads over vectors of width D; ``weights`` are the tensors of ``heads.npz`` by name."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self._weights = weights

    def roles(self, event: Floats, mention: Floats, distance: Floats) -> Floats:
        """Event and mention vectors [M, D], distances [M, 2] -> probabilities [M, 3] of actor, recipient, speaker."""
        import numpy as np

        return sigmoid(self._mlp("role_head", np.concatenate([event, mention, event * mention, distance], -1)))

    def types(self, event: Floats, actor: Floats, recipient: Floats, sentence: Floats) -> Floats:
        """Four vectors [D] or rows of them [N, D] -> probabilities [16] or [N, 16]."""
        import numpy as np

        return softmax(self._mlp("type_head", np.concatenate([event, actor, recipient, sentence], -1)))

    def statuses(self, event: Floats, sentence: Floats) -> Floats:
        """Vectors [N, D] -> probabilities [N, 6]."""
        import numpy as np

        return softmax(self._mlp("status_head", np.concatenate([event, sentence], -1)))

    def modes(self, event: Floats, sentence: Floats) -> Floats:
        """Vectors [N, D] -> logits [N, 77] over ``MODES``, to be compared within one type (:func:`best_mode`)."""
        import numpy as np

        return self._mlp("mode_head", np.concatenate([event, sentence], -1))

    def contexts(self, event: Floats, sentence: Floats) -> Floats:
        """Vectors [N, D] -> probabilities [N, 37] of each context."""
        import numpy as np

        return sigmoid(self._mlp("context_head", np.concatenate([event, sentence], -1)))

    def mentions(self, mention: Floats) -> tuple[Floats, Floats]:
        """Mention vectors [M, D] -> sector probabilities [M, S] and pronoun probabilities [M]."""
        out = self._mlp("mention_head", mention)
        return softmax(out[:, :-1]), sigmoid(out[:, -1])

    def antecedents(self, features: Sequence[Sequence[float]]) -> Floats:
        """Rows of :data:`mihwar.coding.antecedents.FEATURES` [C, F] -> scores [C]."""
        import numpy as np

        return self._mlp("antecedent", np.array(features, dtype=np.float32))[:, 0]

    def attend(self, tokens: Floats, actor: Floats, recipient: Floats) -> Floats:
        """The act between a marked pair: tokens [L, D], actor and recipient [D] -> event vector [D]."""
        import numpy as np

        pair = np.concatenate([actor, recipient])
        query = self._weights["query.weight"] @ pair + self._weights["query.bias"]
        weights: Floats = softmax(tokens @ query / math.sqrt(tokens.shape[-1])) @ tokens
        return weights

    def topics(self, tokens: Floats) -> Floats:
        """Does the sentence report an act of each type: tokens [L, D] -> probabilities [16]."""
        scores = tokens @ self._weights["topic_query"].T / math.sqrt(tokens.shape[-1]) * 4
        pooled = softmax(scores.T) @ tokens
        return sigmoid((pooled * self._weights["topic"]).sum(-1) + self._weights["topic_bias"])

    def _mlp(self, name: str, x: Floats) -> Floats:
        hidden = _gelu(x @ self._weights[f"{name}.0.weight"].T + self._weights[f"{name}.0.bias"])
        out: Floats = hidden @ self._weights[f"{name}.3.weight"].T + self._weights[f"{name}.3.bias"]
        return out


def best_mode(logits: Floats, kind: str) -> str | None:
    """The likeliest mode of an act of type ``kind`` from its logits over ``MODES``; ``None`` where it has none."""
    own = [index for index, (name, _) in enumerate(MODES) if name == kind]
    return MODES[max(own, key=lambda index: float(logits[index]))][1] if own else None


def pair_distances(event: Sequence[int], mention: Sequence[int]) -> list[float]:
    """Signed logarithmic distance in word pieces from the act to the mention, and whether it stands before."""
    gap = (mention[0] - event[-1]) if mention[0] > event[-1] else (mention[-1] - event[0])
    return [math.copysign(math.log1p(abs(gap)), gap), float(gap < 0)]


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    import numpy as np

    exponentials = np.exp(x - x.max(-1, keepdims=True))
    result: Floats = (exponentials / exponentials.sum(-1, keepdims=True)).astype(np.float32)
    return result


def sigmoid(x: Floats) -> Floats:
    """Logistic function, safe for large values."""
    import numpy as np

    result: Floats = (1 / (1 + np.exp(-np.clip(x, -60, 60)))).astype(np.float32)
    return result


def _gelu(x: Floats) -> Floats:
    """Exact GELU; the error function by Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    import numpy as np

    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    result: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return result
