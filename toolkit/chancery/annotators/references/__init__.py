"""Cross references whose target is certain: documents, notes, pages, other volumes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.annotators.references.finding import Finder, Home
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Kind, Span

_WORDS = ("ocument", "ootnote", " p. ", " pp. ", " page", "vol. ", "olume", "Relations", "upra", "nfra")


def tag_references(document: Document) -> Document:
    """The document with its cross references tagged; `#d207` means a document of the same volume.

    A page whose own editors linked its references keeps those: what they left unlinked they meant to.
    """
    if _is_linked(document):
        return document
    home, tagger, speaks = _home(document), _Tagger(), _speaks(document)
    blocks = tuple(tagger.tag(block, home, whole=speaks or block.kind is Kind.SOURCE) for block in document.blocks)
    notes = tuple(
        replace(note, blocks=tuple(tagger.tag(block, home, whole=True) for block in note.blocks))
        for note in document.notes
    )
    return replace(document, blocks=blocks, notes=notes)


def _is_linked(document: Document) -> bool:
    blocks = (*document.blocks, *(block for note in document.notes for block in note.blocks))
    targets = (
        value for b in blocks for s in b.spans if s.name == "ref" for name, value in s.attributes if name == "target"
    )
    return any(target.startswith(("#", "frus")) for target in targets)


def _home(document: Document) -> Home:
    head = _head(document)
    begins = head.text.chars[:6] if head else ""
    return Home(
        document.metadata.volume.id,
        int(document.metadata.number) if document.metadata.number.isdecimal() else 0,
        frozenset(note.n for note in document.notes),
        paged=head is not None and not any(char.isdigit() for char in begins),
        beside=begins.startswith("No. "),  # the series links "supra" in its volumes of 1952–1954, which say "No. 12"
    )


def _head(document: Document) -> Block | None:
    return next((block for block in document.blocks if block.kind is Kind.HEAD), None)


def _speaks(document: Document) -> bool:
    """Whether the editors speak in the text itself; a paper's own words know nothing of the volume."""
    return document.metadata.kind == "editorial note" or _head(document) is None


@dataclass(slots=True)
class _Tagger:
    """Tags one block after another; "ibid." may mean a volume named in the block before."""

    last: str = ""

    def tag(self, block: Block, home: Home, whole: bool) -> Block:
        chars, spans = block.text.chars, list[Span]()
        last, self.last = self.last, ""
        if not any(word in chars for word in _WORDS) or not (whole or "[" in chars):
            return block
        finder = Finder(chars, home, last)
        taken = bytearray(len(chars))  # by links of the source itself, dates, parties
        for other in block.spans:
            if other.name != "hi":
                taken[other.start : other.end] = b"\1" * (other.end - other.start)
        editors = None if whole else _find_brackets(chars)
        for span in finder.find():
            if editors and not editors[span.start]:
                continue
            if taken.find(1, span.start, span.end) < 0:
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                spans.append(span)
        self.last = finder.last_volume(spans)
        return tag(block, spans) if spans else block


def _find_brackets(chars: str) -> bytearray:
    """For each character whether it stands in square brackets, in which editors speak."""
    within = bytearray(len(chars))
    start = -1
    for at, char in enumerate(chars):
        if char == "[":
            start = at
        elif char == "]" and start >= 0:
            within[start:at] = b"\1" * (at - start)
            start = -1
    if start >= 0:
        within[start:] = b"\1" * (len(chars) - start)
    return within
