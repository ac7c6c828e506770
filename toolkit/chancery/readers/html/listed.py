"""Notes without links: a list that its names or the heading above call notes, and superscript markers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from chancery.model.ledger import PATTERNS, Reason
from chancery.readers.html.apparatus import LABEL, OPENING, Apparatus, Body, Stretches, names_list, names_note, said
from chancery.readers.html.kinds import ITEMS
from chancery.readers.html.trailing import add_trailing
from chancery.readers.html.tree import HEADINGS, Element, Page, Words

LIKELY = 0.9  # confidence of a marker that is only superscript


def find_listed(page: Page, elements: list[Element]) -> Apparatus:
    """The notes of a list that its names, or the heading above it, call a list of notes."""
    found = Apparatus()
    for element in elements:
        named = element.name in ("ol", "ul", "section", "div", "aside", "footer") and names_list(element)
        if named and not any(a in found.lists for a in element.ancestors()):
            _add_list(page, found, element, list(element.elements()))
        elif element.name in HEADINGS and PATTERNS[Reason.NOTES_HEADING].fullmatch(said(page, element, 40)):
            following = _after(element, _places([element]))
            _add_list(page, found, None, list(takewhile(lambda e: e.name not in HEADINGS, following)))
    if not found.bodies:
        single = [e for e in elements if e.name in ("p", "div") and names_note(e) and _label_of(page, e)]
        above = [e for e in elements if e.name == "sup" and single and e.end <= single[0].start]
        if single and _label_of(page, single[0]) in {_raised(page, e) for e in above}:
            _add_list(page, found, None, single)
    if not found.bodies:
        _add_ruled(page, found, elements)
    if not found.bodies:
        add_trailing(page, found, elements)
    return found


def _add_ruled(page: Page, found: Apparatus, elements: list[Element]) -> None:
    """The notes below the last rule of a page: paragraphs that count from one, called by superscripts above it."""
    called = min((e.end for e in elements if e.name == "sup" and _raised(page, e) == "1"), default=len(page.text))
    rules = [e for e in elements if e.name == "hr" and called <= e.start]
    places = _places(rules)
    for rule in reversed(rules):
        following = takewhile(lambda e: e.name in ("p", "div", "br"), _after(rule, places))
        labelled = [e for e in following if e.name != "br"]
        labels = [_label_of(page, e) for e in labelled]
        if labels and labels == [str(n) for n in range(1, len(labels) + 1)]:
            _add_list(page, found, None, labelled)
            return


def _raised(page: Page, superscript: Element) -> str:
    """What a superscript says."""
    return said(page, superscript, 20).strip("[]()")


def _places(elements: Sequence[Element]) -> dict[Element | Words, int]:
    """Where the elements, and all beside them, stand in their parents."""
    parents = {element.parent: None for element in elements if element.parent}
    return {child: place for parent in parents for place, child in enumerate(parent.children)}


def _after(element: Element, places: Mapping[Element | Words, int]) -> Iterator[Element]:
    """What follows an element in its parent."""
    beside = element.parent.children if element.parent else []
    following = (beside[place] for place in range(places.get(element, 0) + 1, len(beside)))
    return (child for child in following if isinstance(child, Element))


def _add_list(page: Page, found: Apparatus, holder: Element | None, children: list[Element]) -> None:
    lists = [e for e in children if e.name in ("ol", "ul", "dl")]
    items = [e for outer in lists or ([holder] if holder else []) for e in _items(page, outer)]
    if not items:
        items = [e for e in children if e.name in ("p", "div", "aside") and _label_of(page, e)]
    if not items or not found.holders.isdisjoint(items):
        return
    first = items[0].parent.attributes.get("start", "") if items[0].parent else ""
    start = int(first) if first.isdecimal() and len(first) < 5 else 1
    for number, item in enumerate(items, start):
        n = _label_of(page, item) or item.attributes.get("value", "")[:4] or str(number)
        opening = OPENING.match(said(page, item, 40) + " ")
        marker = opening["label"] if opening and opening["label"][0] in "[(" else ""
        found.bodies.append(Body(item, item, n, marker=marker))
    found.lists.update(lists if holder is None else [holder, *lists])


def _items(page: Page, outer: Element) -> list[Element]:
    """The elements of a list with which its notes begin: of a list of terms, its terms where they are labels."""
    items = [e for e in outer.elements() if e.name in ITEMS]
    terms = [e for e in items if e.name == "dt" and LABEL.fullmatch(said(page, e, 40))]
    return terms or items


def _label_of(page: Page, item: Element) -> str:
    opening = OPENING.match(said(page, item, 40) + " ")
    if opening:
        return opening["n"] or opening["letter"]
    if item.name == "dt" and (label := LABEL.fullmatch(said(page, item, 40))):
        return label["n"]
    first = next(iter(item.elements()), None)
    label = LABEL.fullmatch(said(page, first, 40)) if first and first.name == "sup" else None
    return label["n"] if label else ""


def find_superscripts(page: Page, elements: list[Element], found: Apparatus) -> None:
    """Markers that are no links: the next superscript label that is the note's, in the order of the notes."""
    free = [body for body in found.bodies if body not in set(found.markers.values())]
    if not free:
        return
    blocks = Stretches.of(found.holders)
    candidates = [(e, label["n"]) for e in elements if (label := _superscript(page, e)) and not blocks.cover(e)]
    anchored = {body: marker for marker, body in found.markers.items()}
    if candidates and candidates[0][1] == "0" and _is_counted(page, found):
        for number, body in enumerate(found.bodies):
            body.n = str(number)
    at = 0
    for place, body in enumerate(found.bodies):
        if body in anchored:
            at = bisect_right(candidates, anchored[body].start, key=lambda c: c[0].start)
            continue
        following = (anchored[b].start for b in found.bodies[place + 1 :] if b in anchored)
        limit = next(following, len(page.text))
        here = next((n for n in range(at, len(candidates)) if candidates[n][1] == body.n), None)
        if here is not None and candidates[here][0].start < limit:
            found.markers[candidates[here][0]] = body
            body.confidence = LIKELY
            at = here + 1


def _is_counted(page: Page, found: Apparatus) -> bool:
    """Whether notes have no numbers but those that the browser gives them, from 1."""
    first = next(iter(found.bodies), None)
    return not found.markers and first is not None and first.n == "1" and not _label_of(page, first.block)


def _superscript(page: Page, element: Element) -> re.Match[str] | None:
    raised = element.name == "a" and element.parent is not None and element.parent.name == "sup"
    marked = raised or element.name == "sup" or (element.name in ("span", "a") and names_note(element))
    if not marked or any(e.name in ("sup", "a") for e in element.elements()):
        return None
    return LABEL.fullmatch(said(page, element, 40))
