"""The heading of a page's document, and what the site says above it: its name, its slogan, the title of a volume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chancery.model.document import Block, Kind, Mark
from chancery.readers.division.shapes import (
    is_dateline,
    is_decimal,
    is_editorial,
    is_file_number,
    is_sentence,
    names_correspondents,
    names_date,
    names_kind,
    names_route,
    read_title,
)

MOST, LONGEST = 12, 200  # blocks above a heading, characters of each


def count_above(blocks: Sequence[Block]) -> int:
    """How many blocks at the top are the site's; none unless all that stands above a document's heading may be."""
    for place, block in enumerate(blocks[: MOST + 1]):
        if _heads(block):
            return place
        if not _could_be_site(block):
            return 0
    return 0


def _heads(block: Block) -> bool:
    """Whether a block is the heading of a document by its own words."""
    words = block.text.chars.strip()
    title = read_title(words) if block.kind in (Kind.LABEL, Kind.P) else None
    if title is not None and title.words:
        return block.kind is Kind.LABEL or names_kind(title.words) or names_correspondents(title.words)
    if block.kind is not Kind.LABEL:
        return False
    told = names_kind(words) and (names_route(words) or names_date(words))
    return told or is_editorial(words) or names_correspondents(words)


def _could_be_site(block: Block) -> bool:
    words = block.text.chars.strip()
    if block.kind not in (Kind.LABEL, Kind.P, Kind.ITEM, Kind.LIST_HEAD) or block.picture or block.quote:
        return False
    if len(words) > LONGEST or any(milestone.mark is not Mark.LINE for milestone in block.milestones):
        return False
    return not (is_sentence(words) or is_dateline(words) or is_file_number(words) or is_decimal(words))


def name_heading(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the first named a heading, if it is one by its words."""
    named = blocks and blocks[0].kind is Kind.P and _heads(blocks[0])
    return [replace(blocks[0], kind=Kind.LABEL, given=True), *blocks[1:]] if named else list(blocks)
