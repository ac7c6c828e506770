"""A TEI tree built from start to end, laid out for people, with a record of every source character written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from chancery.model.text import Run, Text
from chancery.tei.tree import TEI

_STEP = "  "


class Builder:
    """Elements are opened and closed in order; what may be indented without adding text is."""

    def __init__(self) -> None:
        self._target = etree.TreeBuilder()
        self._depth = 0
        self.runs: list[Run] = []  # source characters in the order in which they were written

    @contextmanager
    def block(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element on a line of its own that holds only blocks."""
        self.start_line()
        self.start(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self.start_line(always=True)
        self.end(name)

    @contextmanager
    def line(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element on a line of its own that holds text."""
        self.start_line()
        with self.inline(name, attributes):
            yield

    @contextmanager
    def inline(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element in running text: no white space is put around or into it."""
        self.start(name, attributes)
        yield
        self.end(name)

    @contextmanager
    def nested(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element in running text that holds only blocks."""
        self._depth += 1
        with self.inline(name, attributes):
            self._depth += 1
            yield
            self._depth -= 1
            self.start_line()
        self._depth -= 1

    def start(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Open an element in running text."""
        self._target.start(TEI + name, dict(attributes or {}), {None: TEI[1:-1]})  # type: ignore[call-arg, arg-type]

    def end(self, name: str) -> None:
        """Close it."""
        self._target.end(TEI + name)

    def element(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """A whole element on a line of its own, its text ours and not the source's."""
        with self.line(name, attributes):
            if text:
                self._target.data(text)

    def text(self, text: Text) -> None:
        """Characters of the source."""
        if text.chars:
            self._target.data(text.chars)
            self.runs += text.runs

    def start_line(self, always: bool = False) -> None:
        """White space between blocks; none before the root."""
        if self._depth or always:
            self._target.data("\n" + _STEP * self._depth)

    def finish(self) -> etree._Element:
        """The root element."""
        return self._target.close()
