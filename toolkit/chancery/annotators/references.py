"""Cross references whose target is certain: documents and footnotes of this volume and of others (frus-guide 1.11, A20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Span

_S = r"[ \u00a0\n]+"
_DASH = r"[–—-]"
_VOLUME = re.compile(
    rf"(?:Foreign{_S}Relations(?: of the United States)?,?{_S}|ibid\.,{_S})?"
    rf"(?P<years>1[89]\d\d(?:{_DASH}(?:1[89]\d\d|\d\d))?),{_S}[Vv]ol(?:ume|\.){_S}(?P<volume>E{_DASH}\d{{1,2}}|[IVXL]+)"
    rf"(?:,{_S}[Pp]art{_S}(?P<part>\d|[IV]+))?"
)
_NUMBERS = r"\d{1,4}(?:(?:,| and|,? and| or|–|-|—)[ \u00a0]*(?:and )?\d{1,4})*"
_DOCUMENTS = re.compile(rf"\b[Dd]ocuments?{_S}(?P<list>{_NUMBERS})(?!\d|\.\d)")
_FOOTNOTE = re.compile(
    rf"\b(?:[Ff]ootnotes?|[Nn]ote){_S}(?P<note>\d{{1,3}})(?P<to>,{_S}(?:to{_S})?[Dd]ocument{_S}(?P<document>\d{{1,4}})|,{_S}(?P<supra>supra)|"
    rf"{_S}(?P<above>above|below)|,?{_S}(?:to{_S})?[Dd]ocument{_S}(?P<document2>\d{{1,4}}))?"
)
_ONE = re.compile(r"\d{1,4}")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_RESP = ("resp", "#chancery")


def tag_references(document: Document) -> Document:
    """The document with its cross references tagged; `#d207` means a document of the same volume."""
    if not document.metadata.number:
        return document
    own = int(document.metadata.number) if document.metadata.number.isdigit() else 0
    blocks = tuple(_tagged(block, own) for block in document.blocks)
    notes = tuple(replace(n, blocks=tuple(_tagged(block, own) for block in n.blocks)) for n in document.notes)
    return replace(document, blocks=blocks, notes=notes)


def _tagged(block: Block, own: int) -> Block:
    chars = block.text.chars
    if not any(word in chars for word in ("ocument", "ootnote", "note ", "vol. ", "olume")):
        return block
    spans: list[Span] = []
    for span in _found(chars, own):
        if not any(span.start < other.end and other.start < span.end for other in (*block.spans, *spans)):
            spans.append(span)
    return tag(block, spans)


def _found(chars: str, own: int) -> Iterator[Span]:
    for volume in _VOLUME.finditer(chars):
        yield from _of_volume(chars, volume)
    for match in _FOOTNOTE.finditer(chars):
        target = _footnote_target(match, own)
        if target:
            yield _ref(match.start(), match.end(), target)
    for match in _DOCUMENTS.finditer(chars):
        yield from _numbers(match.start(), match, "#")


def _of_volume(chars: str, volume: re.Match[str]) -> Iterator[Span]:
    """The documents of another volume, the first with the volume's title; the volume itself where none is named."""
    name = volume_id(volume["years"], volume["volume"], volume["part"] or "")
    documents = re.compile(rf",?{_S}(?=[Dd]ocuments?{_S}\d)").match(chars, volume.end())
    listed = _DOCUMENTS.match(chars, documents.end()) if documents else None
    if listed:
        yield from _numbers(volume.start(), listed, f"{name}#")
    else:
        yield _ref(volume.start(), volume.end(), name)


def _numbers(start: int, match: re.Match[str], volume: str) -> Iterator[Span]:
    """One reference a number; the first takes in the words before it."""
    for place, number in enumerate(_ONE.finditer(match.string, *match.span("list"))):
        yield _ref(start if place == 0 else number.start(), number.end(), f"{volume}d{int(number[0])}")


def _footnote_target(match: re.Match[str], own: int) -> str:
    document = match["document"] or match["document2"]
    if document:
        return f"#d{int(document)}fn{int(match['note'])}"
    if match["supra"] and own > 1:
        return f"#d{own - 1}fn{int(match['note'])}"
    return f"#d{own}fn{int(match['note'])}" if match["above"] and own else ""


def _ref(start: int, end: int, target: str) -> Span:
    return Span(start, end, "ref", (("target", target), _RESP))


def volume_id(years: str, volume: str, part: str) -> str:
    """The series' id of a volume: 1961–1963, V → frus1961-63v05; 1969–1976, E–5, Part 1 → frus1969-76ve05p1."""
    first, _, last = re.sub(_DASH, "-", years).partition("-")
    span = f"{first}-{last[-2:]}" if last else first
    electronic = re.fullmatch(rf"E{_DASH}(\d+)", volume)
    number = f"ve{int(electronic[1]):02d}" if electronic else f"v{_roman(volume):02d}"
    return f"frus{span}{number}" + (f"p{part if part.isdigit() else _roman(part)}" if part else "")


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
