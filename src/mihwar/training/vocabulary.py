"""Prune the XLM-R vocabulary to what news in the supported languages uses, and build its tokenizer."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable

from mihwar.coding.tokenizing import Tokenizer
from mihwar.training.weights import BaseModel

__all__ = ["prune", "sample_words", "tokenizer_model"]

_PROCLITICS = {"ar": ("", "و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "ك")}
_SAMPLE_SIZE = {"ar": 40_000, "en": 50_000, "ru": 50_000, "fr": 40_000, "tr": 50_000, "fa": 40_000}
# Languages without a list in ``wordfreq``: every piece in a script or with a letter of their own is kept.
_OWN_LETTERS = re.compile("[\u0531-\u058f\ufb13-\ufb17]|[əƏ]")
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3  # SentencePiece's kinds of pieces


def tokenizer_model(pieces: list[tuple[str, float]], special: dict[str, int]) -> bytes:
    """A serialized SentencePiece model of these pieces with XLM-R's normalisation (``nmt_nfkc``).

    SentencePiece writes the normalisation's tables only into a model that it trains, so a model of a few
    words is trained first and its tables are taken.
    """
    from sentencepiece import SentencePieceTrainer, sentencepiece_model_pb2

    buffer = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter([f"a few words {number}" for number in range(300)]),
        model_writer=buffer,
        vocab_size=40,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(buffer.getvalue())
    del model.pieces[:]
    settings = model.trainer_spec
    settings.unk_id, settings.bos_id = special["unk"], special["bos"]
    settings.eos_id, settings.pad_id = special["eos"], special["pad"]
    settings.vocab_size = len(pieces)
    kinds = {special["unk"]: _UNKNOWN, special["bos"]: _CONTROL, special["eos"]: _CONTROL, special["pad"]: _CONTROL}
    for index, (piece, score) in enumerate(pieces):
        model.pieces.add(piece=piece, score=score, type=kinds.get(index, _NORMAL))
    serialized: bytes = model.SerializeToString()
    return serialized


def sample_words(language: str) -> Iterable[str]:
    """Frequent words of a language (``wordfreq``), as news writes them: capitalised, or with proclitics.

    They only decide which pieces are kept; no word list is stored.
    """
    import wordfreq

    for word in wordfreq.top_n_list(language, _SAMPLE_SIZE[language]):
        if language in _PROCLITICS:
            yield from (clitic + word for clitic in _PROCLITICS[language])
        else:
            yield from (word, word.capitalize(), word.upper() if len(word) < 6 else word)


def prune(base: BaseModel, texts: Iterable[str]) -> list[int]:
    """Ids of the pieces to keep, in their old order: the special ones, every single letter or sign of any
    script that a piece is made of, every piece with a letter that only Armenian or Azerbaijani has among the
    supported languages, and every piece that ``texts`` are segmented into."""
    tokenizer = Tokenizer(tokenizer_model(base.pieces, base.special))
    keep = set(base.special.values())
    for index, (piece, _) in enumerate(base.pieces):
        if _OWN_LETTERS.search(piece) or (len(piece.lstrip("▁")) <= 1 and not _is_ideograph(piece)):
            keep.add(index)
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 4096:
            keep.update(piece for ids in tokenizer.piece_ids(batch) for piece in ids)
            batch.clear()
    keep.update(piece for ids in tokenizer.piece_ids(batch) for piece in ids)
    return sorted(keep)


def _is_ideograph(piece: str) -> bool:
    letter = piece.lstrip("▁")
    return bool(letter) and unicodedata.name(letter, "").startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA"))
