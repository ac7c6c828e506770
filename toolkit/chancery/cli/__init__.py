"""The command `chancery`: the only place that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from chancery import __version__
from chancery.cli.build import build
from chancery.cli.convert import convert
from chancery.cli.new import new
from chancery.cli.report import Report, set_streams
from chancery.cli.show import show
from chancery.cli.validate import validate
from chancery.diagnostics import ChanceryError, Exit

COMMANDS = (new, convert, validate, build, show)  # in the order of work


class _InOrder(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chancery")
def chancery() -> None:
    """Documentary editions: from source text to TEI, to web pages and a book.

    Every command works on the edition in the current folder, the one with an edition.toml.

    \b
    Exit status: 0 clean, or warnings only; 1 errors were found; 2 wrong usage;
    3 an input could not be read; 4 a tool is missing.

    \b
    Example:
      chancery new my-edition && cd my-edition && chancery build
    """


for command in COMMANDS:
    chancery.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its status; whatever goes wrong is said in words."""
    set_streams()
    status = _run(arguments)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads it any more, or the disk is full: the interpreter must not try again
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            status = status or Exit.FINDINGS
    sys.exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        return int(chancery.main(args=arguments, prog_name="chancery", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130  # as shells have it
    except BrokenPipeError:  # the reader of our output has gone, as in `chancery … | head`
        return Exit.FINDINGS
    except (ChanceryError, OSError) as error:
        with Report() as report:
            raise error
        return report.status
    except MemoryError:
        click.echo("chancery: error: there is not enough memory for this", err=True)
        return Exit.FINDINGS
    except Exception as error:
        click.echo(f"chancery: internal error: {type(error).__name__}: {error}", err=True)
        click.echo("  hint: this is a mistake of ours; please report it with the command and the file", err=True)
        return Exit.FINDINGS
