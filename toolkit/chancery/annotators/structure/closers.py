"""Salutations, valedictions, signatures and postscripts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from chancery.annotators.structure.attachments import opens_attachment
from chancery.annotators.structure.lists import is_sentence
from chancery.model.document import Block, Document, Kind, Mark

_SALUTATION = re.compile(
    r"(?:(?:My )?(?:[Dd]ear|Dearest) .{2,70}|Gentlemen|Sirs?|(?:Your )?Excellency|Madam"
    r"|(?:Mr\.|Madame?|Monsieur) (?:[\w’]+ )?"
    r"(?:President|Secretary|Minister|Ambassador|Chairman|Chargé d[’']Affaires))[:,]\Z"
)
_VALEDICTION = re.compile(
    r"(?:Very |Most |Yours |With |Best |Warm|Respectfully|Sincerely|Cordially|Faithfully|As ever|Kind)"
    r"[\w\s’'.-]{0,60},?\Z"
)
_POSTSCRIPT = re.compile(r"(?:P\.? ?){1,2}S\.")
_WORD = r"(?:[A-Z][\w.’'\[\]-]*|de[A-Z]?\.?|d[aiu]|la|le|von|van|der|den|bin|ibn|of|the|and|for|a[ln]-\w+|el-\w+)"
_NAME = re.compile(rf"(?:/[sS]/ ?)?[\[(]?\s?[A-Z][\w.’'\[\]-]*\s?(?:[ ,]+[(\[]?{_WORD}[)\]]?)*[\])]?,?\*?")
_TITLE = re.compile(
    r"\b(?:Director|Secretary|Chief|Colonel|Captain|Major|General|Admiral|Lieutenant|Ambassador|Chairman|Assistant|Deputy"
    r"|Minister|President|Chargé|Officer|Division|Staff|Counselor|Consul|Adviser|Advisor|Attaché|Representative|USN|USA"
    r"|USAF|U\.S\.[AN]\.|Commander|Commanding|Administrator|Commissioner|Governor|Section|Branch|Department"
    r"|Commissar|Plenipotentiary|Delegate|Delegation|Counsellor|Marshal|Premier|Envoy|Affairs|Council|Committee)\b"
)
# On whose behalf somebody signs: "For the Secretary of State:", "By the President:".
_BEHALF = re.compile(r"\(?(?:For|By|On behalf of)(?: (?:order|direction|authority) of)? [A-Z\w’][^:.;]{2,80}:\)?\s*")
_BY_HAND = re.compile(r"(?:/[sS]/|[\[(](?i:signed|sgd\.?|seal|l\. ?s\.)[\])]:?|Signed:)\s*")
_ADDRESSEE = re.compile(
    r"(?:(?:His|Her|Your|The) (?:(?:Imperial|Royal|Serene|Right) )*)?(?:Majesty|Highness|Excellency|Honou?rable)\b"
)
_COPIES = re.compile(r"(?:cc|CC|bcc|[Cc]op(?:y|ies)(?: to)?)\s?:|[A-Z\d][A-Z\d./-]*\d\Z")  # and the number of the paper
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr)\.|\b[A-Z][a-z]?[A-Z]\.?|,)\Z")
_INITIALS = re.compile(r"[A-Z]{2,4}\.")
_NO_TITLE = re.compile(r"\w[:/]\S*\d")  # a typist's mark: "HAK:RM:ms:1/10/70"
_NOT_A_NAME = re.compile(
    r"(?i)(?:\d|attachments?|enclosures?|recommendations?|conclusions?|summary|approved?|disapproved?|discussion|tab\b"
    r"|undated|none|end\b|top secret|secret|confidential|annex|appendix|copy|cc|distribution|background|comments?"
    r"|gp[-–]\d|other\b|yes\b|no\b|see me|initials)"
)
MOST_WORDS = 6  # on the line of a signature
LONGEST = 140  # characters of a signature with its title
MOST_BELOW = 5  # blocks of the signer's office, or of who was written to


def name_closers(document: Document) -> Document:
    """The document with salutations, valedictions, signatures and postscripts named."""
    blocks = list(document.blocks)
    starts = [0, *(n for n in range(1, len(blocks)) if opens_attachment(blocks, n))]
    parts = [blocks[start:end] for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    for part in parts:
        _name_salutation(part)
        _name_closer(part)
    return replace(document, blocks=tuple(block for part in parts for block in part))


def _name_salutation(blocks: list[Block]) -> None:
    """Name the salutation with which a part of the document begins."""
    first = next((n for n, b in enumerate(blocks) if b.kind is Kind.P), None)
    if first is not None and _SALUTATION.match(blocks[first].text.chars.strip()):
        blocks[first] = replace(blocks[first], kind=Kind.SALUTE)


def _name_closer(blocks: list[Block]) -> None:
    """Name the signature that ends a part of the document, and what stands around it."""
    place = _last_text(blocks, len(blocks))
    while place is not None and _is_postscript(blocks, place):
        blocks[place] = replace(blocks[place], kind=Kind.POSTSCRIPT)
        place = _last_text(blocks, place)
    if place is not None and blocks[place].kind is Kind.DATELINE:  # a letter may end in its date
        place = _last_text(blocks, place)
    signers = 0
    while place is not None and (found := _find_signature(blocks, place, first=signers == 0)) is not None:
        for line in range(found, place + 1):
            if blocks[line].kind is Kind.P:
                blocks[line] = replace(blocks[line], kind=Kind.BELOW if line > found else Kind.SIGNED)
        place = _last_text(blocks, found)
        signers += 1
        if place is not None and _is_behalf(blocks, place):
            blocks[place] = replace(blocks[place], kind=Kind.BELOW)
            place = _last_text(blocks, place)
    if signers and place is not None and _is_valediction(blocks[place]) and _follows_text(blocks, place):
        blocks[place] = replace(blocks[place], kind=Kind.VALEDICTION)


def _is_behalf(blocks: list[Block], place: int) -> bool:
    """Whether a line says on whose behalf the signature below it is, and the closer has begun above it."""
    above = _last_text(blocks, place)
    if above is None or blocks[place].kind is not Kind.P or not _BEHALF.fullmatch(blocks[place].text.chars.strip()):
        return False
    return _is_valediction(blocks[above]) or _find_signature(blocks, above, first=False) is not None


def _is_postscript(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    return block.kind is Kind.P and bool(_POSTSCRIPT.match(block.text.chars)) and _follows_text(blocks, place)


def _is_valediction(block: Block) -> bool:
    chars = block.text.chars.strip()
    return block.kind is Kind.P and len(chars) < LONGEST and bool(_VALEDICTION.match(chars))


def _find_signature(blocks: list[Block], place: int, first: bool) -> int | None:
    """Where the signature stands that ends at `place`, perhaps in lines below it; nothing for text."""
    above: int | None = place
    below: list[Block] = []
    while above is not None and len(below) < MOST_BELOW and _could_stand_below(blocks[above]):
        below.insert(0, blocks[above])
        above = _last_text(blocks, above)
        if above is not None and _signs(blocks, above, first) and _belong(blocks[above], below):
            return above
    return place if _signs(blocks, place, first) else None


def _could_stand_below(block: Block) -> bool:
    chars = block.text.chars.strip()
    return block.kind is Kind.P and not block.given and len(chars) < LONGEST and not is_sentence(chars)


def _belong(signature: Block, below: list[Block]) -> bool:
    """Whether lines belong to the signature above them: the signer's office, who got copies; or who was written to."""
    lines = [block.text.chars.strip() for block in below]
    if _ADDRESSEE.match(lines[0]):
        return True
    named = len(_name(signature).split()) > 1 and not _TITLE.search(signature.text.chars)
    pairs = zip(lines, ["", *lines], strict=False)
    offices = list(takewhile(lambda pair: _is_office_line(pair[0]) or pair[1].endswith(","), pairs))
    return named and bool(offices) and all(_COPIES.match(line) for line in lines[len(offices) :])


