"""Questions to the tables, asked with the SQL engine of the table library (Apache DataFusion)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mihwar.errors import StoreError
from mihwar.store.literals import literal, rows_of, sound
from mihwar.store.tables import open_table

__all__ = ["Query", "Value"]

Value = str | dt.date | None
_NOTHING: Mapping[str, Value] = {}


class Query:
    """Asks one workspace. Every question sees the newest version of each table it names.

    A claim whose document has no row is no claim yet: the run that wrote it was cut short.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def rows(self, sql: str, values: Mapping[str, Value] = _NOTHING, **tables: str) -> Iterator[tuple[Any, ...]]:
        """Rows of ``sql``, in which ``{name}`` stands for a table of ``tables`` or a value of ``values``.

        Raises ``StoreError`` for a table that cannot be read.
        """
        quoted = {name: literal(value) for name, value in values.items()}
        return self._run(sql.format(**quoted, **{name: f'"{name}"' for name in tables}), tables)

    def dicts(
        self, columns: Sequence[str], sql: str, values: Mapping[str, Value] = _NOTHING, **tables: str
    ) -> Iterator[dict[str, Any]]:
        """Rows by name: ``{columns}`` in ``sql`` stands for the list of them."""
        listed = ", ".join(f'"{column}"' for column in columns)
        for row in self.rows(sql.replace("{columns}", listed), values, **tables):
            yield dict(zip(columns, row, strict=True))

    def matching(self, table: str, columns: Sequence[str], ids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """``columns`` of the rows of ``table`` whose id is one of ``ids``, no two the same."""
        if not ids:
            return iter(())
        listed = ", ".join(f'"{column}"' for column in columns)
        sql = f'SELECT DISTINCT {listed} FROM "rows" WHERE id IN {rows_of(ids)}'  # noqa: S608  (quoted above)
        return self._run(sql, {"rows": table})

    def present(self, table: str, ids: Sequence[str]) -> set[str]:
        """Those of ``ids`` that have a row in ``table``."""
        there = {row[0] for row in self.matching(table, ("id",), ids)}
        return {key for key in ids if sound(key) in there}

    def _run(self, sql: str, tables: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
        from deltalake import QueryBuilder

        engine = QueryBuilder()
        # Documents are opened before claims are: each document seen then has all its claims in sight.
        for name, table in sorted(tables.items(), key=lambda item: item[1] != "documents"):
            engine.register(name, open_table(self._root, table))
        try:
            for batch in engine.execute(sql):
                yield from zip(*(batch.column(place).to_pylist() for place in range(batch.num_columns)), strict=True)
        except Exception as error:  # the engine raises bare Exception for a file that it cannot read
            raise StoreError(f"{self._root}: a table cannot be read: {error}") from error
