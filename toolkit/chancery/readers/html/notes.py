"""Notes that links join to their markers.

A link forward from a number or sign to something that looks like a note is a marker, and fixes the note's place for
certain; a link backward from a note is a way back and no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chancery.readers.html.apparatus import (
    LABEL,
    OPENING,
    Apparatus,
    Body,
    Stretches,
    is_note_name,
    names_list,
    names_note,
    said,
)
from chancery.readers.html.inline import find_inline
from chancery.readers.html.kinds import is_hidden
from chancery.readers.html.links import Place
from chancery.readers.html.listed import find_listed, find_superscripts
from chancery.readers.html.tree import BLOCKS, HEADINGS, Element, Page

_ARROW = re.compile("[↩↑^⏎↵⤴⇑▲]\ufe0e?")
SURE = 1.0  # confidence of a marker that is a link
LONGEST_BACK = 24  # characters of a way back


def find_notes(page: Page, place: Place) -> Apparatus:
    """The notes of a page."""
    elements = [e for e in page.root.descendants() if not _hidden(e)]
    linked = _find_linked(page, place, elements)
    if not linked.bodies:
        linked = find_inline(page, elements)
    if not linked.bodies:
        linked = find_listed(page, elements)
        noted = Stretches.of(linked.holders)
        arrows = (e for e in elements if e.name == "a" and noted.cover(e))
        linked.back_links |= {e for e in arrows if _ARROW.fullmatch(said(page, e, 4))}
    linked.bodies.sort(key=lambda body: body.start.start)
    find_superscripts(page, elements, linked)
    return linked


def _hidden(element: Element) -> bool:
    return is_hidden(element) or any(is_hidden(a) and a.closed for a in element.ancestors())


def _find_linked(page: Page, place: Place, elements: list[Element]) -> Apparatus:
    ids = _ids(elements)
    links = [(e, place.fragment(e)) for e in elements if e.name == "a" and "#" in e.attributes.get("href", "")]
    links += [(e, e.attributes["popovertarget"]) for e in elements if "popovertarget" in e.attributes]
    found = Apparatus()
    bodies: dict[Element, Body] = {}
    back = {target for link, fragment in links if (target := ids.get(fragment)) and target.end <= link.start}
    for link, fragment in links:
        target = ids.get(fragment)
        label = LABEL.fullmatch(said(page, link, 40)) if fragment else None
        if target is None and label and (_near_note(link) or is_note_name(fragment)):
            found.lost.append(link)
        if target is None or label is None or target.start < link.end:
            continue
        if target not in bodies and not _is_note(page, link, target, label["n"], back):
            continue
        if target not in bodies:
            block = _block_of(target)  # where it holds the marker too, the note is what stands behind its anchor
            bodies[target] = Body(target, target if block.holds(link) else block, label["n"], confidence=SURE)
            found.markers[link] = bodies[target]
    found.bodies = _apart(bodies.values())
    kept = set(found.bodies)
    found.markers = {marker: body for marker, body in found.markers.items() if body in kept}
    _find_lists(found)
    _find_back_links(page, found, ids, links)
    return found


def _ids(elements: Iterable[Element]) -> dict[str, Element]:
    ids: dict[str, Element] = {}
    for element in elements:
        for name in ("id", "name") if element.name == "a" else ("id",):
            if ident := element.attributes.get(name):
                ids.setdefault(ident, element)
    return ids


def _near_note(element: Element) -> bool:
    """Whether the names of an element or of one right around it say that it belongs to a note; or it is raised."""
    if any(e.name == "sup" for e in element.elements()):
        return True
    for at in (element, element.parent, element.parent and element.parent.parent):
        if at is not None and (at.name == "sup" or names_note(at)):
            return True
    return False


def _is_note(page: Page, link: Element, target: Element, label: str, back: set[Element]) -> bool:
    """Whether a link from a label leads to a note, and not to a section."""
    block = _block_of(target)
    if block.name in HEADINGS or target.name in HEADINGS or any(e.name in HEADINGS for e in target.elements()):
        return False
    if _near_note(link) or _near_note(target) or names_note(block):
        return True
    opening = OPENING.match(said(page, block, 40) + " ")
    said_so = (opening["n"] or opening["letter"]).lower() if opening else ""
    return said_so == label.lower() or any(e in back for e in (link, *list(link.ancestors())[:2]))


def _block_of(element: Element) -> Element:
    """The block in which a note stands that an element begins."""
    return next((e for e in (element, *element.ancestors()) if e.name in BLOCKS), element)


def _apart(bodies: Iterable[Body]) -> list[Body]:
    """The notes that don't lie in each other, each with the largest block that holds it alone."""
    found = sorted(bodies, key=lambda body: (body.start.start, -body.start.end))
    kept: list[Body] = []
    for body in found:
        if not kept or not kept[-1].start.holds(body.start) or kept[-1].start.name not in BLOCKS:
            kept.append(body)
    starts = Stretches.of(body.start for body in kept)
    for body in kept:
        while (outer := body.block.parent) is not None and _is_one_note(outer, starts):
            body.block = outer
    return kept


def _is_one_note(element: Element, starts: Stretches) -> bool:
    """Whether an element is the whole of one note: an item of a list, or a box that is called a note."""
    if element.name not in ("li", "dd", "td", "tr", "aside", "div", "p") or starts.count(element) != 1:
        return False
    return element.name in ("li", "dd", "tr") or (names_note(element) and not names_list(element))


def _find_lists(found: Apparatus) -> None:
    """The elements around notes that hold nothing else: what stands between two notes belongs to the first."""
    for body in found.bodies:
        outer = body.block.parent
        while outer is not None and outer not in found.lists and _is_list(outer):
            found.lists.add(outer)
            outer = outer.parent


def _is_list(element: Element) -> bool:
    if element.name in ("ol", "ul", "dl", "table", "tbody"):
        return True
    return element.name in ("section", "div", "aside", "footer") and names_list(element)


def _find_back_links(page: Page, found: Apparatus, ids: dict[str, Element], links: list[tuple[Element, str]]) -> None:
    blocks = Stretches.of(found.holders)
    for link, fragment in links:
        target = ids.get(fragment)
        backward = target is None or target.end <= link.start or target.holds(link)
        inside = link not in found.markers and blocks.cover(link)
        if fragment and backward and inside and len(said(page, link, 40)) <= LONGEST_BACK:
            found.back_links.add(link)
    found.lost = [link for link in found.lost if not blocks.cover(link)]
