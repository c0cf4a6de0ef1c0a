"""The workspace: opening it, adding to it, reading from it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mihwar.errors import StoreError
from mihwar.model import Claim, Document, Failure, Page, PartialDate, claim_from_json, content_id
from mihwar.store.batching import Batch, batches
from mihwar.store.checking import problems
from mihwar.store.literals import sound
from mihwar.store.queries import Query, Value
from mihwar.store.records import (
    AddReport,
    Judgement,
    Problem,
    Row,
    claim_row,
    document_of_row,
    document_row,
    failure_row,
    judgement_row,
    now,
)
from mihwar.store.tables import (
    COLUMNS,
    check_path,
    compact,
    create_missing,
    missing_tables,
    table_version,
    write_rows,
)

__all__ = ["SCHEMA_VERSION", "Store"]

SCHEMA_VERSION = 1
_MARK = "mihwar.json"
_LOCK = ".lock"
# A question over 2 M rows in 21 files took 44 ms (docs/decisions/0003); each further file costs about a millisecond.
_MOST_FILES = 100

_DATED = """
SELECT claim FROM {{claims}}
WHERE document IN (SELECT id FROM {{documents}}){conditions}
QUALIFY row_number() OVER (PARTITION BY id ORDER BY added) = 1
ORDER BY date_first NULLS LAST, date_last NULLS LAST, document, start, id
"""
_BETWEEN = """
  AND ((array_has(actors, {first}) AND array_has(recipients, {second}))
       OR (array_has(actors, {second}) AND array_has(recipients, {first}))
       OR (array_has(actors, {first}) AND array_has(actors, {second})))"""
_SINCE = """
  AND coalesce(date_last, published_last) >= {since}"""
_UNTIL = """
  AND coalesce(date_first, published_first) <= {until}"""
_ONCE = "SELECT {columns} FROM {rows} QUALIFY row_number() OVER (PARTITION BY id ORDER BY added) = 1"


class Store:
    """A workspace folder. Open one with :meth:`open`; any number of readers may run beside a writer.

    Each method that reads sees whole documents only, each with all its claims, once.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._query = Query(root)
        self._files: dict[str, int] = {}

    @classmethod
    def open(cls, path: str | Path, create: bool = True) -> Store:
        """The workspace at ``path``, made if it is not there and ``create`` is set.

        Raises ``StoreError`` for a folder of other files, a workspace of a newer version, or one that cannot
        be read or written.
        """
        root = Path(path)
        check_path(root)
        try:
            _claim_folder(root, create=create)
        except OSError as error:
            raise StoreError(f"{root}: cannot be opened: {error.strerror or error}") from error
        store = cls(root)
        if missing_tables(root):
            with store._writing():
                create_missing(root)
        return store

    @property
    def path(self) -> Path:
        """The folder."""
        return self._root

    @property
    def version(self) -> int:
        """The number of the newest transaction on documents: it grows with every batch that is added."""
        return table_version(self._root, "documents")

    def add(
        self, pages_with_claims: Iterable[tuple[Page, Sequence[Claim]]], failures: Iterable[Failure] = ()
    ) -> AddReport:
        """Add pages with their claims, and failures; what is there already is left alone.

        Takes pages as they come, a few hundred a transaction, and failures after the last of them. A page's
        claims are written before its document, and count from the moment the document is there; so a run may
        be cut short anywhere, and the same run again completes it. A claim that is new for a document that is
        there is added. Another text under the id of a document that is there becomes a failure.
        """
        started, total = now(), AddReport()
        for batch in batches(pages_with_claims):
            with self._writing():
                total = _sum(total, self._add_batch(batch))
        failed = {row["id"]: row for row in (failure_row(failure, now()) for failure in failures)}
        with self._writing():
            fresh = self._new("failures", list(failed))
            self._write("failures", [failed[key] for key in fresh])
            total = _sum(total, AddReport(failures=len(fresh)))
            self._log_run(started, total)
            self._compact()
        return total

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Append judgements; returns how many were new. None is ever changed or taken away."""
        rows = {judgement.id: judgement_row(judgement) for judgement in judgements}
        with self._writing():
            fresh = self._new("judgements", list(rows))
            self._write("judgements", [rows[key] for key in fresh])
            self._compact()
        return len(fresh)

    def claims(
        self,
        codes: tuple[str, str] | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> Iterator[Claim]:
        """Claims between two states in either direction, or all of them, in order of date.

        A claim is between them if one acts on the other or both are actors. ``since`` and ``until`` compare
        with any day that the claim's date may mean, or its document's, where the claim has none.
        """
        values: dict[str, Value] = {}
        conditions = ""
        if codes is not None:
            values |= {"first": codes[0], "second": codes[1]}
            conditions += _BETWEEN
        if since is not None:
            values["since"] = since.first
            conditions += _SINCE
        if until is not None:
            values["until"] = until.last
            conditions += _UNTIL
        sql = _DATED.format(conditions=conditions)
        for (line,) in self._query.rows(sql, values, claims="claims", documents="documents"):
            yield claim_from_json(json.loads(line), origin=str(self._root))

    def documents(self) -> Iterator[Document]:
        """Every document, in order of path and id."""
        names = [name for name in COLUMNS["documents"] if name != "page"]
        for row in self._query.dicts(names, _ONCE + " ORDER BY path, id", rows="documents"):
            yield document_of_row(row)

    def document(self, identity: str) -> Document | None:
        """The document of that id."""
        names = [name for name in COLUMNS["documents"] if name != "page"]
        sql = "SELECT {columns} FROM {rows} WHERE id = {identity} ORDER BY added LIMIT 1"
        found = self._query.dicts(names, sql, {"identity": identity}, rows="documents")
        return next(map(document_of_row, found), None)

    def pages(self) -> Iterator[dict[str, object]]:
        """Every page as the object that ``mihwar read`` prints, in order of path and id."""
        names = ("id", "path", "text", "page", "added")
        for row in self._query.dicts(names, _ONCE + " ORDER BY path, id", rows="documents"):
            page = json.loads(row["page"])
            yield {key: value for key, value in page.items() if key in _BEFORE_TEXT} | {"text": row["text"]} | page

    def failures(self) -> Iterator[Failure]:
        """Every failure whose path has given no document since, in order of path."""
        solved = {
            str(path): str(added)
            for path, added in self._query.rows("SELECT path, max(added) FROM {rows} GROUP BY 1", rows="documents")
        }
        columns = ("id", "path", "stage", "cause", "remedy", "added")
        for row in self._query.dicts(columns, _ONCE + " ORDER BY path, id", rows="failures"):
            if solved.get(row["path"], "") < row["added"]:
                yield Failure(row["path"], row["stage"], row["cause"], row["remedy"])

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, in the order it was made."""
        columns = ("id", "claim", "event", "reason", "judge", "added")
        for row in self._query.dicts(columns, _ONCE + " ORDER BY added, id", rows="judgements"):
            yield Judgement(row["claim"], row["event"], row["reason"], row["judge"], row["added"])

    def has(self, document_ids: Sequence[str]) -> set[str]:
        """Those of the ids whose documents are there: they need not be read or coded again."""
        return self._query.present("documents", document_ids)

    def check(self) -> list[Problem]:
        """What is wrong with the workspace; an empty list for a sound one. Reads every claim once."""
        return problems(self._root, self._query)

    def _add_batch(self, batch: Batch) -> AddReport:
        added = now()
        texts = self._texts([page.document.id for page in batch.pages()])
        already = set(texts)
        pages: dict[str, Page] = {}
        claims: dict[str, Row] = {}
        clashes: dict[str, Row] = {}
        present: set[str] = set()
        for page, found in batch.entries:
            key, text = sound(page.document.id), _text_id(page)
            if texts.setdefault(key, text) != text:
                clash = _clash(page, added)
                clashes[clash["id"]] = clash
                continue
            if key in already:
                present.add(key)
            else:
                pages[key] = page
            claims.update((claim.id, claim_row(claim, key, added)) for claim in found)
        fresh = {
            name: [rows[key] for key in self._new(name, list(rows))]
            for name, rows in (("claims", claims), ("failures", clashes))
        }
        self._write("claims", fresh["claims"])
        self._write("documents", [document_row(page, added) for page in pages.values()])
        self._write("failures", fresh["failures"])
        return AddReport(len(pages), len(fresh["claims"]), len(fresh["failures"]), len(present))

    def _write(self, name: str, rows: Sequence[Row]) -> None:
        self._files[name] = max(self._files.get(name, 0), write_rows(self._root, name, rows))

    def _compact(self) -> None:
        for name, count in self._files.items():
            if count > _MOST_FILES:
                compact(self._root, name)
        self._files.clear()

    def _texts(self, ids: list[str]) -> dict[str, str]:
        return {str(key): str(text) for key, text in self._query.matching("documents", ("id", "text_id"), ids)}

    def _new(self, table: str, ids: list[str]) -> list[str]:
        there = self._query.present(table, ids)
        return [key for key in ids if key not in there]

    def _log_run(self, started: str, total: AddReport) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            program = f"mihwar {version('mihwar')}"
        except PackageNotFoundError:
            program = "mihwar"
        row = {
            "id": content_id("run", started=started, process=os.getpid()),
            "started": started,
            "finished": now(),
            "documents": total.documents,
            "claims": total.claims,
            "failures": total.failures,
            "present": total.present,
            "program": program,
        }
        self._write("runs", [row])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time: it looks what is there and then appends. The lock ends with its process."""
        try:
            with (self._root / _LOCK).open("a") as lock:
                try:
                    import fcntl

                    fcntl.flock(lock, fcntl.LOCK_EX)
                except ImportError:
                    pass
                yield
        except OSError as error:
            raise StoreError(f"{self._root}: cannot be written: {error.strerror or error}") from error


_BEFORE_TEXT = frozenset({
    "id", "path", "url", "title", "author", "publisher", "section", "genre", "language", "published",
})  # fmt: skip


def _sum(one: AddReport, other: AddReport) -> AddReport:
    return AddReport(
        one.documents + other.documents,
        one.claims + other.claims,
        one.failures + other.failures,
        one.present + other.present,
    )


def _text_id(page: Page) -> str:
    return content_id("text", text=page.document.text)


def _clash(page: Page, added: str) -> Row:
    cause = f"document id {page.document.id!r} is there already with another text"
    remedy = "Give each text an id of its own, or none"
    return failure_row(Failure(page.document.path, "store", cause, remedy), added)


def _claim_folder(root: Path, *, create: bool) -> None:
    mark = root / _MARK
    if mark.is_file():
        _check_version(mark)
        return
    if root.exists() and not root.is_dir():
        raise StoreError(f"{root}: is a file, not a workspace folder")
    if not create:
        raise StoreError(f"{root}: there is no workspace here. Make one with 'mihwar add --workspace {root} PATH'")
    if root.is_dir() and any(not name.startswith(".") for name in os.listdir(root)):
        raise StoreError(f"{root}: is a folder of other files. Give a new or empty folder for the workspace")
    root.mkdir(parents=True, exist_ok=True)
    draft = root / f".{_MARK}.{os.getpid()}"
    draft.write_text(json.dumps({"schema": SCHEMA_VERSION}) + "\n", encoding="utf-8")
    draft.replace(mark)


def _check_version(mark: Path) -> None:
    try:
        version = json.loads(mark.read_text(encoding="utf-8"))["schema"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f'{mark}: is damaged. It should hold {{"schema": {SCHEMA_VERSION}}}') from error
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise StoreError(
            f"{mark.parent}: was made by a newer Mihwar (schema {version}; this one knows {SCHEMA_VERSION}). "
            "Upgrade with: pip install --upgrade mihwar"
        )
