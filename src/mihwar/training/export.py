"""Write the trained network as the files that the product runs: int8 ONNX, heads, tokenizer, checksums."""

from __future__ import annotations

import hashlib
import json
import math
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from mihwar.coding.labels import CONTEXTS, MODES, STATUSES, TYPES
from mihwar.training.network import Encoder, Heads, Layer
from mihwar.training.weights import BaseModel

__all__ = ["export"]

FILES = ("encoder.onnx", "words.npz", "heads.npz", "tokenizer.model")


class _Shipped(nn.Module):
    """The encoder from word vectors on, with each layer's three projections in one product, so that its input is
    rounded to int8 once."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        for layer in encoder.layers:
            layer.__class__ = _JoinedLayer
            joined = nn.Linear(layer.q.in_features, 3 * layer.q.out_features)
            joined.weight.data = torch.cat([layer.q.weight.data, layer.k.weight.data, layer.v.weight.data])
            joined.bias.data = torch.cat([layer.q.bias.data, layer.k.bias.data, layer.v.bias.data])
            layer.joined = joined

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return self.encoder.read(words, torch.ones(words.shape[:2]))


class _JoinedLayer(Layer):
    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        del bias  # a run reads one sentence, so nothing is padded
        hidden = self.ao.in_features
        width = hidden // self.heads
        q, k, v = self.joined(x[0]).chunk(3, -1)  # constant shapes with one -1: no arithmetic on shapes in the graph
        q, v = (part.view(-1, self.heads, width).transpose(0, 1) for part in (q, v))
        scores = q @ k.view(-1, self.heads, width).permute(1, 2, 0) / math.sqrt(width)
        mixed = (scores.softmax(-1) @ v).transpose(0, 1).reshape(1, -1, hidden)
        x = self.aln(x + self.ao(mixed))
        return self.oln(x + self.fo(nn.functional.gelu(self.fi(x))))


def _states(heads: Heads, antecedent: nn.Sequential) -> list[tuple[str, Tensor]]:
    return [*heads.state_dict().items(), *antecedent.state_dict(prefix="antecedent.").items()]


def export(
    encoder: Encoder,
    heads: Heads,
    antecedent: nn.Sequential,
    base: BaseModel,
    keep: list[int],
    tokenizer: bytes,
    out: Path,
    version: str = "1",
) -> None:
    """Write ``encoder.onnx`` (dynamic int8, per channel), ``words.npz`` (the ``keep`` rows of the base model's
    word vectors), ``heads.npz``, ``tokenizer.model`` and ``model.json``, which holds the version, the labels of
    the heads and the SHA-256 of each file."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    encoder.eval()
    words = torch.randn(1, 16, base.hidden)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            _Shipped(encoder),
            (words,),
            str(plain),
            input_names=["words"],
            output_names=["tokens", "tags"],
            dynamic_axes={name: {1: "length"} for name in ("words", "tokens", "tags")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            out / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    np.savez(out / "words.npz", scales=base.word_scales[keep], nibbles=base.word_nibbles[keep])
    weights = {name: value.detach().numpy().astype(np.float16) for name, value in _states(heads, antecedent)}
    np.savez_compressed(out / "heads.npz", **weights)
    (out / "tokenizer.model").write_bytes(tokenizer)
    card = {
        "format": 2,
        "version": version,
        "labels": {"types": TYPES, "modes": MODES, "contexts": CONTEXTS, "statuses": STATUSES},
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "model.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    for name in FILES:
        print(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB")
