"""Reading the data files of this part."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path

from mihwar.errors import OntologyError

__all__ = ["DATA", "fingerprint", "language_tables", "listed", "table"]

DATA = Path(__file__).parent / "data"
_SOURCES = (
    "states", "words", "portfolios", "bodies", "igos", "blocking", "contexts", "clitics", "joins",
    "people", "tenures", "groups", "instruments",
)  # fmt: skip


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME.tsv`` by column name; a table that is not there is empty.

    Raises :class:`OntologyError` for a row with a wrong number of columns.
    """
    path = DATA / f"{name}.tsv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(reader)
        rows = []
        for row in reader:
            if len(row) != len(header):
                raise OntologyError(f"{path.name}: line {reader.line_num} has {len(row)} columns, not {len(header)}")
            rows.append(dict(zip(header, row, strict=True)))
    return tuple(rows)


@cache
def language_tables() -> frozenset[str]:
    """The languages with a table of their own (``data/languages/CODE.tsv``)."""
    return frozenset(path.stem for path in (DATA / "languages").glob("*.tsv"))


def listed(cell: str) -> list[str]:
    """The alternatives of a cell, which ``|`` separates."""
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def fingerprint() -> str:
    """20 hex digits of the SHA-256 of all tables and of the code that turns them into patterns."""
    digest = hashlib.sha256()
    paths = [DATA / f"{name}.tsv" for name in _SOURCES] + sorted((DATA / "languages").glob("*.tsv"))
    for path in [*paths, *sorted(Path(__file__).parent.glob("*.py"))]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()[:20]
