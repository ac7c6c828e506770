"""The clauses of a register's note with the dates between which they hold, and the date of a document to hold them to.

"Under Secretary of State to September 30, 1966; Representative to the United Nations June 26–September 25, 1968"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.linking.words import folded
from chancery.model.document import Document, Kind
from chancery.model.months import MONTHS
from chancery.model.persons import Person

DATE = re.compile(r"(?:\b(" + "|".join(MONTHS) + r")\s+(?:(\d{1,2}),?\s+)?)?\b(1[6-9]\d\d|20\d\d)\b")
UNTIL = re.compile(r"\b(to|until|till|through|before)\s*$", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
SAYING = ("when", "from", "notBefore")
EDITORIAL_NOTE = "editorial note"
SINCE = re.compile(r"\b(from|after|since|beginning|as of)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """One clause of a note."""

    words: tuple[str, ...]  # folded
    start: str = ""  # ISO dates; empty where the clause says none
    end: str = ""

    @property
    def dated(self) -> bool:
        """Whether it says when."""
        return bool(self.start or self.end)

    def holds(self, date: str) -> bool:
        """Whether it holds on an ISO date; a clause without dates, and any clause on no date, does."""
        return not date or (
            (not self.start or self.start <= date[: len(self.start)])
            and (not self.end or date[: len(self.end)] <= self.end)
        )


def read_offices(note: str) -> tuple[Office, ...]:
    """The clauses of a note; one that follows another with "thereafter" begins when that one ended."""
    offices: list[Office] = []
    for clause in note.split(";"):
        start, end = dates_of(clause)
        if not start and offices and "thereafter" in clause:
            start = offices[-1].end
        offices.append(Office(folded(clause), start, end))
    return tuple(offices)


def dates_of(clause: str) -> tuple[str, str]:
    """The first and the last date of a clause, empty where open."""
    start = end = ""
    for m in DATE.finditer(clause):
        before = clause[: m.start()].rstrip()
        if UNTIL.search(before) or before.endswith(("–", "-", "—")):
            end = iso(m)
        elif SINCE.search(before) or clause[m.end() :].lstrip().startswith(("–", "-", "—")):
            start = start or iso(m)
    return start, end


def iso(found: re.Match[str]) -> str:
    """The ISO date of a match, as long as what it says."""
    month, day, year = found.groups()
    if not month:
        return year
    number = f"{MONTHS.index(month) + 1:02d}"
    return f"{year}-{number}-{int(day):02d}" if day else f"{year}-{number}"


def years_of(person: Person) -> tuple[int, ...]:
    """The years that an entry of the register says, from the first on; none where it says no year."""
    dates = (date for form in person.forms for date in (form.start, form.end))
    return tuple(sorted(int(year) for text in (person.note, *dates) for year in YEAR.findall(text)))


def date_of(document: Document) -> str:
    """An ISO date, possibly a year or a month, or nothing: the edition's, the dateline's, the heading's.

    An editorial note has none of these, and speaks of what happened on the first date that it names.
    """
    facts = document.metadata
    said = facts.date or facts.date_from or facts.not_before or facts.date_to or facts.not_after
    if said:
        return said[:10]
    formal = [b for kind in (Kind.DATELINE, Kind.HEAD) for b in document.blocks if b.kind is kind]
    for block in formal:
        for span in block.spans:
            if span.name == "date":
                attributes = dict(span.attributes)
                value = next((attributes[key] for key in SAYING if key in attributes), "")
                if value:
                    return value[:10]
    if facts.kind == EDITORIAL_NOTE:
        formal += [b for b in document.blocks if b.kind is Kind.P]
    found = (m for block in formal for m in DATE.finditer(block.text.chars) if m[1] or block.kind is not Kind.P)
    return next((iso(m) for m in found), "")
