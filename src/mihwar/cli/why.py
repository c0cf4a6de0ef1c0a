"""``mihwar why A B``: the dossier on two states."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from mihwar.cli.coders import ENCODER, CoderFlags, chosen_coder
from mihwar.cli.console import progress, report_failure
from mihwar.model import Failure

__all__ = ["why"]


def why(  # noqa: PLR0917  (the contract's order)
    a: str,
    b: str,
    *paths: Path,
    since: str | None = None,
    until: str | None = None,
    lang: Literal["en", "ar"] = "en",
    format: Literal["text", "markdown", "html", "json"] = "text",  # noqa: A002  (the contract's option)
    workspace: Path | None = None,
    coder: CoderFlags = ENCODER,
) -> int:
    """Answer why relations between two states are the way they are, with citations.

    Parameters
    ----------
    a
        First state: ISO3 code or name in English or Arabic.
    b
        Second state.
    paths
        Files or folders to read first; without any, the workspace is asked.
    since
        Leave out what is dated before: 2023, 2023-11 or 2023-11-15.
    until
        Leave out what is dated after.
    lang
        Language of the answer.
    format
        Form of the answer.
    workspace
        Folder of the workspace (default: ./mihwar-workspace).
    coder
        Who codes what is read first.

    """
    from mihwar.cli.inputs import date_limit
    from mihwar.dossier import render
    from mihwar.errors import UsageError
    from mihwar.workspace import Workspace
    from mihwar.workspace import why as why_paths

    first, last = date_limit(since, "--since"), date_limit(until, "--until")
    failures: list[Failure] = []
    if paths:
        with chosen_coder(coder) as chosen, progress("reading and coding") as show:
            dossier, failures = why_paths(a, b, paths, since=first, until=last, coder=chosen, on_document=show)
    elif coder != ENCODER:
        raise UsageError(
            "--coder is for files that are read: name a PATH, or add them with it to the workspace first"
        )
    else:
        dossier = Workspace(workspace, create=False).why(a, b, since=first, until=last)
    for failure in failures:
        report_failure(failure)
    sys.stdout.write(render(dossier, format, lang))
    return 1 if failures else 0
