"""The documents of a page that holds several: pages one after the other, containers, headings that follow each other.

The text of the page is cut into lines, as a reader sees them, and their headings are found as in any other layout; what
the page itself says (a heading's element, a list of notes) counts too. Each document becomes a page of its own: its
part of this one, with its notes where they stand in a list for all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chancery.model.division import Division, Part, Stretch, cut_out
from chancery.model.ledger import PATTERNS, Entry, Reason
from chancery.model.source import Source
from chancery.readers.division.headings import Heading, find_headings
from chancery.readers.division.report import report_division
from chancery.readers.division.shapes import is_chapter, is_title, read_title
from chancery.readers.division.signs import Signs
from chancery.readers.html.apparatus import Stretches, said
from chancery.readers.html.frame import find_frame
from chancery.readers.html.leftover import enter_shell, report_outside
from chancery.readers.html.links import place_of
from chancery.readers.html.notes import find_notes
from chancery.readers.html.outline import LONGEST, draw_outline
from chancery.readers.html.sharing import share_notes
from chancery.readers.html.tree import HEADINGS, Page, Words, parse_page
from chancery.readers.lines import Line

_PAGE = re.compile(r"<!doctype\s+html[^>]*>\s*(?:<!--.{0,2000}?-->\s*)*(?:<html[\s>])?|<html[\s>]", re.I | re.S)
_CANDIDATE = re.compile(r">\s*\[?(?:No\.\s?\d{1,4}|\d{1,4}[a-z]?\.\s*(?:<[^>]{0,200}>\s*)*[A-Z])|<h[1-6][\s>]", re.I)
_ADDRESS = re.compile(r"/d(?P<n>\d{1,4}[a-z]?)/?\Z")
_INNER = re.compile(r"<(?!html[\s>])[a-z]", re.I)  # a document type and what stands behind it make no page
_ANY = re.compile("")
_TAGS = 200  # characters of tags behind the title of a chapter


def divide(source: Source) -> Division:
    """The documents of a page; one, which is all of it, unless there is good evidence of more."""
    starts = [found.start() for found in _PAGE.finditer(source.text)]
    if len(starts) > 1 and (several := _divide_pages(source, starts)):
        return several
    whole = Division((Part(((0, len(source.text)),)),))
    if sum(1 for _, _ in zip(range(2), _CANDIDATE.finditer(source.text), strict=False)) < 2:
        return whole
    return _Pages(source, parse_page(source.text)).divide() or whole


def _divide_pages(source: Source, starts: Sequence[int]) -> Division | None:
    """Whole pages, one after the other, each of which says something."""
    begins = [0]
    begins += [end for start, end in pairwise(starts) if _INNER.search(source.text, start, end)]
    if len(begins) > 1 and not _INNER.search(source.text, begins[-1]):
        begins.pop()
    stretches = list(zip(begins, [*begins[1:], len(source.text)], strict=True))
    pages = [parse_page(source.text[start:end]) for start, end in stretches]
    if len(pages) < 2 or not all(page.speaking for page in pages):
        return None
    numbers = [_number_of(page, source) for page in pages]
    parts = tuple(Part((stretch,), n) for stretch, n in zip(stretches, numbers, strict=True))
    return Division(parts, (), report_division(source, numbers, ()), layout="html")


def _number_of(page: Page, source: Source) -> str:
    """The number of a page's document, as its heading says, or else its address."""
    titles = (read_title(said(page, e, LONGEST)) for e in page.root.descendants() if e.name in HEADINGS)
    printed = next((title.number for title in titles if title), "")
    address = _ADDRESS.search(place_of(page.root, source).address)
    return printed or (address["n"] if address else "")


