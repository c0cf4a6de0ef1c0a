"""Write the trained network as the files that the product runs: int8 ONNX, heads, tokenizer, checksums."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from mihwar.training.network import Encoder, Heads

__all__ = ["export"]

FILES = ("encoder.onnx", "heads.npz", "tokenizer.model")


class _Int8Words(nn.Module):
    """Word vectors in int8 with one scale a row: a quarter of the size, error below the 4-bit original's."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        rows, scale = self.get_buffer("rows"), self.get_buffer("scale")
        return nn.functional.embedding(ids, rows).float() * nn.functional.embedding(ids, scale)


def export(encoder: Encoder, heads: Heads, tokenizer: bytes, out: Path, version: str = "1") -> None:
    """Write ``encoder.onnx`` (dynamic int8, per channel), ``heads.npz``, ``tokenizer.model`` and ``model.json``,
    which holds the version and the SHA-256 of each file."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    encoder.eval()
    encoder.word = _Int8Words(encoder.word.weight.data)
    ids = torch.randint(5, 100, (2, 16))
    mask = torch.ones(2, 16)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            encoder,
            (ids, mask),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["tokens", "tags"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "mask", "tokens", "tags")},
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
    weights = {name: value.detach().numpy().astype(np.float16) for name, value in heads.state_dict().items()}
    np.savez_compressed(out / "heads.npz", **weights)
    (out / "tokenizer.model").write_bytes(tokenizer)
    card = {
        "format": 1,
        "version": version,
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "model.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    for name in FILES:
        print(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB")
