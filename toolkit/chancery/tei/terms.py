"""Registers of terms read from TEI."""

from __future__ import annotations

import re

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.model.terms import Term, Terms
from chancery.tei.registers import is_linkable, said
from chancery.tei.tree import TEI, XML_ID, parse

_SEVERAL = re.compile(r"[,;]\s+|\s+or\s+")  # "Deptel, Depto" lists two forms


def read_terms(data: bytes, name: str) -> Terms:
    """The register in `data`: a `list` of terms, bare or in a whole TEI file, as an official volume; ids are kept.

    The id is that of the `item` ("one term or several, then gloss") or, as the volumes have it, of the `term`.
    Raises ChanceryError where it is no XML or lists no term; an entry without an id or a form is left out.
    """
    root = parse(data, name).getroot()
    items = (read_item(el) for el in root.iter(f"{TEI}item") if el.get(XML_ID) and el.find(f"{TEI}term") is not None)
    listed = (read_listed(el) for el in root.iter(f"{TEI}term") if el.get(XML_ID))
    terms = tuple(term for term in (*items, *listed) if is_linkable(term.id) and term.forms)
    if not terms and root.find(f".//{TEI}standOff/{TEI}note") is None:
        raise ChanceryError(
            f"{name}: no term in it",
            hint='a register of terms is a list type="terms" of items, each with an xml:id, a term and a gloss',
            status=Exit.UNREADABLE,
        )
    return Terms(terms)


def read_item(el: etree._Element) -> Term:
    """The term of an `item` of our own registers."""
    gloss = el.find(f"{TEI}gloss")
    forms = (said(form) for form in el.findall(f"{TEI}term"))
    return Term(el.get(XML_ID, ""), tuple(form for form in forms if form), said(gloss) if gloss is not None else "")


def read_listed(el: etree._Element) -> Term:
    """The term of a volume's list of abbreviations: what follows it in its `item` says what it means."""
    whole = said(el).rstrip(",")
    item = next(el.iterancestors(f"{TEI}item"), None)
    gloss = said(item).partition(whole)[2].lstrip(" ,") if item is not None and whole else ""
    return Term(el.get(XML_ID, ""), tuple(form for form in _SEVERAL.split(whole) if form), gloss)
