"""One block's text as it is read: white space collapsed, typography and links as spans, marks in their places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from chancery.model.document import Block, Cell, Kind, Mark, Milestone, Span
from chancery.model.ledger import PATTERNS, Entry, Reason
from chancery.model.text import Run, Text
from chancery.readers.html.characters import is_blank, read_characters

_CONTROL = PATTERNS[Reason.CONTROL]
EMPTY = (Kind.CELL, Kind.FIGURE)  # may have no text
_CLOSING = ".,;:?!)]”’»"  # no blank stands before these


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """What an element around the text makes of it: `hi` or `ref`."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    limit: int  # source offset at which it ends, wherever its element does


@dataclass(slots=True)
class Paragraph:
    """A block in the making."""

    text: str  # of the source
    kind: Kind = Kind.P
    given: bool = False
    depth: int = 0
    cell: Cell | None = None
    keep_lines: bool = False  # white space counts, as in `pre`
    quote: int = 0
    entries: list[Entry] = field(default_factory=list)
    _chars: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _size: int = 0
    _blank: Run | None = None  # white space that counts once something follows
    _milestones: list[Milestone] = field(default_factory=list)
    _extents: dict[Style, list[int]] = field(default_factory=dict)  # start and end of each style

    @property
    def empty(self) -> bool:
        """Whether nothing has been read yet."""
        return not self._size and not self._milestones

    def add_text(self, start: int, end: int, styles: tuple[Style, ...]) -> None:
        """Read source characters."""
        for chars, run in read_characters(self.text, start, end):
            if not run.says and not _CONTROL.sub("", chars):  # white space before it still waits for what follows
                self._put(chars, run)
            elif not is_blank(chars):
                self._add(chars, run, styles)
            elif self.keep_lines and "\n" in chars:
                self._add_line_ends(chars, run)
            elif self._size and self._blank is None:
                self._blank = _one_blank(chars, run)

    def _add(self, chars: str, run: Run, styles: tuple[Style, ...]) -> None:
        if self._blank is not None and not self._after_line():
            self._settle_notes(chars)
        if self._blank is not None and not self._after_line():
            self._put(" ", self._blank)
        self._blank = None
        start = self._size
        self._put(chars, run)
        for style in styles:
            if run.start < style.limit:
                self._extents.setdefault(style, [start, start])[1] = self._size

    def _put(self, chars: str, run: Run) -> None:
        if run.says or not _CONTROL.search(chars):
            self._append(chars, run)
            return
        at = 0
        for control in _CONTROL.finditer(chars):
            start, end = control.span()
            self.entries.append(Entry(run.start + start, run.start + end, Reason.CONTROL))
            self._append(chars[at:start], Run(run.start + at, run.start + start))
            at = end
        self._append(chars[at:], Run(run.start + at, run.end))

    def _append(self, chars: str, run: Run) -> None:
        if chars:
            self._chars.append(chars)
            self._runs.append(run)
            self._size += len(chars)

    def _after_line(self) -> bool:
        return (
            bool(self._milestones) and self._milestones[-1].at == self._size and self._milestones[-1].mark is Mark.LINE
        )

    def _settle_notes(self, chars: str) -> None:
        """No blank before a note: it goes behind the note, or away where punctuation follows."""
        noted = bool(self._milestones) and self._milestones[-1].at == self._size
        if noted and chars[0] in _CLOSING:
            self._blank = None

    def _add_line_ends(self, chars: str, run: Run) -> None:
        if self._size and not self._after_line():
            self.entries.append(Entry(run.start, run.end, Reason.LINE_BREAK))
            self._milestones.append(Milestone(self._size, Mark.LINE))

    def add_line(self) -> None:
        """A line break; several count as one, and none opens a block."""
        if self._size and not self._after_line():
            self._milestones.append(Milestone(self._size, Mark.LINE))
            self._blank = None

    def add_note(self, place: int) -> None:
        """The place of a note."""
        self._milestones.append(Milestone(self._size, Mark.NOTE, note=place))

    def add_page(self, n: str) -> None:
        """The start of a printed page; the blank before it stays before it."""
        if self._blank is not None and self._size and not self._after_line():
            self._put(" ", self._blank)
            self._blank = None
        self._milestones.append(Milestone(self._size, Mark.PAGE, n))

    def finish(self) -> Block:
        """The block."""
        while self._milestones and self._after_line():  # a break at the end breaks nothing
            self._milestones.pop()
        chars = "".join(self._chars)
        spans = [Span(a, b, style.name, style.attributes) for style, (a, b) in self._extents.items()]
        spans = [span for span in (_trim(chars, span) for span in spans) if span.start < span.end]
        spans.sort(key=lambda span: (span.start, -span.end))
        text = Text(chars, tuple(_merged(self._runs)))
        kind = Kind.PAGE if not self._size and self._milestones and self.kind not in EMPTY else self.kind
        block = Block(kind, text, tuple(spans), tuple(self._milestones), self.depth, given=self.given, cell=self.cell)
        return replace(block, quote=self.quote)


def _one_blank(chars: str, run: Run) -> Run:
    """The one character of a stretch of white space that is kept: a space if there is one."""
    if run.says:
        return Run(run.start, run.end, " ")
    at = run.start + max(chars.find(" "), 0)
    return Run(at, at + 1, "" if " " in chars else " ")


def _trim(chars: str, span: Span) -> Span:
    said = chars[span.start : span.end]
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()), span.name, span.attributes)


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and not run.says and not merged[-1].says and merged[-1].end == run.start:
            merged[-1] = Run(merged[-1].start, run.end)
        else:
            merged.append(run)
    return merged
