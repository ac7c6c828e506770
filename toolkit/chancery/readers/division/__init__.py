"""Sources of several documents: a chapter that was pasted, pages one after the other.

`shapes` says what lines look like, `signs` how layouts show notes, `headings` finds where documents begin, `endnotes`
gives the notes of one common list to their documents. What stands between documents is the title of a chapter or
belongs to the document before: no sentence is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.diagnostics import Diagnostic
from chancery.model.division import Division, Part, Stretch, fill_gaps
from chancery.model.ledger import Entry, Reason
from chancery.model.source import Source
from chancery.readers.division.endnotes import give_notes
from chancery.readers.division.headings import Heading, find_headings
from chancery.readers.division.shapes import is_chapter, is_page, is_sentence, is_title
from chancery.readers.division.signs import SIGNS, Signs, ends_notes
from chancery.readers.lines import Line, lines_of

_CANDIDATE = re.compile(r"^\[?(?:No\. ?)?\d{1,4}[a-z]?(?:\.\s|[\]\s]|$)|^[^\n]{0,80}/\d{1,2}[–-]\d", re.M)


def divide(source: Source, layout: str) -> Division:
    """The documents of a source in a plain layout; one that holds all of it where nothing shows that there are more."""
    whole = Division((Part(((0, len(source.text)),)),))
    if not any(n for n, _ in enumerate(_CANDIDATE.finditer(source.text))):  # fewer than two
        return whole
    signs = SIGNS[layout]
    lines = [line for line in lines_of(source.text) if not line.blank]
    headings = find_headings(lines, signs)
    begins = _begin(lines, headings, signs)
    if len(begins) < 2:
        return whole
    return _assemble(source, lines, begins, signs)


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
    starts[0] = 0
    bodies = list(zip(starts, [*starts[1:], len(source.text)], strict=True))
    stretches = give_notes(source.text, lines, bodies, signs)
    taken = [(entry.start, entry.end) for entry in left_out]
    parts = []
    for heading, some, pieces in zip(begins, titles, stretches, strict=True):
        parts.append(Part(_without(pieces, taken), heading.number, tuple(line.text for line in some)))
    return Division(tuple(parts), tuple(left_out), _report(source, lines, begins, titles))


def _without(pieces: Sequence[Stretch], taken: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches without what is taken of them."""
    kept: list[Stretch] = []
    for start, end in pieces:
        inside = [(a - start, b - start) for a, b in taken if start <= a < end]
        kept += [(start + a, start + b) for a, b in fill_gaps(end - start, inside)]
    return tuple(kept)


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
    if before and not (signs.last and at > floor and ends_notes(lines, at, floor, signs, most=1)):
        at = next((n for n in range(at, heading.first) if is_chapter(lines[n].text)), heading.first)
    pages = range(heading.first, heading.line) if heading.line > heading.first else ()
    return [line for n, line in enumerate(lines[at : heading.first], at) if n not in pages and not is_page(line.text)]


def _may_be_title(line: Line, signs: Signs) -> bool:
    return not signs.number(line) and not line.indent and (is_title(line.text) or is_chapter(line.text))


def _report(
    source: Source, lines: Sequence[Line], begins: Sequence[Heading], titles: Sequence[Sequence[Line]]
) -> tuple[Diagnostic, ...]:
    """What is to be said: how many documents there are, and what titles were kept apart."""
    numbers = [heading.number for heading in begins if heading.number]
    named = f": {', '.join(numbers[:12])}{' …' if len(numbers) > 12 else ''}" if numbers else ""
    hint = "each becomes a file of its own; `chancery show FILE --after reader` shows where they begin"
    found = [Diagnostic("S009", source.path, None, f"there are {len(begins)} documents in it{named}", hint)]
    for line in (line for some in titles for line in some):
        message = f"“{line.text[:60]}” is taken for the title of a chapter and kept in the header"
        place = source.line(line.start)
        found.append(Diagnostic("S010", source.path, place, message, "see biblScope in the document that follows"))
    return tuple(found)
