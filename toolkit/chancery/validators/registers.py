"""Registers of persons held against themselves and against the documents that link to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.tei.tree import TEI, XML_ID, parse

NAMING = (f"{TEI}persName", f"{TEI}name", f"{TEI}rs")
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
    line: int | None
    id: str
    forms: tuple[Form, ...]  # the heading first
    identifiers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer of a document to a register's entry."""

    file: str
    line: int | None
    register: str  # the name of the file it points to
    id: str


def check_registers(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """What is wrong with the registers among an edition's TEI files, and with the links to them.

    A file that is not XML is passed over here: that it is none is reported elsewhere.
    """
    registers: dict[str, list[Entry]] = {}
    links: list[Link] = []
    documents = 0
    for name in sorted(files):
        try:
            root = parse(files[name], name).getroot()
        except ChanceryError:
            continue
        if is_register(root):
            registers[name] = [read_entry(el, name) for el in root.iter(f"{TEI}person")]
        else:
            documents += 1
            links += read_links(root, name)
    found: list[Diagnostic] = []
    for name, entries in registers.items():
        to_it = [link for link in links if link.register == PurePosixPath(name).name]
        found += [*find_nameless(entries), *find_doubles(entries), *find_shared_forms(entries)]
        found += find_links_to_nobody(entries, to_it)
        if documents:
            found += find_unused(entries, to_it)
    return found


def is_register(root: etree._Element) -> bool:
    """Whether the file is a register of persons, one that lists nobody yet included."""
    listed = next(root.iter(f"{TEI}listPerson"), None) is not None
    return listed or root.find(f"{TEI}standOff/{TEI}note") is not None


def read_entry(el: etree._Element, file: str) -> Entry:
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
    return Entry(file, line_of(el), el.get(XML_ID) or "", tuple(f for f in ordered if f.text), identifiers)


def read_links(root: etree._Element, file: str) -> Iterator[Link]:
    """The links of a document to entries of a register in another file."""
    for el in root.iter(*NAMING):
        for target in (el.get("ref") or "").split():
            register, hash_sign, ident = target.partition("#")
            if register and hash_sign:
                yield Link(file, line_of(el), PurePosixPath(register).name, ident)


def find_nameless(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Entries to which nothing can link."""
    for entry in entries:
        if not entry.id or not entry.forms:
            lack = "an xml:id" if not entry.id else "a name"
            yield Diagnostic(
                "P007",
                entry.file,
                entry.line,
                f"a person without {lack}",
                "give the person element an xml:id and a persName, or take it out",
            )


def find_doubles(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Entries that are one person by their heading, an identifier or a name of several words."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        keys: list[tuple[str, ...]] = [("idno", *pair) for pair in entry.identifiers if pair[1]]
        keys += [("name", form.text) for form in entry.forms if form.type not in VAGUE and " " in form.text]
        other = next((first[key] for key in keys if key in first and first[key] is not entry), None)
        if other is not None:
            same = next(key[-1] for key in keys if first.get(key) is other)
            yield Diagnostic(
                "P003",
                entry.file,
                entry.line,
                f"{entry.id or 'an entry'} and {other.id or 'another'} (line {other.line}) share “{same}”",
                "make one entry of the two, or correct the one that is wrong",
            )
        for key in keys:
            first.setdefault(key, entry)


def find_shared_forms(entries: list[Entry]) -> Iterator[Diagnostic]:
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
                yield Diagnostic(
                    "P006",
                    entry.file,
                    entry.line,
                    f"“{text}” means both {entry.id} and {other.id} (line {other.line}) at one time",
                    "give both forms dates (from, to) that do not overlap",
                )


def together(one: Form, other: Form) -> bool:
    """Whether two forms hold at one time; dates of different length are compared as far as both go."""

    def ends_before(a: Form, b: Form) -> bool:
        size = min(len(a.end), len(b.start))
        return size > 0 and a.end[:size] < b.start[:size]

    return not ends_before(one, other) and not ends_before(other, one)


def find_links_to_nobody(entries: list[Entry], links: list[Link]) -> Iterator[Diagnostic]:
    """Links whose entry the register lacks."""
    known = {entry.id for entry in entries}
    for link in links:
        if link.id not in known:
            close = get_close_matches(link.id, known, n=1)
            hint = f"did you mean {close[0]}?" if close else "correct the link, or add the person to the register"
            yield Diagnostic("P005", link.file, link.line, f"there is no {link.id} in {link.register}", hint)


def find_unused(entries: list[Entry], links: list[Link]) -> Iterator[Diagnostic]:
    """Entries to which no document links."""
    used = {link.id for link in links}
    for entry in entries:
        if entry.id and entry.id not in used:
            yield Diagnostic(
                "P004",
                entry.file,
                entry.line,
                f"no document links to {entry.id}",
                "nothing to do where the person is only known by an office in the text",
            )


def words_of(el: etree._Element) -> str:
    """The text of an element, white space normalised."""
    return " ".join("".join(str(t) for t in el.itertext()).split())


def line_of(el: etree._Element) -> int | None:
    """The line on which an element begins, where lxml knows it."""
    return el.sourceline if isinstance(el.sourceline, int) else None
