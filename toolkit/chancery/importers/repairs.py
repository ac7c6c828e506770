"""What volumes have wrong that need not stop an import: put right in the tree, and said."""

from __future__ import annotations

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.tei.tree import TEI, XML_ID, line_of

SERIES = "{http://history.state.gov/frus/ns/1.0}"
_FORMER = ("{http://history.state.gov/ns/1.0}",)  # declared in most volumes until 2016


def repair(root: etree._Element, name: str) -> tuple[etree._Element, list[Diagnostic]]:
    """The tree with every element in its right namespace, and what was found.

    Raises ChanceryError (I004) where it is not a TEI volume.
    """
    found = _put_namespaces(root, name)
    if root.tag != f"{TEI}TEI" or root.find(f"{TEI}text") is None:
        message = f"the file is not a TEI volume: its root is {etree.QName(root).localname}"
        hint = "an official volume is a TEI element with teiHeader and text"
        raise ChanceryError(f"{name}: {message}", hint, Exit.UNREADABLE, (Diagnostic("I004", name, 1, message, hint),))
    return root, [*found, *_find_duplicates(root, name)]


def _put_namespaces(root: etree._Element, name: str) -> list[Diagnostic]:
    """Move elements that lie in no namespace, or a wrong one, to the TEI's or the series'."""
    wrong: dict[str, tuple[int, int | None]] = {}
    for element in root.iter("*"):
        tag = str(element.tag)
        if tag.startswith((TEI, SERIES)):
            continue
        qname = etree.QName(element)
        home = SERIES if f"{{{qname.namespace}}}" in _FORMER else TEI
        count, first = wrong.get(qname.namespace or "", (0, line_of(element)))
        wrong[qname.namespace or ""] = (count + 1, first)
        element.tag = home + qname.localname
    return [
        Diagnostic(
            "I005",
            name,
            first,
            f"{count} element{'s' if count > 1 else ''} in {f'the namespace {space}' if space else 'no namespace'},"
            " taken for TEI's or the series' own",
        )
        for space, (count, first) in wrong.items()
    ]


def _find_duplicates(root: etree._Element, name: str) -> list[Diagnostic]:
    seen: dict[str, int | None] = {}
    found = []
    for element in root.iter("*"):
        ident = element.get(XML_ID)
        if ident is None:
            continue
        if ident in seen:
            message = f"the id {ident} was given in line {seen[ident]} already; this one gets a letter"
            hint = "references to it lead to the first one"
            found.append(Diagnostic("I006", name, line_of(element), message, hint))
        seen.setdefault(ident, line_of(element))
    return found
