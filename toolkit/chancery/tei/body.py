"""The document's `div`: its blocks grouped into lists, closers, attachments, with their notes and page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from chancery.model.document import Block, Document, Kind, Mark
from chancery.tei.builder import Builder
from chancery.tei.extents import CLOSING, OPENER, closer_start, last_page_breaks, list_end, opener_end, parts_of
from chancery.tei.figures import quote_end, write_figure
from chancery.tei.ids import Ids
from chancery.tei.inline import page_attributes, write_inline
from chancery.tei.lists import write_list
from chancery.tei.tables import TABLE, table_end, write_table
from chancery.tei.tree import XML_ID

_HEADING = (Kind.HEAD, Kind.SOURCE, Kind.PAGE)
_OPEN = (*_HEADING, *OPENER, Kind.ATTACHMENT)  # after these a division's text has not begun


class Body:
    """Writes one document's division."""

    def __init__(self, builder: Builder, document: Document, ids: Ids) -> None:
        self.builder, self.document, self.ids = builder, document, ids

    def write(self) -> None:
        """Heading, own text, attachments, notes without a marker."""
        blocks = self.document.blocks
        first = next((n for n, b in enumerate(blocks) if b.kind not in _HEADING), len(blocks))
        with self.builder.block("div", self._attributes()):
            for block in blocks[:first]:
                self._write_block(block)
            parts = parts_of(blocks[first:])
            for part in parts:
                end = last_page_breaks(part) if len(parts) > 1 else len(part)
                self._write_part(part[:end], divided=len(parts) > 1)
                for block in part[end:]:
                    self._write_page(block)
            for place, note in enumerate(self.document.notes):
                if not note.anchored:
                    self.builder.start_line()
                    self._write_note(place)

    def _attributes(self) -> dict[str, str]:
        title = next((b.text.chars for b in self.document.blocks if b.kind is Kind.HEAD), "")
        editorial = self.document.metadata.kind == "editorial note" or "Editorial Note" in title[:40]
        subtype = "editorial-note" if editorial else "historical-document"
        attributes = {"type": "document", "subtype": subtype, XML_ID: self.ids.document}
        number = self.document.metadata.number
        return attributes | {"n": number} if number else attributes

    def _write_part(self, blocks: Sequence[Block], divided: bool) -> None:
        """One attachment, or the document's own text; in a division of its own where there are several."""
        if not divided:
            self._write_blocks(blocks)
            return
        attached = blocks[0].kind is Kind.ATTACHMENT
        with self.builder.block("div", {"type": "attachment" if attached else "text"}):
            self._write_blocks(blocks)

    def _write_blocks(self, blocks: Sequence[Block]) -> None:
        closing = closer_start(blocks)
        at, opening = 0, True
        while at < closing:
            if end := self._write_run(blocks, at, closing, opening):
                at, opening = end, False
                continue
            self._write_block(blocks[at], opening)
            opening = opening and blocks[at].kind in _OPEN
            at += 1
        self._write_closer(blocks[closing:])

    def _write_run(self, blocks: Sequence[Block], at: int, closing: int, opening: bool) -> int:
        """Write what several blocks make together, a quotation, an opener, a list, a table: where it ends; else 0."""
        if end := quote_end(blocks, at, closing):
            with self.builder.block("quote"):
                self._write_blocks([replace(quoted, quote=0) for quoted in blocks[at:end]])
        elif opening and (end := opener_end(blocks, at, closing)):
            with self.builder.block("opener"):
                for block in blocks[at:end]:
                    self._write_opening(block)
        elif blocks[at].kind in (Kind.LIST_HEAD, Kind.ITEM):
            end = list_end(blocks, at, closing)
            if end == at + 1 and blocks[at].kind is Kind.LIST_HEAD:  # it heads nothing
                self._write_line("label", blocks[at])
            else:
                write_list(self.builder, blocks[at:end], self._write_text, self._write_page)
        elif blocks[at].kind in TABLE:
            end = table_end(blocks, at, closing)
            write_table(self.builder, blocks[at:end], self._write_text, self._write_page)
        return end

    def _write_opening(self, block: Block) -> None:
        if block.kind is Kind.PAGE:
            self._write_page(block)
        else:
            self._write_line({Kind.DATELINE: "dateline", Kind.SALUTE: "salute"}.get(block.kind, "seg"), block)

    def _write_block(self, block: Block, opening: bool = True) -> None:
        """A block that stands alone; datelines and salutations are such only where a division opens."""
        if block.kind is Kind.PAGE:
            self._write_page(block)
        elif block.kind is Kind.SALUTE and opening:
            with self.builder.block("opener"):
                self._write_line("salute", block)
        elif block.kind is Kind.DATELINE and not opening:
            self._write_line("p", block, {"rend": "dateline"})
        elif block.picture is not None:
            write_figure(self.builder, block, self._write_line)
        elif block.kind is Kind.SOURCE:
            self._write_line("note", block, {"type": "source", "rend": "inline"})
        else:
            self._write_line(_ELEMENTS.get(block.kind, "p"), block)

    def _write_closer(self, blocks: Sequence[Block]) -> None:
        end = last_page_breaks(blocks)
        self._write_ends(blocks[:end])
        for block in blocks[end:]:
            self._write_page(block)

    def _write_ends(self, blocks: Sequence[Block]) -> None:
        for is_postscript, group in groupby(blocks, key=lambda b: b.kind is Kind.POSTSCRIPT):
            together = list(group)
            if is_postscript:
                with self.builder.block("postscript"):
                    for block in together:
                        self._write_line("p", block)
            elif any(b.kind is not Kind.PAGE for b in together):
                self._write_signatures(together)
            else:
                for block in together:
                    self._write_page(block)

    def _write_signatures(self, blocks: Sequence[Block]) -> None:
        if not any(b.kind in CLOSING for b in blocks):  # a date at the end, without a signature
            for block in blocks:
                self._write_block(block)
            return
        with self.builder.block("closer"):
            for is_signed, group in groupby(blocks, key=lambda b: b.kind is Kind.SIGNED):
                together = list(group)
                if is_signed and len(together) > 1 and not together[0].given:
                    with self.builder.block("signed"), self.builder.block("list"):
                        for signer in together:
                            self._write_line("item", signer)
                    continue
                for block in together:
                    self._write_closing(block, opens=block is blocks[0])

    def _write_closing(self, block: Block, opens: bool) -> None:
        """One line of a closer; what stands below another is parted from it."""
        if block.kind is Kind.PAGE:
            self._write_page(block)
        elif block.kind is Kind.BELOW and not opens:
            self.builder.element("lb")
            with self.builder.inline("seg"):
                self._write_text(block)
        elif block.picture is None or block.text.chars:  # a closer holds no picture
            names = {Kind.SIGNED: "signed", Kind.DATELINE: "dateline", Kind.BELOW: "seg"}
            self._write_line(names.get(block.kind, "salute"), block)

    def _write_line(self, name: str, block: Block, attributes: dict[str, str] | None = None) -> None:
        with self.builder.line(name, attributes):
            self._write_text(block)

    def _write_text(self, block: Block) -> None:
        write_inline(self.builder, block, self._write_note, self.ids.page)

    def _write_page(self, block: Block) -> None:
        for milestone in block.milestones_of(Mark.PAGE):
            with self.builder.line("pb", page_attributes(milestone.n, self.ids.page)):
                pass

    def _write_note(self, place: int) -> None:
        note = self.document.notes[place]
        n = note.n if note.anchored else str(place + 1)
        attributes = {"n": n, "place": "foot", XML_ID: self.ids.note(n, place + 1)}
        if note.type:
            attributes["type"] = note.type
        if not note.anchored:
            attributes["subtype"] = "unanchored"
        if note.cert:
            attributes |= {"resp": "#chancery", "cert": note.cert}
        with self.builder.inline("note", attributes):
            for block in note.blocks:
                if len(note.blocks) == 1 or block.kind is Kind.PAGE:
                    self._write_text(block)
                else:
                    with self.builder.inline("p"):
                        self._write_text(block)


_ELEMENTS = {Kind.HEAD: "head", Kind.ATTACHMENT: "head", Kind.LABEL: "label", Kind.DATELINE: "dateline"}