def _is_office_line(chars: str) -> bool:
    return bool(_TITLE.search(chars)) and (chars[-1] not in ".:;?!" or bool(_ABBREVIATED.search(chars)))


def _last_text(blocks: list[Block], end: int) -> int | None:
    return next((n for n in range(end - 1, -1, -1) if blocks[n].kind is not Kind.PAGE), None)


def _signs(blocks: list[Block], place: int, first: bool) -> bool:
    """Whether the block is a signature after some text; of several all but the last have two names, no title."""
    block, above = blocks[place], _last_text(blocks, place)
    closes_letter = first and above is not None and _is_valediction(blocks[above])
    if block.given:
        return block.kind is Kind.SIGNED and _follows_text(blocks, place)
    if not _follows_text(blocks, place) or not _is_signature(block, quoted=closes_letter):
        return False
    return first or (len(_name(block).split()) > 1 and not _TITLE.search(_name(block)))


def _follows_text(blocks: list[Block], place: int) -> bool:
    return any(b.kind in (Kind.P, Kind.ITEM) for b in blocks[:place])


def _name(block: Block) -> str:
    """The name in a signature: its first line, or that after on whose behalf it is; the title may follow."""
    chars = block.text.chars
    behalf = _BEHALF.match(chars)
    start = behalf.end() if behalf and chars[behalf.end() :].strip() else 0
    line_end = next((m.at for m in block.milestones if m.mark is Mark.LINE and m.at > start), len(block.text))
    return _BY_HAND.sub("", chars[start:line_end].strip(), count=1)


def _is_signature(block: Block, quoted: bool) -> bool:
    """Whether a block is a name, its title perhaps on a second line: short, every word capitalised, no full stop.

    A letter that is quoted whole may end in a quotation mark (`quoted`).
    """
    name = _name(block)
    rest = block.text.chars.partition(name)[2] if name else ""
    if block.kind is not Kind.P or not name or len(block.text) > LONGEST or len(name.split()) > MOST_WORDS:
        return False
    name = name.rstrip('”"') if quoted else name
    if not _NAME.fullmatch(name) or _VALEDICTION.match(name) or _NOT_A_NAME.match(name.lstrip("[(")):
        return False
    if _NO_TITLE.search(rest):
        return False
    return name[-1] not in '.:;,?!—”"' or bool(_ABBREVIATED.search(name) or _INITIALS.fullmatch(name))
