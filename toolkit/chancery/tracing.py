"""What flows after a stage, as text to read: for finding out where something went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition.values import guess_name
from chancery.model.document import Block, Document, Mark, Milestone, Note, Span
from chancery.model.ledger import Entry
from chancery.model.metadata import EditionFacts, Metadata
from chancery.model.persons import Register
from chancery.model.source import Source
from chancery.model.terms import Terms
from chancery.pipeline import encode, read_parts, stages, trace
from chancery.tei.header import Paths

_MARKS = {Mark.NOTE: "note", Mark.PAGE: "page", Mark.LINE: "line"}


@dataclass(frozen=True, slots=True)
class Item:
    """A source with all that its conversion needs."""

    source: Source
    know: Callable[[str], Metadata]  # of a document, by its name
    facts: EditionFacts
    register: Register | None
    paths: Paths
    terms: Terms | None = None


def stage_names() -> tuple[str, ...]:
    """All that can be asked for, in the order of the work."""
    return ("source", "reader", *(name for name, _ in stages(None)), "ledger", "tei")


def show_stage(item: Item, stage: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """What flows after the stage, and what was found up to there; raises ChanceryError when there is no such stage."""
    names = stage_names()
    if stage not in names:
        hint = guess_name(stage, names) or f"there are {', '.join(names)}"
        raise ChanceryError(f"there is no stage {stage!r}", hint, Exit.USAGE)
    if stage == "source":
        return "\n".join(_show_source(item.source)), ()
    division, parts = read_parts(item.source, item.know)
    if len(parts) < 2:
        return _show_part(item, *parts[0], stage)
    lines, found = list[str](), list(division.diagnostics)
    for part, metadata in parts:
        text, told = _show_part(item, part, metadata, stage)
        lines += [f"== {part.stem}, from line {part.line(0)}", text]
        found += told
    if stage == "ledger":
        lines += ["== between the documents", *_show_entries(item.source, division.ledger)]
    return "\n".join(lines), tuple(found)


def _show_part(item: Item, source: Source, metadata: Metadata, stage: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """What flows after the stage of one document of a source."""
    steps = stages(item.register, item.terms)
    if stage == "tei":
        encoded = encode(source, metadata, item.facts, item.paths, steps)
        return encoded.data.decode("utf-8").rstrip("\n"), encoded.diagnostics
    passed = dict(trace(source, metadata, steps[: stage_names().index(stage) - 1]))
    document = passed[stage] if stage in passed else passed[steps[-1][0]]
    lines = _show_entries(source, document.ledger) if stage == "ledger" else _show_document(document)
    return "\n".join(lines), document.diagnostics


def _show_source(source: Source) -> Iterator[str]:
    """Each line with its number and its invisible characters."""
    for number, line in enumerate(source.text.splitlines(keepends=True), 1):
        yield f"{number:5}  {_visible(line)}"


def _show_document(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield _show_block(document, block)
    for note in document.notes:
        yield from _show_note(document, note)


def _show_block(document: Document, block: Block) -> str:
    line = document.source.line(block.text.origin(0)) if block.text.runs else 0
    kind = " ".join(
        part for part in (block.kind.value, block.list_type, block.depth and f"depth {block.depth}") if part
    )
    return f"{line or '':5}  {kind:<12}  {_inline(document, block)}"


def _show_note(document: Document, note: Note) -> Iterator[str]:
    place = f"anchored, {note.confidence:.2f}" if note.anchored else "no place found"
    yield f"       note {note.n} {f'({note.type}) ' if note.type else ''}{place}"
    for block in note.blocks:
        yield _show_block(document, block)


def _inline(document: Document, block: Block) -> str:
    """The text with tags where its spans begin and end, and its milestones in brackets."""
    marks: list[tuple[int, int, str]] = [(m.at, 1, _milestone(document, m)) for m in block.milestones]
    for span in block.spans:
        marks += [(span.start, 2, _start(span)), (span.end, 0, f"</{span.name}>")]
    at, parts = 0, []
    for place, _, words in sorted(marks, key=lambda mark: mark[:2]):
        parts += [block.text.chars[at:place], words]
        at = place
    return _visible("".join([*parts, block.text.chars[at:]]))


def _start(span: Span) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in span.attributes)
    return f"<{span.name}{attributes}>"


def _milestone(document: Document, mark: Milestone) -> str:
    n = document.notes[mark.note].n if mark.mark is Mark.NOTE and 0 <= mark.note < len(document.notes) else mark.n
    return f"[{' '.join(part for part in (_MARKS[mark.mark], n) if part)}]"


def _show_entries(source: Source, ledger: Sequence[Entry]) -> Iterator[str]:
    """What of the source is not text: its place, the reason, the characters."""
    for entry in sorted(ledger, key=lambda entry: entry.start):
        characters = source.text[entry.start : entry.end]
        yield f"{source.line(entry.start):5}  {entry.reason.value:<38} {characters.translate(_SIGNS)}"


def _visible(text: str) -> str:
    return text.translate(_SIGNS).removesuffix(_SIGNS[ord("\n")])


_SIGNS = {ord("\n"): "⏎", ord("\r"): "␍", ord("\t"): "→", 0xFEFF: "␛", 0xA0: "⍽"}
