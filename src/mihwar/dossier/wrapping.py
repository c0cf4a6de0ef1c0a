"""Wrap lines for a terminal, keeping runs that are isolated from the line's direction isolated."""

from __future__ import annotations

import textwrap

__all__ = ["wrap"]

_FSI, _PDI = "\u2068", "\u2069"


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most ``width`` code points (isolates not counted among a line's needs).

    A line's end closes every isolate for a terminal, so a run that goes on is closed and opened again.
    """
    broken = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=True
    )
    lines: list[str] = []
    open_runs = 0
    for place, line in enumerate(broken):
        indent = first if place == 0 else rest
        body = line[len(indent) :]
        opened = open_runs
        for letter in body:
            if letter == _FSI:
                open_runs += 1
            elif letter == _PDI:
                open_runs -= 1
        lines.append(indent + _FSI * opened + body + _PDI * open_runs)
    return lines
