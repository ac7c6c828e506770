"""`chancery import`: an official volume as part of an edition."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, EDITION, FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.conversion import Fate
from chancery.importing import import_volume


@click.command("import")
@click.argument("volume", metavar="VOLUME", type=ANY_PATH)
@click.option("--force", is_flag=True, help="Write over files that were edited by hand, too.")
@FORMAT
@QUIET
def import_official(volume: Path, force: bool, form: str, quiet: bool) -> int:
    """Import an official TEI volume of the series.

    Every document becomes a file in this project's encoding; the volume's own file has its front and back matter and
    its chapters, with lists of their documents; its persons and terms go into the registers. Where there is no
    edition.toml in this folder, a new edition is begun. Not a character of the text is lost; what has no place in this
    encoding is reported.

    \b
    Example:
      chancery import frus1964-68v14.xml && chancery build html
    """
    with Report(form, quiet) as report:
        with report.progress("documents") as move:
            done = import_volume(volume, EDITION, force, move)
        report.add(done.findings)
        for outcome in done.outcomes:
            report.add(outcome.diagnostics)
        kept = sum(outcome.fate in (Fate.WRITTEN, Fate.UNCHANGED) for outcome in done.outcomes)
        files = f"{count_of(kept, 'file')} of {len(done.outcomes)} in place"
        report.summary(f"{done.volume}: {count_of(done.documents, 'document')}, {files}")
    return report.status
