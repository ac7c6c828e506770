"""What is set off in a document: figures and quotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chancery.model.document import Block, Kind
from chancery.tei.builder import Builder

_QUOTED = (Kind.P, Kind.LIST_HEAD, Kind.ITEM, Kind.PAGE, Kind.FIGURE)  # what a quotation may hold


def write_figure(builder: Builder, block: Block, write_line: Callable[[str, Block], None]) -> None:
    """Write a figure: its heading if it has one, where the picture is, what it shows."""
    if block.picture is None:
        return
    with builder.block("figure"):
        if block.text.chars or block.milestones:
            write_line("head", block)
        builder.element("graphic", attributes={"url": block.picture.address})
        if block.picture.words:
            builder.element("figDesc", block.picture.words)


def quote_end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Where the quotation ends that begins at `start`; 0 where none begins that has a paragraph."""
    quote, end = blocks[start].quote, start
    while end < limit and quote and blocks[end].quote == quote and blocks[end].kind in _QUOTED:
        end += 1
    return end if any(block.kind is Kind.P for block in blocks[start:end]) else 0
