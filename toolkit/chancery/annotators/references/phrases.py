"""The phrases in which the series refers to itself, and the ids of its volumes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_S = r"[ \u00a0\n]+"
_DASH = r"[–—-]"
_LIST = rf"\d{{1,3}}(?:(?:,{_S}and{_S}|,{_S}|{_S}and{_S}|{_S}or{_S}|{_DASH})\d{{1,3}})*(?!\d)"

NUMBER = re.compile(r"\d{1,3}")
DOCUMENTS = re.compile(rf"\b[Dd]ocuments?{_S}(?P<documents>{_LIST})(?![–—-]?\d|\.\d|/)")
FOOTNOTES = re.compile(
    rf"\b[Ff]ootnotes?{_S}(?P<notes>{_LIST})"
    rf"(?:,?{_S}(?:to{_S})?[Dd]ocument{_S}(?P<document>\d{{1,3}})(?!\d)|,{_S}(?P<supra>supra)\b|,?{_S}(?:above|below)\b)?"
    rf"(?!,?{_S}(?:pp?\.|page|infra|ibid))"
)
PAGE = re.compile(
    rf"\b(?:ante|post|supra|infra|[Ff]ootnotes?{_S}[\d, and]+),{_S}"
    rf"(?P<page>(?:pp?\.|page){_S}(?P<number>\d{{1,4}}))(?!\d)"
)
_PAGES = re.compile(rf",{_S}p\.{_S}(?P<number>\d{{1,4}})(?!\d)")

_SERIES = re.compile(
    rf"(?P<series>Foreign{_S}Relations(?:{_S}of{_S}the{_S}United{_S}States)?|\b[Ii]bid\.),{_S}"
    rf"(?:(?P<years>1[89]\d\d(?:{_DASH}(?:1[89]\d\d|\d\d))?),?{_S})?"
    rf"[Vv]ol(?:ume|\.){_S}(?P<volume>E{_DASH}\d{{1,2}}|[IVXLivxl]+)\b(?:,{_S}[Pp]art{_S}(?P<part>\d|[IV]+)\b)?"
)
# Between a volume and its documents may stand the volume's title or pages.
_TITLED = re.compile(
    rf"(?P<title>,{_S}[^.“”]{{0,160}}?|,{_S}pp?\.{_S}[\d–—-]+{_S}\()?,?(?:{_S})?(?=[Dd]ocuments?{_S}\d)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class VolumeReference:
    """A volume named in a text, perhaps with documents of it; half-open offsets."""

    id: str  # of the volume, or of one of its pages
    start: int
    end: int
    documents: tuple[int, int] | None = None  # of the list of their numbers


def find_volumes(chars: str) -> Iterator[VolumeReference]:
    """The volumes of the series named in `chars`; "ibid." has the years of the volume named before it."""
    years = ""
    for match in _SERIES.finditer(chars):
        if match["series"].lower() == "ibid." and not years:
            continue
        years = match["years"] or years
        if not years:
            continue
        name = volume_id(years, match["volume"], match["part"] or "")
        documents, page = _documents(chars, match.end()), _PAGES.match(chars, match.end())
        if page and not documents:
            yield VolumeReference(f"{name}#pg_{page['number']}", match.start(), page.end())
        else:
            yield VolumeReference(name, match.start(), match.end(), documents)


def _documents(chars: str, at: int) -> tuple[int, int] | None:
    """Where the numbers of the documents stand that follow a volume; nothing if another volume comes before them."""
    between = _TITLED.match(chars, at)
    if not between or _SERIES.search(between[0]) or "ootnote" in between[0] or "ibid" in between[0]:
        return None
    listed = DOCUMENTS.match(chars, between.end())
    return listed.span("documents") if listed else None


def volume_id(years: str, volume: str, part: str) -> str:
    """The series' id of a volume: 1961–1963, V → frus1961-63v05; 1969–1976, E–5, Part 1 → frus1969-76ve05p1."""
    first, _, last = re.sub(_DASH, "-", years).partition("-")
    span = f"{first}-{last[-2:]}" if last else first
    electronic = re.fullmatch(rf"E{_DASH}(\d+)", volume)
    number = f"ve{int(electronic[1]):02d}" if electronic else f"v{_roman(volume):02d}"
    return f"frus{span}{number}" + (f"p{part if part.isdigit() else _roman(part)}" if part else "")


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
