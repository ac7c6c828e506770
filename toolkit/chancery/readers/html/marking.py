"""The marks of a page: what of its notes and page numbers stands where, and which words are no text."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from chancery.model.ledger import PATTERNS, Reason
from chancery.readers.html.apparatus import LABEL, Apparatus, Body, Stretches, said
from chancery.readers.html.marks import Marks, fits
from chancery.readers.html.tree import BLOCKS, HEADINGS, Element, Page

_PAGE_NAME = re.compile(
    r"(?:^|[\s_-])(?:page-?num(?:ber)?s?|page-?break|pb|doc-pagebreak|page-?no|page-?label)(?=$|[\s\d_-])", re.I
)
_PAGE = re.compile(r"[\[{(]?(?:[Pp](?:age|g\.?|\.)?\s?)?(?P<n>\d{1,4})[\])}]?")
_SERIES_PAGE = re.compile(r"\[Page (?P<n>[^\s\]](?:[^\]\n]{0,18}\S)?)\]")
_LABEL = re.compile(
    r"\s*(?P<label>(?P<open>[\[(])?(?P<n>\d{1,4}|[*†‡§¶]{1,4}|(?(open)[A-Za-z]|(?!)))(?P<point>[.)\]]*))(?=\s)"
)
_POINT = re.compile(r"\s*(?P<label>[.)\]:])(?=\s)")
_LABEL_ELEMENTS = frozenset(("a", "sup", "span", "b", "strong", "em", "i", "font", "small"))


def mark_page(page: Page, apparatus: Apparatus) -> Marks:
    """The marks of a page with these notes."""
    marks = Marks(page)
    for place, body in enumerate(apparatus.bodies):
        _mark_note(marks, apparatus, place, body)
    places = {body: place for place, body in enumerate(apparatus.bodies)}
    for marker, body in apparatus.markers.items():
        outer = _whole_marker(page, marker)
        if fits(page, outer, Reason.NOTE_MARKER):
            marks.markers[outer] = places[body]
    for link in apparatus.back_links:
        _mark_back_link(marks, link)
    if apparatus.bodies:
        _mark_headings(marks, apparatus)
    _mark_pages(marks)
    return marks


def _mark_note(marks: Marks, apparatus: Apparatus, place: int, body: Body) -> None:
    if body.block in apparatus.inline:
        marks.inline[body.block] = place
        return
    alone = Stretches.of(b.start for b in apparatus.bodies[max(place - 1, 0) : place + 2]).count(body.block) == 1
    marks.starts[body.block if alone else body.start] = place
    if body.block.name not in BLOCKS and not body.block.children:  # an anchor: the note ends where its block does
        holder = next((e for e in body.block.ancestors() if e.name in BLOCKS), body.block)
        marks.ends.add(holder)
        _mark_label(marks, body, body.start.start, holder.end, apparatus)
        return
    outer = [e for e in (body.block, *body.block.ancestors()) if e in apparatus.lists]
    marks.ends.add(outer[-1] if outer else body.block)
    _mark_label(marks, body, body.block.start if alone else body.start.start, body.block.end, apparatus)


def _mark_label(marks: Marks, body: Body, start: int, end: int, apparatus: Apparatus) -> None:
    """Find the number with which a note begins: an element of its own, or the first words."""
    spoken = marks.page.speaking
    place = bisect_left(spoken, start, key=lambda pair: pair[0].start)
    if place == len(spoken) or spoken[place][0].start >= end:
        return
    first = spoken[place][0]
    term = body.block.name == "dt" and first.end <= body.block.end
    holder = body.block if term else _holder(marks.page, body.block, spoken[place][1])
    label = LABEL.fullmatch(said(marks.page, holder, 40)) if holder else None
    own = label is not None and (label["n"].lower() == body.n.lower() or holder in apparatus.back_links)
    if holder and own and fits(marks.page, holder, Reason.NOTE_NUMBER):
        marks.reasons[holder] = Reason.NOTE_NUMBER
        apparatus.back_links.discard(holder)
        following = bisect_left(spoken, holder.end, key=lambda pair: pair[0].start)
        for words, _ in spoken[following : following + 1]:
            marks.cut_label(words, _POINT.match(marks.page.text, words.start, words.end))
        return
    found = _LABEL.match(marks.page.text, first.start, first.end)
    counted = body.block.name == "li"  # its number is the browser's
    if found and found["n"].lower() == body.n.lower() and (found["point"] or (body.confidence == 1.0 and not counted)):
        marks.cut_label(first, found)


def _holder(page: Page, block: Element, inner: Element) -> Element | None:
    """The outermost element in a note that holds nothing but the first words, which stand in `inner`."""
    if inner is block or inner.name not in _LABEL_ELEMENTS:
        return None
    holder = inner
    while holder.parent and holder.parent is not block and holder.parent.name not in BLOCKS:
        if said(page, holder.parent) != said(page, holder):
            break
        holder = holder.parent
    return holder


def _whole_marker(page: Page, marker: Element) -> Element:
    """The outermost element that holds nothing but a marker: the `sup` or `span` around the link."""
    outer = marker
    while (parent := outer.parent) is not None and parent.name not in BLOCKS and parent.name:
        links = sum(1 for e in parent.descendants() if e.name == "a" and "href" in e.attributes)
        if links > 1 or not LABEL.fullmatch(said(page, parent, 40)):
            break
        outer = parent
    return outer


def _mark_back_link(marks: Marks, link: Element) -> None:
    for element in (link, *islice(link.ancestors(), 2)):
        if "backlink" in element.attributes.get("class", "") and fits(marks.page, element, Reason.BACK_LINK):
            marks.reasons[element] = Reason.BACK_LINK
            return
    if fits(marks.page, link, Reason.BACK_LINK):
        marks.reasons[link] = Reason.BACK_LINK


def _mark_headings(marks: Marks, apparatus: Apparatus) -> None:
    """The headings "Notes" right before notes, or in their list."""
    starts = sorted(body.block.start for body in apparatus.bodies)
    for element in marks.page.root.descendants():
        if element.name not in HEADINGS or not PATTERNS[Reason.NOTES_HEADING].fullmatch(said(marks.page, element, 40)):
            continue
        next_note = next((start for start in starts if start > element.start), None)
        between = marks.page.text[element.end : next_note] if next_note else ""
        if (
            next_note
            and not re.sub(r"<[^>]*>", "", between[:2000]).strip()
            and fits(marks.page, element, Reason.NOTES_HEADING)
        ):
            marks.reasons[element] = Reason.NOTES_HEADING


def _mark_pages(marks: Marks) -> None:
    for element in marks.page.root.descendants():
        if element in marks.markers:
            continue
        names = " ".join(element.attributes.get(name, "")[:200] for name in ("class", "role", "epub:type"))
        named = bool(_PAGE_NAME.search(names))
        if not named and (element.name != "a" or element.name in BLOCKS):
            continue
        words = said(marks.page, element, 40)
        found = _SERIES_PAGE.fullmatch(words) or (_PAGE.fullmatch(words) if named else None)
        if found and fits(marks.page, element, Reason.PAGE_BREAK):
            marks.pages[element] = found["n"]
