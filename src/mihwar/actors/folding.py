"""Folding text for matching: letters one to one, marks skipped, every place traceable to the original."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass

__all__ = ["Folded", "fold"]

# Arabic vowel marks, superscript alef, tatweel; joiners and direction marks; soft hyphen; Armenian marks of
# stress and question inside words; repeated blanks.
_SKIPPED = re.compile(
    "[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u0300-\u036f\u055b\u055c\u055e]+"
    "|(?<=[ \t\u00a0\u202f\u2009])[ \t\u00a0\u202f\u2009]+"
)
# A line break inside a line this long is a wrapped line, not a heading's end.
_WRAPPED = re.compile(r"(?<=[^\n]{60})\n(?=\S)")
_ARABIC = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ک": "ك",
    "ہ": "ه",
    "ۀ": "ه",
}
_MARKS = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    "֊": "-", "՚": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\r": "\n", "ı": "i", "İ": "i",
    "ə": "a", "Ə": "a", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "ё": "е", "Ё": "е",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {}
    for point in range(0x250):
        letter = chr(point)
        plain = unicodedata.normalize("NFD", letter)[0].lower()
        if len(plain) == 1 and plain != letter and letter.isalpha():
            table[point] = plain
    for point in range(0x1E00, 0x1F00):
        plain = unicodedata.normalize("NFD", chr(point))[0].lower()
        table[point] = plain
    for point in range(0x370, min(1424, sys.maxunicode)):
        lower = chr(point).lower()
        if len(lower) == 1 and lower != chr(point):
            table[point] = lower
    table.update({ord(letter): plain for letter, plain in (_ARABIC | _MARKS).items()})
    return table


_FOLDS = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``kept`` are the original characters at the same places; ``places`` maps each place to
    its code-point offset in the original (``None`` where nothing was skipped)."""

    text: str
    kept: str
    places: list[int] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open range of the folded range ``[start, end)``, which is not empty."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold ``text`` in linear time."""
    joined = _WRAPPED.sub(" ", text)
    places: list[int] | None = None
    if _SKIPPED.search(joined):
        places, pieces, at = [], [], 0
        for match in _SKIPPED.finditer(joined):
            pieces.append(joined[at : match.start()])
            places.extend(range(at, match.start()))
            at = match.end()
        pieces.append(joined[at:])
        places.extend(range(at, len(joined)))
        joined = "".join(pieces)
    return Folded(joined.translate(_FOLDS), joined, places)
