"""Trouble in its two forms: a `Diagnostic` when work goes on, a `ChanceryError` when it cannot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only errors change the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Exit(IntEnum):
    """Exit statuses of the command, a promise to scripts."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    TOOL_MISSING = 4


# Every code, its severity and what it stands for. The first letter names the stage:
# C configuration, E the command itself, S source and reader, N notes, G pages, B blocks, D dates,
# P persons and registers, X cross references, W writer, V validation, H output builders, F files.
CODES: dict[str, tuple[Severity, str]] = {
    "C001": (Severity.ERROR, "edition.toml is not TOML"),
    "C002": (Severity.ERROR, "an unknown key or column"),
    "C003": (Severity.ERROR, "a value of the wrong kind"),
    "C004": (Severity.ERROR, "a date that is none, or two that disagree"),
    "C005": (Severity.ERROR, "a path that leads out of the edition or into its build folder"),
    "C006": (Severity.ERROR, "the CSV file of the documents is broken"),
    "C007": (Severity.WARNING, "facts about a document that has no source"),
    "C008": (Severity.WARNING, "a document of a volume that is not described"),
    "C009": (Severity.ERROR, "a file or folder that the edition names is not there"),
    "E001": (Severity.ERROR, "the command cannot go on"),
    "S001": (Severity.ERROR, "the file is empty"),
    "S002": (Severity.ERROR, "the file is not text"),
    "S003": (Severity.WARNING, "the file is not UTF-8"),
    "S004": (Severity.WARNING, "no heading found"),
    "S005": (Severity.ERROR, "the file cannot be read"),
    "S006": (Severity.WARNING, "the number in the heading is not that of the edition or the file name"),
    "S007": (Severity.ERROR, "a character that XML cannot hold"),
    "N001": (Severity.WARNING, "a note has no marker in the text"),
    "N002": (Severity.WARNING, "a marker has no note"),
    "N003": (Severity.INFO, "a marker stands after a digit"),
    "G001": (Severity.WARNING, "page numbers go backwards"),
    "B001": (Severity.INFO, "a sentence in a list of participants was made a paragraph"),
    "D001": (Severity.WARNING, "the document has no date"),
    "P001": (Severity.WARNING, "a name could mean several persons"),
    "P002": (Severity.INFO, "a name resembles that of a listed person"),
    "W001": (Severity.ERROR, "the text and the ledger do not give the source back"),
    "W002": (Severity.ERROR, "the result is not valid"),
    "W003": (Severity.WARNING, "crossing spans, one of them left out"),
    "W004": (Severity.ERROR, "two sources give one document"),
    "H001": (Severity.WARNING, "an output has no form for an element and shows its text alone"),
    "H002": (Severity.ERROR, "a document is left out of an output"),
    "H010": (Severity.WARNING, "the book has no form for an element, its text was kept"),
    "H011": (Severity.WARNING, "elements are nested too deep to be typeset"),
    "H012": (Severity.WARNING, "no font has a character"),
    "H013": (Severity.WARNING, "the typesetter has something to say"),
    "F001": (Severity.WARNING, "a file was edited by hand and is left as it is"),
    "F002": (Severity.ERROR, "a file cannot be written"),
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where, what, and what to do about it."""

    code: str
    file: str
    line: int | None  # counted from 1
    message: str
    hint: str = ""
    column: int | None = None  # counted from 1

    @property
    def severity(self) -> Severity:
        """The severity that the table gives the code."""
        return CODES[self.code][0]

    def as_dict(self) -> dict[str, str | int | None]:
        """The finding as `--format json` prints it."""
        return {**asdict(self), "severity": self.severity.value}

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}: {self.severity} {self.code} {self.message}{hint}"


class ChanceryError(Exception):
    """We cannot go on. Carries the words for the user and the exit status; the findings too, where they say why."""

    def __init__(
        self, message: str, hint: str = "", status: Exit = Exit.FINDINGS, diagnostics: tuple[Diagnostic, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message, self.hint, self.status, self.diagnostics = message, hint, status, diagnostics

    def __reduce__(self) -> tuple[type[ChanceryError], tuple[str, str, Exit, tuple[Diagnostic, ...]]]:
        return type(self), (self.message, self.hint, self.status, self.diagnostics)


def exit_status(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> Exit:
    """3 when an input could not be read, else 1 when a finding is an error, else 0."""
    if any(d.code in ("C001", "S001", "S002", "S005", "S007") for d in diagnostics):
        return Exit.UNREADABLE
    if any(d.severity is Severity.ERROR for d in diagnostics):
        return Exit.FINDINGS
    return Exit.CLEAN
