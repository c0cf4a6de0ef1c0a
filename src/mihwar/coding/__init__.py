"""Coding: acts (who did what to whom) out of sentences and mentions. The encoder runs on ONNX Runtime."""

from mihwar.coding.acts import Act, Coder
from mihwar.coding.labels import STATUSES, TYPES

__all__ = ["STATUSES", "TYPES", "Act", "Coder"]
