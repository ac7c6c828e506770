"""The rules of Schematron that stand among the annotations of a RELAX NG schema."""

from __future__ import annotations

import copy
from collections.abc import Collection
from dataclasses import replace

from lxml import etree

from chancery.validators.rng.sources import Source
from chancery.validators.sch.parts import LINE, SCH, XSL

XS = "http://www.w3.org/2001/XMLSchema"
_WHOLE = ("ns", "let", "phase", "diagnostics", "properties")
_CHECKED = ("pattern", "rule")


def embedded_schema(source: Source) -> Source | None:
    """The rules in a grammar as a schema of their own; nothing where it has none."""
    marked = list(source.root.iter(f"{{{SCH}}}*", f"{{{XSL}}}*"))
    prefixes = {prefix: namespace for el in marked for prefix, namespace in el.nsmap.items() if prefix}
    root = etree.Element(f"{{{SCH}}}schema", {"queryBinding": "xslt2"}, nsmap={"xs": XS} | prefixes)
    for el in marked:
        outer = el.getparent()
        if outer is None or str(outer.tag).startswith((f"{{{SCH}}}", f"{{{XSL}}}")):
            continue
        name = str(el.tag).rpartition("}")[2]
        if el.tag.startswith(f"{{{XSL}}}") or name in (*_WHOLE, *_CHECKED):
            own = _placed(el, source.name)
            root.append(_in_pattern(own) if name == "rule" else own)
    if next(root.iter(f"{{{SCH}}}pattern"), None) is None:
        return None
    _drop_repeated(root)
    return replace(source, root=root)


def without(source: Source, places: Collection[str]) -> Source:
    """The schema without the patterns in which something stands at one of the places."""
    root = copy.deepcopy(source.root)
    for pattern in list(root.iterchildren(f"{{{SCH}}}pattern")):
        if any(el.get(LINE) in places for el in pattern.iter("*")):
            root.remove(pattern)
    return replace(source, root=root)


def _placed(el: etree._Element, name: str) -> etree._Element:
    """A copy that says where each of its elements stood."""
    own = copy.deepcopy(el)
    own.tail = None
    for one, original in zip(own.iter("*"), el.iter("*"), strict=True):
        one.set(LINE, f"{name}:{original.sourceline}")
    return own


def _in_pattern(rule: etree._Element) -> etree._Element:
    pattern = etree.Element(f"{{{SCH}}}pattern", {LINE: rule.get(LINE, "")})
    pattern.append(rule)
    return pattern


def _drop_repeated(root: etree._Element) -> None:
    """Prefixes are declared where they are wanted, so often twice."""
    seen: set[str] = set()
    for el in list(root.iterchildren(f"{{{SCH}}}ns")):
        prefix = el.get("prefix", "")
        if prefix in seen:
            root.remove(el)
        seen.add(prefix)
