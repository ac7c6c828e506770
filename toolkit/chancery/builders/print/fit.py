"""Content made fit for the typesetter: nothing too deep, no character without a font; what was done is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from chancery.diagnostics import Diagnostic

DEEPEST = 10  # levels of print XML below a document; a dozen nested blocks are too many show rules for Typst

# What Libertinus Serif is known to have; anything else is tried before the book is set.
_UNSURE = re.compile(
    "[^\t\n -~\u00a0-\u017f\u02bb-\u02bd\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2026\u2032\u2033]"
)


def flatten_deep(book: etree._Element) -> list[Diagnostic]:
    """Turn, in place, elements nested too deep for the typesetter into their text; a finding for each document."""
    found = []
    for document in book.iter("document"):
        deep = list(_at_depth(document, DEEPEST))
        for element in deep:
            _flatten(element)
        if deep:
            words = f"elements nested more than {DEEPEST} deep are printed as plain text"
            found.append(Diagnostic("H011", _file(document), None, words))
    if found:
        _drop_lost_links(book)
    return found


def _flatten(element: etree._Element) -> None:
    text = " ".join(" ".join(str(part) for part in element.itertext()).split())
    for child in list(element):
        element.remove(child)
    element.text = ""
    if element.tag in ("row", "head-row"):
        etree.SubElement(element, "cell").text = text
        return
    if element.tag in ("list", "bullets", "table"):  # what cannot hold text itself
        element.tag = "p"
        element.attrib.clear()
    element.text = text


def _at_depth(element: etree._Element, depth: int) -> Iterator[etree._Element]:
    """The outermost elements `depth` levels down that have children of their own."""
    level = [element]
    for _ in range(depth):
        level = [child for parent in level for child in parent]
    return (element for element in level if len(element))


def _drop_lost_links(book: etree._Element) -> None:
    arrivals = {element.get("id") for element in book.iter("*")}
    for link in list(book.iter("link")):
        if link.get("to") and link.get("to") not in arrivals:
            link.tag = "lost"
    etree.strip_tags(book, "lost")


def replace_missing(book: etree._Element, missing: Callable[[frozenset[str]], frozenset[str]]) -> list[Diagnostic]:
    """Write, in place, [U+4E2D] for characters that no font has, which `missing` finds; a finding for each part."""
    used = frozenset(_UNSURE.findall("".join(string for _, _, string in _strings(book))))
    lacking = missing(used) if used else frozenset()
    if not lacking:
        return []
    table = {ord(character): f"[U+{ord(character):04X}]" for character in lacking}
    lost: dict[str, set[str]] = {}
    for element, name, string in _strings(book):
        gone = lacking.intersection(string)
        if gone:
            lost.setdefault(_place(element), set()).update(gone)
            _write(element, name, string.translate(table))
    return [
        Diagnostic(
            "H012", place, None, f"no font has {', '.join(sorted(table[ord(c)] for c in gone))}: printed as such"
        )
        for place, gone in lost.items()
    ]


def _strings(book: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Every string that is printed: the element it hangs on, where (.text, .tail or an attribute's name), itself."""
    for element in book.iter("*"):
        yield element, ".text", element.text or ""
        yield element, ".tail", element.tail or ""
        for name, value in element.attrib.items():
            if name not in ("id", "to", "href", "who"):
                yield element, str(name), str(value)


def _write(element: etree._Element, name: str, string: str) -> None:
    if name == ".text":
        element.text = string
    elif name == ".tail":
        element.tail = string
    else:
        element.set(name, string)


def _place(element: etree._Element) -> str:
    within = (element, *element.iterancestors())
    return next((_file(part) for part in within if part.tag == "document"), "the front matter or the register")


def _file(document: etree._Element) -> str:
    return f"{document.get('id', '').rpartition('#')[0]}.xml"
