"""Which two neighbouring pieces are one sentence after all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mihwar.languages import language as language_of
from mihwar.languages import language_codes
from mihwar.model import Span
from mihwar.model.data_files import parse_yaml

__all__ = ["Glue"]

_LAST_WORD = 24
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+")
_ORDINAL = re.compile(r"[\d٠-٩۰-۹]{1,3}\.")
_LEADING = "\"'“”«»‘’([{„"


@dataclass(frozen=True, slots=True)
class Glue:
    """The words of one language that end in a full stop inside a sentence, lower-cased, without the stop."""

    titles: frozenset[str]
    glued: frozenset[str]
    months: frozenset[str]
    starters: frozenset[str]
    ordinals_end_in_dot: bool

    @classmethod
    def of(cls, language: str) -> Glue:
        """The rules of ``language`` with those that hold everywhere; an unknown language has only these."""
        return _load(language)

    def joins(self, text: str, left: Span, right: Span) -> bool:
        """Whether the pieces ``left`` and ``right`` (trimmed, neighbours) of ``text`` are one sentence.

        Looks at 24 code points on either side, so that a long text takes linear time.
        """
        head = text[right.start : min(right.end, right.start + _LAST_WORD)]
        if not any(letter.isalnum() for letter in head) and right.end - right.start < _LAST_WORD:
            return True
        tail = text[max(left.start, left.end - _LAST_WORD) : left.end]
        if not any(letter.isalnum() for letter in tail) and left.end - left.start < _LAST_WORD:
            return True
        if not tail.endswith("."):
            return False
        word = tail.split()[-1].lstrip(_LEADING)
        following = head.split()[0].lstrip(_LEADING).rstrip(".,،;:؛!?؟»”\"')]").lower()
        touching = left.end == right.start
        if touching and (head[0].isdigit() or (head[0].isalpha() and head[0].isascii() and head[0].islower())):
            return True
        bare = word[:-1].lower()
        if _ORDINAL.fullmatch(word):
            alone = len(word) == left.end - left.start
            return alone or following in self.months or head[0].islower() or self.ordinals_end_in_dot
        if bare in self.titles:
            return True
        if _DOTTED.fullmatch(word):
            # One initial stands before a name; "U.S." may end a sentence, and then a starter follows.
            return len(word) == 2 or following not in self.starters
        return bare in self.glued and (not head[0].isupper() or following not in self.starters)


@cache
def _load(language: str) -> Glue:
    table: dict[str, dict[str, Any]] = parse_yaml(
        files("mihwar.segmenting").joinpath("abbreviations.yaml").read_text(encoding="utf-8")
    )
    empty: dict[str, list[str]] = {}
    known = language_of(language) if language in language_codes() else None
    parts = (table["any"], table.get(language, empty))

    def words(kind: str) -> frozenset[str]:
        return frozenset(str(word).lower() for part in parts for word in part.get(kind, []))

    return Glue(
        titles=words("titles"),
        glued=words("glued") | (known.abbreviations if known is not None else frozenset()),
        months=words("months"),
        starters=words("starters"),
        ordinals_end_in_dot=bool(table.get(language, empty).get("ordinals_end_in_dot", False)),
    )
