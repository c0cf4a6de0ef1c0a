"""``mihwar add``: read and code documents into a workspace."""

from __future__ import annotations

from pathlib import Path

from mihwar.cli.coders import ENCODER, CoderFlags, chosen_coder
from mihwar.cli.console import complain, print_json, progress, report_failure

__all__ = ["add"]


def add(*paths: Path, workspace: Path | None = None, coder: CoderFlags = ENCODER) -> int:
    """Read and code documents into the workspace; what it holds already is left as it is.

    Parameters
    ----------
    paths
        Files or folders: plain text, HTML, JSON Lines of documents.
    workspace
        Folder of the workspace (default: ./mihwar-workspace).
    coder
        Who codes.

    """
    from mihwar.cli.inputs import checked
    from mihwar.workspace import Workspace

    with chosen_coder(coder) as chosen, progress("adding") as show:
        report = Workspace(workspace).add(checked(paths), coder=chosen, on_document=show)
    for failure in report.failures:
        report_failure(failure)
    print_json(report.to_json())
    if report.failures:
        complain(f"{len(report.failures)} inputs failed; the rest is stored")
    return 1 if report.failures else 0
