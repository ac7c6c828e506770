"""`chancery audit`: prove that nothing of the sources was lost."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.auditing import audit_edition, audit_files
from chancery.cli.options import EDITION, FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.edition import NAME
from chancery.model.account import Account, add_up


@click.command()
@click.argument("files", nargs=-1, metavar="[TEI]... [SOURCE]", type=click.Path(path_type=Path))
@FORMAT
@QUIET
def audit(files: tuple[Path, ...], form: str, quiet: bool) -> int:
    """Prove that encoded documents have all the text of their sources, and nothing else, in its place.

    Without files, every document of the edition is held against the source that it names, or the one of its name.
    TEI files can be named, and after them the SOURCE they were made from, a file that does not end in .xml.

    Nothing is asked of the conversion: source and TEI are compared alone. Each character of a source is found in the
    TEI in its place, or has one of a few reasons not to be there (the number of a note, a bullet, a page number). Tags,
    attributes and the header may change; an editor's correction beside the printed word, and what is supplied, may
    be there.

    \b
    Example:
      chancery convert && chancery audit
    """
    with Report(form, quiet) as report:
        edition = None
        if not files or (EDITION / NAME).exists():
            edition = report.open_edition(EDITION)
        found = audit_files(files, edition) if files or edition is None else audit_edition(edition)
        accounts: list[Account] = []
        for one in found:
            if isinstance(one, Account):
                accounts.append(one)
                several = f"{one.source}, {len(one.files)} documents"
                report.say(_line(", ".join(one.files) if len(one.files) < 4 else several, one))
                report.add(one.findings)
            else:
                report.add([one])
        report.answer = {"accounts": [_as_dict(account) for account in accounts]}
        if len(accounts) > 1:
            report.say(_line("all", add_up(accounts)))
        report.summary(f"{count_of(len(add_up(accounts).files), 'document')} held against the source")
    return report.status


def _line(name: str, account: Account) -> str:
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in account.ledger)
    left_out = f", left out {reasons}" if reasons else ""
    text = f"{account.characters:,} characters, {account.text:,} in the text{left_out}"
    return f"{name}: {text}; {account.unexplained:,} unexplained"


def _as_dict(account: Account) -> dict[str, object]:
    return {
        "files": list(account.files),
        "source": account.source,
        "characters": account.characters,
        "text": account.text,
        "ledger": {reason.value: count for reason, count in account.ledger},
        "unexplained": account.unexplained,
    }
