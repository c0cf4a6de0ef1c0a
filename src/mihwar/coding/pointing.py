"""Words that point back to what was named, by language: pairs of states, persons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mihwar.model.data_files import parse_yaml

__all__ = ["refuses", "stands_for_pair", "stands_for_person"]


def stands_for_pair(words: str) -> bool:
    """Whether the words stand for the two states that a text is about: "both sides", «الطرفين»."""
    return _plain(words) in _words()["pairs"]


def stands_for_person(words: str) -> bool:
    """Whether the words stand for one person: "he", «الأخير»."""
    return _plain(words) in _words()["persons"]


def refuses(words: str) -> bool:
    """Whether the words hold a verb that refuses by itself: "did not refuse" is no refusal."""
    plain = words.casefold()
    return any(stem in plain for stem in _words()["refusing"])


def _plain(words: str) -> str:
    plain = " ".join(words.casefold().split())
    for clitic in ("و", "لل", "ل", "ب"):
        rest = plain.removeprefix(clitic)
        if rest != plain:
            bare = "ال" + rest if clitic == "لل" else rest
            if bare in _words()["pairs"] | _words()["persons"]:
                return bare
    return plain


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = parse_yaml(Path(__file__).with_name("pointing.yaml").read_text(encoding="utf-8"))
    return {
        role: frozenset(word for language in data.values() for word in language[role])
        for role in ("pairs", "persons", "refusing")
    }
