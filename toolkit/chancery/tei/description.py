"""What a document's header says of it, read off the document: title, date and place, parties, provenance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from chancery.model.document import Block, Document, Kind, Span
from chancery.model.metadata import Metadata
from chancery.tei.ids import document_id
from chancery.tei.provenance import Hand, Provenance, read_provenance
from chancery.tei.provenance.markings import Marking, read_marking


@dataclass(frozen=True, slots=True)
class Dating:
    """A date or place of writing: words, attributes for `date`, and whether the text itself says so."""

    date: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    place: str = ""
    date_resp: str = "#edition"
    place_resp: str = "#edition"


@dataclass(frozen=True, slots=True)
class Party:
    """Who sent or received a document."""

    element: str  # persName or orgName
    words: str
    ref: str = ""  # to the register


@dataclass(frozen=True, slots=True)
class Description:
    """A document as its header describes it."""

    id: str  # d250
    title: str
    metadata: Metadata
    dating: Dating
    provenance: Provenance
    senders: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    editors: tuple[tuple[str, str], ...] = ()  # of the volume that the file is: names and roles


def describe(document: Document) -> Description:
    """The description of a document that is being encoded."""
    head = next((b for b in document.blocks if b.kind is Kind.HEAD), None)
    return Description(
        document_id(document.metadata.number, document.source.stem),
        title_of(document),
        document.metadata,
        date_document(document),
        _provenance(document),
        _parties(head, "from"),
        _parties(head, "to"),
    )


def date_document(document: Document) -> Dating:
    """Date and place of writing: the first dateline's, else the edition's."""
    known = document.metadata
    date, place = _first_span(document, "date"), _first_span(document, "placeName")
    words, attributes = _words(date), tuple(a for a in date[1].attributes if a[0] != "resp") if date else ()
    date_resp, place_resp = "#chancery", "#chancery"
    if not attributes and any((known.date, known.date_from, known.not_before, known.not_after)):
        pairs = (("when", known.date), ("from", known.date_from), ("to", known.date_to),
                 ("notBefore", known.not_before), ("notAfter", known.not_after))  # fmt: skip
        attributes, date_resp = tuple(pair for pair in pairs if pair[1]), "#edition"
        words = known.date_text or known.date or " – ".join(filter(None, (known.date_from, known.date_to))) or "undated"
    named = _words(place).strip(" ,[]")
    if not named and known.place:
        named, place_resp = known.place, "#edition"
    return Dating(words, attributes, named, date_resp, place_resp)


def title_of(document: Document) -> str:
    """The heading's words, or the name of the source where there is none."""
    head = next((b.text.chars for b in document.blocks if b.kind is Kind.HEAD), "")
    return " ".join(head.split()) or document.source.stem


def _parties(head: Block | None, role: str) -> tuple[Party, ...]:
    spans = [span for span in head.spans if ("type", role) in span.attributes] if head else []
    return tuple(Party(s.name, _words((head, s)), dict(s.attributes).get("ref", "")) for s in spans if head)


def _first_span(document: Document, name: str) -> tuple[Block, Span] | None:
    """The first date or place of the document's own dateline or heading; an attachment's are not its own."""
    own = list(takewhile(lambda block: block.kind is not Kind.ATTACHMENT, document.blocks))
    for kind in (Kind.DATELINE, Kind.HEAD):
        for block in own:
            if block.kind is kind and (found := [s for s in block.spans if s.name == name]):
                return block, found[0]
    return None


def _words(found: tuple[Block, Span] | None) -> str:
    return " ".join(found[0].text.chars[found[1].start : found[1].end].split()) if found else ""


def _provenance(document: Document) -> Provenance:
    """What the source note says, its people linked as they are there."""
    note = next((n for n in document.notes if n.type == "source"), None)
    block = note.blocks[0] if note else next((b for b in document.blocks if b.kind is Kind.SOURCE), None)
    if block is None:
        return Provenance()
    found = read_provenance(block.text.chars, inline=note is None)
    if not found.classification and (marking := _opening_marking(document)):
        found = replace(found, classification=marking.classification, handling=marking.handling)
    return replace(found, hands=tuple(_linked(hand, block) for hand in found.hands))


def _opening_marking(document: Document) -> Marking | None:
    """How secret the paper was, where a line of its opener says so."""
    own = takewhile(lambda block: block.kind is not Kind.ATTACHMENT, document.blocks)
    lines = (read_marking(block.text.chars) for block in own if block.kind is Kind.OPENING)
    return next((marking for marking in lines if marking), None)


def _linked(hand: Hand, block: Block) -> Hand:
    spans = (s for s in block.spans if s.name == "persName" and s.start < hand.end and hand.start < s.end)
    return replace(hand, link=next((span.attributes for span in spans), ()))
