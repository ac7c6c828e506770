"""`chancery convert`: sources to TEI."""

from __future__ import annotations

import difflib
import gc
from collections import Counter
from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, EDITION, FORMAT, PERSONS, QUIET, TERMS
from chancery.cli.report import Report, count_of
from chancery.conversion import Fate, Outcome
from chancery.edition import NAME, Edition
from chancery.encoding import encode_sources, find_orphans, unencoded
from chancery.files import read_bytes
from chancery.planning import Order


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=ANY_PATH)
@PERSONS
@TERMS
@click.option("--out", type=ANY_PATH, metavar="DIR", help="Where the TEI files go.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes; as many as are useful, if not given."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--diff", is_flag=True, help="Show how the TEI files would change, and write nothing.")
@click.option("--force", is_flag=True, help="Write over files that were edited by hand.")
@FORMAT
@QUIET
def convert(
    sources: tuple[Path, ...],
    persons: Path | None,
    terms: Path | None,
    out: Path | None,
    jobs: int | None,
    dry_run: bool,
    diff: bool,
    force: bool,
    form: str,
    quiet: bool,
) -> int:
    """Encode sources as TEI.

    Without SOURCE, all sources of the edition. A file that was edited by hand since it was written is left as it is.
    With --out no edition is needed: each SOURCE becomes DIR/NAME.xml, and a register given is put beside it.

    \b
    Examples:
      chancery convert
      chancery convert --dry-run --diff
      chancery convert sources/frus1964-68v14_d250.txt --persons tei/persons.xml --out encoded
    """
    if diff and form == "json":
        raise click.UsageError("--diff shows text: it does not go with --format json")
    gc.freeze()  # what was imported stays: no need to look through it for garbage again and again
    with Report(form, quiet) as report:
        edition = _find_edition(sources, out, report)
        paths = sources or (edition.sources if edition else ())
        order = Order(paths, edition, persons, terms, out, jobs or 0, force, dry_run or diff)
        _encode(order, report, diff)
        if edition and not sources and not out:
            report.add(find_orphans(edition))
    return report.status


def encode_new(edition: Edition, report: Report) -> None:
    """Encode what the edition has never encoded, and report it."""
    sources = unencoded(edition)
    if sources:
        _encode(Order(sources, edition), report)


def _find_edition(sources: tuple[Path, ...], out: Path | None, report: Report) -> Edition | None:
    if out and not (EDITION / NAME).exists():
        if not sources:
            raise click.UsageError(f"name the sources, or go to a folder with an {NAME}")
        return None
    here = EDITION.resolve()
    if out and sources and not any(path.resolve().is_relative_to(here) for path in sources):
        return None  # what lies elsewhere is none of the edition's: neither its facts nor its registers are about it
    return report.open_edition(EDITION)


def _encode(order: Order, report: Report, diff: bool = False) -> None:
    fates: Counter[Fate] = Counter()
    seen: set[Path] = set()
    sources = set(order.sources)
    with report.progress("documents") as move:
        for outcome in encode_sources(order):
            seen.add(outcome.job.source)  # it may hold several documents
            move(len(seen), len(sources))
            report.add(outcome.diagnostics)
            fates[outcome.fate] += outcome.job.source in sources  # not the register, which is put beside them
            if diff and outcome.fate in (Fate.WRITTEN, Fate.EDITED):
                report.say(_diff(outcome))
            elif outcome.fate is Fate.WRITTEN:
                report.say(f"{outcome.job.shown} -> {outcome.job.target.as_posix()}")
    done = "would be written" if order.dry else "written"
    words = {Fate.WRITTEN: done, Fate.UNCHANGED: "unchanged", Fate.EDITED: "left as edited", Fate.FAILED: "failed"}
    counts = ", ".join(f"{fates[fate]} {word}" for fate, word in words.items() if fates[fate])
    report.summary(f"{count_of(sum(fates.values()), 'document')}: {counts}" if fates else "no sources")


def _diff(outcome: Outcome) -> str:
    target = outcome.job.target
    before = read_bytes(target).decode("utf-8", "replace").splitlines() if target.exists() else []
    after = outcome.data.decode("utf-8").splitlines()
    name = target.as_posix()
    return "\n".join(difflib.unified_diff(before, after, name, f"{name} (as converted now)", lineterm=""))
