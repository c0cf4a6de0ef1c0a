"""Which line of a page is its headline."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from mihwar.reading.lines import Line
from mihwar.reading.words import key

__all__ = ["title_index"]

# Headlines of the composed pages share two fifths of their long words with the text, or more; what names the
# outlet or the page has fewer than five words; captions come in a later group of lines.
_SHARED = 0.4
_FULL = 0.5
_LATER = 0.15
_LONGEST = 30
_MOST = 40


def title_index(
    lines: Sequence[Line], chrome: AbstractSet[int], body: Sequence[int], title: str | None = None
) -> int | None:
    """The number of the headline's line, which stands above the first paragraph; ``None`` where none does.

    With a ``title`` from metadata it is the line that says the same. Otherwise the line of four or more words
    that is most like the text, the earlier first, then of two or three words.
    """
    first = body[0] if body else len(lines)
    if title is not None:
        wanted = key(title)
        return next((at for at in range(min(first + 1, len(lines))) if lines[at].key == wanted), None)
    candidates = [
        at
        for at in range(first)
        if at not in chrome and (not lines[at].ends or lines[at].asks) and lines[at].words <= _LONGEST
    ][:_MOST]
    full = [at for at in candidates if lines[at].words >= 4]
    stems = {_stem(word) for at in body[:40] for word in lines[at].key.split()}
    if not full:
        few = [at for at in candidates if lines[at].words >= 2]
        return max(few, key=lambda at: (_likeness(lines[at], stems), -at), default=None)
    return max(full, key=lambda at: (_likeness(lines[at], stems) - _LATER * _blocks(full, at), -at))


def _likeness(line: Line, stems: AbstractSet[str]) -> float:
    long = [word for word in line.key.split() if len(word) >= 4]
    shared = sum(_stem(word) in stems for word in long) / max(len(long), 1)
    return min(shared, _SHARED) + (_FULL if line.words >= 5 else 0)


def _blocks(candidates: Sequence[int], at: int) -> int:
    """How many groups of neighbouring lines stand above the one of ``at``."""
    return sum(after > before + 1 and after <= at for before, after in pairwise(candidates))


def _stem(word: str) -> str:
    """The first four letters past the Arabic article and one joined particle: enough to tell likeness."""
    bare = word
    if len(bare) > 5 and bare[0] in "وفبلك" and bare[1:3] == "ال":
        bare = bare[1:]
    if len(bare) > 4 and bare.startswith("ال"):
        bare = bare[2:]
    return bare[:4]
