"""A document between its source and its TEI: blocks of text with spans and milestones, notes, a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chancery.diagnostics import Diagnostic
from chancery.model.ledger import Entry
from chancery.model.metadata import UNKNOWN, Metadata
from chancery.model.source import Source
from chancery.model.text import Text

DOUBTFUL, UNSURE = 0.65, 0.35  # below this confidence the place of a note is doubtful, or hardly better than a guess


class Kind(StrEnum):
    """What a block is; the writer makes lists, closers and divisions of neighbours."""

    HEAD = "head"
    SOURCE = "source"  # a file number or source before the heading
    DATELINE = "dateline"
    OPENING = "opening"  # beside a dateline: the paper's number, its classification, its receipt
    LIST_HEAD = "list-head"
    ITEM = "item"
    LABEL = "label"
    P = "p"
    SALUTE = "salute"
    VALEDICTION = "valediction"
    SIGNED = "signed"
    BELOW = "below"  # a signature, on a line of its own: the signer's office, who was written to, who got copies;
    # above one, on whose behalf it is
    POSTSCRIPT = "postscript"
    ATTACHMENT = "attachment"  # the heading of an attachment; what follows belongs to it
    PAGE = "page"  # a page break between blocks; no text of its own
    TABLE_HEAD = "table-head"
    CELL = "cell"  # of a table; may be empty
    FIGURE = "figure"  # a picture, its text the heading; may be empty


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text that becomes an element."""

    start: int  # half-open offsets in the block's text
    end: int
    name: str  # the TEI element
    attributes: tuple[tuple[str, str], ...] = ()


class Mark(StrEnum):
    """What stands at a milestone."""

    NOTE = "note"
    PAGE = "pb"
    LINE = "lb"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A place of no width in a block's text."""

    at: int  # offset in the block's text
    mark: Mark
    n: str = ""  # the printed page number
    note: int = -1  # for notes, the place in `Document.notes`


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands in its table."""

    table: int  # of the document, counted from 0
    row: int  # of the table, counted from 0
    rows: int = 1  # that it spans
    cols: int = 1
    label: bool = False  # it heads a row or a column


@dataclass(frozen=True, slots=True)
class Picture:
    """What a figure shows."""

    address: str
    words: str = ""  # for those who cannot see it, in the source's markup


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that becomes one element."""

    kind: Kind
    text: Text
    spans: tuple[Span, ...] = ()
    milestones: tuple[Milestone, ...] = ()  # in the order of the text
    depth: int = 0  # of a nested list item
    list_type: str = ""  # of a list head and its items: subject, participants, to, from, references, simple
    given: bool = False  # the source's own markup says what kind it is: nothing to guess
    cell: Cell | None = None  # of a cell, and of the head of a table
    quote: int = 0  # which quotation set off as a block it belongs to, counted from 1; 0: none
    picture: Picture | None = None  # of a figure

    def milestones_of(self, mark: Mark) -> tuple[Milestone, ...]:
        """The milestones of one sort."""
        return tuple(m for m in self.milestones if m.mark is mark)


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the list of notes and what is known of its place."""

    blocks: tuple[Block, ...]
    n: str  # as printed in the text, else its place in the list
    marker: str = ""  # how the text spells its marker, where the list tells: "[3]", "/3/"
    type: str = ""  # source, summary
    anchored: bool = False
    confidence: float = 0.0  # of its anchor, 0 to 1

    @property
    def cert(self) -> str:
        """How certain its place is, where somebody should look at it: medium or low."""
        if not self.anchored or self.confidence >= DOUBTFUL:
            return ""
        return "medium" if self.confidence >= UNSURE else "low"


@dataclass(frozen=True, slots=True)
class Document:
    """One document as far as the stages have brought it."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    ledger: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    metadata: Metadata = UNKNOWN
