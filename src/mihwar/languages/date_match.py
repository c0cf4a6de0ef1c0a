"""One match of the date grammar, as the readers of dates take it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Match", "Unresolved"]


class Unresolved(Exception):  # noqa: N818
    """The words name no date that can be told: no reference, or no such day."""


@dataclass(frozen=True, slots=True)
class Match:
    """One match: the symbols with their numbers, the reference day and whether the clause looks ahead.

    ``calendar`` is ``solar`` in a language that counts years by the Iranian one."""

    parts: tuple[tuple[str, int], ...]
    reference: dt.date | None
    future: bool
    order: str
    calendar: str = ""

    def of(self, kinds: str) -> list[int]:
        """The numbers of the parts whose symbol is in ``kinds``, in order."""
        return [number for symbol, number in self.parts if symbol in kinds]

    def has(self, kinds: str) -> bool:
        """Whether a part has one of these symbols."""
        return any(symbol in kinds for symbol, _ in self.parts)

    @property
    def today(self) -> dt.date:
        """The reference day; ``Unresolved`` without one."""
        if self.reference is None:
            raise Unresolved
        return self.reference

    @property
    def direction(self) -> int:
        """-1 for last, 1 for next, 0 for this."""
        return -1 if self.has("p") else 1 if self.has("n") else 0

    def months(self) -> list[int]:
        """Months in order, a dual form (يناير/كانون الثاني) once."""
        found: list[int] = []
        for at, (symbol, number) in enumerate(self.parts):
            if symbol in "Mmk":
                dual = at >= 2 and self.parts[at - 1][0] in "/~\\(" and self.parts[at - 2][0] in "Mm"
                dual = dual or (at >= 1 and self.parts[at - 1][0] in "Mm")
                if not (dual and found and found[-1] == number):
                    found.append(number)
        return found
