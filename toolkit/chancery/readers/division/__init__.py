"""Sources of several documents: a chapter that was pasted, pages one after the other.

`shapes` says what lines look like, `signs` how layouts show notes, `headings` finds where documents begin, `endnotes`
gives the notes of one common list to their documents. What stands between documents is the title of a chapter or
belongs to the document before: no sentence is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chancery.model.division import Division, Part, cut_out
from chancery.model.ledger import Entry, Reason
from chancery.model.source import Source
from chancery.readers.division.endnotes import give_notes
from chancery.readers.division.headings import Heading, find_headings
from chancery.readers.division.report import report_division
from chancery.readers.division.shapes import is_chapter, is_dateline, is_page, is_sentence, is_title
from chancery.readers.division.signs import SIGNS, Signs, ends_notes, find_layout
from chancery.readers.lines import Line, lines_of

_CANDIDATE = re.compile(
    r"^\ufeff?(?:> ?)*(?:#{1,6} )?\[?(?:No\. ?)?\d{1,4}[a-z]?(?:\.\s|[\]\s]|$)"
    r"|^[^\n]{0,80}/\d{1,2}[–-]\d|^[^\n]{0,40}\d{3}[A-Za-z]?\.[^\n]{0,60}/\d",
    re.M,
)

_SIGN = re.compile(r"#{1,6}[ \t\u00a0]+(?=\S)")
MOST_SIGNS = 10  # characters before a heading that make it one
_TOP = 300  # characters before the heading of a source that holds one document


def divide(source: Source, layout: str) -> Division:
    """The documents of a source in a plain layout; one that holds all of it where nothing shows that there are more."""
    whole = Division((Part(((0, len(source.text)),)),))
    first, *more = [found.start() for found, _ in zip(_CANDIDATE.finditer(source.text), range(2), strict=False)] or [0]
    if not more and first < _TOP:
        return whole
    lines = [line for line in lines_of(source.text) if not line.blank]
    layout = find_layout(lines) or layout
    lines = [_without_sign(line) for line in lines] if layout == "markdown" else lines
    signs = SIGNS[layout]
    headings = find_headings(lines, signs)
    begins = _begin(lines, headings, signs)
    if len(begins) < 2:
        return whole
    return replace(_assemble(source, lines, begins, signs), layout=layout)


def _begin(lines: Sequence[Line], headings: list[Heading], signs: Signs) -> list[Heading]:
    """The beginnings of the documents, of one without a heading before the first among them."""
    if not headings:
        return []
    before = lines[: headings[0].first]
    if not any(is_sentence(line.text) for line in before):
        return headings
    return [Heading(0, -1), *headings]


def _assemble(source: Source, lines: Sequence[Line], begins: Sequence[Heading], signs: Signs) -> Division:
    titles = [
        _titles(lines, heading, begins[place - 1] if place else None, signs) for place, heading in enumerate(begins)
    ]
    left_out = [Entry(line.start, line.end, Reason.TITLE) for some in titles for line in some]
    starts = [_start(lines, heading, some) for heading, some in zip(begins, titles, strict=True)]
    starts = [_before_sign(source.text, start) for start in starts]
    starts[0] = 0
    bodies = list(zip(starts, [*starts[1:], len(source.text)], strict=True))
    stretches = give_notes(source.text, lines, bodies, signs)
    taken = [(entry.start, entry.end) for entry in left_out]
    parts = []
    for heading, some, pieces in zip(begins, titles, stretches, strict=True):
        parts.append(Part(tuple(cut_out(pieces, taken)), heading.number, tuple(line.text for line in some)))
    numbers, between = [heading.number for heading in begins], [line for some in titles for line in some]
    return Division(tuple(parts), tuple(left_out), report_division(source, numbers, between))


def _before_sign(text: str, start: int) -> int:
    """Where a line begins, with the sign that makes it a heading."""
    before = text[max(0, start - MOST_SIGNS) : start]
    sign = len(before) - len(before.rstrip("# \t\u00a0"))
    return start - sign if "#" in before[len(before) - sign :] else start


def _without_sign(line: Line) -> Line:
    """A line without the sign that makes it a heading."""
    sign = _SIGN.match(line.text)
    return Line(line.start + sign.end(), line.end, line.indent, line.text[sign.end() :]) if sign else line


def _start(lines: Sequence[Line], heading: Heading, titles: Sequence[Line]) -> int:
    """Where the characters of a document begin, its chapter's titles among them."""
    first = min([lines[heading.first], *titles], key=lambda line: line.start)
    return first.start - first.indent


def _titles(lines: Sequence[Line], heading: Heading, before: Heading | None, signs: Signs) -> list[Line]:
    """The titles right before a document: all after a list of notes, else only what calls itself a chapter's."""
    floor = before.line + 1 if before else 0
    at = heading.first
    while at > floor and (_may_be_title(lines[at - 1], signs) or is_page(lines[at - 1].text)):
        at -= 1
    if not before and any(not is_page(line.text) for line in lines[:at]):  # they stand in the middle of its text
        at = heading.first
    if before and not (signs.last and at > floor and ends_notes(lines, at, floor, signs, most=1)):
        at = next((n for n in range(at, heading.first) if is_chapter(lines[n].text)), heading.first)
    pages = range(heading.first, heading.line) if heading.line > heading.first else ()
    return [line for n, line in enumerate(lines[at : heading.first], at) if n not in pages and not is_page(line.text)]


def _may_be_title(line: Line, signs: Signs) -> bool:
    titled = is_title(line.text) and not is_dateline(line.text)
    return not signs.number(line) and not line.indent and (titled or is_chapter(line.text))
