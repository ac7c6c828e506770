"""Names put into a block: never across what is tagged there, and into a tag that already means the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chancery.model.document import Block, Mark, Span

RESP = ("resp", "#chancery")
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
    spans = list(block.spans)
    cuts = [m.at for m in block.milestones if m.mark in (Mark.NOTE, Mark.LINE)]
    for tag in tags:
        if any(tag.start < at < tag.end for at in cuts):
            continue
        same = next((i for i, s in enumerate(spans) if s.name in ("persName", "rs") and overlaps(s, tag)), None)
        if same is not None:
            spans[same] = with_target(spans[same], tag)
        elif all(fits(s, tag) for s in spans):
            spans.append(span_of(tag))
    return replace(block, spans=tuple(sorted(spans, key=lambda s: (s.start, -s.end))))


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
