"""The elements of a Schematron schema: marked with the place that they come from, and what includes bring in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from chancery.diagnostics import ChanceryError
from chancery.tei.tree import XML_ID
from chancery.validators.rng.sources import Source, Sources

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
MARKS = "urn:chancery:schematron"
LINE = f"{{{MARKS}}}line"
_BRINGING = (f"{{{SCH}}}include", f"{{{SCH}}}extends", f"{{{XSL}}}include", f"{{{XSL}}}import")


def name_of(el: etree._Element) -> str:
    """What Schematron calls an element; empty where it is none of its own."""
    tag = str(el.tag)
    return tag.removeprefix(f"{{{SCH}}}") if tag.startswith(f"{{{SCH}}}") else ""


def parts(el: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of Schematron in another, of some names or all."""
    return el.iterchildren(*[f"{{{SCH}}}{name}" for name in names or ("*",)])


def marked(source: Source) -> etree._Element:
    """A copy of a file whose elements all say where they stood: the file's name, a colon, the line."""
    root = copy.deepcopy(source.root)
    for own, original in zip(root.iter(etree.Element), source.root.iter(etree.Element), strict=True):
        if isinstance(own.tag, str):
            own.set(LINE, f"{source.name}:{original.sourceline}")
    return root


def include(root: etree._Element, source: Source, sources: Sources, opened: tuple[Path, ...] = ()) -> etree._Element:
    """The schema with what its includes, and what it extends in other files, in their place."""
    for el in list(root.iter(*_BRINGING)):
        href = el.get("href")
        parent = el.getparent()
        if href is None or parent is None:
            continue
        found = _open(el, href, source, sources, (*opened, source.path.absolute()))
        place = parent.index(el)
        parent.remove(el)
        for part in reversed(_taken(el, found)):
            parent.insert(place, part)
    return root


def _taken(el: etree._Element, found: etree._Element | None) -> list[etree._Element]:
    """What comes in the place of an include: the element; of an extends: what the element holds."""
    if found is None:
        return []
    whole = name_of(el) == "include" and name_of(found) != "schema"
    return [found] if whole else list(found)


def _open(
    el: etree._Element, href: str, source: Source, sources: Sources, opened: tuple[Path, ...]
) -> etree._Element | None:
    path, _, ident = href.partition("#")
    try:
        target = sources.beside(source, path) if path else None
        if target and target.absolute() in opened:
            raise ChanceryError(f"{href} includes itself")
        other = sources.read(target) if target else source
    except ChanceryError as error:
        sources.report("V143", source, el, error.message, error.hint, line_of(el))
        return None
    root = include(marked(other), other, sources, opened) if path else marked(other)
    if not ident:
        return root
    found = next((one for one in root.iter(f"{{{SCH}}}*") if ident in (one.get("id"), one.get(XML_ID))), None)
    if found is None:
        sources.report("V141", source, el, f"{path or source.name} has nothing with the id {ident}", "", line_of(el))
    return found


def line_of(el: etree._Element) -> str:
    """Where an element comes from: the file's name, a colon, the line."""
    node: etree._Element | None = el
    while node is not None:
        if place := node.get(LINE):
            return place
        node = node.getparent()
    return ""
