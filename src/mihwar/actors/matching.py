"""Finding listed forms in folded text: word boundaries, proclitics, capitals, the leftmost longest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from mihwar.actors.folding import Folded
from mihwar.actors.language_patterns import endings, extra_words
from mihwar.actors.lexicon import lexicon
from mihwar.actors.patterns import Sense
from mihwar.actors.tables import listed, table

__all__ = ["Token", "find_tokens"]

# Longest string of Arabic proclitics is five letters (وبال + ...), see data/clitics.tsv.
_LONGEST_CLITIC = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A listed form at ``[start, end)`` of the folded text, article included; ``clitic`` are the letters before it
    in the same word (without the article), ``definite`` whether its last word has the article."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    clitic: str
    definite: bool
    arabic: bool
    apart: bool = False

    def sense(self, roles: str) -> Sense | None:
        """The first sense, in the order of ``roles``, that has one of these roles."""
        for role in roles:
            for sense in self.senses:
                if sense.role == role:
                    return sense
        return None


@cache
def _clitics() -> frozenset[str]:
    return frozenset(form for row in table("clitics") for form in listed(row["clitics"]))


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u06ff"


def find_tokens(folded: Folded, language: str | None = None) -> list[Token]:
    """All listed forms that stand as words of their own, leftmost and longest first, disjoint, in order.

    ``language``: of whose own table (``None``: Arabic and English). A token of such a table ends with its word.
    """
    if language is not None:
        return _inflected_tokens(folded, language)
    text, kept = folded.text, folded.kept
    found, senses_of = lexicon()
    last = len(text)
    best: list[Token] = []
    candidates: list[tuple[int, int, int, str, tuple[Sense, ...]]] = []
    clitics = _clitics()
    for start, end, number in found.find_overlapping(text):
        if end < last and text[end].isalnum():
            continue
        arabic = _is_arabic(text[start])
        clitic = ""
        if start and text[start - 1].isalnum():
            if not arabic:
                continue
            at = start
            while at and text[at - 1].isalpha() and start - at <= _LONGEST_CLITIC:
                at -= 1
            clitic = text[at:start]
            if clitic.endswith("ال") and kept[start - 2] != "ا":
                continue
            if clitic not in clitics or (at and text[at - 1].isalnum()):
                continue
        # A construct phrase (رئيس الحكومة) takes no article of its own: in الرئيس الحكومة two words only meet.
        construct = clitic.endswith("ال") and " ال" in text[start:end]
        good = tuple(
            sense
            for sense in senses_of[number]
            if not (construct and sense.role in "NOR")
            and (not sense.article or clitic.endswith("لل"))
            and all(kept[start + k].isupper() for k in sense.caps)
        )
        if not good:
            continue
        shift = 2 if clitic.endswith("ال") else 1 if clitic.endswith("لل") else 0
        candidates.append((start - shift, -end, start, clitic, good))
    candidates.sort(key=lambda one: one[:3])
    reached = 0
    for begin, minus_end, start, clitic, good in candidates:
        if begin < reached:
            continue
        reached = -minus_end
        shift = start - begin
        last_word = text[begin:reached].rsplit(" ", 1)[-1]
        definite = last_word.startswith("ال") or (shift == 1 and " " not in text[begin:reached])
        arabic = _is_arabic(text[start])
        best.append(Token(begin, reached, good, clitic[: len(clitic) - shift], definite, arabic))
    return best


# The longest ending of the tables in data/languages is shorter.
_LONGEST_ENDING = 16


def _inflected_tokens(folded: Folded, language: str) -> list[Token]:
    text, kept = folded.text, folded.kept
    found, senses_of = lexicon(language)
    allowed, apart = endings(language), extra_words(language, "apart")
    candidates: list[tuple[int, int, tuple[Sense, ...], bool]] = []
    for start, end, number in found.find_overlapping(text):
        if start and text[start - 1].isalnum():
            continue
        stop = end
        while stop < len(text) and text[stop].isalnum() and stop - end <= _LONGEST_ENDING:
            stop += 1
        rest = text[end:stop]
        good = tuple(
            sense
            for sense in senses_of[number]
            if (not rest or (sense.open and rest in allowed)) and all(kept[start + k].isupper() for k in sense.caps)
        )
        if good:
            candidates.append((start, -stop, good, rest in apart))
    candidates.sort(key=lambda one: one[:2])
    best: list[Token] = []
    for start, minus_stop, good, ends in candidates:
        if not best or start >= best[-1].end:
            best.append(Token(start, -minus_stop, good, "", definite=False, arabic=False, apart=ends))
        elif (best[-1].start, best[-1].end) == (start, -minus_stop):
            best[-1] = replace(best[-1], senses=best[-1].senses + good, apart=best[-1].apart and ends)
    return [replace(token, senses=_told_by_capital(token.senses)) for token in best]


def _told_by_capital(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Without the adjective where a capital tells a people from it ("les Français", "français")."""
    if not any(sense.role == "E" and sense.caps for sense in senses):
        return senses
    return tuple(sense for sense in senses if sense.role != "D" or sense.caps)
