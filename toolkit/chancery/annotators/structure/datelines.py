"""Datelines: short lines that are nothing but a place and a date."""

from __future__ import annotations

from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.model.document import Document, Kind, Mark

LONGEST = 160  # characters


def name_datelines(document: Document) -> Document:
    """The document with its datelines named: one at the top, and one at the top of each attachment.

    A date at the end of a paper is its dateline where it has no other. Letterheads and titles of papers inside a
    document end in dates too; they come after the dateline or run over lines.
    """
    blocks = list(document.blocks)
    front, dated = True, False
    for place, block in enumerate(blocks):
        if block.kind is Kind.ATTACHMENT:
            front, dated = True, False
        dated = dated or block.kind is Kind.DATELINE
        if block.kind is not Kind.P or block.given:
            continue
        last = place == len(blocks) - 1
        found = match_dateline(block.text.chars) if len(block.text) <= LONGEST and not dated else None
        in_one_line = found and all(m.at > found.date[0] for m in block.milestones_of(Mark.LINE))
        if found and in_one_line and (front or (last and found.placed)):
            blocks[place] = replace(block, kind=Kind.DATELINE)
            dated = True
        elif len(block.text) > LONGEST:
            front = False
    return replace(document, blocks=tuple(blocks))
