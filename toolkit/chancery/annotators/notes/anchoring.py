"""The document with each note's marker moved to the ledger and a milestone in its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice, pairwise

from chancery.annotators.notes.candidates import Candidate, find_candidates, find_spelled
from chancery.annotators.notes.letters import anchor_by_letters, count_words, find_letters
from chancery.annotators.notes.sequence import (
    Anchor,
    Wanted,
    doubt_places,
    find_sequence,
    find_spelled_sequence,
)
from chancery.annotators.notes.settled import note_type, settle_notes
from chancery.diagnostics import Diagnostic
from chancery.model.blocks import Cut, take_out
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Note
from chancery.model.ledger import Entry, Reason

Finder = Callable[[int, Block, int], Iterator[Candidate]]  # by a block's place and the order of its first character

SURE = 5.0  # a lead over the next best candidate from which an anchor counts as sure
DUBIOUS = 8.0  # the cost of a candidate in which there would be no confidence at all
BEYOND = 40  # how far labels may exceed the number of notes, for texts that go on counting
LAST_OF_ROUND = 99  # to which the notes of the old volumes count before they begin again
_NUMBERED = re.compile(r"\[?(?:No\. ?)?\d")


def anchor_notes(document: Document) -> Document:
    """The document with its notes anchored; those without a marker stay unanchored, with a warning."""
    if any(note.anchored for note in document.notes):
        return settle_notes(document)
    spelled = [note.marker for note in document.notes if note.marker]
    if spelled and len(spelled) == len(document.notes):
        candidates = _candidates(document, _spelled(spelled))
        anchors = find_spelled_sequence(spelled, candidates)
        orphans = _orphans(document, anchors, candidates)
    elif any(not note.n.isdecimal() for note in document.notes):
        candidates = _candidates(document, _searched(document))
        anchors = _anchor_apart(document, candidates)
        orphans = []
    else:
        wanted, candidates = _wanted(document), _candidates(document, _searched(document))
        anchors = find_sequence(wanted, candidates, _counts_on(document))
        if any(anchor.candidate is None for anchor in anchors):
            anchors = anchor_by_letters(anchors, _candidates(document, _lettered(document)))
        if orphans := _orphans(document, anchors, candidates):
            anchors = doubt_places(wanted, anchors)
        orphans += _lacking(document, anchors, candidates)
    notes = tuple(_anchored(document, note, anchor) for note, anchor in zip(document.notes, anchors, strict=True))
    diagnostics = (*document.diagnostics, *_report(document, anchors), *orphans)
    document = replace(document, notes=notes, diagnostics=diagnostics)
    return _take_out_markers(document, anchors)


def _anchor_apart(document: Document, candidates: list[Candidate]) -> list[Anchor]:
    """The anchors of notes that are numbered and of those that have symbols or letters, each kind in its order."""
    signed = {place: note.n for place, note in enumerate(document.notes) if not note.n.isdecimal()}
    lettered = _candidates(document, _lettered(document)) if any(n.isalpha() for n in signed.values()) else []
    labels = frozenset(signed.values())
    signs = [c for c in (*candidates, *lettered) if c.label in labels]
    found = dict(zip(signed, find_spelled_sequence([*signed.values()], signs), strict=True))
    numbered = [place for place in range(len(document.notes)) if place not in signed]
    wanted = _wanted(replace(document, notes=tuple(document.notes[place] for place in numbered)))
    anchors = find_sequence(wanted, [c for c in candidates if c.label.isdecimal()]) if wanted else []
    found |= zip(numbered, anchors, strict=True)
    return [found[place] for place in range(len(document.notes))]


def _wanted(document: Document) -> list[Wanted]:
    """What the list of notes says: its numbers, and which note tells the source of the document."""
    headed = any(block.kind is Kind.HEAD for block in document.blocks)
    counts = all(note.n.isdecimal() for note in document.notes)
    return [
        Wanted(int(note.n) if counts else place, headed and note_type(note) == "source")
        for place, note in enumerate(document.notes, 1)
    ]


def _counts_on(document: Document) -> bool:
    """Whether notes may count on from the document before: the old volumes number their notes, not their documents."""
    head = next((block.text.chars for block in document.blocks if block.kind is Kind.HEAD), "")
    return not _NUMBERED.match(head) and not any(note_type(note) == "source" for note in document.notes)


def _searched(document: Document) -> Finder:
    """Finds numbers and symbols that look like markers."""
    last = max((int(note.n) for note in document.notes if note.n.isdecimal()), default=0)
    most = max(len(document.notes), last) + BEYOND
    if _counts_on(document):
        most = max(most, LAST_OF_ROUND + 1)
    labels = frozenset(map(str, range(most)))
    return lambda place, block, order: find_candidates(place, block.text.chars, order, labels, block.kind is Kind.HEAD)


def _spelled(markers: list[str]) -> Finder:
    """Finds the markers that the list of notes spells out."""
    pattern = re.compile("|".join(sorted(map(re.escape, set(markers)), key=len, reverse=True)))
    return lambda place, block, order: find_spelled(place, block.text.chars, order, pattern)


def _lettered(document: Document) -> Finder:
    """Finds letters that may be markers."""
    words = count_words(document)
    return lambda place, block, order: find_letters(place, block.text.chars, order, words)


def _candidates(document: Document, find: Finder) -> list[Candidate]:
    """What `find` finds in each block, in the order of the text."""
    found: list[Candidate] = []
    order = 0
    for place, block in enumerate(document.blocks):
        if here := list(find(place, block, order)):
            is_whole = block.text.find_whole()
            found += [c for c in here if is_whole(c.start, c.end)]
        order += len(block.text) + 2
    return found


def _anchored(document: Document, note: Note, anchor: Anchor) -> Note:
    candidate = anchor.candidate
    if candidate is None:
        return note
    label = document.blocks[candidate.block].text.chars[candidate.start : candidate.end].strip("[]/^")
    confidence = min(1.0, max(0.05, anchor.margin / SURE)) * max(0.05, 1 - candidate.cost / DUBIOUS)
    kind = note_type(note) if document.blocks[candidate.block].kind is Kind.HEAD else ""
    return replace(note, n=candidate.label if label[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else label, type=kind, anchored=True,
                   confidence=round(confidence, 2))  # fmt: skip


def _take_out_markers(document: Document, anchors: list[Anchor]) -> Document:
    cuts: dict[int, list[Cut]] = defaultdict(list)
    for place, anchor in enumerate(anchors):
        if c := anchor.candidate:
            before = document.blocks[c.block].text.chars[: c.start]
            if (end := len(before.rstrip())) < c.start:
                cuts[c.block].append(Cut(end, c.start, Reason.BLANK))
            cuts[c.block].append(Cut(c.start, c.end, Reason.NOTE_MARKER, Milestone(c.start, Mark.NOTE, note=place)))
    blocks, entries = list(document.blocks), list[Entry]()
    for place, found in cuts.items():
        found.sort(key=lambda cut: cut.start)  # symbols and numbers each have their own order
        blocks[place], taken = take_out(blocks[place], found)
        entries += taken
    return replace(document, blocks=tuple(blocks), ledger=(*document.ledger, *entries))


def _line(document: Document, candidate: Candidate) -> int:
    return document.source.line(document.blocks[candidate.block].text.origin(candidate.start))


def _report(document: Document, anchors: list[Anchor]) -> list[Diagnostic]:
    found = []
    path = document.source.path
    for note, anchor in zip(document.notes, anchors, strict=True):
        if anchor.candidate is None:
            line = document.source.line(note.blocks[0].text.origin(0))
            hint = "put its marker into the source, or move the note to its place in the TEI"
            found.append(Diagnostic("N001", path, line, f"note {note.n} has no marker in the text", hint))
            continue
        chars = document.blocks[anchor.candidate.block].text.chars
        if not note.marker and anchor.candidate.start and chars[anchor.candidate.start - 1].isdigit():
            words = chars[max(0, anchor.candidate.start - 20) : anchor.candidate.end].split()[-1]
            message = f"“{words}” was read as a number and the marker of note {anchor.candidate.label}"
            found.append(
                Diagnostic("N003", path, _line(document, anchor.candidate), message, "compare with the original")
            )
    return found


def _orphans(document: Document, anchors: list[Anchor], candidates: list[Candidate]) -> list[Diagnostic]:
    """Markers that go on counting after the last note, or with no list of notes at all."""
    chosen = [a.candidate for a in anchors if a.candidate]
    last = chosen[-1] if chosen else None
    at, wanted = (last.order, int(last.label) + 1) if last and last.label.isdecimal() else (-1, 1)
    if document.notes and not chosen:
        return []
    found = []
    for candidate in candidates:
        if candidate.order > at and candidate.label == str(wanted) and _is_plain(candidate):
            found.append(_orphan(document, candidate))
            at, wanted = candidate.order, wanted + 1
    return found


def _lacking(document: Document, anchors: list[Anchor], candidates: list[Candidate]) -> Iterator[Diagnostic]:
    """Markers whose numbers the list of notes leaves out, between the notes before and after them."""
    places = {
        int(note.n): anchor.candidate.order
        for note, anchor in zip(document.notes, anchors, strict=True)
        if anchor.candidate and note.n == anchor.candidate.label and note.n.isdecimal()
    }
    printed = {note.n for note in document.notes}
    for (before, low), (after, high) in pairwise(sorted(places.items())):
        for n in sorted({str(n) for n in range(before + 1, after)} - printed, key=int):
            between = (c for c in candidates if low < c.order < high and c.label == n and _is_plain(c))
            yield from (_orphan(document, candidate) for candidate in islice(between, 1))


def _is_plain(candidate: Candidate) -> bool:
    return candidate.cost <= 0.3 and not candidate.spaced


def _orphan(document: Document, candidate: Candidate) -> Diagnostic:
    message = f"marker {candidate.label} has no note in the list of notes"
    hint = "add the note to the source, or take the marker out; it stays in the text as it is"
    return Diagnostic("N002", document.source.path, _line(document, candidate), message, hint)
