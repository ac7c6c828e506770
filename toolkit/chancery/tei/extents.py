"""Where the parts of a document begin and end: attachments, openers, closers, lists."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.model.document import Block, Kind
from chancery.tei.lists import heads_lists

OPENER = (Kind.OPENING, Kind.DATELINE, Kind.SALUTE)
CLOSING = (Kind.VALEDICTION, Kind.SIGNED, Kind.BELOW)


def parts_of(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The document's own text and its attachments."""
    kinds = [block.kind for block in blocks]
    later = (n for n in range(1, len(kinds)) if kinds[n] is Kind.ATTACHMENT and kinds[n - 1] is not Kind.ATTACHMENT)
    starts = [0, *later]
    return [blocks[a:b] for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def closer_start(blocks: Sequence[Block]) -> int:
    """Where the blocks begin that only a closer or what follows it can hold."""
    start = next((n for n, b in enumerate(blocks) if b.kind in (*CLOSING, Kind.POSTSCRIPT)), None)
    if start is not None:
        return start
    last = max((n for n, b in enumerate(blocks) if b.kind is not Kind.PAGE), default=-1)
    written = any(b.kind not in (Kind.PAGE, *OPENER) for b in blocks[:last])
    return last if last >= 0 and blocks[last].kind is Kind.DATELINE and written else len(blocks)


def opener_end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Where the opener ends that begins at `start`; 0 where no line needs one: a dateline alone does not."""
    at = start
    while at < limit and blocks[at].kind in (*OPENER, Kind.PAGE):
        at += 1
    end = start + last_page_breaks(blocks[start:at])
    return end if any(block.kind is Kind.OPENING for block in blocks[start:end]) else 0


def last_page_breaks(blocks: Sequence[Block]) -> int:
    """Where the page breaks begin that nothing follows."""
    end = len(blocks)
    while end and blocks[end - 1].kind is Kind.PAGE:
        end -= 1
    return end


def list_end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Where the list that begins at `start` ends: before the next head, and before page breaks that nothing follows."""
    end = at = start + 1
    if heads_lists(blocks[start:limit]):
        while end < limit and _goes_on(blocks[end : min(end + 2, limit)], blocks[start].list_type):
            end = list_end(blocks, end, limit)
        return end
    while at < limit and blocks[at].kind in (Kind.ITEM, Kind.PAGE):
        at += 1
        if blocks[at - 1].kind is Kind.ITEM:
            end = at
    return end


def _goes_on(blocks: Sequence[Block], list_type: str) -> bool:
    """Whether one more list of a list of lists begins with the first block; these are not nested in each other."""
    return blocks[0].kind is Kind.LIST_HEAD and blocks[0].list_type == list_type and not heads_lists(blocks)
