"""Headings inside the text: short lines that are not sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.annotators.structure.lists import list_type
from chancery.model.blocks import following
from chancery.model.document import Document, Kind

MOST_WORDS, LONGEST = 10, 200  # the same in characters
_ENUMERATED = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|--|—)\s")


def name_labels(document: Document) -> Document:
    """The document with its short capitalised lines before paragraphs named as labels."""
    blocks = list(document.blocks)
    for place, block in enumerate(blocks[:-1]):
        could = block.kind is Kind.P and not block.given and len(block.text) <= LONGEST
        if could and _is_label(block.text.chars.strip()):
            follows = next((b.kind for b in following(blocks, place) if b.kind is not Kind.PAGE), None)
            if follows in (Kind.P, Kind.LIST_HEAD):
                blocks[place] = replace(block, kind=Kind.LABEL)
    return replace(document, blocks=tuple(blocks))


def _is_label(chars: str) -> bool:
    if not chars[:1].isupper() or _ENUMERATED.match(chars) or len(chars.split()) > MOST_WORDS:
        return False
    if ": " in chars and list_type(chars.partition(":")[0]):  # "Subject: Palestine" is no heading
        return False
    return chars[-1] not in '.,;:?!”")]—-' and not chars[-1].isdigit()
