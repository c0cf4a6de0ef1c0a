"""Checks of what the user named, before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mihwar.errors import UsageError
from mihwar.model import PartialDate

__all__ = ["checked", "date_limit"]


def checked(paths: Sequence[Path]) -> list[Path]:
    """The paths; naming none is wrong use. Paths that do not exist are reported as failures by the reader."""
    if not paths:
        raise UsageError("name at least one file or folder")
    return list(paths)


def date_limit(text: str | None, option: str) -> PartialDate | None:
    """The date of an option, or ``None``; anything else than a date is wrong use."""
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}; write 2023, 2023-11 or 2023-11-15") from error
