"""Registers of an edition with a volume's entries in them; what stands there already stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from chancery.importers.listed import Entry
from chancery.importers.people import fold, name_persons, name_terms
from chancery.tei.tree import TEI, XML_ID, XML_LANG, parse

_STEP = "  "


@dataclass(frozen=True, slots=True)
class Kind:
    """How a register of one kind is made."""

    file: str
    title: str
    entry: str  # the element of an entry
    heading: str  # the element in it that names it
    name: Callable[[Iterable[Entry], Mapping[str, str], Collection[str]], dict[str, str]]


PERSONS = Kind("persons.xml", "Register of Persons", "person", "persName", name_persons)
TERMS = Kind("terms.xml", "Register of Terms", "item", "term", name_terms)


class Register:
    """A register while a volume's entries go into it."""

    def __init__(self, kind: Kind, data: bytes | None, title: str) -> None:
        """The register in `data`; a new one, of the edition called `title`, where there is none."""
        self._kind, self._changed = kind, False
        self._root = parse(data, kind.file).getroot() if data is not None else _new(kind, title)

    def add(self, entries: Iterable[Entry], volume: str) -> tuple[dict[str, str], list[Entry]]:
        """The ids of the volume's entries here, and those that were taken for an entry of the same name here."""
        entries = tuple(entries)
        listed = {el.get(XML_ID) or "": el for el in self._root.iter(TEI + self._kind.entry) if el.get(XML_ID)}
        known = {fold(_said(name)): ident for ident, el in listed.items() if (name := self._heading(el)) is not None}
        before = self._numbered(listed, volume)
        fresh = [entry for entry in entries if entry.id not in before]
        named = before | self._kind.name(fresh, known, listed)
        same = [entry for entry in fresh if named[entry.id] in listed]
        for entry in fresh:
            self._changed = True
            if entry in same:
                self._number(listed[named[entry.id]], entry, volume)
                self._describe(listed[named[entry.id]], entry, volume)
            else:
                self._append(entry, named[entry.id], volume)
        return named, same

    @property
    def file(self) -> str:
        """The name of its file."""
        return self._kind.file

    def write(self) -> bytes | None:
        """The register's bytes; None where nothing was added."""
        if not self._changed:
            return None
        whole = etree.tostring(self._root.getroottree(), encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'.encode()

    def _heading(self, el: etree._Element) -> etree._Element | None:
        names = el.findall(TEI + self._kind.heading)
        return next((name for name in names if name.get("type") == "heading"), names[0] if names else None)

    def _numbered(self, listed: Mapping[str, etree._Element], volume: str) -> dict[str, str]:
        """The entries that say already what the volume calls them."""
        return {
            _said(number): ident
            for ident, el in listed.items()
            for number in el.findall(f"{TEI}idno")
            if number.get("type") == volume
        }

    def _number(self, el: etree._Element, entry: Entry, volume: str) -> None:
        """Add what the volume calls the entry, after its names and numbers."""
        last = [child for child in el if child.tag not in (f"{TEI}note",)][-1]
        number = etree.Element(f"{TEI}idno", {"type": volume})
        number.text, number.tail = entry.id, last.tail
        last.addnext(number)
        last.tail = _indent(el)

    def _describe(self, el: etree._Element, entry: Entry, volume: str) -> None:
        """Add what the volume says of a person, who may have risen since, unless it is said already."""
        said = {fold(_said(note)) for note in el.findall(f"{TEI}note")}
        if self._kind is PERSONS and entry.description and fold(entry.description) not in said:
            last = el[-1]
            note = etree.SubElement(el, f"{TEI}note", {"source": f"{volume}.xml"})
            note.text, note.tail, last.tail = entry.description, last.tail, _indent(el)

    def _append(self, entry: Entry, ident: str, volume: str) -> None:
        holder = self._holder()
        el = etree.SubElement(holder, TEI + self._kind.entry, {XML_ID: ident})
        head = {"type": "heading"} if self._kind is PERSONS else {}
        etree.SubElement(el, TEI + self._kind.heading, head).text = entry.heading
        if self._kind is TERMS and entry.description:
            etree.SubElement(el, f"{TEI}gloss").text = entry.description
        etree.SubElement(el, f"{TEI}idno", {"type": volume}).text = entry.id
        if self._kind is PERSONS and entry.description:
            etree.SubElement(el, f"{TEI}note", {"source": f"{volume}.xml"}).text = entry.description
        etree.indent(el, _STEP, level=3)
        before = el.getprevious()
        if before is not None:
            before.tail = "\n" + _STEP * 3
        else:
            holder.text = "\n" + _STEP * 3
        el.tail = "\n" + _STEP * 2

    def _holder(self) -> etree._Element:
        """The list that entries go into; the first entry replaces the note that there are none yet."""
        name = "listPerson" if self._kind is PERSONS else "list"
        found = next(self._root.iter(TEI + name), None)
        if found is not None:
            return found
        home = next(self._root.iter(f"{TEI}standOff"), self._root)
        for child in list(home):
            home.remove(child)
        home.text, attributes = "\n" + _STEP * 2, {} if self._kind is PERSONS else {"type": "terms"}
        made = etree.SubElement(home, TEI + name, attributes)
        made.tail = "\n" + _STEP
        return made


def _new(kind: Kind, title: str) -> etree._Element:
    """A register without entries."""
    root = etree.Element(f"{TEI}TEI", {XML_LANG: "en"}, nsmap={None: TEI[1:-1]})  # type: ignore[dict-item]
    described = etree.SubElement(etree.SubElement(root, f"{TEI}teiHeader"), f"{TEI}fileDesc")
    name = f"{title}: {kind.title}" if title else kind.title
    etree.SubElement(etree.SubElement(described, f"{TEI}titleStmt"), f"{TEI}title").text = name
    publication = etree.SubElement(described, f"{TEI}publicationStmt")
    etree.SubElement(publication, f"{TEI}publisher").text = title or "unpublished"
    words = "Made from the lists of the volumes that were imported; idno is what a volume calls the entry."
    etree.SubElement(etree.SubElement(described, f"{TEI}sourceDesc"), f"{TEI}p").text = words
    etree.SubElement(root, f"{TEI}standOff")
    etree.indent(root, _STEP)
    return root


def _indent(el: etree._Element) -> str:
    return el.text if el.text and not el.text.strip() else "\n" + _STEP * 4


def _said(el: etree._Element) -> str:
    return " ".join("".join(map(str, el.itertext())).split())
