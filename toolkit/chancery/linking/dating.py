"""The date of a document, as far as the stages before have found it."""

from __future__ import annotations

from chancery.linking.offices import DATE, iso
from chancery.model.document import Document, Kind

SAYING = ("when", "from", "notBefore")


def date_of(document: Document) -> str:
    """An ISO date, possibly a year or a month, or nothing: the edition's, then the dateline's, then the heading's."""
    facts = document.metadata
    said = facts.date or facts.date_from or facts.not_before or facts.date_to or facts.not_after
    if said:
        return said[:10]
    formal = [b for kind in (Kind.DATELINE, Kind.HEAD) for b in document.blocks if b.kind is kind]
    for block in formal:
        for span in block.spans:
            if span.name == "date":
                attributes = dict(span.attributes)
                value = next((attributes[key] for key in SAYING if key in attributes), "")
                if value:
                    return value[:10]
    found = (DATE.search(block.text.chars) for block in formal)
    return next((iso(m) for m in found if m), "")
