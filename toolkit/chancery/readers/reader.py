"""The `reader` layout: one line a block, bullets "- ", list heads as bullets too, notes at the end as "- text↩"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.model.document import Block, Document, Note
from chancery.model.ledger import PASTED_BULLETS, Reason
from chancery.model.source import Source
from chancery.readers.chunks import cut_item
from chancery.readers.lines import Cutting, Line, depth_of, lines_of

_BULLET = re.compile(rf"[-{PASTED_BULLETS}][ \t\u00a0]+(?=\S)")
_BACK = re.compile("(?<![ \t\u00a0])[ \t\u00a0]*+(↩\ufe0e?)\\Z")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: arrows at the end, no blank lines between blocks."""
    lines = lines_of(text)
    full = [line for line in lines if not line.blank]
    if not full:
        return 0.0
    arrows = any("↩" in line.text and _BACK.search(line.text) for line in full)
    blank = (len(lines) - len(full)) / len(lines)
    return min(1.0, 0.6 * arrows + 0.6 * (1 - min(1.0, 3 * blank)))


def read(source: Source) -> Document:
    """The document as blocks (paragraphs and items) and the notes of its list, numbered by their place."""
    lines = [line for line in lines_of(source.text) if not line.blank]
    first = _notes_start(lines)
    cutting = Cutting(source.text)
    blocks = _body(lines[:first], cutting)
    notes = _notes(lines[first:], cutting)
    return cutting.document(source, blocks, notes)


def _body(lines: Sequence[Line], cutting: Cutting) -> list[Block]:
    blocks: list[Block] = []
    open_indents: list[int] = []
    for line in lines:
        bullet = _BULLET.match(line.text)
        if not bullet:
            open_indents.clear()
            blocks.append(cutting.block([line]))
            continue
        blocks.append(cut_item(line, bullet.end(), depth_of(line.indent, open_indents), cutting))
    return blocks


def _notes_start(lines: Sequence[Line]) -> int:
    """The line at which the list of notes begins: bulleted lines that end in an arrow, up to the end of the text."""
    if not lines or not _BACK.search(lines[-1].text):
        return len(lines)
    start = at = len(lines)
    while at:
        at -= 1
        bulleted, closed = _BULLET.match(lines[at].text), _BACK.search(lines[at].text)
        if bulleted and (closed or _opens_note(lines, at, start)):
            start = at
        elif bulleted or (not closed and start - at > 3):
            break
    return start


def _opens_note(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether the note at `at`, which has no arrow of its own, runs on to a line that has one before the next note."""
    return any(_BACK.search(line.text) for line in lines[at + 1 : start]) and start - at <= 4


def _notes(lines: Sequence[Line], cutting: Cutting) -> list[Note]:
    notes: list[Note] = []
    closed = True
    for line in lines:
        bullet, back = _BULLET.match(line.text), _BACK.search(line.text)
        end = line.start + (back.start() if back else len(line.text))
        if back:
            cutting.leave_out(end, line.start + back.start(1), Reason.BLANK)
            cutting.leave_out(line.start + back.start(1), line.end, Reason.BACK_LINK)
        bare = Line(line.start, end, line.indent, line.text[: end - line.start])
        if bullet and closed:
            cutting.leave_out(line.start, line.start + 1, Reason.NOTE_NUMBER)
            cutting.leave_out(line.start + 1, line.start + bullet.end(), Reason.BLANK)
            notes.append(Note((cutting.block([bare], skip=bullet.end()),), str(len(notes) + 1)))
            closed = bool(back)
        else:
            notes[-1] = Note((*notes[-1].blocks, cutting.block([bare])), notes[-1].n)
            closed = closed or bool(back)  # a page number may stand between two notes
    return notes
