"""``mihwar code``: claims as PLOVER JSON Lines."""

from __future__ import annotations

from pathlib import Path

from mihwar.cli.coders import ENCODER, CoderFlags, chosen_coder
from mihwar.cli.console import print_json, report_failure, tracked
from mihwar.model import Failure

__all__ = ["code"]


def code(*paths: Path, coder: CoderFlags = ENCODER) -> int:
    """Code documents and print their claims, one JSON object a line.

    Parameters
    ----------
    paths
        Files or folders: plain text, HTML, JSON Lines of documents.
    coder
        Who codes.

    """
    from mihwar.cli.inputs import checked
    from mihwar.model.contract import claim_to_json
    from mihwar.workspace import code as code_paths

    failed = 0
    with chosen_coder(coder) as chosen:
        for coded in tracked(code_paths(checked(paths), coder=chosen), "coding"):
            if isinstance(coded, Failure):
                report_failure(coded)
                failed += 1
            else:
                for claim in coded.claims:
                    print_json(claim_to_json(claim))
    return 1 if failed else 0
