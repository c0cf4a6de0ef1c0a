"""Which line of a page is its headline."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from mihwar.reading.lines import Line
from mihwar.reading.words import key

__all__ = ["title_index"]

# Headlines of the composed pages share at least a quarter of their long words with the text; navigation
# and section names above them share fewer.
_SHARED = 0.2
_LONGEST = 30


def title_index(
    lines: Sequence[Line], chrome: AbstractSet[int], body: Sequence[int], title: str | None = None
) -> int | None:
    """The number of the headline's line, which stands above the first paragraph; ``None`` where none does.

    With a ``title`` from metadata it is the line that says the same. Otherwise the first line of four or more
    words that shares some with the text, then any such line, then a line of two or three that heads the page.
    """
    first = body[0] if body else len(lines)
    if title is not None:
        wanted = key(title)
        return next((at for at in range(min(first + 1, len(lines))) if lines[at].key == wanted), None)
    candidates = [
        at
        for at in range(first)
        if at not in chrome and (not lines[at].ends or lines[at].asks) and lines[at].words <= _LONGEST
    ]
    full = [at for at in candidates if lines[at].words >= 4]
    if not full:
        return next((at for at in candidates if at == candidates[0] and lines[at].words >= 2), None)
    stems = {_stem(word) for at in body[:40] for word in lines[at].key.split()}
    for at in full:
        long = [word for word in lines[at].key.split() if len(word) >= 4]
        if long and sum(_stem(word) in stems for word in long) >= _SHARED * len(long):
            return at
    return full[0]


def _stem(word: str) -> str:
    """The first four letters past the Arabic article and one joined particle: enough to tell likeness."""
    bare = word
    if len(bare) > 5 and bare[0] in "وفبلك" and bare[1:3] == "ال":
        bare = bare[1:]
    if len(bare) > 4 and bare.startswith("ال"):
        bare = bare[2:]
    return bare[:4]
