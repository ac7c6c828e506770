"""Notes at the end of a page with nothing around them: items without a list, paragraphs with raised numbers.

A document that was cut out of a page of many has its notes so, if their list was one for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.readers.html.apparatus import LABEL, Apparatus, Body, said
from chancery.readers.html.kinds import LISTS
from chancery.readers.html.tree import BLOCKS, Element, Page

_BRACKETED = re.compile(r"[\[(](?P<n>\d{1,4}|[*†‡§¶]{1,4})[\])]\s")
_SUPERSCRIPT = ("sup", "a")


def add_trailing(page: Page, found: Apparatus, elements: list[Element]) -> None:
    """Add the notes that end the page, if the text above calls the first of them."""
    ends: list[Element] = []
    for element in reversed(list(_leaves(page, elements))):
        if not (_is_orphan(element) or read_label(page, element)):
            break
        ends.append(element)
    if not ends:
        return
    called = [said(page, e, 20).strip("[]()") for e in elements if e.name in _SUPERSCRIPT and e.end <= ends[-1].start]
    first = 0 if called[:1] == ["0"] else 1
    bodies = [Body(e, e, read_label(page, e) or str(n)) for n, e in enumerate(reversed(ends), first)]
    if bodies[0].n in called:
        found.bodies += bodies


def read_label(page: Page, element: Element) -> str:
    """The number that a note begins with, raised or in brackets; nothing for "1." and the like."""
    if opening := _BRACKETED.match(said(page, element, 40) + " "):
        return opening["n"]
    first = next(iter(element.elements()), None)
    before = page.text[element.inner : first.start] if first else ""
    label = LABEL.fullmatch(said(page, first, 40)) if first and first.name == "sup" and not before.strip() else None
    return label["n"] if label else ""


def _leaves(page: Page, elements: list[Element]) -> Iterator[Element]:
    """The blocks of a page that hold words and no other blocks; an item is one, whatever it holds."""
    for element in elements:
        inside_item = any(above.name == "li" for above in element.ancestors())
        whole = element.name == "li" or not any(e.name in BLOCKS for e in element.descendants())
        if element.name in BLOCKS and whole and not inside_item and said(page, element, 20):
            yield element


def _is_orphan(element: Element) -> bool:
    """Whether an element is an item that stands in no list."""
    return element.name == "li" and not any(above.name in LISTS for above in element.ancestors())
