"""`chancery build`: make the outputs."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.convert import encode_new
from chancery.cli.options import EDITION, FORMAT, QUIET
from chancery.cli.report import Report
from chancery.edition.keys import OUTPUTS
from chancery.publishing import Output, publish, read_publication


@click.command()
@click.argument("output", type=click.Choice([*OUTPUTS, "all"]), required=False)
@FORMAT
@QUIET
def build(output: str | None, form: str, quiet: bool) -> int:
    """Build the web pages and the book from what is encoded.

    OUTPUT is html, pdf or all; without it, what edition.toml names. Sources that were never encoded are encoded first.
    What has not changed since the last build is not made again.

    \b
    Example:
      chancery build html
    """
    with Report(form, quiet) as report:
        edition = report.open_edition(EDITION)
        encode_new(edition, report)
        publication, unread = read_publication(edition)
        report.add(unread)
        names = {None: edition.outputs, "all": OUTPUTS}.get(output) or (str(output),)
        with report.progress("pages") as move:
            total = len(publication.documents)
            for made in publish(edition, names, publication, lambda done: move(done, total)):
                tell(made, report)
    return report.status


def tell(made: Output, report: Report) -> None:
    """Say what came of an output."""
    report.add(made.findings)
    if made.error:
        report.fail(made.error, made.name)
    if made.files:
        where = made.entrance.relative_to(Path.cwd()).as_posix()
        report.say(f"{made.name}: {where}{'' if made.fresh else ' (nothing has changed)'}")
