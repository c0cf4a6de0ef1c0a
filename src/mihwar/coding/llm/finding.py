"""Where words that a model gave stand in the text: whole words, letter case and spacing aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from mihwar.languages import language, language_codes
from mihwar.model import Mention, Span

__all__ = ["Words"]

_AROUND = " \t\r\n\"'`«»“”„‘’‹›.,;:!?،؛؟…()-–—"
_LONGEST_PREFIX = 4  # letters that may stick to the front of a word in Arabic: و + ب + ال


class Words(NamedTuple):
    """Finds words in one document; ``mentions`` are its known names, in text order."""

    text: str
    mentions: Sequence[Mention]
    proclitics: frozenset[str]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention], code: str | None) -> Words:
        """The finder of a document in the language ``code``, whose proclitics may stand before a word."""
        known = language(code or "") if code in language_codes() else None
        prefixes = (*known.proclitics, *known.proclitic_combinations) if known else ()
        return cls(text, mentions, frozenset(prefixes))

    def places(self, words: str, inside: Span) -> list[Span]:
        """Every place in ``inside`` where the words stand, in text order; linear in its length."""
        parts = words.strip(_AROUND).split()
        if not any(letter.isalnum() for part in parts for letter in part):
            return []
        pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
        found = (Span(*match.span()) for match in pattern.finditer(self.text, inside.start, inside.end))
        return [place for place in found if self._is_whole(place, inside)]

    def _is_whole(self, place: Span, inside: Span) -> bool:
        begins = place.start
        while begins > inside.start and place.start - begins <= _LONGEST_PREFIX and _in_word(self.text[begins - 1]):
            begins -= 1
        if begins < place.start and self.text[begins : place.start] not in self.proclitics:
            return False
        if place.end >= inside.end or not _in_word(self.text[place.end]):
            return True
        # A name with an ending that the table knows: «Azərbaycan» of «Azərbaycanın».
        return any(one.span.start == place.start and one.span.contains(place) for one in self.mentions)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) == "Mn"
