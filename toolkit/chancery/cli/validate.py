"""`chancery validate`: check what is encoded."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.checking import check_edition, check_files
from chancery.cli.options import ANY_PATH, EDITION, FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.edition import NAME, load_edition


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=ANY_PATH)
@FORMAT
@QUIET
def validate(files: tuple[Path, ...], form: str, quiet: bool) -> int:
    """Check TEI files: grammar, rules, and whatever points to something.

    Without FILE, everything in the edition's folder of encoded documents, its register too: references from one
    document to another, links to persons, entries that nobody uses.

    \b
    Example:
      chancery validate
    """
    with Report(form, quiet) as report:
        edition = None
        if not files or (EDITION / NAME).exists():
            edition, findings = load_edition(EDITION)
            report.add(findings)
        checked = check_files(files, edition) if files or edition is None else check_edition(edition)
        report.add(checked.findings)
        report.summary(f"{count_of(checked.files, 'file')} checked")
    return report.status
