"""The group of the commands, and what becomes of the errors that they raise."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise

import click

from chancery import __version__
from chancery.cli import INTERRUPTED
from chancery.cli.report import Report
from chancery.diagnostics import ChanceryError, Diagnostic, Exit

COMMANDS = {
    "new": "new.new",
    "import": "import_volume.import_official",
    "persons": "persons.persons",
    "convert": "convert.convert",
    "validate": "validate.validate",
    "rules": "rules.list_rules",
    "explain": "explain.explain_rules",
    "schema": "schema.schema",
    "audit": "audit.audit",
    "report": "review.report_doubts",
    "build": "build.build",
    "serve": "serve.serve",
    "show": "show.show",
    "evaluate": "evaluate.evaluate_documents",
}  # in the order of work; where each is


class _Commands(click.Group):
    """The commands, each imported when it is asked for: together they take longer to import than a page to convert."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:  # click proposes one of those that it knows
            module, _, function = COMMANDS[name].partition(".")
            self.commands[name] = getattr(import_module(f"chancery.cli.{module}"), function)
        return self.commands.get(cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


def run(arguments: list[str]) -> int:
    """The exit status of the command; what goes wrong is said in words, or as JSON where that is asked for."""
    json = "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
    try:
        return int(chancery.main(args=arguments, prog_name="chancery", standalone_mode=False) or 0)
    except click.ClickException as error:
        if json:
            found = Diagnostic("E002", "chancery", None, error.format_message(), "--help shows what there is")
            return _tell(ChanceryError(found.message, status=Exit.USAGE, diagnostics=(found,)), json)
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as in `chancery … | head`
        return Exit.FINDINGS
    except (ChanceryError, OSError) as error:
        return _tell(error, json)
    except MemoryError:
        return _tell(ChanceryError("there is not enough memory for this"), json)
    except Exception as error:
        hint = "this is a mistake of ours; please report it with the command and the file"
        return _tell(ChanceryError(f"internal error: {type(error).__name__}: {error}", hint), json)


def _tell(error: ChanceryError | OSError, json: bool) -> Exit:
    with Report("json" if json else "text") as report:
        raise error
    return report.status
