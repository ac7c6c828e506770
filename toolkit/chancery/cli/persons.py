"""`chancery persons`: work on the register of persons."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, EDITION, FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.diagnostics import ChanceryError, Exit
from chancery.edition import NAME, Edition, load_edition
from chancery.files import shown, write_whole
from chancery.model.proposal import Paper
from chancery.suggesting import find_papers, read_papers, suggest, tell_doubts


@click.group()
def persons() -> None:
    """Work on the register of persons.

    \b
    Example:
      chancery persons suggest sources
    """


@persons.command(name="suggest")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=ANY_PATH)
@click.option("--out", type=ANY_PATH, metavar="FILE", help="Where the register goes; standard output if not given.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@FORMAT
@QUIET
def suggest_persons(sources: tuple[Path, ...], out: Path | None, force: bool, form: str, quiet: bool) -> int:
    """Propose a register of persons from documents.

    SOURCE is a source, a TEI file or a folder of them; without any, the edition's sources. Names are joined to one
    person where that is certain: full names whose forenames agree, and a surname alone where the document or all
    documents name but one person who has it. What could be joined, but need not be one person, is reported.

    An entry has the forms of the name as they stand, what the documents say of the person, in which of them, and how
    often they name the person. Look through it before you use it; ids must not change once published.

    \b
    Example:
      chancery persons suggest sources --out proposed.xml
    """
    with Report(form, quiet) as report:
        if out and out.exists() and not force:
            raise ChanceryError(f"{shown(out)} is there already", "--force writes over it", Exit.USAGE)
        edition = _find_edition(sources, report)
        files = find_papers(sources or (edition.sources if edition else ()))
        papers: list[Paper] = []
        with report.progress("documents") as move:
            for done, (found, diagnostics) in enumerate(read_papers(files, edition), 1):
                move(done, len(files))
                report.add(diagnostics)
                papers += found
        title = (
            f"{edition.facts.title}: Register of Persons" if edition and edition.facts.title else "Register of Persons"
        )
        proposal, data = suggest(papers, title)
        report.add(tell_doubts(proposal, shown(out) if out else "persons.xml"))
        if out:
            write_whole(out, data)
        elif form == "text":
            report.print(data.decode("utf-8").rstrip("\n"))
        report.answer = {"register": data.decode("utf-8")} if not out else None
        where = f": {shown(out)}" if out else ""
        report.say(f"{count_of(len(papers), 'document')}, {count_of(len(proposal.persons), 'person')}{where}")
    return report.status


def _find_edition(sources: tuple[Path, ...], report: Report) -> Edition | None:
    if not (EDITION / NAME).exists():
        if not sources:
            raise click.UsageError(f"name the sources, or go to a folder with an {NAME}")
        return None
    edition, findings = load_edition(EDITION)
    report.add(findings)
    return edition
