"""Places and dates tagged in datelines, and in headings that end in them."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.annotators.dates.calendar import DATE, When, read_date
from chancery.annotators.dates.dateline import find_date_at_end, match_dateline
from chancery.annotators.offices import is_office
from chancery.diagnostics import Diagnostic
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Kind, Span

EDITORIAL_NOTE = "editorial note"  # the only kind of document that has no date of its own
_RESP = (("resp", "#chancery"),)
# The town, between commas: "Memorandum of a Conversation, Department of State, Washington, May 18, 1955".
_PLACE_BEFORE = re.compile(
    r",\s\[?(?P<place>[A-ZÀ-Þ][\w.’'-]*(?:\s(?:[A-ZÀ-Þ][\w.’'-]*|d[aeiou]s?|la|el|of|the)){0,3}),\]?\s\[?\Z"
)


def tag_dates(document: Document) -> Document:
    """The document with `date` and `placeName` in its datelines and heading, and a warning where nothing dates it."""
    document = replace(document, blocks=tuple(_tagged(block) for block in document.blocks))
    if _is_dated(document) or document.metadata.kind == EDITORIAL_NOTE:
        return document
    hint = "say its date in edition.toml, with who says so"
    line = next((document.source.line(b.text.origin(0)) for b in document.blocks if b.text.runs), None)
    found = Diagnostic("D001", document.source.path, line, "nothing dates the document", hint)
    return replace(document, diagnostics=(*document.diagnostics, found))


def _is_dated(document: Document) -> bool:
    """Whether the document's own words or the edition date it; “undated” is a word for it too."""
    known = document.metadata
    given = (known.date, known.date_from, known.date_to, known.not_before, known.not_after, known.date_text)
    return any(given) or any(s.name == "date" for b in document.blocks for s in b.spans)


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
    """The date that a heading ends in, and the place before it."""
    date = find_date_at_end(chars, timed=True)
    if date is None:
        return []
    spans = [Span(*date.span(), "date", _attributes(read_date(date)))]
    place = _PLACE_BEFORE.search(chars, 0, date.start())
    if place and not is_office(place["place"]):
        spans.append(Span(*place.span("place"), "placeName", _RESP))
    return spans


def _attributes(when: When | None) -> tuple[tuple[str, str], ...]:
    return (*(when.attributes if when else ()), *_RESP)
