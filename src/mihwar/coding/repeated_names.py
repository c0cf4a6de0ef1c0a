"""Names that a text introduces beside a state and then repeats alone: "Panamanian President José Mulino ... Mulino".

No table lists most of the world's ministers; the text itself says whose they are.
"""

from __future__ import annotations

import re

from mihwar.languages import fold
from mihwar.model import Mention

__all__ = ["RepeatedNames"]

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]{2,}")
_SHORTEST = 4  # letters of a name that may be repeated with an ending
_ENDING = 3  # letters by which a repeated name may be longer or shorter: case endings


class RepeatedNames:
    """Words of names met so far, each with the mention that it belonged to."""

    def __init__(self) -> None:
        self._words: dict[str, Mention] = {}

    def introduce(self, text: str, end: int, mention: Mention) -> None:
        """Remember the last word of ``mention``, an office with a state, and the words from there to ``end``."""
        own = list(_WORD.finditer(text, mention.span.start, mention.span.end))
        for found in (*own[-1:], *_WORD.finditer(text, mention.span.end, max(mention.span.end, end))):
            if _may_be_name(found.group()):
                self._words[_key(found.group())] = mention

    def of(self, text: str, mention: Mention) -> Mention | None:
        """The mention whose name the words of ``mention`` repeat, if any; its last words count first."""
        for found in reversed(list(_WORD.finditer(text, mention.span.start, mention.span.end))):
            if not _may_be_name(found.group()):
                continue
            key = _key(found.group())
            for cut in range(_ENDING + 1):
                stem = key[: len(key) - cut]
                if len(stem) < _SHORTEST:
                    break
                if stem in self._words:
                    return self._words[stem]
        return None


def _key(word: str) -> str:
    return fold(word)


def _may_be_name(word: str) -> bool:
    """Capitalised where the script has capitals; long enough to be told apart."""
    return len(word) >= _SHORTEST and (word[0].isupper() or not (word[0].islower() or word[0].isupper()))
