"""Word pieces of a sentence with code-point offsets: SentencePiece with XLM-R's normalisation."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Tokenizer"]


class Tokenizer:
    """A pruned XLM-R vocabulary. ``model`` is a serialized SentencePiece model."""

    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor = SentencePieceProcessor(model_proto=model)
        self.bos: int = self._processor.bos_id()
        self.eos: int = self._processor.eos_id()
        self.pad: int = self._processor.pad_id()

    @classmethod
    def from_file(cls, path: Path) -> Tokenizer:
        """Read a serialized model."""
        return cls(path.read_bytes())

    def encode(self, text: str, limit: int) -> tuple[list[int], list[tuple[int, int]]]:
        """At most ``limit`` piece ids with a begin and an end id around them, and the code points that each
        covers, without leading white space; the two around have the empty range (0, 0).

        A lone surrogate, which no encoder takes, counts as one unknown letter.
        """
        clean = text.encode("utf-8", "replace").decode("utf-8")
        mapping = self._processor.encode(clean, return_type="offset_mapping")
        offsets = []
        for start, end in mapping["offsets"][: limit - 2]:
            while start < end and clean[start].isspace():
                start += 1
            offsets.append((start, end))
        return [self.bos, *mapping["ids"][: limit - 2], self.eos], [(0, 0), *offsets, (0, 0)]

    def piece_ids(self, texts: list[str]) -> list[list[int]]:
        """Piece ids of many texts, nothing added."""
        ids: list[list[int]] = self._processor.encode(texts, return_type=int)
        return ids
