"""The references of one text, the surest kind first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.annotators.references.pages import find_pages
from chancery.annotators.references.phrases import (
    BESIDE,
    DOCUMENTS,
    FOOTNOTES,
    NUMBER,
    OF_DOCUMENT,
    follows_document,
    is_elsewhere,
)
from chancery.annotators.references.volumes import document_volume, find_neighbours, find_volumes
from chancery.model.document import Span

NEAR = 12  # characters between "Document 83" and "footnote 1 thereto": " and ", ", and "


@dataclass(frozen=True, slots=True)
class Home:
    """What a reference without a volume or a document refers to."""

    volume: str  # the document's own
    number: int  # the document's own, 0 where it has none
    notes: frozenset[str]
    paged: bool = False  # its papers have no numbers and are cited by their pages
    beside: bool = False  # "supra" alone is a reference in it


class Finder:
    """Finds the references of one text; "ibid." means the volume `last` until another is named."""

    def __init__(self, chars: str, home: Home, last: str) -> None:
        self.chars, self.home, self.last = chars, home, last
        neighbours = find_neighbours(chars, home.volume) if home.paged else ()
        self.volumes = tuple(sorted((*find_volumes(chars, last, home.paged), *neighbours), key=lambda v: v.start))

    def find(self) -> Iterator[Span]:
        """References, the surest kind first; a later one gives way where two overlap."""
        for volume in self.volumes:
            if volume.documents:
                yield from self._numbered(volume.start, volume.documents, f"{self._volume(volume.volume)}#d")
            elif volume.place:
                yield _ref(volume.start, volume.end, f"{self._volume(volume.volume)}#{volume.place}")
            elif not volume.again:
                yield _ref(volume.start, volume.end, volume.volume)
        documents = list(self._documents())
        yield from self._footnotes(documents)
        yield from documents
        if self.home.beside:
            for word in BESIDE.finditer(self.chars):
                target = self._beside(word["beside"])
                if target and not follows_document(self.chars, word.start()):
                    yield _ref(word.start(), word.end(), target)
        for start, end, page in find_pages(self.chars, self.home.paged):
            yield _ref(start, end, f"#pg_{page}")

    def last_volume(self, found: Sequence[Span]) -> str:
        """The other volume that an "ibid." after this text means; nothing where the own one was spoken of last."""
        named = [(span.start, span.attributes[0][1].partition("#")[0]) for span in found]
        named += [(volume.start, volume.volume) for volume in self.volumes]
        return max(named)[1] if named else ""

    def _volume(self, volume: str) -> str:
        """Nothing for the own volume."""
        return "" if volume == self.home.volume else volume

    def _documents(self) -> Iterator[Span]:
        for match in DOCUMENTS.finditer(self.chars):
            before = bisect_left(self.volumes, match.start(), key=lambda volume: volume.start)
            named = self.volumes[before - 1].volume if before else ""
            volume = document_volume(self.chars, match.span(), named or self.home.volume, named or self.last)
            if volume is None or (not volume and is_elsewhere(self.chars, match.start())):
                continue
            note, target = OF_DOCUMENT.match(self.chars, match.end("documents")), f"{self._volume(volume)}#d"
            if note and match["documents"].isdecimal():
                yield from self._numbered(match.start(), note.span("notes"), f"{target}{int(match['documents'])}fn")
            else:
                yield from self._numbered(match.start(), match.span("documents"), target)

    def _footnotes(self, documents: list[Span]) -> Iterator[Span]:
        for match in FOOTNOTES.finditer(self.chars):
            says = match["document"] or match["beside"]
            if not says and follows_document(self.chars, match.start()):
                continue
            target = self._document_of(match, documents)
            numbers = NUMBER.findall(match["notes"])
            if target == f"#d{self.home.number}" and not all(n in self.home.notes for n in numbers):
                continue
            if target:
                *others, last = self._numbered(match.start(), match.span("notes"), f"{target}fn")
                # "footnotes 7 and 8, Document 9" has a reference for each number, the document's own among them.
                alone = not others or not match["document"]
                yield from (*others, _ref(last.start, match.end() if alone else last.end, last.attributes[0][1]))

    def _document_of(self, match: re.Match[str], documents: list[Span]) -> str:
        """The target of the document whose footnotes are meant; nothing where nobody can say."""
        if match["document"]:
            return f"#d{int(match['document'])}"
        if match["beside"]:
            return self._beside(match["beside"])
        if match["thereto"]:
            before = bisect_right(documents, match.start(), key=lambda span: span.end)
            near = before and match.start() - documents[before - 1].end <= NEAR
            return documents[before - 1].attributes[0][1] if near else ""
        return f"#d{self.home.number}" if self.home.number else ""

    def _beside(self, word: str) -> str:
        """The target of the document before or after, as "supra" and "infra" name it; nothing where there is none."""
        number = self.home.number + (1 if word.lower() == "infra" else -1)
        return f"#d{number}" if self.home.number and number else ""

    def _numbered(self, start: int, listed: tuple[int, int], target: str) -> Iterator[Span]:
        """One reference a number of a list; the first takes in the words before it."""
        for place, number in enumerate(NUMBER.finditer(self.chars, *listed)):
            yield _ref(start if place == 0 else number.start(), number.end(), f"{target}{int(number[0])}")


def _ref(start: int, end: int, target: str) -> Span:
    return Span(start, end, "ref", (("target", target), ("resp", "#chancery")))
