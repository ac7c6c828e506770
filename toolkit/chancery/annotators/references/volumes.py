"""The volumes of the series named in a text, with what follows them: documents, a footnote, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.annotators.references.phrases import DASH, DOCUMENTS, OF_DOCUMENT, SPACE
from chancery.annotators.references.series import (
    NAME,
    Volume,
    other_part,
    read_again,
    read_volumes,
    volume_of,
    years_of,
)

_S = SPACE
_PAGES = re.compile(
    rf",?{_S}(?:pp?\.|pages?){_S}(?P<first>\d{{1,4}}n?)(?:{DASH}(?P<last>\d{{1,4}}n?))?(?!\d)(?:{_S}ff?\.)?"
)
# Between a volume and its documents may stand the volume's title or pages.
_TITLED = re.compile(rf"(?P<title>,{_S}[^.“”]{{0,160}}?|,{_S}pp?\.{_S}[\d–—-]+{_S}\()?,?(?:{_S})?(?=Documents?{_S}\d)")
# What may stand between a volume that isn't named with its series, or a word for it, and a document.
_BEFORE = re.compile(
    rf"(?P<ibid>[Ii]bid\.),?{_S}\Z"
    rf"|(?P<word>[Vv]ol(?:ume|\.)){_S}(?P<volume>E{DASH}\d{{1,2}}|[IVXLivxl]+)(?:,{_S}[Pp]art{_S}(?P<part>\d|[IV]+))?,{_S}\Z"
    rf"|\bPart{_S}(?P<alone>\d|[IV]+),{_S}\Z"
)


@dataclass(frozen=True, slots=True)
class VolumeReference:
    """A volume named in a text, perhaps with documents of it; half-open offsets."""

    volume: str  # its id
    start: int
    end: int
    place: str = ""  # pg_595, or d7fn2: a page or footnote of it
    documents: tuple[int, int] | None = None  # of the list of their numbers
    again: bool = False  # only "ibid., vol. XI": it says what is spoken of, and editors never link it


def find_volumes(chars: str, last: str, paged: bool) -> Iterator[VolumeReference]:
    """The volumes of the series named in `chars`; "ibid." has the years of the volume before it, at first `last`.

    Where papers have no numbers (`paged`) the series cites them by their pages.
    """
    at = 0
    while name := NAME.search(chars, at):
        again, start, at = bool(name["again"]), *name.span()
        volumes = read_again(chars, start, at, last) if again else read_volumes(chars, start, at)
        for volume in volumes:
            last, at = volume.id, volume.end
            yield from _references(chars, volume, again, paged)


def document_volume(chars: str, start: int, near: str, last: str) -> str | None:
    """The volume of a document named at `start` without its series: "" for the text's own; None when nobody can say.

    `near` is the volume named before it in the text, else the text's own; `last` the one that "ibid." means there.
    """
    before = _BEFORE.search(chars, max(0, start - 60), start)
    if before is None:
        return ""
    if before["ibid"]:
        return last or None
    if before["volume"]:
        years = years_of(near)
        return volume_of(years, before["volume"], before["part"]) if years else None
    return other_part(near, before["alone"]) or None


def _references(chars: str, volume: Volume, again: bool, paged: bool) -> Iterator[VolumeReference]:
    documents = _documents(chars, volume.end)
    if documents and "especially" in chars[volume.end : documents[0]]:
        yield VolumeReference(volume.id, volume.start, volume.end, again=again)
        start = chars.rindex("D", 0, documents[0])
        yield VolumeReference(volume.id, start, documents[1], documents=documents)
    elif documents:
        note = OF_DOCUMENT.match(chars, documents[1])
        if note and (number := chars[slice(*documents)]).isdecimal():
            yield VolumeReference(volume.id, volume.start, note.end(), f"d{int(number)}fn{note['note']}")
        else:
            yield VolumeReference(volume.id, volume.start, volume.end, documents=documents)
    else:
        pages = _PAGES.match(chars, volume.end) if volume.small or paged else None
        if not pages:
            yield VolumeReference(volume.id, volume.start, volume.end, again=again)
            return
        yield VolumeReference(volume.id, volume.start, pages.end("first"), f"pg_{pages['first'].rstrip('n')}")
        if pages["last"] and int(pages["last"].rstrip("n")) > int(pages["first"].rstrip("n")):
            yield VolumeReference(volume.id, *pages.span("last"), f"pg_{pages['last'].rstrip('n')}")


def _documents(chars: str, at: int) -> tuple[int, int] | None:
    """Where the numbers of the documents stand that follow a volume; nothing if another volume comes before them."""
    between = _TITLED.match(chars, at)
    if not between or NAME.search(between[0]) or re.search(r"ootnote|[Ii]bid", between[0]):
        return None
    listed = DOCUMENTS.match(chars, between.end())
    return listed.span("documents") if listed else None
