"""Notes that the source itself gives their places: nothing to search but the few that it leaves without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chancery.annotators.notes.candidates import Candidate, find_candidates
from chancery.diagnostics import Diagnostic
from chancery.model.blocks import Cut, take_out
from chancery.model.document import Document, Kind, Mark, Milestone, Note
from chancery.model.ledger import Entry, Reason

SURE = 0.5  # the cost up to which the number of a note is taken for its marker
FOUND = 0.6  # the confidence in it


def note_type(note: Note) -> str:
    """What a note at the heading is: source or summary, by its first word."""
    words = note.blocks[0].text.chars.lstrip("[ \u00a0").lower() if note.blocks else ""
    return "source" if words.startswith("source:") else "summary" if words.startswith("summary:") else ""


def settle_notes(document: Document) -> Document:
    """The document with its notes typed, and those between two anchored ones anchored at their number."""
    for place, note in enumerate(document.notes):
        if not note.anchored:
            document = _anchor(document, place)
    headed = {m.note for b in document.blocks if b.kind is Kind.HEAD for m in b.milestones_of(Mark.NOTE)}
    notes = tuple(
        replace(note, type=note_type(note)) if place in headed else note for place, note in enumerate(document.notes)
    )
    return replace(document, notes=notes, diagnostics=(*document.diagnostics, *_report(document)))


def _anchor(document: Document, place: int) -> Document:
    """The document with one note at the only place where its number can be a marker, if there is one."""
    found = list(_candidates(document, place))
    if len(found) != 1 or document.notes[place].n != found[0].label:
        return document
    candidate = found[0]
    cuts = [Cut(candidate.start, candidate.end, Reason.NOTE_MARKER, Milestone(0, Mark.NOTE, note=place))]
    blocks, notes, entries = list(document.blocks), list(document.notes), list[Entry](document.ledger)
    blocks[candidate.block], taken = take_out(blocks[candidate.block], cuts)
    notes[place] = replace(notes[place], anchored=True, confidence=FOUND)
    return replace(document, blocks=tuple(blocks), notes=tuple(notes), ledger=(*entries, *taken))


def _candidates(document: Document, place: int) -> Iterator[Candidate]:
    """Where the number of a note stands like a marker, between the notes before and after it."""
    labels = frozenset({document.notes[place].n})
    low, high = _between(document, place)
    for number, block in enumerate(document.blocks):
        if not low[0] <= number <= high[0] or block.kind is Kind.PAGE:
            continue
        is_whole = block.text.find_whole()
        for candidate in find_candidates(number, block.text.chars, 0, labels, block.kind is Kind.HEAD):
            inside = low <= (number, candidate.start) and (number, candidate.end) <= high
            marks = candidate.cost <= SURE and not candidate.spaced and candidate.label in labels
            if inside and marks and is_whole(candidate.start, candidate.end):
                yield candidate


def _between(document: Document, place: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places, block and offset, between which a note must stand."""
    low, high = (0, 0), (len(document.blocks), 0)
    for number, block in enumerate(document.blocks):
        for milestone in block.milestones_of(Mark.NOTE):
            if milestone.note < place:
                low = max(low, (number, milestone.at))
            else:
                high = min(high, (number, milestone.at))
    return low, high


def _report(document: Document) -> Iterator[Diagnostic]:
    for note in document.notes:
        if not note.anchored:
            line = document.source.line(note.blocks[0].text.origin(0))
            hint = "put its marker into the source, or move the note to its place in the TEI"
            yield Diagnostic("N001", document.source.path, line, f"note {note.n} has no marker in the text", hint)