class _Pages:
    """A page that may hold several documents."""

    def __init__(self, source: Source, page: Page) -> None:
        self.source, self.page = source, page
        self.place = place_of(page.root, source)
        self.apparatus = find_notes(page, self.place)
        self.left_out = find_frame(page, self.apparatus.holders).left_out
        self.outline = draw_outline(page, self.left_out)

    def divide(self) -> Division | None:
        """The documents, where there are several."""
        noted = Stretches.of(self.apparatus.holders)
        signs = Signs(lambda line: _ANY.match(line.text) if noted.cover(line) else None, heads=self.outline.in_heading)
        headings = find_headings(self.outline.lines, signs)
        if len(headings) < 2:
            return None
        titles = [self._titles(h, before, noted) for before, h in zip([None, *headings], headings, strict=False)]
        bodies = self._bodies(headings)
        stretches = [cut_out([body], self._places(titles)) for body in bodies]
        stretches = self._give_notes(bodies, stretches)
        words = [tuple(line.text for line in some) for some in titles]
        parts = tuple(
            Part(tuple(own), heading.number, some)
            for own, heading, some in zip(stretches, headings, words, strict=True)
        )
        ledger = tuple(self._ledger([stretch for own in stretches for stretch in own], titles))
        numbers, between = [heading.number for heading in headings], [line for some in titles for line in some]
        found = (*report_division(self.source, numbers, between), *report_outside(self.source, ledger))
        return Division(parts, ledger, found, self.place.address, "html")

    def _bodies(self, headings: Sequence[Heading]) -> list[Stretch]:
        """Where each document begins and ends, its notes elsewhere and titles before it apart."""
        lines = self.outline.lines
        limits = [*(lines[heading.first].start for heading in headings[1:]), len(self.page.text)]
        outer = [self.outline.outermost(lines[h.first], limit) for h, limit in zip(headings, limits, strict=True)]
        last, following = outer[-1], lines[headings[-1].line + 1]
        whole = following.start < last.end or last.parent is None
        end = last.end if whole else last.parent.close if last.parent else 0
        starts = [element.start for element in outer]
        return list(zip(starts, [*starts[1:], end], strict=True))

    def _titles(self, heading: Heading, before: Heading | None, noted: Stretches) -> list[Line]:
        """The titles of a chapter right before a document: lines that the page itself makes headings."""
        lines, at = self.outline.lines, heading.first
        while (
            at > (before.line + 1 if before else 0) and self._is_title(lines[at - 1]) and not noted.cover(lines[at - 1])
        ):
            at -= 1
        return lines[at : heading.first]

    def _is_title(self, line: Line) -> bool:
        return is_chapter(line.text) or (self.outline.in_heading(line) and is_title(line.text))

    def _places(self, titles: Sequence[Sequence[Line]]) -> list[Stretch]:
        found = []
        for line in (line for some in titles for line in some):
            holder = self.outline.outermost(line, line.end + _TAGS)
            found.append((min(holder.start, line.start), max(holder.end, line.end)))
        return found

    def _give_notes(self, bodies: Sequence[Stretch], stretches: list[list[Stretch]]) -> list[list[Stretch]]:
        """The stretches of the documents, notes that stand elsewhere with the document that calls them."""
        starts = [start for start, _ in bodies]
        alone = Stretches.of(body.block for body in self.apparatus.bodies)
        moved: dict[Stretch, int] = {}
        for marker, body in self.apparatus.markers.items():
            document = bisect_right(starts, marker.start) - 1
            start, end = body.block.start, body.block.end
            here = document >= 0 and bodies[document][0] <= start < bodies[document][1]
            if marker.name == "a" and document >= 0 and not here and alone.count(body.block) == 1:
                moved.setdefault((start, end), document)
        moved |= share_notes(self.page, self.apparatus, bodies)
        kept = [cut_out(own, list(moved)) for own in stretches]
        for stretch, document in sorted(moved.items()):
            kept[document].append(stretch)
        return kept

    def _ledger(self, taken: Sequence[Stretch], titles: Sequence[Sequence[Line]]) -> Iterator[Entry]:
        """The ledger of what belongs to no document."""
        named = Stretches(
            [line.start for some in titles for line in some], [line.end for some in titles for line in some]
        )
        for entry in enter_shell(self.page, self.left_out, sorted(taken)):
            words = self.page.text[entry.start : entry.end]
            start = entry.start + len(words) - len(words.lstrip())
            place = Words(start, start + len(words.strip()))
            if entry.reason is Reason.OUTSIDE and named.cover(place):
                yield from _enter(self.page.text, entry, place, Reason.TITLE)
            elif entry.reason is Reason.OUTSIDE and PATTERNS[Reason.NOTES_HEADING].fullmatch(words.strip()):
                yield from _enter(self.page.text, entry, place, Reason.NOTES_HEADING)
            else:
                yield entry


def _enter(text: str, entry: Entry, place: Words, reason: Reason) -> Iterator[Entry]:
    """The entries of words under a reason, the white space around and the ends of lines in them as such."""
    at = entry.start
    for found in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[place.start : place.end]):
        start, end = place.start + found.start(), place.start + found.end()
        if at < start:
            yield Entry(at, start, Reason.BLANK)
        yield Entry(start, end, reason)
        at = end
    if at < entry.end:
        yield Entry(at, entry.end, Reason.BLANK)
