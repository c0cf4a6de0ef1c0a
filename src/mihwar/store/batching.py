"""Pages in batches that fit one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mihwar.model import Claim, Page

__all__ = ["Batch", "batches"]

# One append takes about 15 ms whatever its size, and a batch that is cut short is done again.
_PAGES = 200
_CLAIMS = 20_000
_LETTERS = 16_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages with their claims, to be written together."""

    entries: list[tuple[Page, Sequence[Claim]]]

    def pages(self) -> list[Page]:
        """The pages, in order."""
        return [page for page, _ in self.entries]


def batches(entries: Iterable[tuple[Page, Sequence[Claim]]]) -> Iterator[Batch]:
    """Batches of up to 200 pages, 20,000 claims and 16 million letters, in order; one page is never cut."""
    current: list[tuple[Page, Sequence[Claim]]] = []
    claims = letters = 0
    for page, found in entries:
        current.append((page, found))
        claims += len(found)
        letters += len(page.document.text)
        if len(current) >= _PAGES or claims >= _CLAIMS or letters >= _LETTERS:
            yield Batch(current)
            current, claims, letters = [], 0, 0
    if current:
        yield Batch(current)
