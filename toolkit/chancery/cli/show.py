"""`chancery show`: what flows after a stage."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, EDITION, PERSONS, QUIET, TERMS
from chancery.cli.report import Report
from chancery.edition import NAME
from chancery.encoding import read_item
from chancery.planning import Order
from chancery.tracing import show_stage, stage_names


@click.command()
@click.argument("source", metavar="FILE", type=ANY_PATH)
@click.option("--after", metavar="STAGE", default="tei", help=f"One of {', '.join(stage_names())}; tei if not given.")
@PERSONS
@TERMS
@QUIET
def show(source: Path, after: str, persons: Path | None, terms: Path | None, quiet: bool) -> int:
    """Show what becomes of the source FILE after a stage of its conversion.

    Blocks are shown with the line of the source that they begin in, their kind, and their text with what was found in
    it as tags and brackets. Nothing is written.

    \b
    Example:
      chancery show sources/frus1964-68v14_d250.txt --after notes
    """
    with Report(quiet=quiet) as report:
        edition = report.open_edition(EDITION) if (EDITION / NAME).exists() else None
        item, unread = read_item(Order((source,), edition, persons, terms), source)
        report.add(unread)
        if item.source.text:
            text, found = show_stage(item, after)
            report.print(text)
            report.add(found)
    return report.status
