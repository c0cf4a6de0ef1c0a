"""``mihwar read``: documents as Mihwar reads them, before any coding."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mihwar.cli.console import print_json, report_failure, tracked
from mihwar.model import Failure

__all__ = ["read"]


def read(*paths: Path, format: Literal["json"] = "json") -> int:  # noqa: A002, ARG001  (the contract's option)
    """Read documents and print one JSON object each: text, furniture, sentences, mentions, quotes, anomalies.

    Parameters
    ----------
    paths
        Files or folders: plain text, HTML, JSON Lines of documents.
    format
        Only json so far.

    """
    from mihwar.cli.inputs import checked
    from mihwar.model.contract import page_to_json
    from mihwar.workspace import read as read_pages

    failed = 0
    for page in tracked(read_pages(checked(paths)), "reading"):
        if isinstance(page, Failure):
            report_failure(page)
            failed += 1
        else:
            print_json(page_to_json(page))
    return 1 if failed else 0
