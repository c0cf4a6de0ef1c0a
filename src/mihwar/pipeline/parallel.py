"""The encoder's pipeline on all cores: documents to processes, results in the order of the documents."""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from mihwar.model import Document, Failure
from mihwar.pipeline.coders import coder_named
from mihwar.pipeline.running import Coded, Pipeline

__all__ = ["code_many", "default_processes"]

# A process takes as long to start as one needs for about six articles (benchmarks/coder.py): fewer documents than
# this are coded where they are.
_WORTH_IT = 12
_IN_FLIGHT = 4  # documents given out at a time, by process; bounds what waits for the slowest
_MOST = 8

_pipeline: Pipeline | None = None


def default_processes() -> int:
    """One a core that this process may use, at most eight."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, _MOST)


def code_many(
    documents: Iterable[Document | Failure], processes: int | None = None, confidence: float | None = None
) -> Iterator[Coded | Failure]:
    """What ``Pipeline.many`` gives with the encoder, in the same order, on several processes where it pays.

    ``confidence``: the least that is given, ``None`` the encoder's own.

    A document on which a process dies becomes a failure; the rest goes on in new ones.
    """
    wanted = default_processes() if processes is None else processes
    waiting = iter(documents)
    first = list(itertools.islice(waiting, _WORTH_IT if wanted > 1 else 0))
    everything = itertools.chain(first, waiting)
    if len(first) < _WORTH_IT:
        yield from Pipeline(coder_named("encoder", confidence=confidence)).many(everything)
        return
    while True:
        unanswered: list[Document | Failure] = []
        yield from _until_death(everything, wanted, confidence, unanswered)
        if not unanswered:
            return
        yield from _one_by_one(unanswered, confidence)


def _until_death(
    documents: Iterator[Document | Failure],
    processes: int,
    confidence: float | None,
    unanswered: list[Document | Failure],
) -> Iterator[Coded | Failure]:
    """Results until all is done, or until a process dies: then ``unanswered`` holds what was given out."""
    with _pool(processes, confidence) as pool:
        given: deque[tuple[Document | Failure, Future[Coded | Failure] | None]] = deque()
        while True:
            try:
                for fresh in itertools.islice(documents, processes * _IN_FLIGHT - len(given)):
                    given.append((fresh, None))  # noted first: giving out to a broken pool raises
                    if isinstance(fresh, Document):
                        given[-1] = (fresh, pool.submit(_work, fresh))
                if not given:
                    return
                document, answer = given[0]
                result = document if isinstance(document, Failure) or answer is None else answer.result()
            except BrokenProcessPool:
                unanswered.extend(document for document, _ in given)
                return
            given.popleft()
            if not isinstance(result, Document):
                yield result


def _one_by_one(documents: Sequence[Document | Failure], confidence: float | None) -> Iterator[Coded | Failure]:
    """Each in a process of its own, to find out which one is deadly."""
    for document in documents:
        if isinstance(document, Failure):
            yield document
            continue
        with _pool(1, confidence) as pool:
            try:
                result = pool.submit(_work, document).result()
            except BrokenProcessPool:
                result = Failure(
                    document.path, "coding", "the process that coded it died", "Report it with the document"
                )
        yield result


def _pool(processes: int, confidence: float | None) -> ProcessPoolExecutor:
    """Processes that start afresh: forked ones would hang on the runtime's threads."""
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _start, (confidence,))


def _start(confidence: float | None) -> None:
    global _pipeline  # noqa: PLW0603  (a worker's own pipeline, made once a process)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # see mihwar.cli.app
    _pipeline = Pipeline(coder_named("encoder", 1, confidence))


def _work(document: Document) -> Coded | Failure:
    assert _pipeline is not None
    return next(iter(_pipeline.many([document])))
