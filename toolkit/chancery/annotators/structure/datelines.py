"""Datelines: short lines that are nothing but a place and a date (frus-guide 1.6)."""

from __future__ import annotations

from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.model.document import Document, Kind

LONGEST = 160  # characters
_FRONT = (Kind.HEAD, Kind.SOURCE, Kind.PAGE, Kind.DATELINE, Kind.LIST_HEAD, Kind.ITEM, Kind.SALUTE)


def name_datelines(document: Document) -> Document:
    """The document with its datelines named."""
    blocks = list(document.blocks)
    front = True
    for place, block in enumerate(blocks):
        if block.kind is not Kind.P:
            continue
        short = len(block.text) <= LONGEST
        if short and (found := match_dateline(block.text.chars)) and (front or found.placed):
            blocks[place] = replace(block, kind=Kind.DATELINE)
        elif len(block.text) > LONGEST:
            front = False
    return replace(document, blocks=tuple(blocks))
