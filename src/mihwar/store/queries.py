"""Questions to the tables, asked with DuckDB over their current Parquet files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mihwar.errors import StoreError
from mihwar.store.tables import current_files

__all__ = ["Query"]

_FETCHED = 2_000


class Query:
    """Asks one workspace. Every question sees the newest version of each table it names.

    A claim whose document has no row is no claim yet: the run that wrote it was cut short.
    """

    def __init__(self, root: Path) -> None:
        import duckdb

        self._root = root
        # No extension may be looked for on the network.
        self._database = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})

    def rows(self, sql: str, parameters: Sequence[Any] = (), **tables: str) -> Iterator[tuple[Any, ...]]:
        """Rows of ``sql``, in which ``{name}`` stands for the table that ``tables`` gives for it.

        Nothing is asked if the first table is empty.
        """
        import duckdb

        # Documents are listed before claims are: each document seen then has all its claims in sight.
        listed = {name: current_files(self._root, table) for name, table in sorted(tables.items(), key=_order)}
        if not listed[next(iter(tables))]:
            return
        empty = {name for name, found in listed.items() if not found}
        if empty:
            return
        sources = {name: f"read_parquet({_quoted(found)})" for name, found in listed.items()}
        cursor = self._database.cursor()
        try:
            cursor.execute(sql.format(**sources), list(parameters))
            while found := cursor.fetchmany(_FETCHED):
                yield from found
        except duckdb.Error as error:
            raise StoreError(f"{self._root}: a table cannot be read: {error}") from error
        finally:
            cursor.close()

    def dicts(
        self, columns: Sequence[str], sql: str, parameters: Sequence[Any] = (), **tables: str
    ) -> Iterator[dict[str, Any]]:
        """Rows by name: ``{columns}`` in ``sql`` stands for the list of them."""
        listed = ", ".join(f'"{column}"' for column in columns)
        for row in self.rows(sql.replace("{columns}", listed), parameters, **tables):
            yield dict(zip(columns, row, strict=True))

    def present(self, table: str, ids: Sequence[str]) -> set[str]:
        """Those of ``ids`` that have a row in ``table``."""
        sql = "SELECT DISTINCT id FROM {rows} WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0] for row in self.rows(sql, [list(ids)], rows=table)}


def _order(item: tuple[str, str]) -> int:
    return 0 if item[1] == "documents" else 1


def _quoted(files: list[str]) -> str:
    return "[" + ", ".join("'" + name.replace("'", "''") + "'" for name in files) + "]"
