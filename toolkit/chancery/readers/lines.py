"""The lines of a source and the bookkeeping that every layout shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from chancery.model.blocks import Cut, take_out
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Note
from chancery.model.ledger import PATTERNS, QUOTED_LINE, Entry, Reason, is_quoted
from chancery.model.source import Source
from chancery.model.text import Run, Text

_END = r"\n\v\f\r\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_END}]*(?:\r\n|[{_END}]|\Z)")
MARK = "\ufeff"  # of the byte order, at the beginning of a file
_SIGNS = re.compile(f"{MARK}|>+")
WIDEST = 100  # characters of lines that were wrapped
FEWEST_WRAPPED, MOST_WRAPPED = 2, 0.5  # lines that were, and their share of those that a small letter goes on
SLACK = 4  # characters by which lines may be shorter
DEEPEST_LIST = 20  # lists in each other
_CONTROL = PATTERNS[Reason.CONTROL]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; offsets in the source."""

    start: int  # of the first character that isn't white space
    end: int  # after the last one
    indent: int  # white space before it, in characters
    text: str  # from start to end

    @property
    def blank(self) -> bool:
        return self.start == self.end


@lru_cache(maxsize=1)  # each layout looks at the lines of one text, to recognise it
def lines_of(text: str) -> tuple[Line, ...]:
    """Every line of `text`, stripped, with its place."""
    lines = tuple(_lines(text))
    least = next((line.indent for line in lines if not line.blank), 0)
    least = min((line.indent for line in lines if not line.blank), default=0) if least else 0
    return (
        tuple(replace(line, indent=line.indent - least) if not line.blank else line for line in lines)
        if least
        else lines
    )


def _lines(text: str) -> Iterator[Line]:
    marked, quoted = MARK in text, is_quoted(text)
    for match in _LINE.finditer(text, 1 if text.startswith(MARK) else 0):
        stripped = match[0].strip()
        marks = 0
        if marked and match[0].startswith(MARK):  # files that were joined have more than one
            marks = len(match[0]) - len(match[0].lstrip(MARK))
            stripped = stripped.lstrip(MARK).lstrip()
        if quoted and (sign := QUOTED_LINE.match(match[0])):
            marks, stripped = sign.end(), match[0][sign.end() :].strip()
        if not stripped:
            if match.start() < len(text):
                yield Line(match.end(), match.end(), 0, "")
            continue
        start = match.start() + match[0].index(stripped, marks)
        yield Line(start, start + len(stripped), start - match.start() - marks, stripped)


