"""The words of date expressions as symbols of the date grammar (``SYMBOLS`` says what each one means)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from mihwar.languages.folding import fold
from mihwar.languages.language import Language
from mihwar.languages.loading import language, language_codes

__all__ = ["SYMBOLS", "TOKEN", "Lexicon", "lexicon_of"]

SYMBOLS: Mapping[str, str] = {
    "M": "month",
    "m": "month name that is another word too",
    "k": "the same in lower case",
    "H": "Hijri month",
    "J": "Jalali month",
    "W": "weekday",
    "d": "digits 1-31",
    "y": "digits 1000-2199",
    "q": "two other digits",
    "z": "other number",
    "o": "digits with an ordinal ending",
    "O": "ordinal word",
    "c": "cardinal word",
    "D": "day",
    "K": "week",
    "B": "the word month",
    "U": "year",
    "E": "decade",
    "C": "century",
    "P": "quarter or half of a year, its number the months it has",
    "2": "dual noun: two units",
    "R": "relative day",
    "t": "this",
    "p": "previous",
    "n": "next",
    "s": "year of the Iranian calendar",
    "u": "unit told from the reference by one word",
    "v": "next or same, told from another event",
    "a": "ago",
    "l": "from now",
    "b": "before, ago (in front)",
    "g": "after",
    "f": "of",
    "F": "between, from",
    "j": 'case ending behind a year: "2023\'te"',
    "T": "to",
    "w": "and",
    "i": "preposition of time",
    "r": "attached preposition",
    "h": "determiner",
    "A": "Hijri mark",
    "G": "Gregorian mark",
    "X": "era before Christ",
    "e": "early, middle, late",
    "V": "decade name",
    "Y": "1990s",
    "S": "season",
    "L": "label of a number that is no year",
    "Q": "counted thing",
    "I": "instrument",
    "N": "instrument that is also a label",
    "Z": "future word",
    "x": "anything else",
}
TOKEN = re.compile(
    r"(?P<grouped>\d++(?:[.,٫٬]\d{3})++(?![\d.]))|(?P<decimal>(?<!\d[.])\d++[.٫]\d++(?![\d.]\d))|"
    r"(?P<number>\d++)(?:(?P<ordinal>st|nd|rd|th|ST|ND|RD|TH|ère|ème|er|re|nde|e)\b|['’]?(?P<decade>s)\b)?|"
    r"(?P<word>[^\W\d_][^\W\d_\u064b-\u065f\u0670\u0300-\u036f\u200c]*+"
    r"(?:[\u064b-\u065f\u0670\u0300-\u036f\u200c'’][^\W\d_]++|[\u064b-\u065f\u0670\u0300-\u036f\u200c]++)*+)|"
    r"(?P<line>\n)|(?P<other>[^\w\s]|_)"
)
_UNIT_SYMBOLS = {
    "day": "D",
    "week": "K",
    "month": "B",
    "year": "U",
    "decade": "E",
    "century": "C",
    "quarter": "P",
    "half": "P",
}
_UNIT_CODES = {
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "decade": 3650,
    "century": 36500,
    "quarter": 3,
    "half": 6,
}
_PART_CODES = {"early": 1, "middle": 2, "late": 3}
_ROLE_SYMBOLS = {
    "in": "i", "of": "f", "from": "F", "to": "T", "and": "w", "determiners": "h", "this": "t", "previous": "p",
    "next": "n",
    "other": "v", "ago": "a", "hence": "l", "before": "b", "after": "g", "hijri_marks": "A", "gregorian_marks": "G",
    "ignored_eras": "X", "vague": "x",
}  # fmt: skip
_CACHED_WORDS = 100_000

_Reading = tuple[str, int]
_Phrase = tuple[tuple[str, ...], str, int]
_Entry = tuple[str, int, int, str, tuple[_Phrase, ...]]


@dataclass(slots=True)
class Lexicon:
    """The words and phrases of one language (with those of its leftovers), and how affixes stick to them."""

    single: dict[str, _Reading]
    phrases: dict[str, tuple[_Phrase, ...]]
    proclitics: tuple[tuple[str, str], ...]
    possessives: tuple[str, ...]
    future_prefixes: tuple[str, ...]
    future_exceptions: tuple[str, ...]
    number_endings: Mapping[str, str] = field(default_factory=dict)
    future_endings: tuple[str, ...] = ()
    decade_marks: frozenset[str] = frozenset()
    solar_years: bool = False
    known: dict[str, _Entry] = field(default_factory=dict)

    def entry(self, word: str) -> _Entry:
        """Symbol, number, length of the proclitic before it, the proclitic's symbol, phrases it may open."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > _CACHED_WORDS:
                self.known.clear()
            found = self.known[word] = self._read(word)
        return found

    def _read(self, word: str) -> _Entry:
        folded = fold(word) if len(word) < 64 else word
        whole = self._plain(word, folded)
        if whole is not None:
            # "l'année" opens a phrase, and by itself it is "année".
            attached = self._attached(word, folded) if whole[0][0] == "x" else None
            return (*whole[0], 0, "", whole[1]) if attached is None else (*attached[:4], whole[1])
        for ending in self.possessives:
            if folded.endswith(ending) and (bare := self._plain(word, folded[: -len(ending)])) is not None:
                return (*bare[0], 0, "", bare[1])
        if (found := self._attached(word, folded)) is not None:
            return found
        if folded.startswith(self.future_prefixes) and len(folded) >= 5:
            if not folded.startswith(self.future_exceptions):
                return ("Z", 0, 0, "", ())
        if len(folded) >= 5 and folded.endswith(self.future_endings) and word[0].islower():
            if not folded.endswith(self.future_exceptions):
                return ("Z", 0, 0, "", ())
        return ("x", 0, 0, "", ())

    def _attached(self, word: str, folded: str) -> _Entry | None:
        """The reading of a word behind the proclitic that it begins with."""
        for letters, symbol in self.proclitics:
            if not folded.startswith(letters) or len(folded) < len(letters) + 2 or not _begins(word, letters):
                continue
            rest = ("ال" if letters.endswith("لل") else "") + folded[len(letters) :]
            bare = self._plain(word, rest)
            if bare is not None and bare[0][0] not in "QXGA":
                return (*bare[0], len(letters), symbol, bare[1])
        return None

    def _plain(self, word: str, folded: str) -> tuple[_Reading, tuple[_Phrase, ...]] | None:
        phrases = self.phrases.get(folded, ())
        reading = self.single.get(folded)
        if reading is None:
            return (("x", 0), phrases) if phrases else None
        if reading[0] == "m" and word[0].islower():
            reading = ("k", reading[1])
        return reading, phrases


