"""The command `chancery`: the only place that prints.

Only little is imported here: an interrupt while the rest loads must be told in words too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

INTERRUPTED = 130  # as shells have it


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its status; whatever goes wrong is said in words."""
    _open_streams()
    try:
        from chancery.cli.commands import run

        status = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        status = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads it any more, or the disk is full: the interpreter must not try again
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            status = status or 1
    sys.exit(status)


def _open_streams() -> None:
    """Make standard output and error take any character, whatever the locale; what was closed goes nowhere.

    A closed one must be opened: the first file written would take its number, and get the words meant for it.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
