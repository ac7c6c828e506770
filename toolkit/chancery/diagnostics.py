"""Trouble in its two forms: a `Diagnostic` when work goes on, a `ChanceryError` when it cannot."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum

from chancery.resources import SCHEMA


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


def _read_rules() -> dict[str, tuple[Severity, str]]:
    """The rules of the schema, which says itself what they are called and how much they weigh."""
    try:
        rows = json.loads((SCHEMA / "rules.json").read_bytes())
        return {row["code"]: (Severity(row["severity"]), row["title"]) for row in rows if row["by"] == "schematron"}
    except (OSError, ValueError, KeyError):  # `chancery schema build` must run, to make it again
        return {}


# Every code, its severity and what it stands for. The first letter names the stage:
# A audit and evaluation, C configuration, E the command itself, I import, S source and reader, N notes, G pages,
# B blocks, D dates, P persons and registers, X cross references, W writer, V validation, H output builders,
# O the schema's source, F files. The rules of the schema stand in `schema/chancery.odd` alone, and come in from there.
CODES: dict[str, tuple[Severity, str]] = {
    "A001": (Severity.ERROR, "text of the source is missing"),
    "A002": (Severity.ERROR, "text that the source does not have"),
    "A003": (Severity.ERROR, "text that is not that of the source"),
    "A004": (Severity.ERROR, "a note or page break stands elsewhere than in the source"),
    "A005": (Severity.WARNING, "a note or page break whose marker the source does not have"),
    "A006": (Severity.ERROR, "a document without a source to be held against"),
    "A007": (Severity.WARNING, "text of a page outside its document and its frame"),
    "A010": (Severity.WARNING, "a hand-encoded document without one to hold against it"),
    "A011": (Severity.ERROR, "a file that holds no document to compare"),
    "C001": (Severity.ERROR, "edition.toml is not TOML"),
    "C002": (Severity.ERROR, "an unknown key or column"),
    "C003": (Severity.ERROR, "a value of the wrong kind"),
    "C004": (Severity.ERROR, "a date that is none, or two that disagree"),
    "C005": (Severity.ERROR, "a path that leads out of the edition or into its build folder"),
    "C006": (Severity.ERROR, "the CSV file of the documents is broken"),
    "C007": (Severity.WARNING, "facts about a document that has no source"),
    "C008": (Severity.WARNING, "a document of a volume that is not described"),
    "C009": (Severity.ERROR, "a file or folder that the edition names is not there"),
    "C010": (Severity.WARNING, "a colour that is hard to read on the page"),
    "E001": (Severity.ERROR, "the command cannot go on"),
    "E002": (Severity.ERROR, "wrong usage"),
    "I001": (Severity.ERROR, "text that an import lost or changed"),
    "I002": (Severity.INFO, "a tag of the volume without a place in this encoding"),
    "I003": (Severity.INFO, "an attribute of the volume without a place in this encoding"),
    "I004": (Severity.ERROR, "a file that is no TEI volume"),
    "I005": (Severity.WARNING, "elements in the wrong namespace"),
    "I006": (Severity.WARNING, "an id that the volume gives twice"),
    "I007": (Severity.WARNING, "text that stands in another order than in the volume"),
    "I008": (Severity.INFO, "an entry taken for one that the register has"),
    "I009": (Severity.WARNING, "a document that the edition has from a source"),
    "I010": (Severity.INFO, "an edition of several volumes that has the title of one"),
    "S001": (Severity.ERROR, "the file is empty"),
    "S002": (Severity.ERROR, "the file is not text"),
    "S003": (Severity.WARNING, "the file is not UTF-8"),
    "S004": (Severity.WARNING, "no heading found"),
    "S005": (Severity.ERROR, "the file cannot be read"),
    "S006": (Severity.WARNING, "the number in the heading is not that of the edition or the file name"),
    "S007": (Severity.WARNING, "a character that XML cannot hold"),
    "S008": (Severity.INFO, "text of a page outside the document was left out"),
    "S009": (Severity.INFO, "a source of several documents"),
    "S010": (Severity.INFO, "the title of a chapter, kept in the header"),
    "N002": (Severity.WARNING, "a marker has no note"),
    "N003": (Severity.INFO, "a marker stands after a digit"),
    "B001": (Severity.INFO, "a sentence in a list of participants was made a paragraph"),
    "D001": (Severity.WARNING, "the document has no date"),
    "P001": (Severity.WARNING, "a name could mean several persons"),
    "P002": (Severity.INFO, "a name resembles that of a listed person"),
    "P003": (Severity.WARNING, "two entries of a register are one person"),
    "P004": (Severity.INFO, "no document links to an entry of a register"),
    "P005": (Severity.ERROR, "a link to a person whom the register lacks"),
    "P006": (Severity.WARNING, "a name form means two persons at one time"),
    "P008": (Severity.WARNING, "a name that could be several persons of a proposed register"),
    "P009": (Severity.INFO, "a name that listed persons of another time bear"),
    "W001": (Severity.ERROR, "the text and the ledger do not give the source back"),
    "W002": (Severity.ERROR, "the result is not valid"),
    "W003": (Severity.WARNING, "crossing spans, one of them left out"),
    "W004": (Severity.ERROR, "two sources give one document"),
    "W005": (Severity.ERROR, "the converter failed, which is its fault"),
    "V101": (Severity.ERROR, "the file is not well-formed XML"),
    "V102": (Severity.ERROR, "a document type declaration"),
    "V103": (Severity.ERROR, "elements nested too deep"),
    "V104": (Severity.ERROR, "an element that cannot stand there"),
    "V105": (Severity.ERROR, "an attribute that is missing or cannot stand there"),
    "V106": (Severity.ERROR, "a value that is not possible"),
    "V107": (Severity.ERROR, "text where none may be"),
    "V108": (Severity.ERROR, "an element that is not complete"),
    "V109": (Severity.ERROR, "the file is not in the namespace of TEI"),
    "V130": (Severity.WARNING, "a comment that switches nothing off"),
    "V131": (Severity.WARNING, "a comment to chancery that cannot be followed"),
    "V132": (Severity.INFO, "findings of the baseline that are gone"),
    "V140": (Severity.ERROR, "a schema that is not written as its language wants"),
    "V141": (Severity.ERROR, "a schema names what it does not define"),
    "V142": (Severity.ERROR, "a part of a schema that holds itself"),
    "V143": (Severity.ERROR, "a file of a schema that cannot be read, or may not be"),
    "V144": (Severity.ERROR, "a file that rules ask for and may not read"),
    "V145": (Severity.ERROR, "an expression of a rule that is none"),
    "V146": (Severity.ERROR, "a rule that fails while it runs"),
    "V150": (Severity.ERROR, "a rule of the schema that was given"),
    "X104": (Severity.ERROR, "a reference to nothing in another document of the edition"),
    "X105": (Severity.ERROR, "a reference to no entry of the register of terms"),
    "X106": (Severity.WARNING, "a register that is not there"),
    "X107": (Severity.ERROR, "a document that the edition has twice"),
    "X108": (Severity.WARNING, "a volume's entry for a document that is not there"),
    "X109": (Severity.WARNING, "an id that another document of the volume has too"),
    "X110": (Severity.WARNING, "a document that its volume does not list"),
    "X111": (Severity.WARNING, "entries of a volume out of order"),
    "X112": (Severity.WARNING, "a picture that is not there"),
    "H001": (Severity.WARNING, "an output has no form for an element and shows its text alone"),
    "H002": (Severity.ERROR, "a document is left out of an output"),
    "H010": (Severity.WARNING, "the book has no form for an element, its text was kept"),
    "H011": (Severity.WARNING, "elements are nested too deep to be typeset"),
    "H012": (Severity.WARNING, "no font has a character"),
    "H013": (Severity.WARNING, "the typesetter has something to say"),
    "H020": (Severity.INFO, "the site is built without a search"),
    "H021": (Severity.WARNING, "the search has no index"),
    "O001": (Severity.ERROR, "an ODD without a schema"),
    "O002": (Severity.ERROR, "a name that an ODD does not declare"),
    "O003": (Severity.ERROR, "something that an ODD declares twice"),
    "O004": (Severity.ERROR, "something that is part of itself"),
    "O005": (Severity.ERROR, "a data type that does not exist, or not so"),
    "O006": (Severity.ERROR, "a declaration that cannot be followed"),
    "O007": (Severity.ERROR, "content that a grammar cannot hold"),
    "O008": (Severity.ERROR, "a grammar or rules that cannot be used"),
    "F001": (Severity.WARNING, "a file was edited by hand and is left as it is"),
    "F002": (Severity.ERROR, "a file cannot be written"),
    "F003": (Severity.INFO, "an encoded document whose source is gone"),
    "F004": (Severity.WARNING, "a name that a page cannot have"),
}
CODES |= _read_rules()
# Findings that an input could not be read; only these give exit status 3.
UNREADABLE = frozenset({"C001", "S001", "S002", "S005", "V101", "V102", "V103"})
# Findings that nobody can switch off or make less: those of the grammar, on which all outputs rely (a project changes
# its schema instead), those that say that the text is not that of the source, those after which nothing else is known.
_FIXED = ("C", "E", "O", "W", *(f"V10{n}" for n in range(1, 10)), "V14", "A001", "A002", "A003", "A004")
FIXED = frozenset({code for code in CODES if code.startswith(_FIXED)} | UNREADABLE)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where, what, and what to do about it."""

    code: str
    file: str
    line: int | None  # counted from 1
    message: str
    hint: str = ""
    column: int | None = None  # counted from 1
    weight: Severity | None = None  # where the edition weighs the code otherwise, or the table does not know it

    @property
    def severity(self) -> Severity:
        """The severity that the edition gives the code, or else the table."""
        return self.weight or CODES[self.code][0]

    def as_dict(self) -> dict[str, str | int | None]:
        """The finding as `--format json` prints it."""
        facts = asdict(self)
        del facts["weight"]
        return {**facts, "severity": self.severity.value}

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
    if any(d.code in UNREADABLE for d in diagnostics):
        return Exit.UNREADABLE
    if any(d.severity is Severity.ERROR for d in diagnostics):
        return Exit.FINDINGS
    return Exit.CLEAN
