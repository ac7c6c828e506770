"""Attachments and enclosures: known headings with text after them (frus-guide 1.8, A19)."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.model.document import Document, Kind

_HEADING = re.compile(
    r"\[?(?:Attachment|Enclosure|Annex|Appendix|Tab)s?(?: ?(?:No\. ?)?(?:\d{1,2}|[A-Z]{1,2}|[IVX]{1,4}))?\]?:?\Z"
)


def name_attachments(document: Document) -> Document:
    """The document with the headings of its attachments named, where the document's own text is already over."""
    blocks = list(document.blocks)
    for place, block in enumerate(blocks):
        after = next((b for b in blocks[place + 1 :] if b.kind is not Kind.PAGE), None)
        body_before = any(b.kind is Kind.P for b in blocks[:place])
        if block.kind is Kind.P and after and body_before and _HEADING.match(block.text.chars.strip()):
            blocks[place] = replace(block, kind=Kind.ATTACHMENT)
    return replace(document, blocks=tuple(blocks))
