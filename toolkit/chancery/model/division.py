"""A source that holds several documents: which of its characters belong to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from chancery.diagnostics import Diagnostic
from chancery.model.ledger import PATTERNS, Entry
from chancery.model.source import Source

Stretch = tuple[int, int]  # half-open, of a source's characters


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a source."""

    stretches: tuple[Stretch, ...]  # its text, its notes elsewhere, in the order of the source
    number: str = ""  # as its heading says
    titles: tuple[str, ...] = ()  # of a chapter, right before the document


@dataclass(frozen=True, slots=True)
class Division:
    """The documents of a source in their order, and the ledger of what belongs to none of them."""

    parts: tuple[Part, ...]
    ledger: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    address: str = ""  # of the web page that holds them
    layout: str = ""  # that all of them have; where nothing is said, each shows its own

    def find_fault(self, source: str) -> str:
        """What is wrong, in words; nothing where each character is in one document or in the ledger."""
        if odd := next((e for e in self.ledger if not PATTERNS[e.reason].fullmatch(source, e.start, e.end)), None):
            return f"the ledger calls {source[odd.start : odd.end][:60]!r} a {odd.reason.value}"
        taken = [stretch for part in self.parts for stretch in part.stretches]
        at = 0
        for start, end in sorted([*taken, *((entry.start, entry.end) for entry in self.ledger)]):
            if start != at:
                return f"{'lost' if start > at else 'doubled'}: {source[min(at, start) : max(at, start)][:60]!r}"
            at = end
        return "" if at == len(source) else f"lost: {source[at:][:60]!r}"


def take_part(source: Source, division: Division, part: Part, stem: str) -> Source:
    """What the source holds of one document, as a source of its own that knows its lines in the file."""
    texts = [source.text[start:end] for start, end in part.stretches]
    offsets = [0, *accumulate(map(len, texts))]
    places = tuple((at, source.line(start)) for at, (start, _) in zip(offsets, part.stretches, strict=False))
    address, layout = division.address, division.layout
    return replace(source, stem=stem, text="".join(texts), places=places, address=address, layout=layout)


def fill_gaps(size: int, taken: list[Stretch]) -> list[Stretch]:
    """The stretches of a source of this size that lie between those taken."""
    gaps, at = [], 0
    for start, end in [*sorted(taken), (size, size)]:
        if at < start:
            gaps.append((at, start))
        at = max(at, end)
    return gaps


def cut_out(pieces: Sequence[Stretch], taken: Sequence[Stretch]) -> list[Stretch]:
    """The stretches without what is taken of them."""
    kept: list[Stretch] = []
    for start, end in pieces:
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in taken if a < end and start < b]
        kept += [(start + a, start + b) for a, b in fill_gaps(end - start, inside)]
    return kept
