"""White space as this project has it: none at the edges of a block, one blank between words, none before a note.

Official files are laid out by their editors' tools, with line ends and indents anywhere in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from chancery.tei.layout import HOLDERS
from chancery.tei.tree import TEI

_INNER = frozenset(TEI + name for name in ("note", "list"))  # blocks inside running text, with edges of their own
_BREAKS = frozenset(TEI + name for name in ("pb", "lb"))
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Slot:
    """A stretch of text: an element's `text`, or its `tail`."""

    element: etree._Element
    tail: bool

    @property
    def words(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def put(self, words: str) -> None:
        if self.tail:
            self.element.tail = words or None
        else:
            self.element.text = words or None


def put_in_order(root: etree._Element) -> None:
    """Put the white space of a part of an edition in order, in place."""
    for element in root.iter():
        if element.tag in HOLDERS or (element.tag == TEI + "note" and _holds_blocks(element)):
            element.text = None
            for child in element:
                child.tail = None
    for element in root.iter():
        if _is_leaf(element):
            _order(element)


def _is_leaf(element: etree._Element) -> bool:
    """Whether running text begins with the element."""
    if element.tag in HOLDERS or (element.tag == TEI + "note" and _holds_blocks(element)):
        return False
    parent = element.getparent()
    return parent is not None and (parent.tag in HOLDERS or element.tag == TEI + "note" or _holds_blocks(parent))


def _holds_blocks(note: etree._Element) -> bool:
    return note.tag == TEI + "note" and any(child.tag in (TEI + "p", TEI + "table", TEI + "quote") for child in note)


def _order(leaf: etree._Element) -> None:
    """Put the running text of one block in order, from its first stretch of text to its last."""
    before, last, blank = _Slot(leaf, tail=False), None, True  # blank: white space, or nothing, stands before
    for at in _walk(leaf):
        if isinstance(at, _Slot):
            words = _SPACE.sub(" ", at.words)
            at.put(words.removeprefix(" ") if blank else words)
            before, last, blank = at, (at if at.words else last), (at.words or " " * blank).endswith(" ")
        elif at.tag == TEI + "pb":
            blank = blank and last is None
            if last is not None:
                _part(at, before)
        else:
            is_note = at.tag == TEI + "note"
            if last is not None and not (is_note and _follows_note(at)):
                last.put(last.words.removesuffix(" "))
            blank = not is_note
    if last is not None:
        last.put(last.words.removesuffix(" "))


def _walk(leaf: etree._Element) -> Iterator[_Slot | etree._Element]:
    """The stretches of text in order, and the breaks, notes and lists between them, whose own text is not gone into."""
    yield _Slot(leaf, tail=False)
    for child in leaf:
        if child.tag in _BREAKS or child.tag in _INNER:
            yield child
        else:
            yield from _walk(child)
        yield _Slot(child, tail=True)


def _part(pb: etree._Element, before: _Slot) -> None:
    """White space on both sides of a page break where there is some on one."""
    tail = pb.tail or ""
    if _SPACE.match(tail) and not before.words.endswith(" "):
        before.put(before.words + " ")
    elif before.words.endswith(" ") and not _SPACE.match(tail):
        pb.tail = " " + tail


def _follows_note(note: etree._Element) -> bool:
    before = note.getprevious()
    return before is not None and before.tag == TEI + "note" and not (before.tail or "").strip()
