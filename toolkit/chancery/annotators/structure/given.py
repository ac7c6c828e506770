"""Closers that the source itself gives, and what follows them: TEI has nothing after a closer but an attachment."""

from __future__ import annotations

from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.annotators.structure.attachments import EDITORIAL
from chancery.model.document import Block, Document, Kind

CLOSING = (Kind.SIGNED, Kind.VALEDICTION)
_TEXT = (Kind.P, Kind.ITEM, Kind.CELL, Kind.LABEL)
_AFTER = (*CLOSING, Kind.POSTSCRIPT, Kind.DATELINE, Kind.PAGE)
MOST_WORDS = 20  # of the heading of a paper that follows a signature


def settle_closers(document: Document) -> Document:
    """The document with what follows a given closer made an attachment, if it has a heading; else no closer is one."""
    blocks = list(document.blocks)
    for place in range(len(blocks)):
        if not (blocks[place].given and blocks[place].kind in CLOSING):
            continue
        after = next((n for n in range(place + 1, len(blocks)) if blocks[n].kind not in _AFTER), None)
        opened = max((n for n in range(place) if blocks[n].kind is Kind.ATTACHMENT), default=0)
        closes = any(b.kind in _TEXT and not match_dateline(b.text.chars) for b in blocks[opened:place])
        if closes and (after is None or blocks[after].kind is Kind.ATTACHMENT):
            continue
        if closes and after is not None and _could_head(blocks, after):
            blocks[after] = replace(blocks[after], kind=Kind.ATTACHMENT)
        else:
            blocks[place] = replace(blocks[place], kind=Kind.P)
    _settle_below(blocks)
    return replace(document, blocks=tuple(blocks))


def _settle_below(blocks: list[Block]) -> None:
    """Say of the lines of a closer that stand below its signature that they do: they are no valedictions."""
    signed = False
    for place, block in enumerate(blocks):
        if signed and block.given and block.kind is Kind.VALEDICTION:
            blocks[place] = replace(block, kind=Kind.BELOW)
        elif block.kind is not Kind.PAGE:
            signed = block.given and block.kind is Kind.SIGNED


def _could_head(blocks: list[Block], place: int) -> bool:
    block, chars = blocks[place], blocks[place].text.chars.strip()
    more = any(b.kind in _TEXT for b in blocks[place + 1 :])
    if not more or block.kind not in (Kind.P, Kind.LABEL) or len(chars.split()) > MOST_WORDS:
        return False
    if EDITORIAL.fullmatch(chars):
        return False
    return block.kind is Kind.LABEL or (chars[:1].isupper() and chars[-1:] not in ".,;:?!")
