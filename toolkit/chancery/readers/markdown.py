"""The `markdown` layout: notes at the end as "[^1]: text", markers "[^1]", headings "# ", bullets "- ", "* " or "+ ".

Its emphasis stays as it is typed: an asterisk may be the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chancery.model.document import Block, Document, Kind
from chancery.model.ledger import Reason
from chancery.model.source import Source
from chancery.readers.chunks import Shape, cut_body, cut_notes
from chancery.readers.lines import Cutting, Line, lines_of

_NUMBER = re.compile(r"\[\^(?P<n>\d{1,4}|[a-z]{1,2}|[*†‡§]{1,4})\]:[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(?P<sign>#{1,6})[ \t\u00a0]+(?=\S)")
SHAPE = Shape(bullet=re.compile(r"[-*+][ \t\u00a0]+(?=\S)"), number=_NUMBER, marker="[^{}]")


def recognise(text: str) -> float:
    """How sure it is that `text` is in this layout, 0 to 1: a note is defined, and called before."""
    if "[^" not in text:
        return 0.0
    lines = lines_of(text)
    first = _notes_start(lines)
    number = _NUMBER.match(lines[first].text) if first < len(lines) else None
    return 0.97 if number and f"[^{number['n']}]" in text[: lines[first].start] else 0.0


def read(source: Source) -> Document:
    """The document as blocks (headings, paragraphs and items) and the notes of its list, whose markers are known."""
    lines = lines_of(source.text)
    first = _notes_start(lines)
    cutting = Cutting(source.text)
    headings = [line for line in lines[:first] if _HEADING.match(line.text)]
    body = [part for line in lines[:first] for part in _part(line, cutting)]
    blocks = _name_headings(cut_body(body, cutting, SHAPE), [line.end for line in headings])
    notes = cut_notes(lines[first:], cutting, SHAPE)
    return cutting.document(source, blocks, notes)


def _notes_start(lines: Sequence[Line]) -> int:
    """The line at which the list of notes begins: from there on all lines are notes, or indented below one."""
    start = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        if _NUMBER.match(lines[at].text):
            start = at
        elif not lines[at].blank and not lines[at].indent:
            break
    return start


def _part(line: Line, cutting: Cutting) -> tuple[Line, ...]:
    """A line; a heading without its sign, and alone."""
    sign = _HEADING.match(line.text)
    if not sign:
        return (line,)
    cutting.leave_out(line.start, line.start + sign.end("sign"), Reason.SIGN)
    cutting.leave_out(line.start + sign.end("sign"), line.start + sign.end(), Reason.BLANK)
    apart = Line(line.end, line.end, 0, "")
    return apart, Line(line.start + sign.end(), line.end, line.indent, line.text[sign.end() :]), apart


def _name_headings(blocks: list[Block], ends: Sequence[int]) -> list[Block]:
    """The blocks with those named that are headings, the first of all the document's."""
    kinds = dict.fromkeys(ends, Kind.LABEL)
    named = [replace(b, kind=kinds.get(b.text.runs[-1].end, b.kind)) if b.text.runs else b for b in blocks]
    given = [replace(b, given=True) if b.kind is Kind.LABEL else b for b in named]
    return [replace(given[0], kind=Kind.HEAD), *given[1:]] if given and given[0].kind is Kind.LABEL else given
