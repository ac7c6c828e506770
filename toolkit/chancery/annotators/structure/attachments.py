"""Attachments and enclosures: known headings with text after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from chancery.annotators.dates import match_dateline
from chancery.annotators.structure.lists import list_type
from chancery.annotators.structure.openings import STATE, is_opening_line
from chancery.model.blocks import following, preceding
from chancery.model.document import Block, Document, Kind

LONGEST_LABEL, LONGEST_TITLE = 150, 300  # characters of "Enclosure 2 to …", of the paper's title
MOST_SIGNED = 6  # words of a signature

_WORD = r"(?:Attachment|(?:[Ss]ub-?)?[Ee]nclosure|Inclosure|Annexure|Annexe?|Appendix|Tab|Exhibit)"
_MARK = r"(?:No\. ?)?[“\"]?(?:\d{1,2}|[A-Z]{1,2}|[IVX]{1,5})[”\"]?"  # “B”, 2, No. 3, IV
_MADE = r" ?[—–-] ?[A-Z][\w’. -]{2,40}"  # —Translation
_LINE = rf"{_WORD}s?(?: ?{_MARK})?(?: (?:to|in) [A-Z\d“][^.:;]{{0,40}}[^.:;]*)?(?:{_MADE})?"
_HEADING = re.compile(rf"(?:{_LINE}|\[\s?(?i:{_LINE})\s?\]|(?:{_WORD.upper()})S?(?: ?{_MARK})?):?\Z")
_TRANSLATION = re.compile(rf"\[\s?{STATE}\s?\]\Z")
EDITORIAL = re.compile(r"(?:\d+\.\s+)?Editorial Notes?", re.I)  # stands between documents: it heads no attachment
_PAPER = re.compile(
    r"\b(?:Papers?|Memorand(?:um|a)|Letters?|Messages?|Notes?|Telegram|Cable|Report|Statement|Draft|Aid[eé]-[Mm][eé]moire"
    r"|D[eé]marche|Minutes|Summary|Extracts?|Excerpts?|Talking Points|List|Analysis|Agreement|Text|Translation"
    r"|Submission|Protocol|Proposals?|Resolution|Declaration|Proclamation|Treaty|Convention|Decree|Directive"
    r"|Communiqu[eé]|Document|Record|Instructions?|Announcement|Address|Speech|Press Release|Despatch)\b"
)
_ADDRESSED = re.compile(r"\[?(?:The .{2,150}|[A-Z].{2,150}\)) to (?:the )?[A-Z]")


def name_attachments(document: Document) -> Document:
    """The document with the headings of its attachments named, where the document's own text is already over.

    The title of the paper is the next line of the heading, what the editors say of the text perhaps between them.
    """
    blocks = list(document.blocks)
    for place, block in enumerate(blocks):
        line = block.kind is Kind.P or (block.kind is Kind.LABEL and block.given)
        if line and _heads(blocks, place) and _stands_between(blocks, place):
            blocks[place] = replace(block, kind=Kind.ATTACHMENT)
            title = (
                place + 1 + (place + 2 < len(blocks) and bool(_TRANSLATION.match(blocks[place + 1].text.chars.strip())))
            )
            if _is_title(blocks, title):
                for line_below in range(place + 1, title + 1):
                    blocks[line_below] = replace(blocks[line_below], kind=Kind.ATTACHMENT)
    return replace(document, blocks=tuple(blocks))


def _heads(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line heads an attachment by its words; a translation follows the signature of the original."""
    if len(blocks[place].text) > LONGEST_LABEL:
        return False
    chars = blocks[place].text.chars.strip()
    if _HEADING.match(chars):
        return True
    if not _TRANSLATION.match(chars):
        return False
    above = next((b.text.chars.strip() for b in preceding(blocks, place) if b.kind is Kind.P), "")
    return above[-1:] not in ".:;,?!]" and len(above.split()) <= MOST_SIGNED


def _stands_between(blocks: Sequence[Block], place: int) -> bool:
    """Whether the document's own text stands before a block, and something after it."""
    before = any(b.kind is Kind.P for b in islice(blocks, place))
    return before and any(b.kind is not Kind.PAGE for b in following(blocks, place))


def opens_attachment(blocks: Sequence[Block], place: int) -> bool:
    """Whether an attachment begins at `place`; the second line of its heading begins nothing."""
    return blocks[place].kind is Kind.ATTACHMENT and not (place and blocks[place - 1].kind is Kind.ATTACHMENT)


def _is_title(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block under "Attachment" is the paper's title: above a dateline, in capitals, or naming a paper."""
    if place + 1 >= len(blocks):
        return False
    block, chars = blocks[place], blocks[place].text.chars.strip()
    if block.kind is not Kind.P or len(chars) > LONGEST_TITLE or chars[-1] in ".:;,?!":
        return False
    if not chars.lstrip("[“")[:1].isupper() or is_opening_line(chars) or _HEADING.match(chars):
        return False
    if EDITORIAL.fullmatch(chars) or match_dateline(chars) or list_type(chars):
        return False
    texts = (b.text.chars for b in following(blocks, place) if b.kind is not Kind.PAGE)
    below = next((text for text in texts if not is_opening_line(text)), "")
    named = chars.isupper() or bool(_PAPER.search(chars) or _ADDRESSED.match(chars))
    return named or bool(match_dateline(below))
