"""Run the shipped encoder: sentences in, token vectors and tags out, on ONNX Runtime."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mihwar.coding.labels import CONTEXTS, MODES, STATUSES, TYPES
from mihwar.coding.tokenizing import Tokenizer
from mihwar.coding.word_vectors import WordVectors
from mihwar.errors import ModelFileError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["EncodedSentence", "SentenceEncoder", "default_encoder", "default_model_folder"]

MAX_TOKENS = 256  # of 512 positions; longer sentences are cut: none of the corpus' is, hostile ones are
_FORMAT = 2


@dataclass(frozen=True, slots=True)
class EncodedSentence:
    """``vectors`` [L, D] and ``tags`` [L, 6] (logits of event B/I/O then mention B/I/O) of L word pieces;
    ``offsets`` are each piece's code points in the sentence."""

    vectors: Floats
    tags: Floats
    offsets: tuple[tuple[int, int], ...]


class SentenceEncoder:
    """The encoder's files, opened once; ``threads`` sentences are read at a time (0: one a core)."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        import numpy
        import onnxruntime

        card = _checked_card(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        # The fused layer norm is slower than its parts on one sentence: 4.8 against 4.3 ms a run of 28 pieces.
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        self._words = WordVectors.from_file(folder / "words.npz")
        self._tokenizer = Tokenizer.from_file(folder / "tokenizer.model")
        self.version: str = card["version"]
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1)
        with numpy.load(folder / "heads.npz") as file:
            self.heads: dict[str, Floats] = {name: file[name].astype(numpy.float32) for name in file.files}

    def encode(self, sentences: Sequence[str]) -> list[EncodedSentence]:
        """One result a sentence, in order.

        Each sentence is its own run, spread over the cores: dynamic int8 scales its activations over the
        whole input of a run, so in a shared batch a sentence's result would depend on its neighbours.
        """
        if len(sentences) < 2:
            return [self._encode_one(sentence) for sentence in sentences]
        return list(self._pool.map(self._encode_one, sentences))

    def _encode_one(self, sentence: str) -> EncodedSentence:
        ids, offsets = self._tokenizer.encode(sentence, MAX_TOKENS)
        vectors, tags = self._session.run(None, {"words": self._words.rows(ids)[None]})
        return EncodedSentence(vectors[0], tags[0], tuple(offsets))


def _checked_card(folder: Path) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelFileError(
            f"the encoder's model.json cannot be read in {folder}: {error}. Install Mihwar again, or rebuild "
            "the files with python -m mihwar.training"
        ) from error
    if card.get("format") != _FORMAT:
        raise ModelFileError(f"{folder}: model format {card.get('format')}, this version reads {_FORMAT}")
    ours = {"types": TYPES, "modes": [list(pair) for pair in MODES], "contexts": CONTEXTS, "statuses": STATUSES}
    for name, labels in ours.items():
        if card["labels"][name] != list(labels):
            raise ModelFileError(f"{folder}: the encoder was trained on other {name} than this version has")
    for name, expected in card["sha256"].items():
        try:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelFileError(f"the encoder's file {folder / name} is missing. Install Mihwar again") from error
        if digest != expected:
            raise ModelFileError(
                f"{folder / name} is damaged: its SHA-256 is {digest[:12]}..., model.json says {expected[:12]}.... "
                "Install Mihwar again"
            )
    return card


def default_model_folder() -> Path:
    """Where the shipped files lie."""
    return Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def default_encoder(threads: int = 0) -> SentenceEncoder:
    """The shipped encoder, opened at the first call of a process; ``threads`` sentences at a time (0: one a core)."""
    return SentenceEncoder(default_model_folder(), threads)
