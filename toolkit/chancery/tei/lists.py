"""Lists from items that know their depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from chancery.model.document import Block, Kind
from chancery.tei.builder import Builder

Write = Callable[[Block], None]


def write_list(builder: Builder, blocks: Sequence[Block], write_text: Write, write_page: Write) -> None:
    """Write a list: perhaps a head, then items, deeper ones nested in the item before them; page breaks in between."""
    kind = next((b.list_type for b in blocks if b.list_type), "simple")
    with builder.block("list", {"type": kind}):
        at = 0
        if blocks[0].kind is Kind.LIST_HEAD:
            at = 1
            with builder.line("head"):
                write_text(blocks[0])
        if heads_lists(blocks):
            _write_lists(builder, blocks[at:], write_text, write_page)
        else:
            _write_items(builder, blocks[at:], write_text, write_page)


def heads_lists(blocks: Sequence[Block]) -> bool:
    """Whether the first block heads a list of lists: "PARTICIPANTS", then a list for each delegation."""
    return len(blocks) > 1 and blocks[0].kind is blocks[1].kind is Kind.LIST_HEAD


def _write_lists(builder: Builder, blocks: Sequence[Block], write_text: Write, write_page: Write) -> None:
    starts = [n for n, block in enumerate(blocks) if block.kind is Kind.LIST_HEAD]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        with builder.block("item"):
            write_list(builder, blocks[start:end], write_text, write_page)


def _write_items(builder: Builder, blocks: Sequence[Block], write_text: Write, write_page: Write) -> None:
    depth = min((b.depth for b in blocks if b.kind is Kind.ITEM), default=1)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is Kind.PAGE:
            write_page(block)
            at += 1
            continue
        end = at + 1
        while end < len(blocks) and (blocks[end].kind is Kind.PAGE or blocks[end].depth > depth):
            end += 1
        while blocks[end - 1].kind is Kind.PAGE:  # a page break between two items stands between them
            end -= 1
        with ExitStack() as item:
            item.enter_context(builder.line("item"))
            write_text(block)
            if end > at + 1:  # no white space before the nested list: an item holds text
                item.enter_context(builder.nested("list", {"type": "simple"}))
                _write_items(builder, blocks[at + 1 : end], write_text, write_page)
        at = end
