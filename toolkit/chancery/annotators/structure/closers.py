"""Salutations, valedictions, signatures and postscripts (frus-guide 1.9, A15)."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.model.document import Block, Document, Kind, Mark

_SALUTATION = re.compile(r"(?:My )?(?:[Dd]ear|Dearest) .{2,70}[:,]\Z|(?:Gentlemen|Sirs?|Excellency|Madam)[:,]\Z")
_VALEDICTION = re.compile(
    r"(?:Very |Most |Yours |With |Best |Warm|Respectfully|Sincerely|Cordially|Faithfully|As ever|Kind)"
    r"[\w\s’'.-]{0,60},?\Z"
)
_POSTSCRIPT = re.compile(r"P\.? ?S\.")
_NAME = re.compile(r"(?:/[sS]/ ?)?[\[(]?[A-Z][\w.’'()-]*")
_NOT_A_NAME = re.compile(
    r"(?i)(?:\d|attachments?|enclosures?|recommendations?|conclusions?|summary|approved?|disapproved?|discussion|tab\b"
    r"|undated|none|end\b|top secret|secret|confidential|annex|appendix|copy|cc|distribution|background|comments?)"
)
MOST_WORDS = 6  # on the line of a signature
LONGEST = 140  # characters of a signature with its title


def name_closers(document: Document) -> Document:
    """The document with salutations, valedictions, signatures and postscripts named."""
    blocks = list(document.blocks)
    first = next((n for n, b in enumerate(blocks) if b.kind is Kind.P), None)
    if first is not None and _SALUTATION.match(blocks[first].text.chars.strip()):
        blocks[first] = replace(blocks[first], kind=Kind.SALUTE)
    ends = [n for n, b in enumerate(blocks) if b.kind is Kind.ATTACHMENT] + [len(blocks)]
    for end in ends:
        _name_closer(blocks, end)
    return replace(document, blocks=tuple(blocks))


def _name_closer(blocks: list[Block], end: int) -> None:
    """Name the signature that ends the part of the document before `end`, and what stands around it."""
    place = _last_text(blocks, end)
    while place is not None and blocks[place].kind is Kind.P and _POSTSCRIPT.match(blocks[place].text.chars):
        blocks[place] = replace(blocks[place], kind=Kind.POSTSCRIPT)
        place = _last_text(blocks, place)
    if place is None or _last_text(blocks, place) is None:
        return
    if blocks[place].kind is Kind.DATELINE:  # a letter may end in its date
        place = _last_text(blocks, place)
    signed = []
    while place is not None and len(signed) < 4 and _is_signature(blocks[place]) and _has_text_before(blocks, place):
        signed.append(place)
        place = _last_text(blocks, place)
    for n in signed:
        blocks[n] = replace(blocks[n], kind=Kind.SIGNED)
    if signed and place is not None and _VALEDICTION.match(blocks[place].text.chars.strip()):
        if blocks[place].kind is Kind.P and len(blocks[place].text) < LONGEST:
            blocks[place] = replace(blocks[place], kind=Kind.VALEDICTION)


def _last_text(blocks: list[Block], end: int) -> int | None:
    return next((n for n in range(end - 1, -1, -1) if blocks[n].kind is not Kind.PAGE), None)


def _has_text_before(blocks: list[Block], place: int) -> bool:
    return any(b.kind in (Kind.P, Kind.ITEM) for b in blocks[:place])


def _is_signature(block: Block) -> bool:
    """Whether a block is a name, its title perhaps on a second line: short, capitalised, without a full stop."""
    chars = block.text.chars.strip()
    if block.kind is not Kind.P or not chars or len(chars) > LONGEST:
        return False
    line_end = next((m.at for m in block.milestones if m.mark is Mark.LINE), len(block.text))
    name = block.text.chars[:line_end].strip()
    if len(name.split()) > MOST_WORDS or not _NAME.match(name) or _NOT_A_NAME.match(name.lstrip("[(")):
        return False
    initials = all(len(part.strip("[]().")) <= 3 for part in re.split(r"[\s.]+", name) if part)
    return (name[-1] not in ".:;,?!—" or (name[-1] == "." and (initials or name.endswith(("Jr.", "Sr."))))) and (
        not name.endswith(("”", '"')) and not name.isupper() or len(name) < 30
    )
