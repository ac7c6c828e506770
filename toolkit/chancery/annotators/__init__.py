"""Annotators: each takes a document and gives it back knowing more. They run in the order of this table.

None changes the text; what stands for something else (a marker's digits, a page number) moves to the ledger.
"""

from __future__ import annotations

from collections.abc import Callable

from chancery.annotators.correspondents import tag_correspondents
from chancery.annotators.dates import tag_dates
from chancery.annotators.headings import find_heading
from chancery.annotators.identity import identify
from chancery.annotators.notes import anchor_notes
from chancery.annotators.pages import find_pages, join_paragraphs
from chancery.annotators.references import tag_references
from chancery.annotators.structure import name_blocks
from chancery.model.document import Document

Annotator = Callable[[Document], Document]

ANNOTATORS: tuple[tuple[str, Annotator], ...] = (
    ("pages", find_pages),
    ("heading", find_heading),
    ("notes", anchor_notes),
    ("paragraphs", join_paragraphs),
    ("identity", identify),
    ("structure", name_blocks),
    ("dates", tag_dates),
    ("correspondents", tag_correspondents),
    ("references", tag_references),
)
