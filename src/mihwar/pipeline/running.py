"""Run the stages over documents: ``one`` and ``many`` give the same, a poisoned document is one failure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mihwar.coding import Coder
from mihwar.errors import MihwarError
from mihwar.model import Claim, Document, Failure, Page
from mihwar.pipeline.claiming import claims_of
from mihwar.pipeline.paging import page_of

__all__ = ["Coded", "Pipeline"]


@dataclass(frozen=True, slots=True)
class Coded:
    """A page and its claims."""

    page: Page
    claims: tuple[Claim, ...]


class Pipeline:
    """Reading to claims with one coder."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def one(self, document: Document) -> Coded:
        """One document's page and claims; whatever goes wrong is raised."""
        page = page_of(document)
        return Coded(page, claims_of(page, self._coder.code(page), self._coder.name))

    def many(self, documents: Iterable[Document | Failure]) -> Iterator[Coded | Failure]:
        """One result an input, in order; a document that breaks a stage becomes a failure, the rest goes on."""
        for document in documents:
            if isinstance(document, Failure):
                yield document
                continue
            try:
                yield self.one(document)
            except MihwarError as error:
                yield Failure(document.path, "coding", str(error))
            except Exception as error:  # noqa: BLE001  (any fault of a stage must cost one document, not the batch)
                cause = f"{type(error).__name__}: {error}"
                yield Failure(document.path, "coding", cause, "Report it with the document; the rest was read")
