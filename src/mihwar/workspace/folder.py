"""The workspace: a folder that keeps what was read, and answers from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mihwar.actors import state_code
from mihwar.coding import Coder
from mihwar.dossier import Dossier, build_dossier
from mihwar.model import Claim, Document, Failure, Page, PartialDate
from mihwar.pipeline import Coded, CoderOptions, Pipeline, coder_of
from mihwar.pipeline.paging import page_of
from mihwar.reading import read_documents
from mihwar.store import Store

__all__ = ["DEFAULT_FOLDER", "AddReport", "Workspace"]

DEFAULT_FOLDER = Path("mihwar-workspace")


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an ``add`` did: new documents and claims, documents that were there, and inputs that failed."""

    documents: int
    claims: int
    present: int
    failures: tuple[Failure, ...] = field(default=())

    def to_json(self) -> dict[str, int]:
        """The counts."""
        return {
            "documents": self.documents,
            "claims": self.claims,
            "present": self.present,
            "failures": len(self.failures),
        }


class Workspace:
    """A folder of Delta Lake tables; ``create=False`` raises :class:`~mihwar.errors.StoreError` if there is none."""

    def __init__(self, path: str | Path | None = None, *, create: bool = True) -> None:
        self._store = Store.open(path or DEFAULT_FOLDER, create=create)

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        coder: str | CoderOptions | Coder = "encoder",
        on_document: Callable[[int], None] = lambda _count: None,
    ) -> AddReport:
        """Read and code everything under ``paths`` into the workspace.

        Documents that are there already are neither coded nor changed; a run that was killed is completed by
        the same run again. ``on_document`` is told how many inputs have passed.
        """
        failures: list[Failure] = []
        present: list[str] = []
        report = self._store.add(self._coded(paths, coder, failures, present, on_document), failures)
        return AddReport(report.documents, report.claims, len(present) + report.present, tuple(failures))

    def claims(
        self, a: str, b: str, *, since: PartialDate | None = None, until: PartialDate | None = None
    ) -> list[Claim]:
        """The claims in which both states take part, in order of date."""
        return list(self._store.claims((state_code(a), state_code(b)), since, until))

    def why(self, a: str, b: str, *, since: PartialDate | None = None, until: PartialDate | None = None) -> Dossier:
        """The dossier on two states from all that the workspace holds on either."""
        first, second = state_code(a), state_code(b)
        claims = list(self._store.claims(None, since, until))
        cited = {claim.citation.document for claim in claims if _names(claim, first) or _names(claim, second)}
        told = [claim for claim in claims if claim.citation.document in cited]
        pages = [page_of(document) for document in self._store.documents() if document.id in cited]
        place = {page.document.id: index for index, page in enumerate(pages)}
        told.sort(key=lambda claim: (place[claim.citation.document], claim.sentence, claim.event_spans, claim.id))
        return build_dossier(first, second, pages, told, since, until)

    def documents(self) -> Iterator[Document]:
        """Every document, in order of path."""
        return self._store.documents()

    def failures(self) -> Iterator[Failure]:
        """Inputs that failed and have not been read since."""
        return self._store.failures()

    def _coded(
        self,
        paths: Iterable[str | Path],
        coder: str | CoderOptions | Coder,
        failures: list[Failure],
        present: list[str],
        on_document: Callable[[int], None],
    ) -> Iterator[tuple[Page, tuple[Claim, ...]]]:
        """New documents coded one after the other; what fails or is there already is only noted."""
        pipeline: Pipeline | None = None
        for count, document in enumerate(read_documents(list(paths)), 1):
            if isinstance(document, Failure):
                failures.append(document)
            elif self._store.has([document.id]):
                present.append(document.id)
            else:
                pipeline = pipeline or Pipeline(coder_of(coder))
                for result in pipeline.many([document]):
                    if isinstance(result, Coded):
                        yield result.page, result.claims
                    else:
                        failures.append(result)
            on_document(count)


def _names(claim: Claim, code: str) -> bool:
    return any(entity.code == code for entity in (*claim.actors, *claim.recipients))
