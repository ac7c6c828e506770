"""The `web` layout: blocks parted by blank lines, bullets "  • ", notes at the end as "  1. text"."""

from __future__ import annotations

import re
from itertools import pairwise

from chancery.model.document import Block, Document, Kind, Note
from chancery.model.ledger import Reason
from chancery.model.source import Source
from chancery.readers.lines import Cutting, Line, depth_of, lines_of

_BULLET = re.compile(r"[•‣◦·*–-][ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,4})\.(?:[ \t\u00a0]+|\Z)")
_SOURCE = re.compile(r"\d{1,4}\.\s+\[?Source:")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: blank lines part the blocks."""
    lines = list(lines_of(text))
    full = [line for line in lines if not line.blank]
    if not full:
        return 0.0
    alone = sum(1 for a, b in pairwise(lines) if not a.blank and b.blank)
    bullets = sum(1 for line in full if line.indent and line.text.startswith("•"))
    return min(1.0, 0.3 + (alone + bullets) / len(full))


def read(source: Source) -> Document:
    """The document as blocks (paragraphs and items) and the notes of its list."""
    lines = list(lines_of(source.text))
    first = _notes_start(lines)
    cutting = Cutting(source.text)
    blocks = _body(lines[:first], cutting)
    notes = _notes(lines[first:], cutting)
    return cutting.document(source, blocks, notes)


def _body(lines: list[Line], cutting: Cutting) -> list[Block]:
    blocks: list[Block] = []
    pending: list[Line] = []
    open_indents: list[int] = []

    def flush() -> None:
        if pending:
            blocks.append(cutting.block(pending))
            pending.clear()

    for line in lines:
        bullet = _BULLET.match(line.text) if line.indent or line.text[:1] == "•" else None
        if bullet:
            flush()
            cutting.leave_out(line.start, line.start + 1, Reason.BULLET)
            cutting.leave_out(line.start + 1, line.start + bullet.end(), Reason.BLANK)
            depth = depth_of(line.indent, open_indents)
            blocks.append(cutting.block([line], Kind.ITEM, depth, skip=bullet.end()))
        elif line.blank:
            flush()
        else:
            open_indents.clear()
            pending.append(line)
    flush()
    return blocks


def _notes_start(lines: list[Line]) -> int:
    """The line at which the list of notes begins: the last run counting up from 1 (or 0) to the end of the text."""
    start, wanted = len(lines), -1
    for at in range(len(lines) - 1, -1, -1):
        number = _NUMBER.match(lines[at].text)
        if not number or not (lines[at].indent or _SOURCE.match(lines[at].text)):
            continue
        if wanted >= 0 and int(number[1]) != wanted:
            continue  # a line inside a note that happens to look like a number
        wanted, start = int(number[1]) - 1, at
        if wanted < 0 or (wanted == 0 and not _is_zero(lines, at)):
            return start
    return len(lines)


def _is_zero(lines: list[Line], at: int) -> bool:
    before = next((line for line in reversed(lines[:at]) if not line.blank), None)
    return before is not None and before.indent > 0 and before.text.startswith("0.")


def _notes(lines: list[Line], cutting: Cutting) -> list[Note]:
    notes: list[Note] = []
    expected = 0
    for line in lines:
        number = _NUMBER.match(line.text)
        if number and (not notes or int(number[1]) == expected):
            expected = int(number[1]) + 1
            size = len(number[1]) + 1
            cutting.leave_out(line.start, line.start + size, Reason.NOTE_NUMBER)
            cutting.leave_out(line.start + size, line.start + number.end(), Reason.BLANK)
            notes.append(Note((cutting.block([line], skip=number.end()),), number[1]))
        elif not line.blank:
            last = notes[-1]
            notes[-1] = Note((*last.blocks, cutting.block([line])), last.n)
    return notes
