"""What can be done to a block: take characters out, join two, tag a stretch. Each gives a new block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

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
    offsets = [offset for cut in cuts for offset in (cut.start, cut.end)]
    *pieces, last = block.text.pieces([*offsets, len(block.text)])
    entries = tuple(
        Entry(start, end, cut.reason)
        for cut, piece in zip(cuts, pieces[1::2], strict=True)
        for start, end in piece.stretches()
    )
    milestones = [(m.at, m) for m in block.milestones] + [(cut.start, cut.milestone) for cut in cuts if cut.milestone]
    milestones.sort(key=lambda pair: pair[0])
    after = _shift(cuts)
    moved = tuple(replace(m, at=after(place)) for place, m in milestones)
    spans = tuple(replace(s, start=after(s.start), end=after(s.end)) for s in block.spans)
    text = concatenate([*pieces[::2], last])
    return replace(block, text=text, milestones=moved, spans=spans), entries


def _shift(cuts: Sequence[Cut]) -> Callable[[int], int]:
    """Tells where an offset lies once the cuts are gone."""
    starts = [cut.start for cut in cuts]
    gone = [0, *accumulate(cut.end - cut.start for cut in cuts)]  # before each cut, and after the last

    def after(offset: int) -> int:
        before = bisect_left(starts, offset)  # cuts that begin before the offset
        inside = max(0, cuts[before - 1].end - offset) if before else 0
        return offset - gone[before] + inside

    return after


def concatenate(texts: Sequence[Text]) -> Text:
    """One text of several, neighbouring runs merged."""
    runs: list[Run] = []
    for text in texts:
        for run in text.runs:
            if runs and runs[-1].end == run.start and not runs[-1].says and not run.says:
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


def following(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    """The blocks after a place, in order; of long documents a slice for each block would take too long."""
    return (blocks[n] for n in range(place + 1, len(blocks)))


def preceding(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    """The blocks before a place, the nearest first."""
    return (blocks[n] for n in range(place - 1, -1, -1))


def tag(block: Block, spans: Iterable[Span]) -> Block:
    """The block with more spans, in the order of the text, the outer before the inner."""
    return replace(block, spans=tuple(sorted([*block.spans, *spans], key=lambda s: (s.start, -s.end))))
