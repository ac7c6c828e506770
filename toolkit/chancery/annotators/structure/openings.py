"""Lines of an opener that are neither dateline nor salutation: number, classification, receipt, what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chancery.annotators.structure.lists import is_sentence, list_type
from chancery.model.document import Block, Document, Kind

LONGEST = 100  # characters of a line above the dateline
MOST_ABOVE = 4  # such lines
_MARKING = (
    r"(?:top |most |strictly )?(?:secret|confidential|urgent)|restricted|unclassified|plain"
    r"|(?:limited )?official use only|u\.? ?s\.? urgent|niact|(?:double |triple )?priority|(?:most )?immediate"
    r"|(?:operational )?flash|eyes only|personal|private|gray|green"
)
# What the editors say of the text as it is printed.
STATE = r"(?:Telegram|(?:Partial )?(?:Extracts?|Excerpts?|Translation|Paraphrase|Summary))(?:[—–-][A-Z][a-z]+)?"
_OPENING = re.compile(
    rf"\[?(?i:(?:{_MARKING})(?:[\s;,—–-]+(?:and )?(?:{_MARKING}))*)\.?\]?"
    r"|(?:(?:Despatch|Dispatch|Airgram) )?(?:(?:Dip\. |Pol\. )?Nos?\.|Number) ?"
    r"(?:[A-Z]{1,3}[–-])?\d[\d,]*(?:[–-]?[A-Z])?\.?"
    r"|Received .{5,60}\b[ap]\. ?m\.\]?"
    rf"|\[\s?(?:{STATE}|(?:[Rr]eceived|Rec’d|Released|Handed)\b.{{0,80}})\s?\]"
)
_NUMBER_ALONE = re.compile(r"\[?(?:No\. ?)?\d+\.?\]?\Z")
_TOP = (Kind.HEAD, Kind.SOURCE, Kind.ATTACHMENT)
_NUMBERED = re.compile(r"\[?(?:No\. ?)?\d")


def is_opening_line(chars: str) -> bool:
    """Whether a line is a number of the paper, its classification or its receipt by its own words."""
    return bool(_OPENING.fullmatch(chars.strip()))


def name_openings(document: Document) -> Document:
    """The document with what stands around its datelines named, at its top and at that of each attachment.

    Above a dateline of the old volumes, whose headings have no number, any short line belongs to the opener: the text
    has not begun. In others it is the paper's own letterhead.
    """
    blocks = list(document.blocks)
    old = not any(b.kind is Kind.HEAD and _NUMBERED.match(b.text.chars) for b in blocks)
    for top in [place for place, block in enumerate(blocks) if block.kind in _TOP]:
        if top + 1 < len(blocks) and blocks[top + 1].kind not in _TOP:
            _name_opening(blocks, top + 1, old)
    return replace(document, blocks=tuple(blocks))


def _name_opening(blocks: list[Block], start: int, old: bool) -> None:
    """Name the lines of the opener that begins at `start`."""
    if start and _NUMBER_ALONE.match(blocks[start - 1].text.chars):  # the heading's words follow
        return
    end = _opening_end(blocks, start)
    dated = max((place for place in range(start, end) if blocks[place].kind is Kind.DATELINE), default=start)
    for place in range(start, end):
        chars = blocks[place].text.chars
        if blocks[place].kind is Kind.P and ((old and place < dated) or is_opening_line(chars)):
            blocks[place] = replace(blocks[place], kind=Kind.OPENING)
        elif blocks[place].kind is Kind.P:
            return


def _opening_end(blocks: Sequence[Block], start: int) -> int:
    """Where the text begins: after what may stand in an opener."""
    above = 0
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind is Kind.P:
            above += 1
            if above > MOST_ABOVE or not (_is_short(block) or is_opening_line(block.text.chars)):
                return place
        elif block.kind not in (Kind.DATELINE, Kind.PAGE, Kind.OPENING):
            return place
    return len(blocks)


def _is_short(block: Block) -> bool:
    chars = block.text.chars.strip()
    return len(chars) <= LONGEST and chars[-1:] not in ".:;?!" and not is_sentence(chars) and not list_type(chars)
