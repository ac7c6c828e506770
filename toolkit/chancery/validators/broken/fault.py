"""What is known where the reading of a file stopped."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Elements that never stand directly in one of their own name: where one does, the first was not closed.
_NEVER_IN_ITSELF = frozenset(
    ["p", "ab", "head", "item", "label", "row", "cell", "dateline", "opener", "closer", "signed", "salute", "body",
     "text", "teiHeader", "persName", "placeName", "date", "person", "title", "l", "note", "ref", "term", "publisher"]
)  # fmt: skip
_NAME = re.compile(rb"</?\s*([^\s/>=<]+)")


@dataclass(slots=True)
class Opened:
    """An element that is open."""

    name: str  # as written in the file
    index: int  # of its start tag, in bytes
    line: int
    column: int
    again: int = -1  # where an element begins directly in it that was meant to stand behind it, in bytes


@dataclass(frozen=True, slots=True)
class Closed:
    """An element that was closed."""

    opened: Opened
    index: int  # of its end tag, in bytes
    line: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is said, and of which place."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The place at which expat stopped, what it calls the reason, and the elements open there."""

    data: bytes
    code: int
    words: str
    index: int  # in bytes
    line: int  # as column counted from 1
    column: int
    opened: tuple[Opened, ...] = ()
    closed: tuple[Closed, ...] = ()  # in the order of their ends

    @property
    def before(self) -> bytes:
        """The file as far as it was read."""
        return self.data[: self.index]

    @property
    def after(self) -> bytes:
        """The rest of the file."""
        return self.data[self.index :]

    def at(self, index: int, message: str, hint: str) -> Told:
        """The words with the place of a byte of the file."""
        before = self.data[:index]
        begin = before.rfind(b"\n") + 1
        return Told(before.count(b"\n") + 1, len(before[begin:].decode("utf-8", "replace")) + 1, message, hint)

    def here(self, message: str, hint: str) -> Told:
        """The words with the place at which reading stopped."""
        return Told(self.line, self.column, message, hint)


def name_at(data: bytes, index: int) -> str:
    """The name in the tag that begins at a byte of the file."""
    found = _NAME.match(data, index)
    return found[1].decode("utf-8", "replace") if found else ""


def is_first(data: bytes, index: int) -> bool:
    """Whether the tag that begins at a byte stands first on its line."""
    return not data[data.rfind(b"\n", 0, index) + 1 : index].strip()


def belongs_behind(data: bytes, one: Opened, opened: list[Opened]) -> bool:
    """Whether an element was meant to stand behind the one that is open, not in it, by its name or by the lines."""
    top = opened[-1]
    if one.name == top.name and one.name in _NEVER_IN_ITSELF:
        return True
    indented = len(opened) > 1 and opened[-2].column < top.column == one.column
    return indented and is_first(data, top.index) and is_first(data, one.index)
