"""A block's text with its spans as elements and its milestones in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from chancery.model.document import Block, Mark, Milestone, Span
from chancery.tei.builder import Builder
from chancery.tei.tree import XML_ID

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Nested:
    """Spans that nest, and those that crossed one of them and were left out."""

    kept: tuple[Span, ...]
    crossing: tuple[Span, ...]


def nest(spans: Sequence[Span]) -> Nested:
    """The spans in document order, the outer first; of two that cross, the later is left out."""
    if len(spans) < 2 and all(span.start < span.end for span in spans):
        return Nested(tuple(spans), ())
    kept: list[Span] = []
    crossing: list[Span] = []
    open_spans: list[Span] = []
    for span in sorted(_cut_typography(spans), key=lambda s: (s.start, -s.end, s.name == "hi")):
        while open_spans and open_spans[-1].end <= span.start:
            open_spans.pop()
        if span.start >= span.end:
            continue
        if open_spans and span.end > open_spans[-1].end:
            crossing.append(span)
            continue
        kept.append(span)
        open_spans.append(span)
    return Nested(tuple(kept), tuple(crossing))


def _cut_typography(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, each `hi` cut where another crosses it or may not lie in it: italics may stop and go on."""
    others = [s for s in spans if s.name != "hi"]
    by_start, by_end = sorted(others, key=_START), sorted(others, key=_END)
    parties = [s for s in others if ("type", "from") in s.attributes or ("type", "to") in s.attributes]
    for span in spans:
        if span.name != "hi":
            yield span
            continue
        ending = by_end[bisect_right(by_end, span.start, key=_END) : bisect_left(by_end, span.end, key=_END)]
        beginning = by_start[
            bisect_right(by_start, span.start, key=_START) : bisect_left(by_start, span.end, key=_START)
        ]
        cuts = {s.end for s in ending if s.start < span.start}
        cuts |= {s.start for s in beginning if span.end < s.end}
        cuts |= {at for s in parties if span.start <= s.start < s.end <= span.end for at in (s.start, s.end)}
        places = [span.start, *sorted(cuts - {span.start, span.end}), span.end]
        yield from (replace(span, start=a, end=b) for a, b in pairwise(places))


def write_inline(
    builder: Builder, block: Block, write_note: Callable[[int], None], page_id: Callable[[str], str]
) -> None:
    """Write the text of `block`; notes are written by `write_note`, pages get their id from `page_id`."""
    open_spans: list[Span] = []
    events = list(_events(block))
    pieces = block.text.pieces([*(offset for offset, _ in events), len(block.text)])
    for offset, event in events:
        builder.text(next(pieces))
        if isinstance(event, Milestone):
            _write_milestone(builder, event, write_note, page_id)
        elif event in open_spans and offset == event.end:
            open_spans.remove(event)
            builder.end(event.name)
        else:
            open_spans.append(event)
            builder.start(event.name, dict(event.attributes))
    builder.text(next(pieces))


def _events(block: Block) -> Iterator[tuple[int, Span | Milestone]]:
    """Ends, milestones and starts as they are to be written; a note stands outside the name it follows."""
    events: list[tuple[tuple[int, int, int], int, Span | Milestone]] = []
    kept = nest(block.spans).kept
    for number, span in enumerate(kept):
        events.append(((span.start, 2, number), span.start, span))
        events.append(((span.end, 0, -number), span.end, span))
    for number, milestone in enumerate(block.milestones):
        events.append(((milestone.at, 1, number), milestone.at, milestone))
    events.sort(key=lambda event: event[0])
    return ((offset, event) for _, offset, event in events)


def _write_milestone(
    builder: Builder, milestone: Milestone, write_note: Callable[[int], None], page_id: Callable[[str], str]
) -> None:
    if milestone.mark is Mark.NOTE:
        write_note(milestone.note)
    elif milestone.mark is Mark.PAGE:
        with builder.inline("pb", page_attributes(milestone.n, page_id)):
            pass
    else:
        with builder.inline("lb"):
            pass


def page_attributes(n: str, page_id: Callable[[str], str]) -> dict[str, str]:
    """The attributes of a page break."""
    return {"n": n, XML_ID: page_id(n)}
