"""The `plain` layout: blocks parted by blank lines, bullets "* ", notes at the end as "[1] text", markers "[1]"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.model.document import Document
from chancery.model.ledger import PASTED_BULLETS
from chancery.model.source import Source
from chancery.readers.chunks import Shape, cut_body, cut_notes
from chancery.readers.lines import Cutting, Line, lines_of

_NUMBER = re.compile(r"\[(?P<n>\d{1,3}|[*†‡§]{1,4}|[a-z])\][ \t\u00a0]+(?=\S)")
SHAPE = Shape(bullet=re.compile(rf"[*{PASTED_BULLETS}][ \t\u00a0]+(?=\S)"), number=_NUMBER, marker="[{}]")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: notes numbered in brackets, bullets not indented."""
    lines = lines_of(text)
    first = _notes_start(lines)
    if first < len(lines):
        number = _NUMBER.match(lines[first].text)
        called = number is not None and f"[{number['n']}]" in text[: lines[first].start]
        return 0.95 if called else 0.7
    bullets = any(line.text.startswith("* ") and not line.indent for line in lines)
    parted = any(line.blank for line in lines)
    return 0.65 if bullets and parted else 0.0


def read(source: Source) -> Document:
    """The document as blocks (paragraphs and items) and the notes of its list, whose markers are known."""
    lines = lines_of(source.text)
    first = _notes_start(lines)
    cutting = Cutting(source.text)
    blocks = cut_body(lines[:first], cutting, SHAPE)
    notes = cut_notes(lines[first:], cutting, SHAPE)
    return cutting.document(source, blocks, notes)


def _notes_start(lines: Sequence[Line]) -> int:
    """The line at which the list of notes begins: lines that open with a number in brackets, up to the end."""
    start = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        if _NUMBER.match(lines[at].text):
            start = at
        elif lines[at].blank and start < len(lines):
            break
    return start
