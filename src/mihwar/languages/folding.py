"""One spelling for words that are written in several ways: case, marks, alef, ya and digit forms."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["ascii_digits", "fold"]

_SAME = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ە": "ه",
    "ё": "е",
    "Ё": "е",
    "’": "'",
    "ʼ": "'",
}
_DROPPED = "\u0640\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"  # tatweel, joiners, direction marks
_TABLE: dict[int, str | None] = {ord(key): value for key, value in _SAME.items()} | {
    ord(letter): None for letter in _DROPPED
}


def ascii_digits(text: str) -> str:
    """``text`` with every decimal digit of any script as 0-9; as long as before.

    >>> ascii_digits("١٥ آبان ۱۴۰۲")
    '15 آبان 1402'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The spelling that word lists are compared in: lower case, no vowel marks, one alef, one ya.

    The result may be shorter than ``word``; offsets are the caller's to keep.

    >>> fold("رداً"), fold("Ankara’s")
    ('ردا', "ankara's")
    """
    if word.isascii():
        return word.lower()
    plain = word.translate(_TABLE).lower()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
