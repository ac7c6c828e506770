"""A register made ready for linking: each person's names and titles, and the automaton over all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from chancery.linking.automaton import Node, add_form, find_longest
from chancery.linking.headings import Name, read_heading
from chancery.linking.offices import Office, read_offices, years_of
from chancery.linking.vocabulary import SUFFIXES
from chancery.linking.words import Word, folded
from chancery.model.persons import FormKind, Person, Register


class Strength(IntEnum):
    """How much of a person's name a form holds."""

    PART = 1  # a part of the surname, or the last word of a name that begins with it
    SURNAME = 2
    WHOLE = 3  # surname and forename, or a form of several words


ARTICLES = ("al", "el")  # "al-Barzani" goes by Barzani as well


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A listed person with what the names and the note say."""

    person: Person
    names: tuple[Name, ...]
    said: frozenset[str]  # the folded words of heading and note
    offices: tuple[Office, ...]  # the clauses of the note with their dates
    years: tuple[int, ...]  # that the entry says, in order; else the register's period


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form found by the automaton may stand for."""

    known: Known
    strength: Strength
    name: Name
    title: str = ""  # without which the form means nobody: "Sir Roger"
    office: Office | None = None  # of an office form: the dates between which it holds


@dataclass(frozen=True, slots=True)
class People:
    """All persons of a register and the automaton over their forms."""

    root: Node[Entry]
    known: tuple[Known, ...]
    forenames: frozenset[str]  # of anybody listed
    file: str


def read_people(register: Register | None) -> People:
    """The register made ready; without one, an automaton that finds nobody."""
    root, forenames = Node[Entry](), set[str]()
    everybody: list[Known] = []
    period = period_of(register) if register else ()
    for person in register.persons if register else ():
        known = Known(
            person,
            read_heading(person.heading),
            frozenset(folded(person.heading + " " + person.note)),
            read_offices(person.note),
            years_of(person) or period,
        )
        everybody.append(known)
        forenames.update(w for name in known.names for w in name.forenames if len(w) > 2 and not name.family_first)
        for key, entry in forms_of(known):
            add_form(root, key, entry)
    return People(root, tuple(everybody), frozenset(forenames), register.file if register else "")


def period_of(register: Register) -> tuple[int, ...]:
    """The first and the last year of which most entries of a register speak; none where few say a year."""
    years = sorted(year for person in register.persons for year in years_of(person))
    tenth = len(years) // 10
    return (years[tenth], years[-1 - tenth]) if tenth else ()


def forms_of(known: Known) -> list[tuple[tuple[str, ...], Entry]]:
    """Every form a person may be found by, in folded words."""
    found: dict[tuple[tuple[str, ...], Office | None], Entry] = {}

    def put(key: tuple[str, ...], entry: Entry) -> None:
        old = found.get((key, entry.office))
        if key and (old is None or old.strength < entry.strength):
            found[key, entry.office] = entry

    for name in known.names:
        put(name.surname, Entry(known, Strength.SURNAME, name))
        for part in name.called:
            strength = Strength.SURNAME if name.surname[0] in ARTICLES else Strength.PART
            put(part, Entry(known, strength, name))
        if "sir" in known.said and name.forenames and len(name.forenames[0]) > 1:
            put(name.forenames[:1], Entry(known, Strength.PART, Name(name.forenames[:1]), title="sir"))
        if name.family_first:
            put(name.surname + name.forenames, Entry(known, Strength.WHOLE, name))
    for form in known.person.forms:
        key = tuple(w for w in folded(form.text) if w not in SUFFIXES)
        strength = Strength.WHOLE if len(key) > 1 else Strength.SURNAME
        name = next((n for n in known.names if n.surname == key[-1:]), Name(key))
        if form.kind is FormKind.OFFICE:
            put(key, Entry(known, Strength.WHOLE, name, office=Office(key, form.start, form.end)))
        elif key not in [n.surname for n in known.names]:
            put(key, Entry(known, strength, name))
    return [(key, entry) for (key, _), entry in found.items()]


def find_form(people: People, text: str, words: list[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
    """The longest form that begins with word `at`: the index after its last word, and its entries."""

    def word_at(i: int) -> str | None:
        joined = i == at or (i < len(words) and one_name(text[words[i - 1].end : words[i].start]))
        return words[i].key if joined else None

    return find_longest(people.root, at, word_at)


def one_name(gap: str) -> bool:
    """Whether what stands between two words leaves them one name: a space, a hyphen, an initial's full stop."""
    return gap.strip(" \n\r\t\u00a0") in ("", ".", "-", "–") and 0 < len(gap) <= 3
