"""Cut a text into tokens and give each one symbol of the date grammar.

A proclitic that stands before a date word becomes a token of its own, so that the grammar meets the same
symbols in every language. One pass, no backtracking: linear in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from mihwar.languages.date_lexicon import TOKEN, Lexicon, lexicon_of
from mihwar.languages.folding import fold

__all__ = ["Tokens", "tokenise"]

_TIGHT = {"-": "~", "–": "~", "—": "~", "‐": "~", "‑": "~", "−": "~", "/": "/", ".": ":"}
_LOOSE = {"-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "/": "\\", ".": "."}
_PLAIN = {",": ",", "،": ",", "(": "(", ")": ")", "\n": "|", "؟": ".", "!": ".", "?": ".", "؛": ".", ";": "."}


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the symbols as one string, and each token's start, end and number."""

    symbols: str
    starts: list[int]
    ends: list[int]
    values: list[int]


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
        value = 0
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
        symbols.append(symbol)
        starts.append(start)
        ends.append(end)
        values.append(value)
    tokens.symbols = "".join(symbols)
    return tokens


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
        digits = words.rstrip("sStTnNdDrRhH'’")
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
