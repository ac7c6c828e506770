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
_TITLED = re.compile(
    rf"(?P<title>,{_S}(?:[^.“”]|\bU\.S\.){{0,160}}?|,{_S}pp?\.{_S}[\d–—-]+{_S}\()?,?(?:{_S})?\(?(?=Documents?{_S}\d)"
)
_VOLUME = rf"[Vv]ol(?:ume|\.){_S}(?P<volume>E{DASH}\d{{1,2}}|[IVXLivxl]+)(?:,{_S}[Pp]art{_S}(?P<part>\d|[IV]+))?"
# The title of a volume: words in capitals, places, years.
_TITLE = rf"(?:,{_S}[A-Z](?:[\w’'–-]+[;,]?{_S}(?:(?:and|of|the|in){_S})*(?=[A-Z\d])){{0,12}}[\w’'–-]+)?"
# What stands before a document whose volume is named without the series, by "ibid." or its number.
_BEFORE = re.compile(rf"(?P<ibid>[Ii]bid\.),?{_S}\Z|{_VOLUME}{_TITLE},{_S}\Z|\bPart{_S}(?P<alone>\d|[IV]+),{_S}\Z")
# Volumes of the same years are cited by page where papers have no numbers: "see vol. iv, pp. 1 ff.".
_NEIGHBOUR = re.compile(rf"\b(?:[Ss]ee(?:{_S}also)?|in|and){_S}(?P<named>{_VOLUME})(?=,?{_S}(?:pp?\.|pages?){_S}\d)")
_AFTER = re.compile(rf",?{_S}(?:in|of){_S}(?:{_VOLUME}|(?P<series>Foreign{_S}Relations))")
# "Footnote 3, Foreign Relations, 1961–1963, vol. V, Document 12".
_NOTE_OF = re.compile(rf"\b[Ff]ootnote{_S}(?P<note>\d{{1,3}}),?{_S}\Z")


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


def find_neighbours(chars: str, home: str) -> Iterator[VolumeReference]:
    """The volumes of the same years as the volume `home` that are cited by page without the series."""
    for match in _NEIGHBOUR.finditer(chars) if (years := years_of(home)) else ():
        volume = volume_of(years, match["volume"], match["part"])
        yield from _references(chars, Volume(volume, *match.span("named")), again=False, paged=True)


def document_volume(chars: str, span: tuple[int, int], near: str, last: str) -> str | None:
    """The volume of documents named at `span` without their series: "" for the text's own; None when nobody can say.

    `near` is the volume named before them in the text, else the text's own; `last` the one that "ibid." means there.
    """
    named = _BEFORE.search(chars, max(0, span[0] - 120), span[0])
    if named and named["ibid"]:
        return last or None
    if named and named["alone"]:
        return other_part(near, named["alone"]) or None
    named = named or _AFTER.match(chars, span[1])
    if named is None:
        return ""
    years = years_of(near)
    return volume_of(years, named["volume"], named["part"]) if years and named["volume"] else None


def _references(chars: str, volume: Volume, again: bool, paged: bool) -> Iterator[VolumeReference]:
    documents = _documents(chars, volume.end)
    if documents and "especially" in chars[volume.end : documents[0]]:
        yield VolumeReference(volume.id, volume.start, volume.end, again=again)
        start = chars.rindex("D", 0, documents[0])
        yield VolumeReference(volume.id, start, documents[1], documents=documents)
    elif documents:
        before = _NOTE_OF.search(chars, max(0, volume.start - 20), volume.start)
        note = before or OF_DOCUMENT.match(chars, documents[1])
        if note and (number := chars[slice(*documents)]).isdecimal():
            start, end = (before.start(), documents[1]) if before else (volume.start, note.end("note"))
            yield VolumeReference(volume.id, start, end, f"d{int(number)}fn{note['note']}")
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
