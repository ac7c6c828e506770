"""Notes that stand in the text, at their place: sidenotes and pop-up notes, which a page shows by style alone."""

from __future__ import annotations

import re

from chancery.readers.html.apparatus import LABEL, Apparatus, Body, names_note, said
from chancery.readers.html.tree import BLOCKS, Element, Page

_NAME = re.compile(
    r"(?:^|[\s_-])(?:side-?note|margin-?note|inline-?note|footnote-?(?:text|content|body)|footnote__note"
    r"|footnotes-footnote__note|fn-?(?:text|content)|tooltip-?text)(?:$|\s)",
    re.I,
)
_MARKS = ("sup", "a", "label", "span")


def find_inline(page: Page, elements: list[Element]) -> Apparatus:
    """The notes that are elements in running text; the element before one may be its marker."""
    found = Apparatus()
    for element in elements:
        named = element.name in ("span", "small") and _NAME.search(element.attributes.get("class", "")[:200])
        if not named or any(a in found.inline for a in element.ancestors()) or not said(page, element, 20):
            continue
        blocks = [a for a in element.ancestors() if a.name in BLOCKS - {"body", "html"}]
        if not blocks or any(names_note(a) for a in blocks):  # those of a list stand at no place
            continue
        body = Body(element, element, confidence=1.0)
        if (marker := _marker_before(page, element)) is not None:
            found.markers[marker] = body
            label = LABEL.fullmatch(said(page, marker, 20))
            body.n = label["n"] if label else ""
        found.bodies.append(body)
        found.inline.add(element)
    return found


def _marker_before(page: Page, element: Element) -> Element | None:
    """The element right before a note, if it says no more than its number."""
    beside = list(element.parent.elements()) if element.parent else []
    before = beside[: beside.index(element)] if beside else []
    for other in reversed(before[-3:]):
        if page.text[other.end : element.start].strip() and not _is_empty(page, other, element):
            return None
        if other.name in _MARKS and LABEL.fullmatch(said(page, other, 20)):
            return other
    return None


def _is_empty(page: Page, first: Element, last: Element) -> bool:
    """Whether nothing but tags stands between two elements."""
    return not re.sub(r"<[^>]*>", "", page.text[first.end : last.start]).strip()
