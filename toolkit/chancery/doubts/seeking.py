"""The doubts of one document, from its TEI and the register alone, so that they outlive the conversion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from chancery.doubts.namesakes import Namesakes
from chancery.doubts.reading import Mark, Reading, Tag, line_of
from chancery.model.doubts import Counts, Doubt, Matter, Words
from chancery.tei.tree import TEI

MOST = 5  # alternatives that are told
NEAR = 40  # characters on each side of another place
PATIENCE = 300  # notes of a document for which other places are looked for


@dataclass(frozen=True, slots=True)
class Sought:
    """What was found in one document."""

    counts: Counts
    doubts: tuple[Doubt, ...]
    unlisted: Counter[str]  # names without a link


def seek_doubts(reading: Reading, namesakes: Namesakes) -> Sought:
    """Counts and doubts of a document, the doubts in the order of the text."""
    doubts = [*_notes(reading), *_persons(reading, namesakes)]
    if not reading.dated:
        why = "neither its header nor a dateline says when it was written"
        doubts.append(Doubt(Matter.UNDATED, reading.file, None, why, Words(at=reading.texts[0][:80])))
    names = [tag for tag in reading.tags if tag.element.tag == f"{TEI}persName" and not tag.element.get("ref")]
    return Sought(_count(reading), tuple(doubts), Counter(_said(reading, tag) for tag in names))


def _count(reading: Reading) -> Counts:
    placed = [mark for mark in reading.notes if not _is_lost(mark)]
    tags = Counter(tag.element.tag.removeprefix(TEI) for tag in reading.tags)
    linked = [e for e in (tag.element for tag in reading.tags) if e.tag == f"{TEI}persName" and e.get("ref")]
    return Counts(
        documents=1,
        notes=len(placed),
        doubtful_notes=sum(mark.element.get("cert") in ("low", "medium") for mark in placed),
        lost_notes=len(reading.notes) - len(placed),
        persons=Counter(element.get("cert") or "by hand" for element in linked),
        offices=tags["rs"],
        unlisted=tags["persName"] - len(linked),
        refs=tags["ref"],
        pages=reading.pages,
        undated=int(not reading.dated),
    )


# notes


def _notes(reading: Reading) -> Iterator[Doubt]:
    placed = [mark for mark in reading.notes if not _is_lost(mark)]
    ends = [0, *(mark.at for mark in placed), len(reading.texts[0])]
    looked_for = 0
    for place, mark in enumerate(placed, 1):
        if mark.element.get("cert") in ("low", "medium"):
            looked_for += 1
            others = _places(reading, mark, ends[place - 1], ends[place + 1]) if looked_for < PATIENCE else ()
            yield _doubt_place(reading, mark, others)
    for mark in filter(_is_lost, reading.notes):
        looked_for += 1
        others = _places(reading, mark, *_between(mark, placed, ends[-1])) if looked_for < PATIENCE else ()
        text = Words(at=_first(reading.texts[mark.stream]))
        why = f"note {_n(mark)} has no marker that was found, and stands at the end"
        yield Doubt(Matter.LOST_NOTE, reading.file, line_of(mark.element), why, text, others)


def _doubt_place(reading: Reading, mark: Mark, others: tuple[str, ...]) -> Doubt:
    low = mark.element.get("cert") == "low"
    before, _, after = reading.around(0, mark.at, mark.at)
    words = Words(before, f"[{_n(mark)}]", after)
    why = (
        f"note {_n(mark)} could stand elsewhere" if others else f"the marker of note {_n(mark)} may be part of the text"
    )
    return Doubt(Matter.PLACE_LOW if low else Matter.PLACE, reading.file, line_of(mark.element), why, words, others)


def _is_lost(mark: Mark) -> bool:
    return mark.element.get("subtype") == "unanchored"


def _n(mark: Mark) -> str:
    return mark.element.get("n") or "?"


def _between(mark: Mark, placed: Sequence[Mark], end: int) -> tuple[int, int]:
    """Between which offsets a note without a place must stand, by its number."""
    low, high = 0, end
    for other in placed:
        if _n(other).isdecimal() and _n(mark).isdecimal():
            if int(_n(other)) < int(_n(mark)):
                low = max(low, other.at)
            elif int(_n(other)) > int(_n(mark)):
                high = min(high, other.at)
    return low, high


def _places(reading: Reading, mark: Mark, low: int, high: int) -> tuple[str, ...]:
    """The words at other places where the text has the number of a note, as it would have its marker."""
    pattern = re.compile(rf"(?<=\S){re.escape(_n(mark))}(?!\d)")
    found = []
    for match in islice(pattern.finditer(reading.texts[0], low, max(low, high)), MOST + 1):
        if match.start() != mark.at or _is_lost(mark):
            before, at, after = reading.around(0, *match.span(), NEAR)
            found.append(f"{before}⟦{at}⟧{after}")
    return tuple(found[:MOST])


def _first(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:120].rpartition(' ')[0]}…"


# persons


def _persons(reading: Reading, namesakes: Namesakes) -> Iterator[Doubt]:
    """One doubt for each name, link and certainty, at its first place."""
    seen: dict[tuple[str, str, str], list[Tag]] = {}
    for tag in reading.tags:
        cert = tag.element.get("cert") or ""
        if tag.element.tag != f"{TEI}ref" and cert in ("low", "medium"):
            key = (_said(reading, tag), tag.element.get("ref") or "", cert)
            seen.setdefault(key, []).append(tag)
    for (name, ref, cert), tags in seen.items():
        first = tags[0]
        ident = ref.partition("#")[2]
        others = namesakes.of(name, ident)[:MOST]
        matter, why = _judge(name, namesakes.headings.get(ident, ident), cert, others)
        words = Words(*reading.around(first.stream, first.start, first.end))
        yield Doubt(matter, reading.file, line_of(first.element), why, words, others, len(tags))


def _judge(name: str, heading: str, cert: str, others: tuple[str, ...]) -> tuple[Matter, str]:
    if heading:
        return (
            Matter.PERSON_LOW if cert == "low" else Matter.PERSON
        ), f"“{name}” is linked to {heading}: {cert} certainty"
    if cert == "low":
        return Matter.PERSON_LOW, f"“{name}” is linked to nobody: {cert} certainty"
    return Matter.UNLISTED, f"“{name}” was taken for the name of somebody in no register: {cert} certainty"


def _said(reading: Reading, tag: Tag) -> str:
    return reading.texts[tag.stream][tag.start : tag.end].strip()
