"""Prune the XLM-R vocabulary to what news in the supported languages uses, and build its tokenizer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mihwar.training.weights import BaseModel

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["build_tokenizer", "prune", "sample_words"]

_PROCLITICS = {"ar": ("", "و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "ك")}
_SAMPLE_SIZE = {"ar": 40_000, "en": 60_000}


def build_tokenizer(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """A Unigram tokenizer with XLM-R's normalisation (NFKC, single spaces) and metaspaces."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def sample_words(language: str) -> Iterable[str]:
    """Frequent words of a language (``wordfreq``), as news writes them: capitalised, with proclitics.

    They only decide which pieces are kept; no word list is stored.
    """
    import wordfreq

    for word in wordfreq.top_n_list(language, _SAMPLE_SIZE[language]):
        if language == "en":
            yield from (word, word.capitalize(), word.upper() if len(word) < 6 else word)
        else:
            yield from (clitic + word for clitic in _PROCLITICS.get(language, ("",)))


def prune(base: BaseModel, texts: Iterable[str]) -> list[int]:
    """Ids of the pieces to keep, in their old order: the special ones, every single letter or sign of any
    script that a piece is made of, and every piece that ``texts`` are segmented into."""
    tokenizer = build_tokenizer(base.pieces, base.special["unk"])
    keep = set(base.special.values())
    for index, (piece, _) in enumerate(base.pieces):
        if len(piece.lstrip("▁")) <= 1 and not _is_ideograph(piece):
            keep.add(index)
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 4096:
            keep.update(i for encoding in tokenizer.encode_batch(batch) for i in encoding.ids)
            batch.clear()
    keep.update(i for encoding in tokenizer.encode_batch(batch) for i in encoding.ids)
    return sorted(keep)


def _is_ideograph(piece: str) -> bool:
    letter = piece.lstrip("▁")
    return bool(letter) and unicodedata.name(letter, "").startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA"))
