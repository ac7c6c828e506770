"""The persons and terms of an official volume, from the lists in its front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from chancery.tei.tree import TEI, XML_ID, line_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its id in the volume, the name or term as the list has it, and what it says of it."""

    id: str
    heading: str
    description: str
    line: int | None = None


def read_entries(root: etree._Element, name: str) -> tuple[Entry, ...]:
    """The entries of the volume's lists: `name` is persName or term; one that says nothing is none."""
    found = (_entry(el) for el in root.iter(f"{TEI}{name}") if el.get(XML_ID) and _is_listed(el))
    return tuple(entry for entry in found if entry.heading)


def _is_listed(el: etree._Element) -> bool:
    return next(el.iterancestors(f"{TEI}item"), None) is not None


def _entry(el: etree._Element) -> Entry:
    item = next(el.iterancestors(f"{TEI}item"))
    description = _said("".join(_after(item, el))).lstrip(",;: ").strip()
    return Entry(el.get(XML_ID) or "", _said("".join(map(str, el.itertext()))).rstrip(",; "), description, line_of(el))


def _after(item: etree._Element, entry: etree._Element) -> Iterator[str]:
    """The text of `item` after `entry`; that of lists in it, and of notes, is not its own."""
    passed = False
    for event, el in etree.iterwalk(item, events=("start", "end")):
        if event == "start" and passed and el.text and not _is_foreign(el, item):
            yield el.text
        if event == "end":
            passed = passed or el is entry
            if passed and el is not item and el.tail and not _is_foreign(el.getparent(), item):
                yield el.tail


def _is_foreign(el: etree._Element | None, item: etree._Element) -> bool:
    while el is not None and el is not item:
        if el.tag in (f"{TEI}list", f"{TEI}note"):
            return True
        el = el.getparent()
    return False


def _said(text: str) -> str:
    return " ".join(text.split())
