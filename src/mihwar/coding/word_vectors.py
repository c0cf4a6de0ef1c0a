"""Vectors of word pieces in four bits, as the base model stores them: no rounding of our own, half of int8's size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["BLOCK", "WordVectors"]

BLOCK = 32  # weights that share one scale


class WordVectors:
    """``scales`` [V, D / 32] in float16 and ``nibbles`` [V, D / 2] of V pieces: weight = (nibble - 8) * scale.

    In each block's 16 bytes the low nibbles are its first 16 weights, the high ones its last 16.
    """

    def __init__(self, scales: npt.NDArray[np.float16], nibbles: npt.NDArray[np.uint8]) -> None:
        self._scales, self._nibbles = scales, nibbles

    @classmethod
    def from_file(cls, path: Path) -> WordVectors:
        """Read ``words.npz``."""
        import numpy as np

        with np.load(path) as file:
            return cls(file["scales"], file["nibbles"])

    def rows(self, ids: Sequence[int]) -> Floats:
        """Vectors [L, D] of L pieces."""
        import numpy as np

        index = np.asarray(ids, dtype=np.int64)
        scales = self._scales[index].astype(np.float32)
        blocks = self._nibbles[index].reshape(len(index), scales.shape[1], BLOCK // 2)
        weights = np.concatenate([blocks & 0x0F, blocks >> 4], axis=2).astype(np.float32) - 8
        vectors: Floats = (weights * scales[:, :, None]).reshape(len(index), -1)
        return vectors
