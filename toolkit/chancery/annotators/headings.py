"""The heading, and the file number that may stand before it."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.diagnostics import Diagnostic
from chancery.model.document import Block, Document, Kind

MOST_BEFORE, LONGEST_BEFORE = 3, 300  # blocks before a heading that the source gives, characters of each
LONGEST = 700  # characters; the longest headings of the series have about 600

_NUMBERED = re.compile(r"\[?(?:No\. ?\d|\d{1,4}[a-z]?\.\s)")
_FILE_NUMBER = re.compile(
    r"\[?(?:\d{3}[A-Z]?\.[^\s]*[^.]*"
    r"|[^.]*\w[\w.()–-]*/\d{1,2}[–-]\d+[^.]*"
    r"|[^.]{3,80}\b(?:[Ff]iles?|[Pp]apers|[Ll]ot \d+ ?-?[A-Z] ?\d+)\b.{0,80})"
    r"(?:: (?:Circular )?[Tt]elegram)?\]?\d{0,2}\Z"
)
_INLINE_SOURCE = re.compile(r"\[?Source: ")
_SENTENCE_END = re.compile(r"[a-z]{2,}[.!?][”\"’]?\d{0,2}\Z")


def find_heading(document: Document) -> Document:
    """The document with its heading named, and what stands before it as a source; a warning where there is none."""
    blocks = list(document.blocks)
    if _settle_given(blocks):
        return replace(document, blocks=tuple(blocks))
    before = (Kind.P, Kind.PAGE, Kind.SOURCE)
    first = next((place for place, block in enumerate(blocks) if block.kind not in before), len(blocks))
    places = [place for place, block in enumerate(blocks[:first]) if block.kind is Kind.P][:2]
    if len(places) == 2 and _stand_so(*(blocks[place].text.chars for place in places)):
        blocks[places[0]] = replace(blocks[places[0]], kind=Kind.SOURCE)
        places.pop(0)
    if places and _is_heading(blocks[places[0]].text.chars):
        blocks[places[0]] = replace(blocks[places[0]], kind=Kind.HEAD)
        return replace(document, blocks=tuple(blocks))
    hint = "put a heading such as “250. Telegram From …” before the text"
    line = document.source.line(blocks[places[0]].text.origin(0)) if places else 1
    found = Diagnostic("S004", document.source.path, line, "the text does not begin with a heading", hint)
    return replace(document, blocks=tuple(blocks), diagnostics=(*document.diagnostics, found))


def _settle_given(blocks: list[Block]) -> bool:
    """Whether the source itself gave a heading; what little stands before it is its source, else it is no heading."""
    head = next((place for place, block in enumerate(blocks) if block.kind is Kind.HEAD), None)
    if head is None:
        return False
    before = [place for place in range(head) if blocks[place].kind is not Kind.PAGE]
    if len(before) > MOST_BEFORE or any(len(blocks[place].text) > LONGEST_BEFORE for place in before):
        blocks[head] = replace(blocks[head], kind=Kind.LABEL)
        return False
    for place in before:
        blocks[place] = replace(blocks[place], kind=Kind.SOURCE, depth=0, cell=None)
    return True


def _stand_so(first: str, second: str) -> bool:
    """Whether a source or file number is followed by the heading; a numbered heading leaves no doubt."""
    numbered = bool(_NUMBERED.match(second)) and not _NUMBERED.match(first) and len(first) < LONGEST
    return _is_heading(second) and (_is_source(first) or (numbered and second.startswith(("No. ", "[No. "))))


def _is_source(chars: str) -> bool:
    if _INLINE_SOURCE.match(chars):
        return True
    return len(chars) < 200 and not _NUMBERED.match(chars) and bool(_FILE_NUMBER.match(chars))


def _is_heading(chars: str) -> bool:
    if len(chars) > LONGEST or not any(c.isalpha() for c in chars):
        return False
    if "Editorial Note" in chars[:40]:
        return True
    if _NUMBERED.match(chars):
        return not (len(chars) > 150 and _SENTENCE_END.search(chars))
    return len(chars) < 400 and not _SENTENCE_END.search(chars)
