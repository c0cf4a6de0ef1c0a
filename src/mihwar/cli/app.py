"""The application: its commands, and what becomes of an error."""

from __future__ import annotations

import os
import sys

from cyclopts import App, CycloptsError

from mihwar import __version__
from mihwar.cli import add, claims, code, doctor, evaluate, read, why
from mihwar.cli.console import complain
from mihwar.errors import MihwarError, UnknownNameError, UsageError

__all__ = ["app", "main"]

app = App(
    name="mihwar",
    help="Reads news, Arabic first, and answers why relations between two states are the way they are, "
    "with every word led back to the sentence it came from.",
    help_epilogue="Add --debug to any command for a traceback. Documentation: docs/.",
    version=__version__,
    help_format="plaintext",  # Markdown would load its parser: a fifth of the time of --help
)
app.command(why.why)
app.command(read.read)
app.command(code.code)
app.command(add.add)
app.command(claims.claims)
app.command(evaluate.app)
app.command(doctor.doctor)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status and never lets a traceback out without ``--debug``."""
    # The products outside ONNX Runtime are small: more than one thread for them costs more than it brings (35 ms
    # instead of 0.2 where the other core is busy). Read when numpy is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    words = [word for word in given if word != "--debug"]
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = app(words, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        complain(f"{error}\nTry: mihwar --help")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        complain("stopped; what was finished is kept")
        return 130
    except SystemExit as stop:
        return int(stop.code or 0)
    except (UnknownNameError, UsageError) as error:
        if debug:
            raise
        complain(str(error))
        return 2
    except MihwarError as error:
        if debug:
            raise
        complain(str(error))
        return 1
    except Exception as error:
        if debug:
            raise
        complain(f"a fault of Mihwar: {type(error).__name__}: {error}. Run again with --debug and report it")
        return 1
    return status if isinstance(status, int) else 0