@lru_cache(maxsize=1)
def find_width(text: str) -> int:
    """The length at which the lines of `text` were wrapped, as in mail and print; 0 where paragraphs are one line."""
    lines = lines_of(text)
    pairs = [(a, b) for a, b in pairwise(lines) if b.text[:1].islower() and not a.blank]
    width = max((a.indent + len(a.text) for a, _ in pairs), default=0)
    full = sum(1 for a, b in pairs if _is_full(a, b, width))
    return width if width <= WIDEST and full >= max(FEWEST_WRAPPED, len(pairs) * MOST_WRAPPED) else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on a line."""
    word = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width - SLACK


@dataclass(slots=True)
class Cutting:
    """The blocks cut so far; whatever no block holds when it ends is blank space for the ledger."""

    text: str
    entries: list[Entry] = field(default_factory=list)

    def leave_out(self, start: int, end: int, reason: Reason) -> None:
        """Enter source characters in the ledger."""
        if start < end:
            self.entries.append(Entry(start, end, reason))

    def block(self, lines: list[Line], kind: Kind = Kind.P, depth: int = 0, skip: int = 0) -> Block:
        """The block that `lines` make, their ends as line breaks; `skip` characters at the start are left out."""
        runs, breaks, size = list[Run](), [], 0
        for number, line in enumerate(lines):
            start = line.start + (skip if number == 0 else 0)
            if number and self._goes_on(lines[number - 1], line):
                runs.append(self._blank(lines[number - 1].end, start))
                size += 1
            elif number:
                self.entries += _gap(self.text, lines[number - 1].end, start, Reason.LINE_BREAK)
                breaks.append(Milestone(size, Mark.LINE))
            runs.append(Run(start, line.end))
            size += line.end - start
        chars = "".join(run.says or self.text[run.start : run.end] for run in runs)
        block = Block(kind, Text(chars, tuple(runs)), milestones=tuple(breaks), depth=depth)
        return self._without_controls(block)

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether two lines are one that was wrapped; at a hyphen nobody knows whether the word has it."""
        width = find_width(self.text)
        return bool(width) and _is_full(line, following, width) and not line.text.endswith("-")

    def _blank(self, start: int, end: int) -> Run:
        """The end of a wrapped line as a blank, the rest of the white space left out."""
        at = max(self.text.find("\n", start, end), start)
        self.entries += _gap(self.text, start, at) + _gap(self.text, at + 1, end)
        return Run(at, at + 1, " ")

    def _without_controls(self, block: Block) -> Block:
        cuts = [Cut(m.start(), m.end(), Reason.CONTROL) for m in _CONTROL.finditer(block.text.chars)]
        if cuts:
            block, taken = take_out(block, cuts)
            self.entries += taken
        return block

    def document(self, source: Source, blocks: list[Block], notes: list[Note]) -> Document:
        """The document of what was cut, blocks and notes that say nothing left out, and the ledger of all the rest."""
        noted = [replace(note, blocks=tuple(b for b in note.blocks if _says(b))) for note in notes]
        kept = tuple(note for note in noted if note.blocks)
        said = [block for block in blocks if _says(block)]
        end = min((note.blocks[0].text.origin(0) for note in kept), default=0)
        full = tuple(leave_edge(said, end, self.entries))
        return Document(source, full, kept, self._ledger([*full, *(b for note in kept for b in note.blocks)]))

    def _ledger(self, blocks: list[Block]) -> tuple[Entry, ...]:
        """All entries in order, the blank space between the blocks among them."""
        taken = [(run.start, run.end) for block in blocks for run in block.text.runs]
        taken += [(entry.start, entry.end) for entry in self.entries]
        gaps, at = [], 0
        for start, end in [*sorted(taken), (len(self.text), len(self.text))]:
            if at < start:
                gaps += _gap(self.text, at, start)
            at = max(at, end)
        return tuple(sorted([*self.entries, *gaps], key=lambda entry: entry.start))


def leave_edge(blocks: list[Block], end: int, entries: list[Entry]) -> list[Block]:
    """The blocks without those that only part the text from its notes, which begin at `end`: a rule, "Notes"."""
    while blocks and blocks[-1].text.runs and blocks[-1].text.runs[-1].end <= end and blocks[-1].kind is not Kind.HEAD:
        chars = blocks[-1].text.chars
        reason = next((r for r in (Reason.RULE, Reason.NOTES_HEADING) if PATTERNS[r].fullmatch(chars)), None)
        if reason is None:
            break
        entries += [Entry(run.start, run.end, reason) for run in blocks.pop().text.runs]
    return blocks


def _says(block: Block) -> bool:
    return bool(block.text.chars.strip())


def _gap(text: str, start: int, end: int, reason: Reason = Reason.BLANK) -> list[Entry]:
    """White space as entries, marks of the byte order and of quotation apart: a line ends before the first of them."""
    entries, at = [], start
    for sign in _SIGNS.finditer(text, start, end):
        entries += [Entry(at, sign.start(), reason)] if at < sign.start() else []
        entries.append(Entry(*sign.span(), Reason.BYTE_ORDER_MARK if sign[0] == MARK else Reason.QUOTED))
        at, reason = sign.end(), Reason.BLANK
    return entries + ([Entry(at, end, reason)] if at < end else [])


def depth_of(indent: int, open_indents: list[int]) -> int:
    """The depth, from 1, of a list item so indented; `open_indents` keeps the indents of the items around it.

    No list nests deeper than any editor's would, whatever the indents.
    """
    while open_indents and open_indents[-1] > indent:
        open_indents.pop()
    if not open_indents or open_indents[-1] < indent:
        open_indents.append(indent)
    return min(len(open_indents), DEEPEST_LIST)
