"""What can be done to a block: take characters out, join two, tag a stretch. Each gives a new block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chancery.model.document import Block, Milestone, Span
from chancery.model.ledger import Entry, Reason
from chancery.model.text import Run, Text


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters to take out of a block's text, and the milestone that stands for them."""

    start: int  # half-open offsets in the block's text
    end: int
    reason: Reason
    milestone: Milestone | None = None  # its `at` is set by the cut


def take_out(block: Block, cuts: Sequence[Cut]) -> tuple[Block, tuple[Entry, ...]]:
    """The block without `cuts` (in order, not overlapping), a milestone at each place, and the ledger's entries."""
    kept: list[Text] = []
    entries: list[Entry] = []
    milestones: list[tuple[int, Milestone]] = [(m.at, m) for m in block.milestones]
    at = 0
    for cut in cuts:
        kept.append(block.text.slice(at, cut.start))
        removed = block.text.slice(cut.start, cut.end)
        entries += [Entry(run.start, run.end, cut.reason) for run in removed.runs]
        if cut.milestone:
            milestones.append((cut.start, cut.milestone))
        at = cut.end
    kept.append(block.text.slice(at, len(block.text)))
    milestones.sort(key=lambda pair: pair[0])
    moved = tuple(replace(m, at=_after(place, cuts)) for place, m in milestones)
    spans = tuple(replace(s, start=_after(s.start, cuts), end=_after(s.end, cuts)) for s in block.spans)
    return replace(block, text=concatenate(kept), milestones=moved, spans=spans), tuple(entries)


def _after(offset: int, cuts: Iterable[Cut]) -> int:
    """Where `offset` lies once the cuts are gone."""
    return offset - sum(min(offset, cut.end) - cut.start for cut in cuts if cut.start < offset)


def concatenate(texts: Sequence[Text]) -> Text:
    """One text of several, neighbouring runs merged."""
    runs: list[Run] = []
    for text in texts:
        for run in text.runs:
            if runs and runs[-1].end == run.start:
                runs[-1] = Run(runs[-1].start, run.end)
            else:
                runs.append(run)
    return Text("".join(text.chars for text in texts), tuple(runs))


def join(blocks: Sequence[Block], between: Sequence[Text]) -> Block:
    """One block of several, with a text between each two; the first gives the kind."""
    texts: list[Text] = []
    spans: list[Span] = []
    milestones: list[Milestone] = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            texts.append(between[number - 1])
            at += len(between[number - 1])
        texts.append(block.text)
        spans += [replace(s, start=s.start + at, end=s.end + at) for s in block.spans]
        milestones += [replace(m, at=m.at + at) for m in block.milestones]
        at += len(block.text)
    return replace(blocks[0], text=concatenate(texts), spans=tuple(spans), milestones=tuple(milestones))


def tag(block: Block, spans: Iterable[Span]) -> Block:
    """The block with more spans, in the order of the text, the outer before the inner."""
    return replace(block, spans=tuple(sorted([*block.spans, *spans], key=lambda s: (s.start, -s.end))))