def _readings(words: Language) -> Iterator[tuple[str, str, int]]:
    """Every word with its symbol and number, the most telling reading of a word last."""
    dates = words.dates
    yield from ((word, "Z", 0) for word in words.status.future | words.status.reported_future)
    yield from ((word, "Q", 0) for word in words.counted_things)
    yield from ((word, "L", 0) for word in words.number_labels)
    yield from ((word, "N" if word in words.number_labels else "I", 0) for word in words.instrument_nouns)
    for word, (count, unit) in dates.relative_units.items():
        yield word, "u", (count + 50) * 100_000 + _UNIT_CODES[unit]
    for role, symbol in _ROLE_SYMBOLS.items():
        yield from ((word, symbol, 0) for word in dates.roles[role])
    for article in ("", *words.articles):
        yield from ((article + word, "c", number) for word, number in dates.cardinals.items())
    yield from ((word, "O", number) for word, number in dates.ordinals.items())
    yield from ((word, _UNIT_SYMBOLS[unit], _UNIT_CODES[unit]) for word, unit in dates.units.items())
    yield from ((word, "2", n * 100_000 + _UNIT_CODES[unit]) for word, (n, unit) in dates.counted_units.items())
    yield from ((word, "e", _PART_CODES[part]) for word, part in dates.parts.items())
    yield from ((word, "S", number) for word, number in dates.seasons.items())
    yield from ((word, "V", number) for word, number in dates.decade_numbers.items())
    yield from ((word, "J", number) for word, number in dates.jalali_months.items())
    yield from ((word, "H", number) for word, number in dates.hijri_months.items())
    yield from ((word, "R", number) for word, number in dates.relative_days.items())
    yield from ((word, "W", number) for word, number in dates.weekdays.items())
    for word, number in dates.months.items():
        yield word, ("m" if word in dates.ambiguous_months else "M"), number


def _begins(word: str, letters: str) -> bool:
    """Whether a word begins with a proclitic as it is written: an apostrophe of either form, in capitals too."""
    return word[: len(letters)].lower().replace("’", "'") == letters


@lru_cache(maxsize=32)
def lexicon_of(code: str | None) -> Lexicon:
    """The words of a language over those of English and Arabic (leftovers of translation keep their own)."""
    codes = [*([c for c in language_codes() if c not in {"en", "ar"}] if code is None else []), "ar", "en"]
    if code is not None and code in language_codes():
        script = language(code).script
        # English leftovers are everywhere; Arabic words among Persian ones are Persian words of another meaning.
        codes = [*[c for c in codes if c != code and (c == "en" or language(c).script != script)], code]
    single: dict[str, _Reading] = {}
    phrases: dict[str, list[_Phrase]] = {}
    languages = [language(c) for c in codes]
    for words in languages:
        for word, symbol, number in _readings(words):
            parts = tuple(match.group() for match in TOKEN.finditer(word))
            if len(parts) == 1:
                single[word] = (symbol, number)
            elif parts:
                phrases.setdefault(parts[0], []).append((parts[1:], symbol, number))
    proclitics = {
        combination: ("w" if combination in words.dates.roles["and"] else "r")
        for words in languages
        for combination in words.proclitic_combinations
        if combination not in words.articles
    }
    return Lexicon(
        single,
        {head: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for head, found in phrases.items()},
        tuple(sorted(proclitics.items(), key=lambda pair: len(pair[0]))),
        tuple(ending for words in languages for ending in words.possessives),
        tuple(prefix for words in languages for prefix in words.status.future_prefixes),
        tuple(fold(prefix) for words in languages for prefix in words.status.future_exceptions),
        {ending: said for words in languages for ending, said in words.dates.number_endings.items()},
        # A text of unknown language has words of others that end so ("extra").
        tuple(ending for words in languages for ending in words.status.future_endings if code is not None),
        frozenset(mark for words in languages for mark in words.dates.roles["decade_marks"]),
        code is not None and languages[-1].dates.solar_years,
    )
