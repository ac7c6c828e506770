"""What the sources say of an edition's encoded documents: the last step of `chancery validate`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from chancery.auditing import audit_edition
from chancery.diagnostics import Diagnostic, Severity
from chancery.edition import Edition
from chancery.model.account import Account

# Faults that make a text look unlike its source: the source is asked once they are mended.
STRUCTURE = frozenset({"V104", "V107", "V108"})


def ask_sources(
    edition: Edition, names: Collection[str], found: Mapping[str, Sequence[Diagnostic]]
) -> Iterator[Diagnostic]:
    """Where documents differ from their sources; what was `found` in them, by their names, is not told again.

    A document whose source the edition does not have may be right: nothing is said of it.
    """
    sound = {name for name in names if not any(f.code in STRUCTURE for f in found.get(name, ()))}
    told = {(f.file, f.line) for name in sound for f in found.get(name, ()) if f.severity is Severity.ERROR}
    for one in audit_edition(edition, sound):
        for finding in one.findings if isinstance(one, Account) else (one,):
            if finding.file in sound and finding.code != "A006" and (finding.file, finding.line) not in told:
                yield finding
