"""Attachments and enclosures: known headings with text after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.annotators.structure.lists import list_type
from chancery.model.document import Block, Document, Kind

LONGEST_TITLE = 300  # characters

_HEADING = re.compile(
    r"\[?(?:Attachment|Enclosure|Annex|Appendix|Tab)s?(?: ?(?:No\. ?)?(?:\d{1,2}|[A-Z]{1,2}|[IVX]{1,4}))?\]?:?\Z"
)
EDITORIAL = re.compile(r"(?:\d+\.\s+)?Editorial Notes?", re.I)  # stands between documents: it heads no attachment
_PAPER = re.compile(
    r"\b(?:Papers?|Memorand(?:um|a)|Letters?|Messages?|Notes?|Telegram|Cable|Report|Statement|Draft|Aid[eé]-[Mm][eé]moire"
    r"|D[eé]marche|Minutes|Summary|Extracts?|Excerpts?|Talking Points|List|Analysis|Agreement|Text|Translation"
    r"|Submission)\b"
)


def name_attachments(document: Document) -> Document:
    """The document with the headings of its attachments named, where the document's own text is already over.

    The title of the paper is the second line of the heading: its dateline stands below it.
    """
    blocks = list(document.blocks)
    for place, block in enumerate(blocks):
        line = block.kind is Kind.P or (block.kind is Kind.LABEL and block.given)
        if line and _HEADING.match(block.text.chars.strip()) and _stands_between(blocks, place):
            blocks[place] = replace(block, kind=Kind.ATTACHMENT)
            if place + 2 < len(blocks) and _is_title(blocks[place + 1], blocks[place + 2]):
                blocks[place + 1] = replace(blocks[place + 1], kind=Kind.ATTACHMENT)
    return replace(document, blocks=tuple(blocks))


def _stands_between(blocks: Sequence[Block], place: int) -> bool:
    """Whether the document's own text stands before a block, and something after it."""
    return any(b.kind is Kind.P for b in blocks[:place]) and any(b.kind is not Kind.PAGE for b in blocks[place + 1 :])


def opens_attachment(blocks: Sequence[Block], place: int) -> bool:
    """Whether an attachment begins at `place`; the second line of its heading begins nothing."""
    return blocks[place].kind is Kind.ATTACHMENT and not (place and blocks[place - 1].kind is Kind.ATTACHMENT)


def _is_title(block: Block, after: Block) -> bool:
    """Whether a block under "Attachment" is the paper's title: above a dateline, in capitals, or naming a paper."""
    chars = block.text.chars.strip()
    if block.kind is not Kind.P or len(chars) > LONGEST_TITLE or not chars[:1].isupper() or chars[-1] in ".:;,?!":
        return False
    if _HEADING.match(chars) or EDITORIAL.fullmatch(chars) or match_dateline(chars) or list_type(chars):
        return False
    return bool(match_dateline(after.text.chars)) or chars.isupper() or bool(_PAPER.search(chars))
