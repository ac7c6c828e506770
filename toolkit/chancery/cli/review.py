"""`chancery report`: what an editor should look at."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import EDITION, FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.files import shown
from chancery.reviewing import describe, review_edition, review_folder, write_review

FIRST = 10  # doubts that are printed


@click.command(name="report")
@click.option("--from", "folder", type=click.Path(path_type=Path), metavar="DIR", help="A folder of TEI files.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The page; the JSON goes beside it.")
@FORMAT
@QUIET
def report_doubts(folder: Path | None, out: Path | None, form: str, quiet: bool) -> int:
    """Report what is doubtful in the encoding, in the order in which an editor should look at it.

    Notes without a place and in doubtful places, names that could mean several persons, documents without a date, and
    all findings: each with its document and line, the words around, why it is doubtful and what else could be. The
    doubts are read from the TEI files, edited by hand or not; take away cert and resp from what you have looked at, and
    it is gone from the list.

    The report is a page and a JSON file: report.html and report.json in the edition's build folder, or with --from in
    the current one.

    \b
    Example:
      chancery convert && chancery report
    """
    with Report(form, quiet) as report:
        if folder:
            review, unread = review_folder(folder)
            target = out or Path("report.html")
        else:
            edition = report.open_edition(EDITION)
            review, unread = review_edition(edition)
            target = out or edition.build / "report.html"
        report.add(unread)
        page, data = write_review(review, target)
        report.answer = describe(review)
        for doubt in review.doubts[:FIRST]:
            place = doubt.file if doubt.line is None else f"{doubt.file}:{doubt.line}"
            report.say(f"{place}: {doubt.why}")
        if len(review.doubts) > FIRST:
            report.say(f"and {len(review.doubts) - FIRST} more")
        documents, doubts = count_of(review.counts.documents, "document"), count_of(len(review.doubts), "doubt")
        report.say(f"{documents}, {doubts}: {shown(page)}, {shown(data)}")
    return report.status
