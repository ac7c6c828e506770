"""XML in, safely: no entities, no DTD, no network."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic, Exit

Element: TypeAlias = etree._Element  # for those who hand elements on and know nothing of lxml
Tree: TypeAlias = etree._ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XML_ID, XML_LANG = f"{XML}id", f"{XML}lang"

_PLACE = re.compile(r", line \d+, column \d+$")  # libxml2 says it in its message too
_STEP = re.compile(r"/Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")


def parse(data: bytes, name: str) -> etree._ElementTree:
    """The tree of `data`; raises ChanceryError where it is not well-formed XML or has a document type.

    Duplicate ids are let through: the validator reports them with their lines.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        words = _PLACE.sub("", error.msg or "it cannot be read")
        raise _refuse("V101", name, error.lineno or 1, f"not well-formed XML: {words}") from None
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:  # there is one for any document type
        hint = "remove the <!DOCTYPE …> line; entities must be written out"
        raise _refuse("V102", name, None, "the file has a document type declaration, which is refused", hint)
    return tree


def _refuse(code: str, name: str, line: int | None, message: str, hint: str = "") -> ChanceryError:
    found = Diagnostic(code, name, line, message, hint)
    place = f"{name}:{line}" if line else name
    return ChanceryError(f"{place}: {message}", hint, Exit.UNREADABLE, (found,))


def line_at(tree: etree._ElementTree, path: str) -> int | None:
    """The line of the element that XPath's `path()` names, `/Q{uri}TEI[1]/Q{uri}text[1]`; None where there is none."""
    steps = (
        f"*[local-name()='{name}' and namespace-uri()='{uri}'][{place}]"
        for uri, name, place in _STEP.findall(path)
        if "'" not in uri + name
    )
    expression = "/" + "/".join(steps)
    found = tree.xpath(expression) if expression != "/" else []
    line = found[0].sourceline if isinstance(found, list) and found and isinstance(found[0], etree._Element) else None
    return line if isinstance(line, int) else None


def line_of(el: etree._Element) -> int | None:
    """The line on which `el` begins, where lxml knows it."""
    return el.sourceline if isinstance(el.sourceline, int) else None
