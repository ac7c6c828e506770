"""A TEI document read for review: its texts, and where in them the tags, notes and pages stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.tei.tree import TEI, parse

AROUND = 70  # characters of the words around a place
_TAGS = frozenset(TEI + name for name in ("persName", "rs", "ref"))
_DATED = ("when", "from", "to", "notBefore", "notAfter")
_BLOCKS = frozenset(
    TEI + name
    for name in ("p", "head", "item", "label", "dateline", "salute", "signed", "cell", "note", "lb", "closer")
)


@dataclass(frozen=True, slots=True)
class Tag:
    """An element with its text."""

    element: etree._Element
    stream: int
    start: int  # offsets in the text of the stream
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a note in the running text."""

    element: etree._Element
    at: int
    stream: int  # of the note's own text


@dataclass(slots=True)
class Reading:
    """What a document holds; stream 0 is the running text, the others are notes."""

    file: str
    texts: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    notes: list[Mark] = field(default_factory=list)
    pages: int = 0
    dated: bool = False

    def around(self, stream: int, start: int, end: int, size: int = AROUND) -> tuple[str, str, str]:
        """The words before, at and after a stretch of text."""
        return cut_around(self.texts[stream], start, end, size)


def cut_around(text: str, start: int, end: int, size: int = AROUND) -> tuple[str, str, str]:
    """The words before, at and after text[start:end], whole ones, with an ellipsis where more is left out."""
    before, after = text[max(0, start - size) : start], text[end : end + size]
    before = f"…{before.partition(' ')[2]}" if start > size else before
    after = f"{after.rpartition(' ')[0]}…" if end + size < len(text) else after
    return before, text[start:end], after


def read_tei(data: bytes, name: str) -> Reading:
    """The reading of a document; raises ChanceryError where it is none."""
    root = parse(data, name).getroot()
    text = root.find(f"{TEI}text")
    if text is None:
        raise ChanceryError("there is no TEI text in it", "name TEI files of documents", Exit.UNREADABLE)
    reading = _Reader(name).read(text)
    created = root.iterfind(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}creation/{TEI}date")
    datelines = (date for line in text.iter(f"{TEI}dateline", f"{TEI}p") if _is_dateline(line) for date in _dates(line))
    reading.dated = any(date.get(name) for date in (*created, *datelines) for name in _DATED)
    return reading


def _is_dateline(element: etree._Element) -> bool:
    return element.tag == f"{TEI}dateline" or element.get("rend") == "dateline"


def _dates(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(f"{TEI}date"))


class _Reader:
    """One pass; white space is made single, so that words can be shown on a line."""

    def __init__(self, name: str) -> None:
        self.reading = Reading(name)
        self._parts: list[list[str]] = [[]]
        self._sizes = [0]
        self._open: list[int] = [0]  # the streams being read, the innermost last
        self._starts: list[int] = []  # of the elements that are open

    def read(self, root: etree._Element) -> Reading:
        """The reading of all that lies in the root."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                self._begin(element)
                self._say(element.text)
            else:
                if event == "end":
                    self._finish(element)
                if element is not root:
                    self._say(element.tail)
        self.reading.texts = ["".join(parts) for parts in self._parts]
        return self.reading

    def _say(self, text: str | None) -> None:
        if not text:
            return
        stream = self._open[-1]
        words = " ".join(text.split())
        if text[0].isspace():
            self._part(stream)
        self._put(stream, words)
        if words and text[-1].isspace():
            self._part(stream)

    def _part(self, stream: int) -> None:
        """One space, unless there is one."""
        parts = self._parts[stream]
        if parts and parts[-1] and not parts[-1].endswith(" "):
            self._put(stream, " ")

    def _put(self, stream: int, words: str) -> None:
        if words:
            self._parts[stream].append(words)
            self._sizes[stream] += len(words)

    def _begin(self, element: etree._Element) -> None:
        stream = self._open[-1]
        if _is_note(element):
            self.reading.notes.append(Mark(element, self._sizes[0], len(self._sizes)))
            self._open.append(len(self._sizes))
            self._parts.append([])
            self._sizes.append(0)
        elif element.tag == f"{TEI}pb":
            self.reading.pages += 1
        elif element.tag in _BLOCKS:
            self._part(stream)
        self._starts.append(self._sizes[self._open[-1]])

    def _finish(self, element: etree._Element) -> None:
        start = self._starts.pop()
        if _is_note(element):
            self._open.pop()
            return
        stream = self._open[-1]
        if element.tag in _TAGS:
            self.reading.tags.append(Tag(element, stream, start, self._sizes[stream]))
        if element.tag in _BLOCKS:
            self._part(stream)


def _is_note(element: etree._Element) -> bool:
    return element.tag == f"{TEI}note" and element.get("rend") != "inline"


def line_of(element: etree._Element) -> int | None:
    """The line of the file on which an element begins."""
    return element.sourceline if isinstance(element.sourceline, int) else None
