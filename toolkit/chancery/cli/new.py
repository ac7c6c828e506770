"""`chancery new`: begin an edition."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, QUIET
from chancery.cli.report import Report
from chancery.scaffold import new_edition


@click.command()
@click.argument("folder", metavar="DIR", type=ANY_PATH)
@QUIET
def new(folder: Path, quiet: bool) -> int:
    """Begin an edition in the new folder DIR.

    It holds an edition.toml with comments, one example document as a source, an empty register of persons and the
    schema, for editors that check while one types.

    \b
    Example:
      chancery new my-edition
    """
    with Report(quiet=quiet) as report:
        new_edition(folder)
        report.say(f"A new edition is in {folder}. Next: cd {folder} && chancery build")
    return report.status
