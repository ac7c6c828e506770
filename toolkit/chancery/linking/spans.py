"""Names put into a block: never across what is tagged there, and into a tag that already means the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from chancery.model.document import Block, Mark, Span

RESP = ("resp", "#chancery")
NAMES = frozenset({"persName", "rs"})
CLOSED = frozenset({"date", "placeName"})  # nobody is named inside these


@dataclass(frozen=True, slots=True)
class Tag:
    """A name to be tagged: half-open offsets in the block's text."""

    start: int
    end: int
    name: str  # persName or rs
    target: str = ""  # persons.xml#id; empty for somebody unlisted
    cert: str = "high"


def put_tags(block: Block, tags: Iterable[Tag]) -> Block:
    """The block with the tags that fit; the first of two that overlap wins."""
    chosen = choose(tags, [m.at for m in block.milestones if m.mark in (Mark.NOTE, Mark.LINE)])
    if not chosen:
        return block
    spans = dict(enumerate(sorted(block.spans, key=lambda s: s.start)))
    added: list[Span] = []
    near: list[int] = []  # the spans that are still open where the tag begins
    free = 0
    for tag in chosen:
        while free < len(spans) and spans[free].start < tag.end:
            near.append(free)
            free += 1
        near = [i for i in near if spans[i].end > tag.start]
        same = next((i for i in near if spans[i].name in NAMES and overlaps(spans[i], tag)), None)
        if same is not None:
            spans[same] = with_target(spans[same], tag)
        elif all(fits(spans[i], tag) for i in near):
            added.append(span_of(tag))
    return replace(block, spans=tuple(sorted([*spans.values(), *added], key=lambda s: (s.start, -s.end))))


def choose(tags: Iterable[Tag], cuts: list[int]) -> list[Tag]:
    """The tags in the order of the text, without those over a cut (in order) or over an earlier one."""
    chosen: list[Tag] = []
    starts: list[int] = []
    for tag in tags:
        cut = bisect_right(cuts, tag.start)
        if cut < len(cuts) and cuts[cut] < tag.end:
            continue
        place = bisect_right(starts, tag.start)
        if (place and chosen[place - 1].end > tag.start) or (place < len(starts) and starts[place] < tag.end):
            continue
        chosen.insert(place, tag)
        starts.insert(place, tag.start)
    return chosen


def span_of(tag: Tag) -> Span:
    """The span of a tag."""
    office = (("type", "person"),) if tag.name == "rs" else ()
    target = (("ref", tag.target),) if tag.target else ()
    return Span(tag.start, tag.end, tag.name, (*office, *target, RESP, ("cert", tag.cert)))


def with_target(span: Span, tag: Tag) -> Span:
    """The span with the tag's person, unless it has one."""
    kept = dict(span.attributes)
    if not tag.target or "ref" in kept:
        return span if "cert" in kept else replace(span, attributes=(*span.attributes, ("cert", tag.cert)))
    order = ("type", "ref", "resp", "cert")
    kept |= {"ref": tag.target, "cert": tag.cert}
    kept.setdefault(*RESP)
    first = tuple((key, kept[key]) for key in order if key in kept)
    return replace(span, attributes=(*first, *((k, v) for k, v in kept.items() if k not in order)))


def overlaps(span: Span, tag: Tag) -> bool:
    """Whether the two share a character."""
    return span.start < tag.end and tag.start < span.end


def fits(span: Span, tag: Tag) -> bool:
    """Whether the tag stands outside the span, around it, or inside it where that is allowed."""
    if not overlaps(span, tag) or (tag.start <= span.start and span.end <= tag.end):
        return True
    return span.name not in CLOSED and span.start <= tag.start and tag.end <= span.end
