"""The heading, and the file number that may stand before it."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.annotators.sources import is_source
from chancery.annotators.structure.openings import is_opening_line
from chancery.diagnostics import Diagnostic
from chancery.model.document import Block, Document, Kind

MOST_BEFORE, LONGEST_BEFORE = 3, 300  # blocks before a heading that the source gives, characters of each
MOST_SOURCES = 3  # blocks
LONGEST = 700  # characters; the longest headings of the series have about 600

_NUMBERED = re.compile(r"\[?(?:No\. ?\d|\d{1,4}[a-z]?\.\s)")
_NUMBER_ALONE = re.compile(r"\[?No\. ?\d+\]?\Z")
_SENTENCE_END = re.compile(r"[a-z]{2,}[.!?][”\"’]?\d{0,2}\Z|\A\[.{80,}[.!?]\]\Z", re.S)


def find_heading(document: Document) -> Document:
    """The document with its heading named, and what stands before it as a source; a warning where there is none."""
    blocks = list(document.blocks)
    if _settle_given(blocks):
        return replace(document, blocks=tuple(blocks))
    before = (Kind.P, Kind.PAGE, Kind.SOURCE)
    first = next((place for place, block in enumerate(blocks) if block.kind not in before), len(blocks))
    places = [place for place, block in enumerate(blocks[:first]) if block.kind is Kind.P][: MOST_SOURCES + 1]
    for _ in range(_count_sources([blocks[place].text.chars for place in places])):
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


def _count_sources(lines: list[str]) -> int:
    """How many of the lines stand before the heading: a source or file number, and what belongs to it."""
    count = 0
    while count + 1 < len(lines) and is_source(lines[count], first=count == 0):
        count += 1
    while count and not _could_follow(lines[count]):
        count -= 1
    return count or int(len(lines) > 1 and _numbered_apart(*lines[:2]))


def _could_follow(chars: str) -> bool:
    """Whether a line after sources is the heading, or its number: no date, no classification of the paper."""
    if _NUMBER_ALONE.match(chars):
        return True
    return _is_heading(chars) and not (match_dateline(chars) or is_opening_line(chars))


def _numbered_apart(first: str, second: str) -> bool:
    """Whether a heading with a number of its own leaves no doubt that another line is before it."""
    numbered = bool(_NUMBERED.match(second)) and not _NUMBERED.match(first) and len(first) < LONGEST
    return numbered and second.startswith(("No. ", "[No. ")) and not _NUMBER_ALONE.match(second) and _is_heading(second)


def _is_heading(chars: str) -> bool:
    if len(chars) > LONGEST or not any(c.isalpha() for c in chars):
        return False
    if "Editorial Note" in chars[:40]:
        return True
    if _NUMBERED.match(chars):
        return not (len(chars) > 150 and _SENTENCE_END.search(chars))
    return len(chars) < 400 and not _SENTENCE_END.search(chars)
