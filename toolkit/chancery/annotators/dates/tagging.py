"""Places and dates tagged in datelines, and in headings that end in them (frus-guide A17)."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.annotators.dates.calendar import DATE, When, read_date
from chancery.annotators.dates.dateline import match_dateline
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Kind, Span

_RESP = (("resp", "#chancery"),)
_AT_END = re.compile(r"[\s.,\]]*\Z")


def tag_dates(document: Document) -> Document:
    """The document with `date` and `placeName` in its datelines and heading."""
    return replace(document, blocks=tuple(_tagged(block) for block in document.blocks))


def _tagged(block: Block) -> Block:
    if block.kind is Kind.DATELINE:
        return tag(block, _dateline_spans(block.text.chars) or (_given_spans(block.text.chars) if block.given else ()))
    if block.kind is Kind.HEAD:
        return tag(block, _head_spans(block.text.chars))
    return block


def _dateline_spans(chars: str) -> list[Span]:
    found = match_dateline(chars)
    if found is None:
        return []
    spans = [Span(*found.date, "date", _attributes(found.when))]
    if found.placed:
        spans.append(Span(*found.place, "placeName", _RESP))
    return spans


def _given_spans(chars: str) -> list[Span]:
    """The first date of a line that the source calls a dateline, whatever else it holds."""
    match = DATE.search(chars)
    return [Span(*match.span(), "date", _attributes(read_date(match)))] if match else []


def _head_spans(chars: str) -> list[Span]:
    """The date that a heading ends in."""
    matches = [m for m in DATE.finditer(chars) if _AT_END.match(chars, m.end())]
    if not matches:
        return []
    return [Span(*matches[-1].span(), "date", _attributes(read_date(matches[-1])))]


def _attributes(when: When | None) -> tuple[tuple[str, str], ...]:
    return (*(when.attributes if when else ()), *_RESP)
