"""The command line: one file a command, no logic of its own.

Exit status: 0 done, 1 some inputs failed, 2 wrong use.
"""

from mihwar.cli.app import main

__all__ = ["main"]
