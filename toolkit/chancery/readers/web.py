"""The `web` layout: blocks parted by blank lines, bullets "  • ", notes at the end as "  1. text"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from chancery.model.document import Document, Note
from chancery.model.ledger import BULLETS, Reason
from chancery.model.source import Source
from chancery.readers.chunks import Shape, cut_body
from chancery.readers.lines import Cutting, Line, lines_of
from chancery.readers.signed import begin_earlier, find_called

_NUMBER = re.compile(r"(?P<n>\d{1,4})\.(?:[ \t\u00a0]+|\Z)")
SHAPE = Shape(bullet=re.compile(rf"[{BULLETS}][ \t\u00a0]+(?=\S)"), number=_NUMBER, indented=True)
_SOURCE = re.compile(r"\d{1,4}\.\s+\[?Source:")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: blank lines between blocks, bullets and notes indented."""
    lines = lines_of(text)
    full = [line for line in lines if not line.blank]
    if not full:
        return 0.0
    parted = sum(1 for a, b in pairwise(lines) if not a.blank and b.blank)
    indented = any(line.indent and (SHAPE.bullet.match(line.text) or _NUMBER.match(line.text)) for line in full)
    return min(0.6, 0.3 + parted / len(full)) + 0.3 * indented


def read(source: Source) -> Document:
    """The document as blocks (paragraphs and items) and the notes of its list."""
    lines = lines_of(source.text)
    first, gapped = _notes_start(lines, anywhere=bool(source.layout))
    called = find_called(lines, source.text)
    first = begin_earlier(lines, first, called)
    cutting = Cutting(source.text)
    blocks = cut_body(lines[:first], cutting, SHAPE)
    notes = _notes(lines[first:], cutting, gapped, called)
    return cutting.document(source, blocks, notes)


def _notes_start(lines: Sequence[Line], anywhere: bool) -> tuple[int, bool]:
    """The line at which the list of notes begins, and whether numbers are lacking in it.

    It is the last run counting up from 1 (or 0) to the end of the text, else the numbered lines that end it. Where
    several documents were one source, their notes may count through all of them: a run may begin anywhere.
    """
    start, wanted = len(lines), -1
    for at in range(len(lines) - 1, -1, -1):
        number = _NUMBER.match(lines[at].text)
        if not number or not (lines[at].indent or _SOURCE.match(lines[at].text)):
            continue
        if wanted >= 0 and int(number[1]) != wanted:
            continue  # a line inside a note that happens to look like a number
        wanted, start = int(number[1]) - 1, at
        if wanted < 0 or (wanted == 0 and not _is_zero(lines, at)):
            return start, False
    return (start, False) if anywhere else (_gapped_start(lines), True)


def _gapped_start(lines: Sequence[Line]) -> int:
    """The first of the indented lines at the end of the text whose numbers rise, some of them lost."""
    start, last = len(lines), -1
    for at in range(len(lines) - 1, -1, -1):
        number = _NUMBER.match(lines[at].text) if lines[at].indent else None
        if number and (last < 0 or int(number[1]) < last):
            start, last = at, int(number[1])
        elif lines[at].blank and last >= 0:
            break
    return start


def _is_zero(lines: Sequence[Line], at: int) -> bool:
    before = next((line for line in reversed(lines[:at]) if not line.blank), None)
    return before is not None and before.indent > 0 and before.text.startswith("0.")


def _notes(lines: Sequence[Line], cutting: Cutting, gapped: bool, called: dict[int, re.Match[str]]) -> list[Note]:
    notes: list[Note] = []
    expected = 0
    for line in lines:
        number = _NUMBER.match(line.text)
        leaps = number and gapped and line.indent and int(number[1]) > expected
        if number and (not notes or int(number[1]) == expected or leaps or expected == 0):
            expected = int(number[1]) + 1
            notes.append(_note(line, len(number[1]) + 1, number.end(), number[1], cutting))
        elif sign := called.get(line.start):
            notes.append(_note(line, sign.end("label"), sign.end(), sign["n"], cutting))
        elif not line.blank:
            last = notes[-1]
            notes[-1] = Note((*last.blocks, cutting.block([line])), last.n)
    return notes


def _note(line: Line, size: int, skip: int, n: str, cutting: Cutting) -> Note:
    """The note on a line whose number has a size, and whose text begins behind what is skipped."""
    cutting.leave_out(line.start, line.start + size, Reason.NOTE_NUMBER)
    cutting.leave_out(line.start + size, line.start + skip, Reason.BLANK)
    return Note((cutting.block([line], skip=skip),), n)
