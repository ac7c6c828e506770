"""The volumes of the series named in a text, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.annotators.references.phrases import DASH, DOCUMENTS, SPACE

_S = SPACE
_YEARS = rf"1[89]\d\d(?:{DASH}(?:1[89]\d\d|\d\d))?"
_NUMBER = rf"E{DASH}\d{{1,2}}|[IVXLivxl]+"
_PART = rf"(?:,{_S}[Pp]art{_S}(?P<part>\d|[IV]+)\b)?"
_SERIES = re.compile(
    rf"(?P<series>Foreign{_S}Relations(?:{_S}of{_S}the{_S}United{_S}States)?|\b[Ii]bid\.),{_S}(?:(?P<years>{_YEARS}),?{_S})?"
    rf"(?:(?P<subseries>Supplement{_S}\d|Russia|Paris{_S}Peace{_S}Conference)(?:,{_S}The{_S}World{_S}War)?,{_S})?"
    rf"(?P<word>[Vv]ol(?:umes?|s?\.)){_S}(?P<volume>{_NUMBER})\b{_PART}"
)
_MORE = re.compile(rf"(?:,{_S}and{_S}|,{_S}|{_S}and{_S})(?P<volume>{_NUMBER})\b{_PART}")
_PAGES = re.compile(
    rf",?{_S}(?:p\.|page){_S}(?P<number>\d{{1,4}})(?![\d–—-])|,?{_S}pp\.{_S}(?P<first>\d{{1,4}}){_S}ff\."
)
# Between a volume and its documents may stand the volume's title or pages.
_TITLED = re.compile(
    rf"(?P<title>,{_S}[^.“”]{{0,160}}?|,{_S}pp?\.{_S}[\d–—-]+{_S}\()?,?(?:{_S})?(?=[Dd]ocuments?{_S}\d)"
)
_FOOTNOTE = re.compile(rf",{_S}footnote{_S}(?P<note>\d{{1,3}})(?!\d)")
# What may stand between a volume that isn't named with its series, or a word for it, and a document.
_BEFORE = re.compile(
    rf"(?P<ibid>[Ii]bid\.),?{_S}\Z"
    rf"|(?P<word>[Vv]ol(?:ume|\.)){_S}(?P<volume>{_NUMBER}){_PART},{_S}\Z"
    rf"|\bPart{_S}(?P<alone>\d|[IV]+),{_S}\Z"
)
_OWN = re.compile(r"(?P<series>frus\d{4}(?:-\d\d)?)v(?:e\d\d|\d\d)(?:p\d)?\Z")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class VolumeReference:
    """A volume named in a text, perhaps with documents of it; half-open offsets."""

    volume: str  # its id
    start: int
    end: int
    place: str = ""  # pg_595, or d7fn2: a page or footnote of it
    documents: tuple[int, int] | None = None  # of the list of their numbers


def find_volumes(chars: str, last: str) -> Iterator[VolumeReference]:
    """The volumes of the series named in `chars`; "ibid." has the years of the volume before it, at first `last`."""
    series = _series(last)
    for match in _SERIES.finditer(chars):
        again = match["series"].lower() == "ibid."
        if not match["years"] and (not again or not series or match["word"].startswith("V")):
            continue  # "Ibid., Vol. IV" is a folder of an archive
        if match["years"]:
            series = _named(match["years"]) + _subseries(match["subseries"] or "")
        yield _reference(chars, match, series)
        if match["word"].rstrip(".").endswith("s"):
            yield from _listed(chars, match.end(), series)


def document_volume(chars: str, start: int, near: str, last: str) -> str | None:
    """The volume of a document named at `start` without its series: "" for the text's own; None when nobody can say.

    `near` is the volume named before it in the text, else the text's own; `last` the one that "ibid." means there.
    """
    before = _BEFORE.search(chars, max(0, start - 60), start)
    if before is None:
        return ""
    if before["ibid"]:
        return last or None
    series = _series(near)
    if before["volume"]:
        return series + _numbered(before["volume"], before["part"]) if series else None
    whole, part, _ = near.rpartition("p")
    return f"{whole}p{_part(before['alone'])}" if part and _OWN.match(near) else None


def _reference(chars: str, match: re.Match[str], series: str) -> VolumeReference:
    volume = series + _numbered(match["volume"], match["part"])
    if documents := _documents(chars, match.end()):
        note = _FOOTNOTE.match(chars, documents[1])
        if note and chars[slice(*documents)].isdigit():
            place = f"d{int(chars[slice(*documents)])}fn{note['note']}"
            return VolumeReference(volume, match.start(), note.end(), place)
        return VolumeReference(volume, match.start(), match.end(), documents=documents)
    if page := _PAGES.match(chars, match.end()):
        return VolumeReference(volume, match.start(), page.end(), f"pg_{page['number'] or page['first']}")
    return VolumeReference(volume, match.start(), match.end())


def _listed(chars: str, at: int, series: str) -> Iterator[VolumeReference]:
    """The rest of "volumes III, IV, and V"."""
    while more := _MORE.match(chars, at):
        yield VolumeReference(series + _numbered(more["volume"], more["part"]), more.start("volume"), more.end())
        at = more.end()


def _documents(chars: str, at: int) -> tuple[int, int] | None:
    """Where the numbers of the documents stand that follow a volume; nothing if another volume comes before them."""
    between = _TITLED.match(chars, at)
    if not between or _SERIES.search(between[0]) or "ootnote" in between[0] or "ibid" in between[0]:
        return None
    listed = DOCUMENTS.match(chars, between.end())
    return listed.span("documents") if listed else None


def _named(years: str) -> str:
    """1961–1963 → frus1961-63."""
    first, _, last = re.sub(DASH, "-", years).partition("-")
    return f"frus{first}-{last[-2:]}" if last else f"frus{first}"


def _subseries(words: str) -> str:
    """The part of an id that stands for a supplement or a series within the year: Supp01, Russia, Paris."""
    if words.startswith("Supplement"):
        return f"Supp{int(words.split()[-1]):02d}"
    return words.split()[0] if words else ""


def _numbered(volume: str, part: str | None) -> str:
    """V → v05; E–5, Part 1 → ve05p1."""
    electronic = re.fullmatch(rf"E{DASH}(\d+)", volume)
    number = f"ve{int(electronic[1]):02d}" if electronic else f"v{_roman(volume):02d}"
    return number + (f"p{_part(part)}" if part else "")


def _part(number: str) -> str:
    return number if number.isdigit() else str(_roman(number))


def _series(volume: str) -> str:
    """frus1961-63v05 → frus1961-63."""
    own = _OWN.match(volume)
    return own["series"] if own else ""


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
