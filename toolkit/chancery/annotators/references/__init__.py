"""Cross references whose target is certain: documents, notes, pages, other volumes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chancery.annotators.references.phrases import DOCUMENTS, FOOTNOTES, NUMBER, PAGE, is_elsewhere
from chancery.annotators.references.volumes import document_volume, find_volumes
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Span

_WORDS = ("ocument", "ootnote", " p. ", " pp. ", " page ", "vol. ", "volume")
NEAR = 12  # characters between "Document 83" and "footnote 1 thereto": " and ", ", and "


@dataclass(frozen=True, slots=True)
class _Home:
    """What a reference without a volume or a document refers to."""

    volume: str  # the document's own
    number: int  # the document's own, 0 where it has none
    notes: frozenset[str]


def tag_references(document: Document) -> Document:
    """The document with its cross references tagged; `#d207` means a document of the same volume."""
    number = document.metadata.number
    home = _Home(
        document.metadata.volume.id,
        int(number) if number.isdigit() else 0,
        frozenset(note.n for note in document.notes),
    )
    blocks = tuple(_tag_all(document.blocks, home))
    at, noted = 0, list(_tag_all([block for note in document.notes for block in note.blocks], home))
    notes = []
    for note in document.notes:
        notes.append(replace(note, blocks=tuple(noted[at : at + len(note.blocks)])))
        at += len(note.blocks)
    return replace(document, blocks=blocks, notes=tuple(notes))


def _tag_all(blocks: tuple[Block, ...] | list[Block], home: _Home) -> Iterator[Block]:
    """The blocks with their references; "ibid." may mean a volume named in the block before."""
    last = ""
    for block in blocks:
        spans: list[Span] = []
        if any(word in block.text.chars for word in _WORDS):
            links = [other for other in block.spans if other.name != "hi"]  # of the source itself
            for span in _Finder(block.text.chars, home, last).find():
                if not any(span.start < other.end and other.start < span.end for other in (*links, *spans)):
                    spans.append(span)
        yield tag(block, spans) if spans else block
        last = _last_volume(spans)


def _last_volume(spans: list[Span]) -> str:
    """The volume of the last reference, if that is to another volume."""
    target = max(spans, key=lambda span: span.start).attributes[0][1] if spans else ""
    return target.partition("#")[0]


class _Finder:
    """Finds the references of one text."""

    def __init__(self, chars: str, home: _Home, last: str) -> None:
        self.chars, self.home, self.last = chars, home, last
        self.volumes = list(find_volumes(chars, last))

    def find(self) -> Iterator[Span]:
        """References, the surest kind first; a later one gives way where two overlap."""
        for volume in self.volumes:
            if volume.documents:
                yield from self._numbered(volume.start, volume.documents, f"{volume.volume}#d")
            else:
                yield _ref(volume.start, volume.end, volume.volume + (f"#{volume.place}" if volume.place else ""))
        documents = list(self._documents())
        yield from self._footnotes(documents)
        yield from documents
        for match in PAGE.finditer(self.chars):
            yield _ref(match.start("page"), match.end(), f"#pg_{match['number']}")

    def _documents(self) -> Iterator[Span]:
        for match in DOCUMENTS.finditer(self.chars):
            if is_elsewhere(self.chars, match.start()):
                continue
            named = next((v.volume for v in reversed(self.volumes) if v.start < match.start()), "")
            volume = document_volume(self.chars, match.start(), named or self.home.volume, named or self.last)
            if volume is not None:
                volume = "" if volume == self.home.volume else volume
                yield from self._numbered(match.start(), match.span("documents"), f"{volume}#d")

    def _footnotes(self, documents: list[Span]) -> Iterator[Span]:
        for match in FOOTNOTES.finditer(self.chars):
            target = self._document_of(match, documents)
            numbers = NUMBER.findall(match["notes"])
            if target == f"#d{self.home.number}" and not all(n in self.home.notes for n in numbers):
                continue
            if target:
                *others, last = self._numbered(match.start(), match.span("notes"), f"{target}fn")
                yield from (*others, replace(last, end=match.end()))

    def _document_of(self, match: re.Match[str], documents: list[Span]) -> str:
        """The target of the document whose footnotes are meant; nothing where nobody can say."""
        if match["document"]:
            return f"#d{int(match['document'])}"
        if match["supra"]:
            return f"#d{self.home.number - 1}" if self.home.number > 1 else ""
        if match["thereto"]:
            near = [s for s in documents if s.end <= match.start() <= s.end + NEAR]
            return near[-1].attributes[0][1] if near else ""
        return f"#d{self.home.number}" if self.home.number else ""

    def _numbered(self, start: int, listed: tuple[int, int], target: str) -> Iterator[Span]:
        """One reference a number of a list; the first takes in the words before it."""
        for place, number in enumerate(NUMBER.finditer(self.chars, *listed)):
            yield _ref(start if place == 0 else number.start(), number.end(), f"{target}{int(number[0])}")


def _ref(start: int, end: int, target: str) -> Span:
    return Span(start, end, "ref", (("target", target), ("resp", "#chancery")))
