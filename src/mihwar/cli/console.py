"""What every command writes to: results to stdout, progress and complaints to stderr."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from mihwar.model import Failure

__all__ = ["complain", "print_json", "progress", "report_failure", "tracked"]

T = TypeVar("T")


def complain(message: str) -> None:
    """One message to stderr, without control characters that a terminal would obey."""
    safe = "".join(c for c in message if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    print(f"mihwar: {safe}", file=sys.stderr)


def report_failure(failure: Failure) -> None:
    """Name one failed input, its cause and the way out."""
    complain(f"{failure.path}: {failure.cause}" + (f". {failure.remedy}" if failure.remedy else ""))


def print_json(value: Any) -> None:
    """One JSON object on one line of stdout; lone surrogates are escaped, all else is plain UTF-8."""
    try:
        line = json.dumps(value, ensure_ascii=False)
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    sys.stdout.write(line + "\n")


@contextmanager
def progress(label: str) -> Iterator[Any]:
    """A counter on stderr while something long runs; silent when stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda _count: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda count: bar.update(task, completed=count)


def tracked(items: Iterable[T], label: str) -> Iterator[T]:
    """The same items, counted on stderr as they pass."""
    with progress(label) as show:
        for count, item in enumerate(items, 1):
            show(count)
            yield item
