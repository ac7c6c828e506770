"""Cross references whose target is certain: documents, notes, pages, other volumes (frus-guide 1.11, A20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chancery.annotators.references.phrases import DOCUMENTS, FOOTNOTES, NUMBER, PAGE, find_volumes
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Span

_WORDS = ("ocument", "ootnote", "ante,", "post,", "upra,", "nfra,", "vol. ", "volume ")


def tag_references(document: Document) -> Document:
    """The document with its cross references tagged; `#d207` means a document of the same volume."""
    number = document.metadata.number
    own, notes = int(number) if number.isdigit() else 0, {note.n for note in document.notes}
    blocks = tuple(_tagged(block, own, notes) for block in document.blocks)
    noted = tuple(replace(n, blocks=tuple(_tagged(block, own, notes) for block in n.blocks)) for n in document.notes)
    return replace(document, blocks=blocks, notes=noted)


def _tagged(block: Block, own: int, notes: set[str]) -> Block:
    chars = block.text.chars
    if not any(word in chars for word in _WORDS):
        return block
    spans: list[Span] = []
    for span in _found(chars, own, notes):
        if not any(span.start < other.end and other.start < span.end for other in (*block.spans, *spans)):
            spans.append(span)
    return tag(block, spans) if spans else block


def _found(chars: str, own: int, notes: set[str]) -> Iterator[Span]:
    """References, the surest kind first; a later one gives way where two overlap."""
    for volume in find_volumes(chars):
        if volume.documents:
            yield from _numbered(chars, volume.start, volume.documents, f"{volume.id}#d")
        else:
            yield _ref(volume.start, volume.end, volume.id)
    for match in FOOTNOTES.finditer(chars):
        document = match["document"] or (str(own - 1) if match["supra"] and own > 1 else "")
        if document:
            spans = list(_numbered(chars, match.start(), match.span("notes"), f"#d{int(document)}fn"))
            yield from (*spans[:-1], replace(spans[-1], end=match.end()))
        elif own and match["notes"] in notes and not match["supra"]:
            yield _ref(match.start(), match.end(), f"#d{own}fn{match['notes']}")
    for match in DOCUMENTS.finditer(chars):
        yield from _numbered(chars, match.start(), match.span("documents"), "#d")
    for match in PAGE.finditer(chars):
        yield _ref(match.start("page"), match.end(), f"#pg_{match['number']}")


def _numbered(chars: str, start: int, listed: tuple[int, int], target: str) -> Iterator[Span]:
    """One reference a number of a list; the first takes in the words before it."""
    for place, number in enumerate(NUMBER.finditer(chars, *listed)):
        yield _ref(start if place == 0 else number.start(), number.end(), f"{target}{int(number[0])}")


def _ref(start: int, end: int, target: str) -> Span:
    return Span(start, end, "ref", (("target", target), ("resp", "#chancery")))
