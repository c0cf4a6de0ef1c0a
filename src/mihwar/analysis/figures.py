"""Counts of people and things that accounts of one event give, and where they do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mihwar.analysis.parties import is_counted
from mihwar.languages import fold, language, language_codes
from mihwar.model import Claim

__all__ = ["figures", "figures_apart"]

_COUNT = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s{1,3}([^\W\d_]{3,30})")
_COMPARED = 8
_LONGEST = 2000


def figures(claim: Claim) -> dict[str, int]:
    """The counted things of a claim's sentence with their numbers, where each is told once: ``soldiers`` 14."""
    code = claim.citation.language
    if code not in language_codes():
        return {}
    counted = {fold(word) for word in language(code).counted_things}
    found: dict[str, set[int]] = {}
    for number, word in _COUNT.findall(claim.text[:_LONGEST]):
        if fold(word) in counted:
            found.setdefault(fold(word), set()).add(int(number.replace(",", "")))
    return {word: next(iter(numbers)) for word, numbers in found.items() if len(numbers) == 1}


def figures_apart(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The first two claims of different documents, among one event's, that count the same thing otherwise."""
    told = [claim for claim in claims if is_counted(claim)][:_COMPARED]
    for place, first in enumerate(told):
        for second in told[place + 1 :]:
            if first.citation.document == second.citation.document:
                continue
            left, right = figures(first), figures(second)
            if any(left[thing] != right[thing] for thing in left.keys() & right.keys()):
                yield first, second
                return
