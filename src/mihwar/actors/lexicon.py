"""The automaton over all written forms: built once, kept in the user's cache, loaded in milliseconds."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mihwar.actors.language_patterns import language_patterns
from mihwar.actors.patterns import Sense, all_patterns
from mihwar.actors.tables import fingerprint

__all__ = ["Lexicon", "lexicon"]


# Lexicons kept side by side, so that two installed versions do not push each other out.
_KEPT = 3


class Lexicon(NamedTuple):
    """``automaton.find_overlapping(folded)`` gives ``(start, end, number)``; ``senses[number]`` what it may mean."""

    automaton: Any
    senses: list[list[Sense]]


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "mihwar"


def _build(language: str | None) -> tuple[Any, list[list[Sense]]]:
    from daachorse import CharwiseDoubleArrayAhoCorasick

    patterns = all_patterns() if language is None else language_patterns(language)
    return CharwiseDoubleArrayAhoCorasick(list(patterns)), list(patterns.values())


def _read(folder: Path) -> Lexicon:
    from daachorse import CharwiseDoubleArrayAhoCorasick

    packed = json.loads((folder / "senses.json").read_bytes())
    kinds = [Sense(r, i, c, s, tuple(k), a, o) for r, i, c, s, k, a, o in packed["kinds"]]
    senses = [[kinds[number] for number in numbers] for numbers in packed["senses"]]
    automaton = CharwiseDoubleArrayAhoCorasick.deserialize((folder / "automaton.bin").read_bytes())
    return Lexicon(automaton, senses)


def _write(folder: Path, automaton: Any, senses: list[list[Sense]]) -> None:
    numbers: dict[Sense, int] = {}
    rows = [[numbers.setdefault(sense, len(numbers)) for sense in row] for row in senses]
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)  # a damaged one
    versions = [path for path in folder.parent.parent.glob("actors-*") if path != folder.parent]
    for stale in sorted(versions, key=lambda path: path.stat().st_mtime)[: -_KEPT + 1]:
        shutil.rmtree(stale, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        place = Path(made) / "lexicon"
        place.mkdir()
        (place / "automaton.bin").write_bytes(automaton.serialize())
        packed = json.dumps({"kinds": list(numbers), "senses": rows}, ensure_ascii=False, separators=(",", ":"))
        (place / "senses.json").write_text(packed, encoding="utf-8")
        place.rename(folder)


@cache
def lexicon(language: str | None = None) -> Lexicon:
    """The lexicon of a language's own table, or of Arabic and English together (``None``).

    Kept under ``$XDG_CACHE_HOME/mihwar`` (else ``~/.cache/mihwar``) in a folder named by the fingerprint of the
    tables, so a stale one is never read; where nothing can be kept it is built in memory.
    """
    folder = _cache_folder() / f"actors-{fingerprint()}" / (language or "ar-en")
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError):
        automaton, senses = _build(language)
    with contextlib.suppress(OSError):  # another process was first, or the cache cannot be written
        _write(folder, automaton, senses)
    return Lexicon(automaton, senses)
