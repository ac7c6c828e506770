"""What became of the characters of a source, as an audit finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.diagnostics import Diagnostic
from chancery.model.ledger import Reason


@dataclass(frozen=True, slots=True)
class Account:
    """A source, the TEI documents made from it, and where each of its characters is."""

    files: tuple[str, ...]  # the TEI documents
    source: str
    characters: int
    text: int  # of these, found in the TEI
    ledger: tuple[tuple[Reason, int], ...]  # of these, left out, by reason
    findings: tuple[Diagnostic, ...]

    @property
    def unexplained(self) -> int:
        """The characters from the first difference on, which nothing vouches for."""
        return self.characters - self.text - sum(count for _, count in self.ledger)


def add_up(accounts: Sequence[Account]) -> Account:
    """The account of all together."""
    counts = Counter[Reason]()
    for account in accounts:
        counts.update(dict(account.ledger))
    files = tuple(file for account in accounts for file in account.files)
    characters, text = sum(a.characters for a in accounts), sum(a.text for a in accounts)
    ledger = tuple((reason, counts[reason]) for reason in Reason if counts[reason])
    return Account(files, "", characters, text, ledger, tuple(f for a in accounts for f in a.findings))
