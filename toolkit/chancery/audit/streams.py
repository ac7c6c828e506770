"""A TEI document's text as it would be read aloud: the running text and each note a stream of pieces of text.

Read off the XML alone. Between two pieces lies a gap: a break between blocks, the place of a note, a page or line
break, and the white space around them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.tei.tree import TEI, parse

WHITE = " \t\r\n"  # what XML calls white space; anything else is a character of the text
BLOCKS = frozenset(
    TEI + name
    for name in (
        "text", "front", "body", "back", "group", "div", "p", "ab", "head", "item", "list", "label", "dateline",
        "opener", "closer", "salute", "signed", "byline", "postscript", "trailer", "table", "row", "cell", "figure",
        "quote", "cit", "lg", "l", "listBibl", "argument", "epigraph", "floatingText",
    )
)  # fmt: skip
_SECOND = frozenset(TEI + name for name in ("corr", "reg", "expan"))  # in a choice, the editor's reading
_OURS = frozenset(TEI + name for name in ("supplied", "figDesc"))  # not of the source


class Space(IntEnum):
    """What parts two things in the TEI, from least to most."""

    NONE = 0
    WHITE = 1
    LINE = 2  # a line break
    BREAK = 3  # between blocks, where white space is layout


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a note or page break."""

    n: str
    line: int  # of the TEI file
    note: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without gaps inside, and the gap before it: marks, and what lies before, between and after them."""

    spaces: tuple[Space, ...]
    marks: tuple[Mark, ...]
    text: str  # neither begins nor ends in white space; empty in the last piece
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note's text; one without a place is only in the list."""

    n: str
    placed: bool
    pieces: tuple[Piece, ...]
    doubtful: bool = False  # whether the TEI says that its place is


@dataclass(frozen=True, slots=True)
class Streams:
    """All the text of a TEI document."""

    file: str
    body: tuple[Piece, ...]
    notes: tuple[Note, ...]  # in the order of the document
    titles: tuple[str, ...] = ()  # of a chapter, that stand before it in its source


def read_streams(data: bytes, name: str) -> Streams:
    """The streams of a TEI file; raises ChanceryError where there is no text in it."""
    root = parse(data, name).getroot()
    text = root.find(f"{TEI}text")
    if text is None:
        hint = "a register or a volume has no source; name documents"
        raise ChanceryError("there is no TEI text in it", hint, Exit.UNREADABLE)
    reader = _Reader()
    reader.read(text)
    scopes = root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}sourceDesc/{TEI}bibl/{TEI}biblScope[@unit='chapter']")
    titles = tuple(" ".join((scope.text or "").split()) for scope in scopes)
    return Streams(name, reader.open[0].end(), tuple(reader.notes), titles)


def source_of(data: bytes, name: str) -> str:
    """What a TEI file says that it was made from, as it says it."""
    changes = parse(data, name).getroot().iterfind(f"{TEI}teiHeader/{TEI}revisionDesc//{TEI}change")
    return next((said for change in changes if (said := change.get("source"))), "")


@dataclass(slots=True)
class _Stream:
    """Pieces as they grow."""

    pieces: list[Piece] = field(default_factory=list)
    spaces: list[Space] = field(default_factory=lambda: [Space.BREAK])
    marks: list[Mark] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    line: int = 0  # where the first part begins

    def say(self, text: str, line: int) -> None:
        """Take text in."""
        if self.parts:
            self.parts.append(text)
        elif said := text.lstrip(WHITE):
            if len(said) < len(text):
                self.part(Space.WHITE)
            self.parts.append(said)
            self.line = line + text.count("\n", 0, len(text) - len(said))
        elif text:
            self.part(Space.WHITE)

    def part(self, space: Space) -> None:
        """What comes next is parted from what was before."""
        self.close()
        self.spaces[-1] = max(self.spaces[-1], space)

    def mark(self, mark: Mark) -> None:
        """A note or a page break stands here."""
        self.close()
        self.marks.append(mark)
        self.spaces.append(Space.NONE)

    def close(self) -> None:
        """End the piece, if one has begun."""
        if not self.parts:
            return
        whole = "".join(self.parts)
        text = whole.rstrip(WHITE)
        self.pieces.append(Piece(tuple(self.spaces), tuple(self.marks), text, self.line))
        self.spaces = [Space.WHITE if len(text) < len(whole) else Space.NONE]
        self.marks, self.parts = [], []

    def end(self) -> tuple[Piece, ...]:
        """All pieces, the last without text: it ends in a break."""
        self.part(Space.BREAK)
        return (*self.pieces, Piece(tuple(self.spaces), tuple(self.marks), "", self.line))


class _Reader:
    """One pass over a document."""

    def __init__(self) -> None:
        self.open = [_Stream()]  # the running text, and the note that is being read
        self.notes: list[Note] = []
        self._places: list[int] = []  # in `notes`, of the notes that are open
        self._line = 1

    def read(self, root: etree._Element) -> None:
        """Take in the whole of an element."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                self._line = max(self._line, int(element.sourceline or 0))
                if _is_ours(element):
                    walk.skip_subtree()
                else:
                    self._start(element)
                    self._say(element.text, element)
                continue
            if event == "end" and not _is_ours(element):
                self._end(element)
            if element is not root:
                self._say(element.tail, element.getparent())

    def _say(self, text: str | None, holder: etree._Element | None) -> None:
        if not text:
            return
        if holder is None or holder.tag != f"{TEI}choice" or text.strip(WHITE):  # a choice holds elements only
            self.open[-1].say(text, self._line)
        self._line += text.count("\n")

    def _start(self, element: etree._Element) -> None:
        stream, n = self.open[-1], (element.get("n") or "").strip()
        if _is_note(element):
            placed = element.get("subtype") != "unanchored"
            if placed:
                stream.mark(Mark(n, self._line, True))
            self._places.append(len(self.notes))
            self.notes.append(Note(n, placed, (), "cert" in element.attrib))
            self.open.append(_Stream())
        elif element.tag == f"{TEI}pb":
            stream.mark(Mark(n.strip("[]"), self._line, False))
        elif element.tag == f"{TEI}lb":
            stream.part(Space.LINE)
        elif element.tag in BLOCKS or element.tag == f"{TEI}note":
            stream.part(Space.BREAK)

    def _end(self, element: etree._Element) -> None:
        if _is_note(element):
            place = self._places.pop()
            note = self.notes[place]
            self.notes[place] = replace(note, pieces=self.open.pop().end())
        elif element.tag in BLOCKS or element.tag == f"{TEI}note":
            self.open[-1].part(Space.BREAK)


def _is_note(element: etree._Element) -> bool:
    return element.tag == f"{TEI}note" and "inline" not in (element.get("rend"), element.get("place"))


def _is_ours(element: etree._Element) -> bool:
    parent = element.getparent()
    second = element.tag in _SECOND and parent is not None and parent.tag == f"{TEI}choice"
    return second or element.tag in _OURS
