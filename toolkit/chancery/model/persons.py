"""The register of persons as the linker and the builders need it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FormKind(StrEnum):
    """What a name form is; `persName/@type` in the register."""

    HEADING = "heading"  # "Kohler, Foy D.": other forms are derived from it
    FORM = "form"  # as it stands in texts: taken as it is
    OFFICE = "office"  # "Attorney General", only while its dates hold


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of a person, and when it holds."""

    text: str
    kind: FormKind = FormKind.FORM
    start: str = ""  # ISO date, possibly a year or a month: holds from its first day
    end: str = ""  # likewise: holds to its last day


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of the register."""

    id: str
    heading: str
    forms: tuple[NameForm, ...] = ()  # the heading apart
    note: str = ""  # role and dates, in words
    identifiers: tuple[tuple[str, str], ...] = ()  # (type, value), in the register's order
    line: int | None = None  # counted from 1


@dataclass(frozen=True, slots=True)
class Register:
    """The persons of an edition or a volume, in the order of its file."""

    persons: tuple[Person, ...]
    file: str = "persons.xml"  # as links name it
