"""Registers of persons read from TEI."""

from __future__ import annotations

import re

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.model.persons import FormKind, NameForm, Person, Register
from chancery.tei.tree import TEI, XML_ID, line_of, parse

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # as the schema has it


def read_register(data: bytes, name: str) -> Register:
    """The register in `data`, a bare `listPerson` or a whole TEI file; ids are kept as they are.

    Raises ChanceryError where it is no XML or no register; an entry without an id or a name is left out, since
    nothing could link to it. A new edition's register is a `standOff` that lists nobody yet.
    """
    root = parse(data, name).getroot()
    found = (read_person(el) for el in root.iter(f"{TEI}person"))
    persons = tuple(person for person in found if person is not None)
    if not persons and not any(True for _ in root.iter(f"{TEI}listPerson", f"{TEI}standOff")):
        raise ChanceryError(
            f"{name}: no person in it",
            hint="a register is a listPerson of person elements, each with an xml:id and a persName",
            status=Exit.UNREADABLE,
        )
    return Register(persons)


def read_person(el: etree._Element) -> Person | None:
    """The person of a `person` element; None without a name, or an id that a link can hold."""
    names = [(child, said(child)) for child in el.findall(f"{TEI}persName")]
    names = [(child, text) for child, text in names if text]
    ident = el.get(XML_ID)
    if not ident or not is_linkable(ident) or not names:
        return None
    main = next((child for child, _ in names if child.get("type") == FormKind.HEADING), names[0][0])
    return Person(
        id=ident,
        heading=said(main),
        forms=tuple(form_of(child, text) for child, text in names if child is not main),
        note=role_of(el),
        identifiers=tuple((i.get("type") or "", said(i)) for i in el.findall(f"{TEI}idno")),
        line=line_of(el),
    )


def is_linkable(ident: str) -> bool:
    """Whether a link can hold an id."""
    return _ID.fullmatch(ident) is not None


def form_of(el: etree._Element, text: str) -> NameForm:
    """The name form of a `persName`; one of unknown type is taken as a plain form."""
    kind = FormKind.OFFICE if el.get("type") == FormKind.OFFICE else FormKind.FORM
    start = el.get("from") or el.get("notBefore") or ""
    end = el.get("to") or el.get("notAfter") or ""
    return NameForm(text, kind, start, end)


def role_of(el: etree._Element) -> str:
    """What the entry says of the person's role, of several volumes too; remarks (another type) do not count."""
    return "; ".join(said(n) for n in el.findall(f"{TEI}note") if n.get("type") in (None, "role"))


def said(el: etree._Element) -> str:
    """The text of `el`, white space normalised."""
    return " ".join("".join(str(t) for t in el.itertext()).split())
