"""The encoded files as they stand beside the pages: as they are, but for what a browser would run or fetch."""

from __future__ import annotations

from lxml import etree

from chancery.tei.tree import parse

# A browser acts on these namespaces wherever they stand in an XML file.
ACTIVE = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML")
INERT = "urn:chancery:inert"  # what their elements get instead
SHEET = "xml-stylesheet"


def copy_encoded(data: bytes, name: str) -> bytes:
    """The file's bytes; where it links to a stylesheet or has elements of HTML, written anew without what they do."""
    root = parse(data, name).getroot()
    active = [el for el in root.iter("{*}*") if etree.QName(el).namespace in ACTIVE]
    for el in active:
        el.tag = f"{{{INERT}}}{etree.QName(el).localname}"
    before = list(root.itersiblings(preceding=True))[::-1]  # only there a stylesheet counts
    kept = [node for node in before if not (isinstance(node, etree._ProcessingInstruction) and node.target == SHEET)]
    if not active and len(kept) == len(before):
        return data
    parts = [etree.tostring(node, encoding="unicode", with_tail=False) for node in (*kept, root, *root.itersiblings())]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *parts, ""]).encode()
