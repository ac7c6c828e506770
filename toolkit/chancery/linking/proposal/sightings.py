"""The names of a document that has been through the linker."""

from __future__ import annotations

from chancery.linking.linker import NAMING_LISTS
from chancery.model.document import Block, Document, Kind, Mark
from chancery.model.proposal import Line, Paper, Place


def sight(document: Document, name: str) -> Paper:
    """The document's names, with the text around each."""
    blocks = [*document.blocks, *(block for note in document.notes for block in note.blocks)]
    return Paper(name, tuple(line for block in blocks if (line := read_line(block)).names))


def read_line(block: Block) -> Line:
    """A block's text, its ends of lines as such, with the names tagged in it."""
    text = block.text.chars
    for milestone in block.milestones:
        if milestone.mark is Mark.LINE and text[milestone.at : milestone.at + 1] == " ":
            text = f"{text[: milestone.at]}\n{text[milestone.at + 1 :]}"
    names = ((s.start, s.end, dict(s.attributes).get("ref", "")) for s in block.spans if s.name == "persName")
    return Line(text, place_of(block), tuple((start, end, ref.rpartition("#")[2]) for start, end, ref in names))


def place_of(block: Block) -> Place:
    """Where a block's names stand."""
    if block.kind is Kind.ITEM and block.list_type in NAMING_LISTS:
        return Place.PARTY
    return {Kind.HEAD: Place.HEAD, Kind.SIGNED: Place.SIGNED}.get(block.kind, Place.TEXT)
