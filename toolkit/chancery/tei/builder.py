"""TEI written from start to end, laid out for people, with a record of every source character written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from chancery.model.text import Run, Text
from chancery.tei.tree import TEI, XML

_STEP = "  "


class Builder:
    """Elements are opened and closed in order; what may be indented without adding text is."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._unclosed = False  # whether the last part is a start tag without its end
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
        self.start(name, attributes)
        yield
        self.end(name)

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
        space = "" if self._parts else f' xmlns="{TEI[1:-1]}"'
        said = [f' {key.replace(XML, "xml:")}="{_quote(value)}"' for key, value in (attributes or {}).items()]
        self._put(f"<{name}{space}{''.join(said)}")
        self._unclosed = True

    def end(self, name: str) -> None:
        """Close it."""
        self._parts.append("/>" if self._unclosed else f"</{name}>")
        self._unclosed = False

    def element(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """A whole element on a line of its own, its text ours and not the source's."""
        self.start_line()
        self.start(name, attributes)
        if text:
            self._put(_escape(text))
        self.end(name)

    def text(self, text: Text) -> None:
        """Characters of the source."""
        if text.chars:
            self._put(_escape(text.chars))
            self.runs += text.runs

    def start_line(self, always: bool = False) -> None:
        """White space between blocks; none before the root."""
        if self._depth or always:
            self._put("\n" + _STEP * self._depth)

    def finish(self) -> str:
        """The root element and all in it."""
        return "".join(self._parts)

    def _put(self, part: str) -> None:
        if self._unclosed:
            self._parts.append(">")
            self._unclosed = False
        self._parts.append(part)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quote(value: str) -> str:
    return _escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
