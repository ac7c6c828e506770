"""`chancery validate`: check what is encoded."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from chancery.checking import Memo, check_edition, check_files, rulebook_of
from chancery.cli.forms import FORMS
from chancery.cli.options import ANY_PATH, EDITION, QUIET
from chancery.cli.report import Report, count_of
from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition import NAME, Edition, load_edition
from chancery.edition.rules import weigh
from chancery.files import read_bytes, shown
from chancery.findings.baseline import read_baseline, subtract_baseline, write_baseline
from chancery.foreign import check_foreign
from chancery.watching import PAUSE, files_of, watch


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=ANY_PATH)
@click.option("--baseline", type=ANY_PATH, metavar="FILE", help="Say nothing of what this file knows already.")
@click.option(
    "--write-baseline", "write", type=ANY_PATH, metavar="FILE", help="Make what is found now known to a file."
)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=ANY_PATH,
    metavar="FILE",
    help="Hold the files against this schema alone: RELAX NG (.rng, .rnc) or Schematron (.sch). Can be given again.",
)
@click.option("--phase", default="", metavar="NAME", help="The phase of a Schematron schema that --schema names.")
@click.option("--watch", "watching", is_flag=True, help="Go on, and check again what changes; Ctrl-C ends it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Findings as text on standard error, or for programs on standard output: a JSON array, SARIF 2.1.0, "
    "annotations for GitHub, JUnit's XML.",
)
@QUIET
def validate(
    files: tuple[Path, ...],
    baseline: Path | None,
    write: Path | None,
    schemas: tuple[Path, ...],
    phase: str,
    watching: bool,
    form: str,
    quiet: bool,
) -> int:
    """Check TEI files: XML, grammar, rules, whatever points to something, and the text against its source.

    Without FILE, everything in the edition's folder of encoded documents, its register too. A FILE of the edition is
    held against the rest of the edition.

    Rules can be switched off or weighed otherwise in edition.toml ([rules] N102 = "off"), or in a file, by a comment
    <!-- chancery: ignore N102 why -->. `chancery rules` lists them.

    \b
    Examples:
      chancery validate --format sarif
      chancery validate --write-baseline known.json
      chancery validate --baseline known.json
      chancery convert && chancery validate --schema schema/chancery.sch
    """
    given = Given(schemas, phase)
    if watching and (form != "text" or write):
        raise click.UsageError("--watch shows text: it goes neither with --format nor with --write-baseline")
    if watching:
        return _watch(files, baseline, given, quiet)
    with Report(form, quiet) as report:
        found = _check(files, baseline, given, report, Memo())
        if write:
            number = write_baseline(write, found.findings, report.texts)
            report.say(f"{count_of(number, 'finding')} -> {write.as_posix()}")
        else:
            report.add(found.findings)
        report.summary(found.words)
    return report.status


@dataclass(frozen=True, slots=True)
class Given:
    """The schemas that the user gives, instead of ours."""

    schemas: tuple[Path, ...]
    phase: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What a round found and what the baseline does not know, and how much of it there was to look at."""

    findings: tuple[Diagnostic, ...]
    words: str


def _check(files: tuple[Path, ...], baseline: Path | None, given: Given, report: Report, memo: Memo) -> _Found:
    edition = _load(files, report)
    report.rules = rulebook_of(edition)
    if given.schemas:
        checked = check_foreign(files, given.schemas, edition, given.phase)
    else:
        checked = check_files(files, edition, memo) if files or edition is None else check_edition(edition, memo)
    report.names, report.texts = checked.names, {**report.texts, **checked.texts}
    words = f"{count_of(len(checked.names), 'file')} checked"
    if not baseline:
        return _Found(checked.findings, words)
    known = read_baseline(baseline, shown(baseline))
    missing = {one.file for one in known if not Path(one.file).exists()}
    new, gone = subtract_baseline(checked.findings, checked.texts, known, {*checked.names, *missing})
    words = f"{words}, {count_of(len(checked.findings) - len(new), 'finding')} known"
    return _Found((*new, *weigh(gone, edition.rules if edition else {})), words)


def _load(files: tuple[Path, ...], report: Report) -> Edition | None:
    toml = EDITION / NAME
    if files and not toml.exists():
        return None
    if toml.is_file():
        report.texts = {NAME: read_bytes(toml)}
    return report.open_edition(EDITION)


def _watch(files: tuple[Path, ...], baseline: Path | None, given: Given, quiet: bool) -> int:
    """Rounds without end, each telling what is in the files that changed and what is new in others."""
    memo = Memo()
    known: list[Path] = []
    before: frozenset[Diagnostic] = frozenset()
    with suppress(KeyboardInterrupt):
        for changed in watch(lambda: _list((*files, *given.schemas), known), lambda: time.sleep(PAUSE)):
            with Report(quiet=quiet) as report:
                names = {shown(path) for path in changed}
                report.print(f"{datetime.now():%H:%M:%S} {_name(names)}")
                found = _check(files, baseline, given, report, memo)
                report.add(one for one in found.findings if one.file in names or one not in before)
                before = frozenset(found.findings)
                report.summary(found.words, found.findings)
    return Exit.CLEAN


def _name(changed: set[str]) -> str:
    if not changed:
        return "watching; Ctrl-C ends it"
    return f"{', '.join(sorted(changed)[:3])}{f' and {len(changed) - 3} more' if len(changed) > 3 else ''} changed"


def _list(files: tuple[Path, ...], known: list[Path]) -> list[Path]:
    """What to look at: the files named, and all of the edition as it was known before, if it cannot be read now."""
    with suppress(ChanceryError):
        edition, _ = load_edition(EDITION)
        known[:] = files_of(edition)
    return [*files, EDITION / NAME, *known]
