"""How alike two sentences of one language are, and how near two partial dates."""

from __future__ import annotations

import re
import unicodedata

from mihwar.model import Claim, DatePrecision, PartialDate

__all__ = ["alike", "days_apart", "joined_date", "words"]

_WORD = re.compile(r"[^\W\d_]{3,40}|\d{1,20}")
_LONGEST = 2000
"""Code points of a sentence that are compared; longer ones are page furniture run together."""
_STEM = 5
"""Letters compared of a word: keeps inflected Arabic and English forms together."""


def words(text: str) -> frozenset[str]:
    """The word stems and numbers of a sentence, marks and Arabic letter variants folded."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter != "ـ")
    return frozenset(word.removeprefix("ال")[:_STEM] for word in _WORD.findall(bare))


def alike(first: Claim, second: Claim) -> float | None:
    """Share of common words, 0 to 1 (overlap over the shorter sentence); ``None`` across languages."""
    if first.citation.language != second.citation.language:
        return None
    left, right = words(first.text), words(second.text)
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def days_apart(first: PartialDate | None, second: PartialDate | None) -> int | None:
    """Days between the nearest days two dates may mean, 0 where they overlap; ``None`` if one is unknown."""
    if first is None or second is None:
        return None
    if first.overlaps(second):
        return 0
    return min(abs((second.first - first.last).days), abs((first.first - second.last).days))


def joined_date(claims: tuple[Claim, ...]) -> PartialDate | None:
    """The date of an event from its claims: the most precise, then the one most of them give.

    A day is better than a range, a month, a year; a date read from the text better than one taken from
    the publication; no date is ever made narrower than a claim gives it.
    """
    order = [DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.MONTH, DatePrecision.YEAR]
    dated = [claim for claim in claims if claim.date is not None]
    if not dated:
        return None
    counts: dict[PartialDate, int] = {}
    for claim in dated:
        assert claim.date is not None
        counts[claim.date] = counts.get(claim.date, 0) + 1

    def rank(claim: Claim) -> tuple[bool, int, int, str]:
        assert claim.date is not None
        return (
            claim.date_from == "publication",
            order.index(claim.date.precision),
            -counts[claim.date],
            str(claim.date),
        )

    return min(dated, key=rank).date
