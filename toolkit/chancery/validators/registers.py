"""Registers of persons held against themselves and against the documents that link to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.tei.tree import TEI, XML_ID
from chancery.validators.links import File, Link, read_links

NAMING = ("persName", "name", "rs")
VAGUE = ("office",)  # types of forms that several persons bear, one after the other


@dataclass(frozen=True, slots=True)
class Form:
    """A name form of an entry, white space normalised, in small letters."""

    text: str
    type: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register as the checks need it."""

    file: str
    line: int
    column: int
    id: str
    forms: tuple[Form, ...]  # the heading first
    identifiers: tuple[tuple[str, str], ...]

    def finding(self, code: str, message: str, hint: str) -> Diagnostic:
        """A finding at the entry."""
        return Diagnostic(code, self.file, self.line, message, hint, self.column)


def check_registers(files: Sequence[File]) -> list[Diagnostic]:
    """What is wrong with the registers among an edition's TEI files, and with the links to them."""
    registers = {file.name: list(read_entries(file)) for file in files if is_register(file.tree.getroot())}
    documents = [file for file in files if file.name not in registers]
    links = [(file, link) for file in documents for link in read_links(file) if link.element in NAMING and link.id]
    found: list[Diagnostic] = []
    for name, entries in registers.items():
        to_it = [pair for pair in links if PurePosixPath(pair[1].file).name == PurePosixPath(name).name]
        found += [*find_doubles(entries), *find_shared_forms(entries)]
        found += find_links_to_nobody(entries, to_it)
        if documents:
            found += find_unused(entries, {link.id for _, link in to_it})
    return found


def is_register(root: etree._Element) -> bool:
    """Whether the file is a register of persons, one that lists nobody yet included."""
    listed = next(root.iter(f"{TEI}listPerson"), None) is not None
    return listed or root.find(f"{TEI}standOff/{TEI}note") is not None


def read_entries(file: File) -> Iterator[Entry]:
    """The entries of a register."""
    for place, el in enumerate(file.tree.iter("*")):
        if el.tag == f"{TEI}person":
            yield read_entry(el, file, place)


def read_entry(el: etree._Element, file: File, place: int) -> Entry:
    """The entry of a `person` element."""
    forms = tuple(
        Form(
            words_of(n).casefold(),
            n.get("type") or "",
            n.get("from") or n.get("notBefore") or "",
            n.get("to") or n.get("notAfter") or "",
        )
        for n in el.findall(f"{TEI}persName")
    )
    identifiers = tuple((i.get("type") or "", words_of(i)) for i in el.findall(f"{TEI}idno"))
    ordered = tuple(sorted(forms, key=lambda form: form.type != "heading"))
    line, column = file.places.starts[place]
    return Entry(file.name, line, column, el.get(XML_ID) or "", tuple(f for f in ordered if f.text), identifiers)


def find_doubles(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Entries that are one person by their heading, an identifier or a name of several words."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        keys: list[tuple[str, ...]] = [("idno", *pair) for pair in entry.identifiers if pair[1]]
        keys += [("name", form.text) for form in entry.forms if form.type not in VAGUE and " " in form.text]
        other = next((first[key] for key in keys if key in first and first[key] is not entry), None)
        if other is not None:
            same = next(key[-1] for key in keys if first.get(key) is other)
            yield entry.finding(
                "P003",
                f"{entry.id or 'an entry'} and {other.id or 'another'} (line {other.line}) share “{same}”",
                "make one entry of the two, or correct the one that is wrong",
            )
        for key in keys:
            first.setdefault(key, entry)


def find_shared_forms(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Forms that mean two persons at one time: nothing tells the linker whom."""
    by_form: dict[str, list[tuple[Entry, Form]]] = defaultdict(list)
    for entry in entries:
        for form in entry.forms[1:]:
            if form.type in VAGUE or " " not in form.text:
                by_form[form.text].append((entry, form))
    for text, uses in by_form.items():
        for place, (entry, form) in enumerate(uses):
            other = next((e for e, f in uses[:place] if e is not entry and together(f, form)), None)
            if other is not None:
                yield entry.finding(
                    "P006",
                    f"“{text}” means both {entry.id} and {other.id} (line {other.line}) at one time",
                    "give both forms dates (from, to) that do not overlap",
                )


def together(one: Form, other: Form) -> bool:
    """Whether two forms hold at one time; dates of different length are compared as far as both go."""

    def ends_before(a: Form, b: Form) -> bool:
        size = min(len(a.end), len(b.start))
        return size > 0 and a.end[:size] < b.start[:size]

    return not ends_before(one, other) and not ends_before(other, one)


def find_links_to_nobody(entries: Sequence[Entry], links: Sequence[tuple[File, Link]]) -> Iterator[Diagnostic]:
    """Links whose entry the register lacks."""
    known = {entry.id for entry in entries}
    for file, link in links:
        if link.id not in known:
            close = get_close_matches(link.id, known, n=1)
            hint = f"did you mean {close[0]}?" if close else "correct the link, or add the person to the register"
            register = PurePosixPath(link.file).name
            yield file.finding("P005", link.place, f"there is no {link.id} in {register}", hint)


def find_unused(entries: Sequence[Entry], used: set[str]) -> Iterator[Diagnostic]:
    """Entries to which no document links."""
    hint = "nothing to do where the person is only known by an office in the text"
    for entry in entries:
        if entry.id and entry.id not in used:
            yield entry.finding("P004", f"no document links to {entry.id}", hint)


def words_of(el: etree._Element) -> str:
    """The text of an element, white space normalised."""
    return " ".join("".join(str(t) for t in el.itertext()).split())
