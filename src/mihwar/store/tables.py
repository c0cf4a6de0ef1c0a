"""Delta tables: their columns, making them, appending rows, listing their files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mihwar.errors import StoreError
from mihwar.store.literals import sound
from mihwar.store.records import Row

__all__ = [
    "COLUMNS",
    "check_path",
    "compact",
    "create_missing",
    "current_files",
    "missing_tables",
    "open_table",
    "table_version",
    "write_rows",
]

TEXT, DAY, COUNT, REAL, TEXTS = "text", "day", "count", "real", "texts"

COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        "id": TEXT, "path": TEXT, "url": TEXT, "title": TEXT, "author": TEXT, "publisher": TEXT, "section": TEXT,
        "genre": TEXT, "language": TEXT, "published": TEXT, "published_first": DAY, "published_last": DAY,
        "text": TEXT, "text_id": TEXT, "chrome": TEXT, "sentences": TEXT, "page": TEXT, "added": TEXT,
    },
    "claims": {
        "id": TEXT, "document": TEXT, "date": TEXT, "date_first": DAY, "date_last": DAY, "date_from": TEXT,
        "published_first": DAY, "published_last": DAY, "types": TEXTS, "modes": TEXTS, "contexts": TEXTS,
        "actors": TEXTS, "recipients": TEXTS, "status": TEXT, "speaker_kind": TEXT, "speaker_name": TEXT,
        "speaker_code": TEXT, "speaker_form": TEXT, "language": TEXT, "text": TEXT, "start": COUNT, "end": COUNT,
        "event_spans": TEXT, "quad_code": COUNT, "event_scale": REAL, "confidence": REAL, "coder": TEXT,
        "claim": TEXT, "added": TEXT,
    },
    "judgements": {"id": TEXT, "claim": TEXT, "event": TEXT, "reason": TEXT, "judge": TEXT, "added": TEXT},
    "failures": {"id": TEXT, "path": TEXT, "stage": TEXT, "cause": TEXT, "remedy": TEXT, "added": TEXT},
    "runs": {
        "id": TEXT, "started": TEXT, "finished": TEXT, "documents": COUNT, "claims": COUNT, "failures": COUNT,
        "present": COUNT, "program": TEXT,
    },
}  # fmt: skip


# With each of these somewhere in the path the table library (1.6.6) failed, aborted or took another folder.
_UNFIT = re.compile(r"[\x00-\x1f\x7f\[\]\\^|\ud800-\udfff]|%[0-9A-Fa-f]{2}")


def check_path(root: Path) -> None:
    """Raises ``StoreError`` for a folder whose full name the table library cannot take."""
    unfit = _UNFIT.search(root.absolute().as_posix())
    if unfit:
        raise StoreError(
            f"{str(root)!r}: tables cannot be kept under a name with {unfit[0]!r}. "
            "Give a folder whose full name has no brackets, backslashes, ^, | or % before digits"
        )


def missing_tables(root: Path) -> list[str]:
    """The names of the tables that are not there yet."""
    from deltalake import DeltaTable

    return [name for name in COLUMNS if not DeltaTable.is_deltatable(str(root / name))]


def create_missing(root: Path) -> None:
    """Make the tables that are not there; tables that are stay as they are."""
    from deltalake import DeltaTable

    for name in missing_tables(root):
        with _as_store_error(root, name):
            DeltaTable.create(str(root / name), _schema(name), mode="ignore")


def write_rows(root: Path, name: str, rows: Sequence[Row]) -> int:
    """Append rows in one transaction: all of them are there afterwards, or none. Gives the table's number of files.

    Without rows nothing is looked at, and the number is 0.
    """
    if not rows:
        return 0
    from arro3.core import Table
    from deltalake import write_deltalake

    columns = {column: _array(kind, [row[column] for row in rows]) for column, kind in COLUMNS[name].items()}
    table = open_table(root, name)
    with _as_store_error(root, name):
        write_deltalake(table, Table.from_pydict(columns), mode="append")
        return len(table.file_uris())


def current_files(root: Path, name: str) -> list[str]:
    """The Parquet files that the table is made of at its newest version."""
    return [unquote(uri).removeprefix("file://") if "%" in uri else uri for uri in open_table(root, name).file_uris()]


def table_version(root: Path, name: str) -> int:
    """The number of the table's newest transaction."""
    return int(open_table(root, name).version())


def compact(root: Path, name: str) -> None:
    """Join small files; the old ones stay a week for whoever reads them, then go."""
    with _as_store_error(root, name):
        table = open_table(root, name)
        table.optimize.compact()
        table.vacuum(dry_run=False)


def open_table(root: Path, name: str) -> Any:
    """The ``DeltaTable`` at its newest version; ``StoreError`` if it cannot be opened."""
    from deltalake import DeltaTable

    with _as_store_error(root, name):
        return DeltaTable(str(root / name))


@cache
def _types() -> dict[str, Any]:
    from arro3.core import DataType, Field

    text = DataType.utf8()
    return {
        TEXT: text,
        DAY: DataType.date32(),
        COUNT: DataType.int64(),
        REAL: DataType.float64(),
        TEXTS: DataType.list(Field("item", text, nullable=True)),
    }


def _schema(name: str) -> Any:
    from arro3.core import Field, Schema

    return Schema([Field(column, _types()[kind], nullable=True) for column, kind in COLUMNS[name].items()])


def _array(kind: str, values: list[Any]) -> Any:
    from arro3.core import Array, DataType, list_array

    if kind == TEXTS:
        offsets = [0]
        for value in values:
            offsets.append(offsets[-1] + len(value))
        flat = [sound(item) for value in values for item in value]
        return list_array(
            Array(offsets, type=DataType.int32()), Array(flat, type=DataType.utf8()), type=_types()[TEXTS]
        )
    if kind == DAY:
        return Array(values, type=DataType.int32()).cast(DataType.date32())
    if kind == TEXT:
        values = [None if value is None else sound(value) for value in values]
    return Array(values, type=_types()[kind])


class _as_store_error:  # noqa: N801  # read as a phrase where it is used
    """Turns what the table library and the disk raise into ``StoreError``."""

    def __init__(self, root: Path, name: str) -> None:
        self.root, self.name = root, name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        from deltalake.exceptions import DeltaError

        if isinstance(error, (DeltaError, OSError)):
            raise StoreError(f"{self.root}: table {self.name}: {error}") from error
