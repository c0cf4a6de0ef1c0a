"""``mihwar doctor``: is this installation sound, and this workspace?"""

from __future__ import annotations

from pathlib import Path

from mihwar.cli.console import print_json

__all__ = ["doctor"]


def doctor(*, workspace: Path | None = None) -> int:
    """Check the installation, the data files, the encoder and, if there is one, the workspace.

    Parameters
    ----------
    workspace
        Folder of the workspace (default: ./mihwar-workspace, if it is there).

    """
    from mihwar.workspace.health import examine

    failed = False
    for check in examine(workspace):
        print_json({"check": check.name, "ok": check.ok, "detail": check.detail})
        failed = failed or not check.ok
    return 1 if failed else 0
