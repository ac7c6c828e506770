"""The `slash` layout, the series' older site: markers "/1/", each note after its paragraph as "/1/text", no pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from chancery.model.document import Block, Document, Note
from chancery.model.ledger import PASTED_BULLETS
from chancery.model.source import Source
from chancery.readers.chunks import Shape, cut_body, cut_notes
from chancery.readers.lines import Cutting, Line, lines_of

_NUMBER = re.compile(r"/(?P<n>\d{1,3}|[*†‡§]{1,4}|[a-z])/[ \t\u00a0]*(?=\S)")
SHAPE = Shape(bullet=re.compile(rf"[*{PASTED_BULLETS}][ \t\u00a0]+(?=\S)"), number=_NUMBER, marker="/{}/")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: lines that open with the marker of a line before them."""
    opened = [match["n"] for line in lines_of(text) if (match := _NUMBER.match(line.text))]
    counts = Counter(re.findall(r"/(\d{1,3}|[*†‡§]{1,4}|[a-z])(?=/)", text)) if opened else Counter()
    called = sum(1 for n in opened if counts[n] > 1)
    return 0.95 * called / len(opened) if opened else 0.0


def read(source: Source) -> Document:
    """The document as blocks and, from among them, the notes, with the markers they have in the text."""
    cutting = Cutting(source.text)
    blocks: list[Block] = []
    notes: list[Note] = []
    for is_note, lines in _parts(lines_of(source.text)):
        if is_note:
            notes += cut_notes(lines, cutting, SHAPE)
        else:
            blocks += cut_body(lines, cutting, SHAPE)
    return cutting.document(source, blocks, notes)


def _parts(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """The lines in turns of text and notes; a note ends where its line does."""
    parts: list[tuple[bool, list[Line]]] = []
    for line in lines:
        is_note = bool(_NUMBER.match(line.text))
        if not parts or is_note or parts[-1][0]:
            parts.append((is_note, []))
        parts[-1][1].append(line)
    return parts
