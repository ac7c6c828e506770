"""A file as nodes that know their places: start tags, end tags, text.

expat knows lines and columns exactly, lxml knows neither columns nor end tags.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.parsers import expat

# A start tag's attributes in the bytes of a file; encodings that are not like ASCII have none to be found.
_TAG = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(slots=True, eq=False)
class Words:
    """A stretch of text between tags, with the place of its first character that is no white space."""

    text: str
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Node:
    """An element; names are written as expat writes them, the namespace, a blank, the local name."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    column: int
    offset: int  # of the start tag, in bytes
    children: list[Node | Words] = field(default_factory=list)
    end_line: int = 0
    end_column: int = 0

    def nodes(self) -> Iterator[Node]:
        """The elements in it."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator[Node]:
        """The element and all in it, in document order."""
        left: list[Node] = [self]
        while left:
            node = left.pop()
            yield node
            left += [child for child in reversed(node.children) if isinstance(child, Node)]


def read_nodes(data: bytes, exact: bool = False) -> Node:
    """The root of well-formed `data`; the places of text are right only where `exact` asks for them, at a price."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes, parser.buffer_text = True, not exact
    top = Node("", (), 0, 0, 0)
    open_: list[Node] = [top]

    def start(name: str, attributes: list[str]) -> None:
        pairs = tuple(zip(attributes[::2], attributes[1::2], strict=True))
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        node = Node(name, pairs, line, column, parser.CurrentByteIndex)
        open_[-1].children.append(node)
        open_.append(node)

    def end(_name: str) -> None:
        node = open_.pop()
        node.end_line, node.end_column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def text(words: str) -> None:
        siblings = open_[-1].children
        last = siblings[-1] if siblings and isinstance(siblings[-1], Words) else None
        if last is not None and (not exact or last.text.strip()):
            last.text += words
            return
        blank = len(words) - len(words.lstrip())
        place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1 + blank) if exact else (0, 0)
        if last is not None:  # white space so far
            last.text, last.line, last.column = last.text + words, *place
        else:
            siblings.append(Words(words, *place))

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    with _no_collection():
        parser.Parse(data, True)
    (root,) = top.nodes()
    return root


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for garbage meanwhile: there is none, and it takes longer with every node."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def attribute_place(data: bytes, node: Node, name: str) -> tuple[int, int]:
    """Line and column of an attribute; those of its element where it cannot be found."""
    wanted = name.rpartition(" ")[2].encode()
    tag = _TAG.match(data, node.offset)
    at = tag.end() if tag else node.offset
    while found := _ATTRIBUTE.match(data, at):
        if found[1].rpartition(b":")[2] == wanted and not found[1].startswith(b"xmlns"):
            before = data[node.offset : found.start(1)].decode("utf-8", "replace")
            lines = before.split("\n")
            return node.line + len(lines) - 1, (node.column if len(lines) == 1 else 1) + len(lines[-1])
        at = found.end()
    return node.line, node.column
