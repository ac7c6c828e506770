"""A proposed register of persons as TEI, and the names of encoded documents that one can be proposed from."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from chancery.model.proposal import Line, Paper, Place, Proposal, Proposed
from chancery.tei.tree import TEI, XML_ID, parse

_EMPTY = f'<TEI xmlns="{TEI[1:-1]}" xml:lang="en"/>'.encode()
_BLOCKS = frozenset(TEI + n for n in ("p", "head", "item", "label", "signed", "cell", "note", "salute", "dateline"))
_PARTIES = ("participants", "to", "from")
_SHOWN = 8  # documents that an entry names


def read_paper(root: etree._Element, name: str) -> Paper:
    """The names tagged in an encoded document."""
    lines = (read_line(el) for el in root.iter(*_BLOCKS) if next(el.iterancestors(f"{TEI}teiHeader"), None) is None)
    return Paper(name, tuple(line for line in lines if line.names))


def read_line(block: etree._Element) -> Line:
    """A block's own text, without that of blocks inside it, and the names tagged there."""
    parts: list[str] = []
    names: list[tuple[int, int, str]] = []
    size = 0

    def put(text: str | None) -> None:
        nonlocal size
        parts.append(text or "")
        size += len(text or "")

    def walk(el: etree._Element) -> None:
        start = size
        put(el.text)
        for child in el:
            if isinstance(child.tag, str) and child.tag not in _BLOCKS:
                put("\n" if child.tag == f"{TEI}lb" else None)
                walk(child)
            put(child.tail)
        if el.tag == f"{TEI}persName" and size > start:
            names.append((start, size, (el.get("ref") or "").rpartition("#")[2]))

    walk(block)
    return Line("".join(parts), place_of(block), tuple(sorted(names)))


def place_of(block: etree._Element) -> Place:
    """Where a block's names stand."""
    listed = block.tag == f"{TEI}item" and any(el.get("type") in _PARTIES for el in block.iterancestors(f"{TEI}list"))
    if listed:
        return Place.PARTY
    return {f"{TEI}head": Place.HEAD, f"{TEI}signed": Place.SIGNED}.get(str(block.tag), Place.TEXT)


def write_proposal(proposal: Proposal, title: str) -> bytes:
    """The register as TEI, valid, for an editor to correct: what is only proposed says so, with its evidence."""
    root = parse(_EMPTY, "proposal").getroot()
    statement = _add(_add(root, "teiHeader"), "fileDesc")
    _add(_add(statement, "titleStmt"), "title", title)
    _add(_add(statement, "publicationStmt"), "publisher", "The editors")
    _add(_add(statement, "sourceDesc"), "p", "Proposed by chancery from the names in the documents; to be checked.")
    stand_off = _add(root, "standOff")
    if proposal.persons:
        people = _add(stand_off, "listPerson")
        for person in proposal.persons:
            _write_person(people, person)
    else:
        _add(stand_off, "note", "Nobody is listed yet.")
    etree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"


def _write_person(parent: etree._Element, person: Proposed) -> None:
    el = _add(parent, "person")
    el.set(XML_ID, person.id)
    _add(el, "persName", person.heading).set("type", "heading")
    for form in person.forms:
        _add(el, "persName", form).set("type", "form")
    if person.roles:
        _add(el, "note", "; ".join(role.words for role in person.roles))
    for remark in _remarks(person):
        _add(el, "note", remark).set("type", "remark")


def _remarks(person: Proposed) -> Iterator[str]:
    times = "once" if person.mentions == 1 else f"{person.mentions} times"
    yield f"Named {times} in {_some(person.papers)}."
    for role in person.roles:
        yield f"“{role.words}”: {_some(role.papers)}."


def _some(papers: tuple[str, ...]) -> str:
    more = f" and {len(papers) - _SHOWN} more" if len(papers) > _SHOWN else ""
    return ", ".join(papers[:_SHOWN]) + more


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    el = etree.SubElement(parent, TEI + name)
    el.text = text
    return el
