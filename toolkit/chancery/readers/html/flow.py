"""The blocks of a page's document and of its notes, in one walk over its elements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from chancery.model.blocks import Cut, take_out
from chancery.model.document import Block, Cell, Kind, Mark, Milestone, Picture
from chancery.model.ledger import Entry, Reason
from chancery.readers.html.kinds import ITEMS, LISTS, kind_of, rends_of
from chancery.readers.html.links import Place
from chancery.readers.html.marks import Marks
from chancery.readers.html.paragraph import EMPTY, Paragraph, Style
from chancery.readers.html.tables import cells_of, is_table
from chancery.readers.html.tree import BLOCKS, HEADINGS, Element, Page, Words
from chancery.readers.lines import DEEPEST_LIST

MOST_STYLES = 12  # around one character


@dataclass(slots=True)
class Flow:
    """Walks a page; `blocks` are the document's, `noted` those of each note."""

    page: Page
    marks: Marks
    place: Place
    left_out: dict[Element, Reason]
    pictures: dict[Element, Picture] = field(default_factory=dict)
    quotes: dict[Element, int] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    noted: dict[int, list[Block]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    note: int = -1  # whose blocks are being read; the document's if negative
    _held: tuple[Milestone, ...] = ()  # of markers before any text
    _styles: tuple[Style, ...] = ()
    _kind: Kind = Kind.P
    _given: bool = False
    _depth: int = 0
    _cell: Cell | None = None
    _tables: int = 0
    _quote: int = 0
    _keep_lines: bool = False
    _breaks: int = 0  # in a row
    _open: Paragraph | None = None

    def read(self, element: Element) -> None:
        """Read all that an element holds."""
        self._children(element)
        self.flush()

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Words):
                self._words(child)
            elif child not in self.left_out:
                self._element(child)
            elif child.name in BLOCKS:  # what stands around it are no neighbours
                self._part()

    def _words(self, words: Words) -> None:
        start = self.marks.after_label(words)
        blank = not self.page.text[start : words.end].strip(" \t\r\n\f")
        self._breaks = self._breaks if blank else 0
        if self._open or not blank:
            self._paragraph().add_text(start, words.end, () if blank else self._styles)

    def _paragraph(self) -> Paragraph:
        if self._open is None:
            self._open = Paragraph(
                self.page.text,
                self._kind if self.note < 0 else Kind.P,
                self._given,
                min(self._depth, DEEPEST_LIST) if self._kind in (Kind.ITEM, Kind.LABEL) and self.note < 0 else 0,
                self._cell,
                self._keep_lines,
                self._quote if self.note < 0 and self._cell is None else 0,
                self.entries,
            )
        return self._open

    def flush(self) -> None:
        """End the block that is open."""
        if self._open is None or self._cell is not None:
            return
        paragraph, self._open, self._breaks = self._open, None, 0
        if not paragraph.empty:
            self._put(paragraph.finish())

    def _put(self, block: Block) -> None:
        if self.note >= 0 and block.text.chars != block.text.chars.rstrip():  # before a way back
            end = len(block.text.chars.rstrip())
            block, taken = take_out(block, [Cut(end, len(block.text), Reason.BLANK)])
            self.entries += taken
        into = self.blocks if self.note < 0 else self.noted.setdefault(self.note, [])
        if not block.text.chars and block.kind not in EMPTY:
            self._put_notes(block.milestones_of(Mark.NOTE), into)
            block = replace(block, milestones=tuple(m for m in block.milestones if m.mark is not Mark.NOTE))
        elif self._held and self.note < 0:
            block, self._held = replace(block, milestones=(*self._held, *block.milestones)), ()
        if block.text.chars or block.milestones or block.kind in EMPTY:
            into.append(block)

    def _put_notes(self, notes: tuple[Milestone, ...], into: list[Block]) -> None:
        """Markers in a block of their own belong to the block before, or to the first one that comes."""
        place = next((n for n in range(len(into) - 1, -1, -1) if into[n].text.chars), None)
        if place is None:
            self._held = (*self._held, *notes)
        elif notes:
            moved = tuple(replace(m, at=len(into[place].text)) for m in notes)
            into[place] = replace(into[place], milestones=(*into[place].milestones, *moved))

    def _element(self, element: Element) -> None:
        start = self.marks.starts.get(element)
        if start is not None:
            self.flush()
            self.note = start
        inside = self.note >= 0 and element in (self.marks.markers | self.marks.inline)  # no note in a note
        if self.marks.takes(element) and not inside:
            self._mark(element)
        elif element in self.marks.inline and not inside:
            self._inline_note(element)
        elif element.name == "br":
            self._break()
        elif element in self.pictures and self._cell is None and self.note < 0:
            self.flush()
            self._read_cell(element, Kind.FIGURE, Cell(-1, 0))
            self.blocks[-1] = replace(self.blocks[-1], cell=None, picture=self.pictures[element])
        elif element.name == "table" and is_table(element) and self._cell is None and self.note < 0:
            self._table(element)
        elif element.name in BLOCKS:
            self._block(element)
        else:
            self._inline(element)
        if element in self.marks.ends:
            self.flush()
            self.note = -1

    def _mark(self, element: Element) -> None:
        """A marker, a page number, a way back: something that stands for no text."""
        note, page = self.marks.markers.get(element), self.marks.pages.get(element)
        if element.name in BLOCKS:
            self._part()
        if note is not None:
            self._paragraph().add_note(note)
        elif page is not None:
            self._paragraph().add_page(page)
        self.entries += self.marks.entries(element)

    def _inline_note(self, element: Element) -> None:
        """Read a note that stands in the text at its place; its marker, if it has one, stands right before it."""
        note = self.marks.inline[element]
        if note not in self.marks.markers.values():
            self._paragraph().add_note(note)
        outer = (self._open, self._styles, self.note)
        self._open, self._styles, self.note = None, (), note
        self.read(element)
        self._open, self._styles, self.note = outer

    def _break(self) -> None:
        self._breaks += 1
        if self._open is None:
            return
        if self._breaks > 1 and self._cell is None and self._kind is Kind.P:
            self.flush()
        else:
            self._open.add_line()

    def _inline(self, element: Element) -> None:
        styles = [Style("hi", (("rend", rend),), element.limit) for rend in rends_of(element)]
        styles = [style for style in styles if not self._has(style)]
        if element.name == "a" and (target := self.place.target(element)) and not self._linked():
            styles.append(Style("ref", (("target", target),), element.limit))
        outer, self._styles = self._styles, (*self._styles, *styles)
        self._children(element)
        self._styles = outer

    def _has(self, style: Style) -> bool:
        """Whether the text has it already: bold in bold is bold."""
        around = self._styles[-MOST_STYLES:]
        same = (s for s in around if s.attributes == style.attributes and s.limit >= style.limit)
        return len(around) == MOST_STYLES or any(same)

    def _linked(self) -> bool:
        return any(style.name == "ref" for style in self._styles)

    def _block(self, element: Element) -> None:
        self._part()
        if self._cell is not None or self._inside_item(element):  # one item, one cell: its parts are lines of it
            self._children(element)
            self._part()
            return
        self.flush()
        with self._as(element):
            self._children(element)
            self.flush()

    def _inside_item(self, element: Element) -> bool:
        apart = element.name in LISTS | ITEMS | HEADINGS or element.name == "table"
        return self._kind is Kind.ITEM and not apart

    def _part(self) -> None:
        """End the block that is open; in a cell or an item, its line."""
        if self._cell is None and self._kind is not Kind.ITEM:
            self.flush()
        elif self._open:
            self._open.add_line()

    @contextmanager
    def _as(self, element: Element) -> Iterator[None]:
        """What blocks in an element are, while it is read."""
        before = (self._kind, self._given, self._depth, self._keep_lines, self._quote)
        found = kind_of(element)
        plain = found is not None and found[0] is Kind.P
        vague = plain and (self._kind is Kind.VALEDICTION or (self._given and found == (Kind.P, False)))
        if found and self.note < 0 and not vague:
            self._kind, self._given = found
        if element.name in LISTS:
            self._depth += 1
        if element.name == "dd":
            self._depth += 1
        self._keep_lines = self._keep_lines or element.name == "pre"
        self._quote = self.quotes.get(element, self._quote)
        yield
        self._kind, self._given, self._depth, self._keep_lines, self._quote = before

    # -- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        self.flush()
        for node, kind, cell in cells_of(self.page, table, self._tables, self.left_out):
            self._read_cell(node, kind, cell)
        self._tables += 1

    def _read_cell(self, node: Element | Words, kind: Kind, cell: Cell) -> None:
        outer = (self._kind, self._given, self._styles, self._depth)
        self._kind, self._given, self._cell, self._styles, self._depth = kind, True, cell, (), 0
        self._paragraph()
        if isinstance(node, Words):
            self._words(node)
        elif kind is Kind.FIGURE or node.name in ("td", "th", "caption"):
            self._children(node)
        else:
            self._element(node)
        paragraph, self._open, self._cell = self._open, None, None
        self._kind, self._given, self._styles, self._depth = outer
        if paragraph:
            self._put(paragraph.finish())
