"""Blocks parted by blank lines, and lists of notes: what several layouts share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.model.document import Block, Kind, Note
from chancery.model.ledger import Reason
from chancery.readers.lines import Cutting, Line, depth_of


@dataclass(frozen=True, slots=True)
class Shape:
    """How a layout spells a bullet, the number of a note in the list, and the note's marker in the text."""

    bullet: re.Pattern[str]
    number: re.Pattern[str]  # its group "n" is what is printed
    indented: bool = False  # whether a bullet at the start of a line that stands alone is text
    marker: str = ""  # "[{}]"; empty where the list doesn't tell


def cut_body(lines: Sequence[Line], cutting: Cutting, shape: Shape) -> list[Block]:
    """The blocks of the text: an item for each bullet, else the lines between blank ones as a paragraph."""
    blocks: list[Block] = []
    pending: list[Line] = []
    open_indents: list[int] = []

    def flush() -> None:
        if pending:
            blocks.append(cutting.block(pending))
            pending.clear()

    for place, line in enumerate(lines):
        bullet = shape.bullet.match(line.text)
        if bullet and (line.indent or not shape.indented or _in_a_row(lines, place, shape)):
            flush()
            blocks.append(cut_item(line, bullet.end(), depth_of(line.indent, open_indents), cutting))
        elif line.blank:
            flush()
        else:
            open_indents.clear()
            pending.append(line)
    flush()
    return blocks


def _in_a_row(lines: Sequence[Line], place: int, shape: Shape) -> bool:
    """Whether a line with a bullet has another right above or below it."""
    neighbours = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return any(shape.bullet.match(line.text) for line in neighbours)


def cut_item(line: Line, size: int, depth: int, cutting: Cutting) -> Block:
    """The item on a line whose bullet and the space after it take `size` characters."""
    cutting.leave_out(line.start, line.start + 1, Reason.BULLET)
    cutting.leave_out(line.start + 1, line.start + size, Reason.BLANK)
    return cutting.block([line], Kind.ITEM, depth, skip=size)


def cut_notes(lines: Sequence[Line], cutting: Cutting, shape: Shape) -> list[Note]:
    """The notes of a list; a line that opens no note goes on with the one before it."""
    notes: list[Note] = []
    for line in lines:
        number = shape.number.match(line.text)
        if number:
            size = len(number[0].rstrip())
            cutting.leave_out(line.start, line.start + size, Reason.NOTE_NUMBER)
            cutting.leave_out(line.start + size, line.start + number.end(), Reason.BLANK)
            marker = shape.marker.format(number["n"])
            notes.append(Note((cutting.block([line], skip=number.end()),), number["n"], marker))
        elif not line.blank:
            notes[-1] = Note((*notes[-1].blocks, cutting.block([line])), notes[-1].n, notes[-1].marker)
    return notes
