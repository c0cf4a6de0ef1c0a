"""Cut a text into tokens and give each one symbol of the date grammar.

A proclitic that stands before a date word becomes a token of its own, so that the grammar meets the same
symbols in every language. One pass, no backtracking: linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mihwar.languages.date_lexicon import TOKEN, Lexicon, lexicon_of
from mihwar.languages.date_solar import mark_solar_years
from mihwar.languages.folding import fold

__all__ = ["Tokens", "tokenise"]

_TIGHT = {"-": "~", "֊": "~", "–": "~", "—": "~", "‐": "~", "‑": "~", "−": "~", "/": "/", ".": ":"}
_LOOSE = {"-": "-", "֊": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "/": "\\", ".": "."}
_PLAIN = {",": ",", "،": ",", "(": "(", ")": ")", "\n": "|", "؟": ".", "!": ".", "?": ".", "؛": ".", ";": ".",
    "։": ".", "․": ".", "՝": ","}  # fmt: skip


_SAID = {"from": "F", "to": "T"}
_YEAR_SAID = {"case": "j"}
_HYPHENS, _LONGEST_ENDING = frozenset("-‐‑–֊'’"), 12


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the symbols as one string, and each token's start, end and number."""

    symbols: str
    starts: list[int]
    ends: list[int]
    values: list[int]
    calendar: str = ""


def tokenise(text: str, code: str | None) -> Tokens:
    """The tokens of ``text`` under the language ``code`` (``None``: all languages at once)."""
    lexicon = lexicon_of(code)
    raw = [(match.lastgroup or "number", *match.span()) for match in TOKEN.finditer(text)]
    tokens = Tokens("", [], [], [])
    symbols: list[str] = []
    starts, ends, values = tokens.starts, tokens.ends, tokens.values
    index, count = 0, len(raw)
    while index < count:
        kind, start, end = raw[index]
        index += 1
        value, said = 0, None
        if kind == "word":
            symbol, value, skipped, prefix, phrases = lexicon.entry(text[start:end])
            if phrases:
                for rest, phrase_symbol, phrase_value in phrases:
                    stop = index + len(rest)
                    if stop <= count and all(
                        fold(text[raw[at][1] : min(raw[at][2], raw[at][1] + 64)]) == part
                        for at, part in enumerate(rest, index)
                    ):
                        symbol, value, end, index = phrase_symbol, phrase_value, raw[stop - 1][2], stop
                        break
            if prefix and symbol != "x":
                symbols.append(prefix)
                starts.append(start)
                ends.append(start + skipped)
                values.append(0)
                start += skipped
        elif kind in {"other", "line"}:
            symbol = _mark(text, start, lexicon)
        elif kind in {"grouped", "decimal"}:
            symbol = "z"
        else:
            symbol, value = _number(text[start:end], kind)
            if value and value % 10 == 0 and _follows_decade_mark(text, raw, index, lexicon):
                symbol = "Y"
            said, stop = _ending(text, raw, index, lexicon) if lexicon.number_endings else (None, end)
            if said is not None:
                end, index = stop, index + 2
                symbol = "o" if said == "ordinal" and symbol == "d" else symbol
                symbol = "Y" if said == "decade" and value % 10 == 0 and symbol in "yq" else symbol
        symbols.append(symbol)
        starts.append(start)
        ends.append(end)
        values.append(value)
        behind = _SAID.get(said or "") or (_YEAR_SAID.get(said or "") if symbol == "y" else None)
        if behind is not None:
            symbols.append(behind)
            starts.append(end)
            ends.append(end)
            values.append(0)
    if lexicon.solar_years:
        mark_solar_years(symbols, values)
        tokens.calendar = "solar"
    tokens.symbols = "".join(symbols)
    return tokens


def _ending(text: str, raw: Sequence[tuple[str, int, int]], at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """What an ending behind figures says ("15-də", "2023'te"), and where it ends."""
    if at + 1 < len(raw) and text[raw[at][1]] in _HYPHENS and raw[at][1] == raw[at - 1][2]:
        kind, start, end = raw[at + 1]
        if kind == "word" and start == raw[at][2] and end - start <= _LONGEST_ENDING:
            return lexicon.number_endings.get(fold(text[start:end])), end
    return None, 0


def _follows_decade_mark(text: str, raw: Sequence[tuple[str, int, int]], at: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "années" stands before the figures of a decade."""
    if at < 2 or raw[at - 2][0] != "word":
        return False
    _, start, end = raw[at - 2]
    return fold(text[start : min(end, start + 64)]) in lexicon.decade_marks


def _mark(text: str, at: int, lexicon: Lexicon) -> str:
    letter = text[at]
    if letter in _LOOSE:
        inside = at > 0 and at + 1 < len(text) and not text[at - 1].isspace() and not text[at + 1].isspace()
        return (_TIGHT if inside else _LOOSE)[letter]
    if letter in _PLAIN:
        return _PLAIN[letter]
    return lexicon.single.get(letter, ("x", 0))[0]


def _number(words: str, kind: str) -> tuple[str, int]:
    digits = words
    if kind != "number":
        digits = words.rstrip("sStTnNdDrRhHeèm'’")
    if len(digits) > 4:
        return "z", 0
    value = int(digits)
    if kind == "ordinal":
        return "o", value
    if kind == "decade":
        return ("Y", value) if len(digits) in {2, 4} and value % 10 == 0 else ("z", value)
    if len(digits) == 4:
        return ("y" if 1000 <= value < 2200 else "z"), value
    if len(digits) <= 2:
        return ("d" if 1 <= value <= 31 else "q"), value
    return "z", value
