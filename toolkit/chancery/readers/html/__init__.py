"""The `html` layout: a saved web page. The document is found in it, and the frame of the page left out.

`tokens` and `tree` cut the page into elements, each with its place; `notes` and `listed` find the notes, `frame` the
document; `marking` says which words are no text; `flow` reads the blocks; `leftover` enters the rest in the ledger.
"""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.diagnostics import Diagnostic
from chancery.model.document import Block, Document, Kind, Note
from chancery.model.source import Source
from chancery.readers.html.apparatus import Apparatus, said
from chancery.readers.html.documents import divide
from chancery.readers.html.figures import find_pictures, find_quotes
from chancery.readers.html.flow import Flow
from chancery.readers.html.frame import Frame, find_frame
from chancery.readers.html.leftover import enter_rest
from chancery.readers.html.links import Place, place_of
from chancery.readers.html.marking import mark_page
from chancery.readers.html.notes import find_notes
from chancery.readers.html.paragraph import EMPTY
from chancery.readers.html.titles import count_above, name_heading
from chancery.readers.html.tree import Page, parse_page
from chancery.readers.lines import leave_edge

__all__ = ["divide", "read", "recognise"]

_BEGINNING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_TAG = re.compile(r"</(?:p|div|h[1-6]|a|span|li|ul|ol|em|sup|table|body|b|i)\s*>|<br\s*/?>|<p[\s>]", re.I)
_NUMBERED = re.compile(r"\[?(?:No\. ?)?\d{1,4}[a-z]?\.")
FEWEST_TAGS = 4  # in a text that doesn't begin as a page


def recognise(text: str) -> float:
    """How sure it is that `text` is a page, 0 to 1: it begins like one, or has its tags."""
    if _BEGINNING.match(text):
        return 1.0
    tags = sum(1 for _, _ in zip(range(FEWEST_TAGS), _TAG.finditer(text), strict=False))
    return 0.95 if text.lstrip("\ufeff \t\r\n").startswith("<") and tags >= FEWEST_TAGS else 0.0


def read(source: Source) -> Document:
    """The document of a page: its blocks, its notes, those with a marker anchored."""
    page = parse_page(source.text)
    place = place_of(page.root, source)
    apparatus = find_notes(page, place)
    frame = find_frame(page, apparatus.holders)
    flow = _read(page, place, apparatus, frame)
    while silent := [body for n, body in enumerate(apparatus.bodies) if not _speaks(flow.noted.get(n, []))]:
        apparatus.drop(silent)  # notes that say nothing are none
        flow = _read(page, place, apparatus, frame)
    blocks = [block for block in flow.blocks if _says(block)]
    above = count_above(blocks)
    start = blocks[above].text.origin(0) if above else frame.document.start
    blocks = _name_headings(name_heading(blocks[above:]))
    noted = [block for noted in flow.noted.values() for block in noted]
    end = min((block.text.origin(0) for block in noted if block.text.runs), default=0)
    blocks = leave_edge(blocks, end, flow.entries)
    ledger = enter_rest(page, frame, [*blocks, *noted], flow, start)
    nothing = [] if blocks else [Diagnostic("S001", source.path, None, "there is no text in the page")]
    found = [*nothing, *_report_lost(source, page, apparatus), *ledger.diagnose(source)]
    return Document(source, tuple(blocks), _notes(apparatus, flow), ledger.entries, tuple(found))


def _read(page: Page, place: Place, apparatus: Apparatus, frame: Frame) -> Flow:
    marks = mark_page(page, apparatus)
    flow = Flow(page, marks, place, frame.left_out, find_pictures(page, frame, place), find_quotes(frame))
    flow.read(frame.document)
    flow.noted = {n: [block for block in blocks if _says(block)] for n, blocks in flow.noted.items()}
    return flow


def _speaks(blocks: list[Block]) -> bool:
    """Whether a note has words."""
    return any(block.text.chars.strip() for block in blocks)


def _says(block: Block) -> bool:
    return block.kind in EMPTY or bool(block.text.chars.strip() or block.milestones)


def _name_headings(blocks: list[Block]) -> list[Block]:
    """The first heading as the document's; those right above a list as the list's."""
    headings = [n for n, block in enumerate(blocks) if block.kind is Kind.LABEL]
    first = next(iter(headings), None)
    if first is not None:
        others = (n for n, block in enumerate(blocks) if n > first and block.kind not in (Kind.LABEL, Kind.PAGE))
        end = next(others, len(blocks))
        together = [n for n in headings if n < end]
        chosen = next((n for n in together if _NUMBERED.match(blocks[n].text.chars)), first)
        for n in together:
            if n <= chosen:
                blocks[n] = replace(blocks[n], kind=Kind.HEAD if n == chosen else Kind.SOURCE)
    following: Block | None = None
    for n, block in reversed(list(enumerate(blocks))):
        heads = n + 1 < len(blocks) and blocks[n + 1].kind is Kind.LIST_HEAD and blocks[n + 1].depth
        in_list = heads or (following and following.kind is Kind.ITEM)
        if block.kind is Kind.LABEL and in_list:
            block = blocks[n] = replace(block, kind=Kind.LIST_HEAD, depth=0 if heads else block.depth)
        elif block.kind is Kind.LABEL:
            blocks[n] = replace(block, depth=0)
        following = following if block.kind is Kind.PAGE else block
    opened = next((n for n, b in enumerate(blocks) if b.kind not in (Kind.SOURCE, Kind.PAGE)), 0)
    for n, block in enumerate(blocks):
        if block.kind is Kind.SOURCE and n > opened:  # a source in the middle is a paragraph
            blocks[n] = replace(block, kind=Kind.P)
        elif block.kind is Kind.LIST_HEAD:
            blocks[n] = replace(block, depth=0)
    return blocks


def _notes(apparatus: Apparatus, flow: Flow) -> tuple[Note, ...]:
    anchored = {m.note for block in flow.blocks for m in block.milestones if m.note >= 0}
    return tuple(
        Note(
            tuple(flow.noted[n]),
            body.n or str(n + 1),
            body.marker,
            anchored=n in anchored,
            confidence=body.confidence if n in anchored else 0.0,
        )
        for n, body in enumerate(apparatus.bodies)
    )


def _report_lost(source: Source, page: Page, apparatus: Apparatus) -> list[Diagnostic]:
    hint = "add the note to the source, or take the marker out; it stays in the text as it is"
    return [
        Diagnostic(
            "N002", source.path, source.line(link.start), f"marker {said(page, link, 40)} leads to no note", hint
        )
        for link in apparatus.lost
    ]
