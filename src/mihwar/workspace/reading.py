"""Read and code files without keeping anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mihwar.actors import state_code
from mihwar.coding import Coder
from mihwar.dossier import Dossier, build_dossier
from mihwar.model import Claim, Failure, Page, PartialDate
from mihwar.pipeline import Coded, CoderOptions, Pipeline, code_many, coder_of
from mihwar.pipeline.paging import page_of
from mihwar.reading import read_documents

__all__ = ["code", "read", "why"]

Paths = Iterable[str | Path]


def read(paths: Paths) -> Iterator[Page | Failure]:
    """Each document under ``paths`` (files or folders) with its sentences, mentions, quotes and anomalies."""
    for document in read_documents(list(paths)):
        if isinstance(document, Failure):
            yield document
            continue
        try:
            yield page_of(document)
        except Exception as error:  # noqa: BLE001  (one poisoned document is one failure)
            yield Failure(document.path, "reading", f"{type(error).__name__}: {error}")


def code(paths: Paths, coder: str | CoderOptions | Coder = "encoder") -> Iterator[Coded | Failure]:
    """Each document under ``paths`` with its page and claims; with the encoder many of them on all cores.

    A script that calls this on a dozen documents or more keeps its own code under ``if __name__ == "__main__":``,
    as every Python program that starts processes.
    """
    documents = read_documents(list(paths))
    if coder == "encoder":
        return code_many(documents)
    if isinstance(coder, CoderOptions) and coder.name == "encoder":
        coder_of(coder)  # wrong options are told before anything starts
        return code_many(documents, confidence=coder.confidence)
    return Pipeline(coder_of(coder)).many(documents)


def why(
    a: str,
    b: str,
    paths: Paths,
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    coder: str | CoderOptions | Coder = "encoder",
    on_document: Callable[[int], None] = lambda _count: None,
) -> tuple[Dossier, list[Failure]]:
    """The dossier on states ``a`` and ``b`` (ISO3 or any known name) from documents alone, and what failed.

    Raises :class:`~mihwar.errors.UnknownNameError` for a name that no state has.
    """
    codes = state_code(a), state_code(b)
    pages: list[Page] = []
    claims: list[Claim] = []
    failures: list[Failure] = []
    for count, result in enumerate(code(paths, coder), 1):
        on_document(count)
        if isinstance(result, Failure):
            failures.append(result)
        else:
            pages.append(result.page)
            claims += sorted(result.claims, key=lambda claim: (claim.sentence, claim.event_spans, claim.id))
    return build_dossier(*codes, pages, claims, since, until), failures
