"""Datelines: short lines that are nothing but a place and a date."""

from __future__ import annotations

from dataclasses import replace

from chancery.annotators.dates import Dateline, find_date_at_end, match_dateline
from chancery.annotators.structure.openings import is_opening_line
from chancery.model.document import Block, Document, Kind, Mark

LONGEST = 160  # characters
_ABOVE = (Kind.HEAD, Kind.SOURCE, Kind.ATTACHMENT, Kind.PAGE)


def name_datelines(document: Document) -> Document:
    """The document with its datelines named: one at the top, and one at the top of each attachment.

    A date at the end of a paper is its dateline where it has no other. Letterheads and titles of papers inside a
    document end in dates too; they come after the dateline, run over lines, or
    name no place.
    """
    blocks = list(document.blocks)
    front, dated, first = True, False, 0
    for place, block in enumerate(blocks):
        if block.kind is Kind.ATTACHMENT:
            front, dated, first = True, False, place
        dated = dated or block.kind is Kind.DATELINE
        if block.kind is not Kind.P or block.given:
            continue
        last = place == len(blocks) - 1
        found = _read_dateline(block) if not dated else None
        if found and (front or (last and found.placed)) and (found.placed or _stands_alone(blocks, first, place)):
            blocks[place] = replace(block, kind=Kind.DATELINE)
            dated = True
        elif len(block.text) > LONGEST:
            front = False
    return replace(document, blocks=tuple(blocks))


def _read_dateline(block: Block) -> Dateline | None:
    """What the block says if it is a dateline in one line."""
    found = match_dateline(block.text.chars) if len(block.text) <= LONGEST else None
    return found if found and all(m.at > found.date[0] for m in block.milestones_of(Mark.LINE)) else None


def _stands_alone(blocks: list[Block], first: int, place: int) -> bool:
    """Whether a date alone is a dateline: right below the heading; below one that is dated, before the first page.

    On the page stands the paper's own date, which its typist wrote; a dateline there has that one below it.
    """
    above = [b for b in blocks[first:place] if not is_opening_line(b.text.chars)]
    below = blocks[place + 1 : place + 2]
    headed = any(find_date_at_end(b.text.chars) for b in above if b.kind is Kind.HEAD)
    twice = any(find_date_at_end(b.text.chars) for b in below)
    return all(b.kind in _ABOVE and (twice or not headed or b.kind is not Kind.PAGE) for b in above)
