"""Page breaks: "[Page 595]" becomes a milestone where it stands, or a block of its own between blocks.

Once the heading is known, a paragraph that a page break cuts in two, its sentence going on, is made one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chancery.diagnostics import Diagnostic
from chancery.model.blocks import Cut, join, take_out
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Note
from chancery.model.ledger import Entry, Reason
from chancery.model.text import NOTHING, Run, Text, cut

_PAGE = re.compile(r"\[Page ([^\s\]](?:[^\]\n]{0,18}\S)?)\]")
_CLOSING = '.?!:;”"’)]…—'
_ENUMERATOR = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,2})[.)]\s")
FEWEST_WORDS = 6  # shorter lines before a capital are headings or labels, not cut sentences


def find_pages(document: Document) -> Document:
    """The document with its page breaks as milestones."""
    entries: list[Entry] = []
    blocks = tuple(part for block in document.blocks for part in _set_apart(_without_pages(block, entries), entries))
    notes = tuple(_note_without_pages(note, entries) for note in document.notes)
    return _check_order(replace(document, blocks=blocks, notes=notes, ledger=(*document.ledger, *entries)))


def _note_without_pages(note: Note, entries: list[Entry]) -> Note:
    """The note with its page breaks; one that says nothing but "[Page 5]" keeps these words."""
    if not any(_PAGE.sub("", block.text.chars).strip() for block in note.blocks):
        return note
    return replace(note, blocks=tuple(_without_pages(block, entries) for block in note.blocks))


def _without_pages(block: Block, entries: list[Entry]) -> Block:
    is_whole = block.text.find_whole()
    found = [m for m in _PAGE.finditer(block.text.chars) if is_whole(*m.span())]
    if not found:
        return block
    cuts = [Cut(m.start(), m.end(), Reason.PAGE_BREAK, Milestone(m.start(), Mark.PAGE, m[1])) for m in found]
    block, taken = take_out(block, cuts)
    entries += taken
    if block.text.chars.strip() or block.milestones_of(Mark.NOTE):
        return block
    block, taken = take_out(block, [Cut(0, len(block.text), Reason.BLANK)])
    entries += taken
    return replace(block, kind=Kind.PAGE)


def _set_apart(block: Block, entries: list[Entry]) -> Iterator[Block]:
    """The block, with the page breaks before its first word and after its last one between the blocks."""
    chars = block.text.chars
    first, last = len(chars) - len(chars.lstrip()), len(chars.rstrip())
    outside = [m for m in block.milestones if not first < m.at < last]
    if block.kind is Kind.PAGE or not outside or any(m.mark is not Mark.PAGE for m in outside):
        yield block
        return
    before = [m for m in outside if m.at <= first]
    blank = [Cut(0, first, Reason.BLANK)] * bool(before and first)
    blank += [Cut(last, len(chars), Reason.BLANK)] * bool(len(before) < len(outside) and last < len(chars))
    inner = replace(block, milestones=tuple(m for m in block.milestones if m not in outside))
    inner, taken = take_out(inner, blank)
    entries += taken
    pages = [Block(Kind.PAGE, NOTHING, milestones=(replace(m, at=0),)) for m in outside]
    yield from (*pages[: len(before)], inner, *pages[len(before) :])


@dataclass(slots=True)
class _Whole:
    """A block, or several that are one paragraph with what stands between them; joined only once all are known."""

    parts: list[Block]
    gaps: list[Text] = field(default_factory=list)
    words: int = 0  # counted where there are several

    def add(self, page: Block, right: Block, gaps: tuple[Text, Text]) -> None:
        """Let the paragraph go on after a page break."""
        before = self.parts[-1].text.chars
        parted = bool(gaps[0].chars or gaps[1].chars) or before[-1:].isspace() or right.text.chars[:1].isspace()
        self.words = self.count_words() + len(right.text.chars.split()) - (not parted)
        self.parts += [page, right]
        self.gaps += gaps

    def count_words(self) -> int:
        """How many words it has."""
        return self.words or len(self.parts[0].text.chars.split())

    def join(self) -> Block:
        """All of it as one block."""
        return join(self.parts, self.gaps) if self.gaps else self.parts[0]


def join_paragraphs(document: Document) -> Document:
    """The document with paragraphs that a page break had cut in two made whole."""
    found: list[_Whole] = []
    blanks = {entry.start: entry for entry in document.ledger}
    for block in document.blocks:
        if len(found) >= 2 and _one_paragraph(found[-2], found[-1].parts[-1], block):
            page = found.pop().parts[-1]
            found[-1].add(page, block, _gaps(document.source.text, found[-1].parts[-1], block, blanks))
        else:
            found.append(_Whole([block]))
    ledger = tuple(sorted(blanks.values(), key=lambda entry: entry.start))
    return replace(document, blocks=tuple(whole.join() for whole in found), ledger=ledger)


def _one_paragraph(whole: _Whole, page: Block, right: Block) -> bool:
    """Whether the sentence at the end of a paragraph goes on in `right` after the page break."""
    left = whole.parts[-1]
    if page.kind is not Kind.PAGE or not left.kind is right.kind is Kind.P:
        return False
    end, start = left.text.chars.rstrip(), right.text.chars.lstrip()
    if not end or not start or _ENUMERATOR.match(start):
        return False
    if whole.parts[0].given:  # the source's own paragraphs: only a small letter leaves no doubt
        return start[0].islower()
    return start[0].islower() or (end[-1] not in _CLOSING and whole.count_words() >= FEWEST_WORDS)


def _gaps(source: str, left: Block, right: Block, ledger: dict[int, Entry]) -> tuple[Text, Text]:
    """What stands on each side of the page break in one paragraph: a line end stays as white space."""
    at, blanks, tags, page = left.text.runs[-1].end, list[Entry](), list[Entry](), 0
    while at < right.text.runs[0].start:
        entry = ledger.get(at)
        if entry and entry.reason is Reason.BLANK:
            blanks.append(entry)
        elif entry and entry.reason is Reason.MARKUP:
            tags.append(entry)
        elif entry and entry.reason is Reason.PAGE_BREAK:
            page = entry.start
        at = entry.end if entry else at + 1  # the text of a note may stand between the two
    if not blanks and tags:  # in a page, the end of a paragraph parts words
        del ledger[tags[0].start]
        return Text(" ", (Run(tags[0].start, tags[0].end, " "),)), NOTHING
    before = next((_keep_one(source, blank, ledger) for blank in blanks if blank.start < page), NOTHING)
    after = next((_keep_one(source, blank, ledger) for blank in reversed(blanks) if blank.start > page), NOTHING)
    return before, after


def _keep_one(source: str, entry: Entry, ledger: dict[int, Entry]) -> Text:
    """One character of a blank stretch as text, a line end if there is one; the rest stays in the ledger."""
    found = (source.find(space, entry.start, entry.end) for space in "\n \t\u00a0")
    kept = next((place for place in found if place >= 0), -1)
    blank = cut(source, kept, kept + 1)
    if kept < 0:  # the end of a line that XML knows nothing of
        kept, blank = entry.start, Text(" ", (Run(entry.start, entry.start + 1, " "),))
    del ledger[entry.start]
    for start, end in ((entry.start, kept), (kept + 1, entry.end)):
        if start < end:
            ledger[start] = Entry(start, end, Reason.BLANK)
    return blank


def _check_order(document: Document) -> Document:
    found: list[Diagnostic] = []
    last = 0
    for block in document.blocks:
        for milestone in block.milestones:
            if milestone.mark is Mark.PAGE and milestone.n.isdecimal():
                if int(milestone.n) < last:
                    line = document.source.line(block.text.origin(0)) if block.text.runs else None
                    message = f"page {milestone.n} follows page {last}"
                    hint = "compare the page numbers with the printed volume"
                    found.append(Diagnostic("G001", document.source.path, line, message, hint))
                last = int(milestone.n)
    return replace(document, diagnostics=(*document.diagnostics, *found))
