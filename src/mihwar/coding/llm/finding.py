"""Where words that a model gave stand in the text: whole words, spacing aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from mihwar.languages import language, language_codes
from mihwar.model import Mention, Span

__all__ = ["Words"]

_AROUND = " \t\r\n\"'`«»“”„‘’‹›.,;:!?،؛؟…()-–—"
_CASELESS = 4  # letters from which a difference in case is no difference in meaning
_LONGEST_PREFIX = 4  # letters that may stick to the front of a word in Arabic: و + ب + ال


class Words(NamedTuple):
    """Finds words in one document; ``mentions`` are its known names, in text order."""

    text: str
    mentions: Sequence[Mention]
    proclitics: frozenset[str]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention], code: str | None) -> Words:
        """The finder of a document in the language ``code``, whose proclitics may stand before a word; where the
        language is not known, those of all."""
        known = (code,) if code in language_codes() else tuple(sorted(language_codes()))
        return cls(text, mentions, _prefixes(known))

    def places(self, words: str, inside: Span, *, of_name: bool = False) -> list[Span]:
        """Every place in ``inside`` where the words stand, in text order; linear in its length.

        Places in the same letter case go before all others, and short words have no others ("US", "us").
        ``of_name``: an ending may follow where the table knows the name with it («Azərbaycan» of «Azərbaycanın»).
        """
        parts = words.strip(_AROUND).split()
        if not any(letter.isalnum() for part in parts for letter in part):
            return []
        pattern = r"\s+".join(re.escape(part) for part in parts)
        for flags in (0, re.IGNORECASE) if len(pattern) >= _CASELESS else (0,):
            matches = re.compile(pattern, flags).finditer(self.text, inside.start, inside.end)
            found = [place for place in (Span(*m.span()) for m in matches) if self._is_whole(place, inside, of_name)]
            if found:
                return found
        return []

    def _is_whole(self, place: Span, inside: Span, of_name: bool) -> bool:
        begins = place.start
        while begins > inside.start and place.start - begins <= _LONGEST_PREFIX and _in_word(self.text[begins - 1]):
            begins -= 1
        if begins < place.start and self.text[begins : place.start] not in self.proclitics:
            return False
        if place.end >= inside.end or not _in_word(self.text[place.end]):
            return True
        return of_name and any(one.span.start == place.start and one.span.contains(place) for one in self.mentions)


@cache
def _prefixes(codes: tuple[str, ...]) -> frozenset[str]:
    spoken = [language(code) for code in codes]
    return frozenset(letters for one in spoken for letters in (*one.proclitics, *one.proclitic_combinations))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) == "Mn"
