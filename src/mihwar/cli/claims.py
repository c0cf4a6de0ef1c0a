"""``mihwar claims A B``: the stored claims on two states."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from mihwar.cli.console import print_json

__all__ = ["claims"]


def claims(
    a: str,
    b: str,
    *,
    format: Literal["jsonl", "csv", "parquet"] = "jsonl",  # noqa: A002  (the contract's option)
    workspace: Path | None = None,
) -> int:
    """Print the stored claims in which both states take part.

    Parameters
    ----------
    a
        First state: ISO3 code or name in English or Arabic.
    b
        Second state.
    format
        jsonl (the contract's objects), csv or parquet (one flat row a claim; parquet goes to stdout as bytes).
    workspace
        Folder of the workspace (default: ./mihwar-workspace).

    """
    from mihwar.exporting import claims_to_csv, claims_to_parquet
    from mihwar.model.contract import claim_to_json
    from mihwar.workspace import Workspace

    found = Workspace(workspace, create=False).claims(a, b)
    if format == "jsonl":
        for claim in found:
            print_json(claim_to_json(claim))
    elif format == "csv":
        sys.stdout.write(claims_to_csv(found))
    else:
        sys.stdout.buffer.write(claims_to_parquet(found))
    return 0
