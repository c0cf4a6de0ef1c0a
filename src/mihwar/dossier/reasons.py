"""Which of the stated causes say something to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from mihwar.analysis import StatedCause
from mihwar.languages import fold
from mihwar.model.data_files import parse_yaml

__all__ = ["telling_causes"]

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 2


def telling_causes(stated: Iterable[StatedCause]) -> list[StatedCause]:
    """``stated`` without causes that only point at something said elsewhere, and each place once.

    Left out are causes of one word and those of pointing words with at most one other ("these developments").
    Of several acts given one cause, or several cuts of one place, the surest claim's is kept, and the order.
    """
    listed = list(stated)
    kept: set[int] = set()
    for place in sorted(range(len(listed)), key=lambda at: (-listed[at].claim.confidence, at)):
        one = listed[place]
        if _says_something(one.cause.text) and not any(_same(one, listed[at]) for at in kept):
            kept.add(place)
    return [listed[place] for place in sorted(kept)]


def _says_something(text: str) -> bool:
    words = [fold(word) for word in _WORD.findall(text)]
    pointing = [word for word in words if word in _pointing()]
    rest = len(words) - len(pointing)
    return len(words) >= _FEWEST and (rest >= _FEWEST or (rest > 0 and not pointing))


def _same(first: StatedCause, second: StatedCause) -> bool:
    if first.claim.citation.document != second.claim.citation.document:
        return False
    return first.cause.span.overlaps(second.cause.span)


@cache
def _pointing() -> frozenset[str]:
    """Words of all languages that point at something said elsewhere, or carry no meaning of their own."""
    listed = parse_yaml(files("mihwar.dossier").joinpath("data", "pointing.yaml").read_text(encoding="utf-8"))
    return frozenset(fold(word) for words in listed.values() for word in words)
