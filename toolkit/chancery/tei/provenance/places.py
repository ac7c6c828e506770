"""Where a paper lies: repository, collection, lot, box and file; or where it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The first of the names is a repository's where it says so; papers are also cited by their collection alone.
_REPOSITORY = re.compile(
    r"Library|Archives?\b|Department|Agency|Congress\b|Center|University|Council|Society|Administration|Institut"
    r"|Museum|Bank|Commission|Reserve|Bureau"
)
_PRINTED = re.compile(r"\bpp?\. ?\d|\bBulletin\b|\bPublic Papers\b|Congressional Record|\bHearings\b", re.I)
_FIRST = re.compile(r"(?P<repository>[^,:]+?)(?:, |: | (?=RG \d|Jobs? \d|Central Files)|\Z)")
# Shelfmarks that say of themselves what they are, by the names that `idno/@type` has for them.
_MARKS = (
    ("job", re.compile(r"Job (?:No\. )?[\w–-]+")),
    ("box", re.compile(r"Box(?:es)? [^,]+")),
    ("reel", re.compile(r"Reel [^,]+")),
)
_LOT = re.compile(
    r"(?:: |, |\A)"
    r"(?:(?P<lot>[Ll]ot(?: [Ff]ile)?s? (?:No\. )?[\w–-]+(?: [A-Z] ?\d+\w*)?)|(?P<accession>FRC [\w–-]+(?: [\w–-]+)*))"
)
# What ends so is a collection; what comes after the last of them is the folder or the number of the paper.
_COLLECTION = re.compile(
    r"(?:.*\b(?:[Ff]iles?|[Pp]apers|Records?|Materials?|Collection|Series|Correspondence|Group)\b(?: \d[\d–-]*)?"
    r"|RG \d+|Entry \d+|Record Group \d+|(?:Papers|Files) of .*|Series \d.*|Manuscript Division"
    r"|.*Central .*Files?(?: [\d–-]+)?)"
)
_NUMBER = re.compile(r"\d{3}[A-Z]?\.\S.*|.*\d/\d+[–-]\d+.*")  # of a paper in the decimal files: 611.94/2–1752


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper lies; empty where nothing is said."""

    repository: str = ""
    collection: str = ""
    marks: tuple[tuple[str, str], ...] = ()  # lot, job, box, reel, file: kind and words, in their order
    printed: str = ""  # the publication that it is taken from


def read_place(where: str) -> Place:
    """The parts of "National Archives, RG 59, Central Files 1967–69, POL 23–4 US"."""
    where = re.sub(r": (?=Jobs? )", ", ", where.strip(" .,;"))
    if _PRINTED.search(where):
        return Place(printed=where)
    first = _FIRST.match(where)
    named = first["repository"] if first and _is_repository(first["repository"]) else ""
    rest = where[first.end() :] if first and named else where
    lot = _LOT.search(rest)
    if not lot:
        return Place(named, *_read_parts(_split(rest)))
    kind = "lot" if lot["lot"] else "accession"
    # What it is a lot of stands before it, what lies in it after it.
    within = _split(rest[lot.end() :].strip(" ,:"))
    others = _read_parts(within)[1] if _find_marks(within) else _filed(within)
    return Place(named, rest[: lot.start()], ((kind, lot[kind].strip()), *others))


def _split(words: str) -> list[str]:
    return [part for part in words.split(", ") if part]


def _is_repository(name: str) -> bool:
    """Whether a name is that of an institution; "Bangkok Embassy files" are its papers."""
    return bool(_REPOSITORY.search(name)) and not re.search(r"(?:[Ff]iles?|[Pp]apers|[Rr]ecords)\Z", name)


def _read_parts(parts: list[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The collection of the parts, and the shelfmarks after it."""
    if marks := _find_marks(parts):
        inner = [n for n, _ in marks]
        collection = ", ".join(part for n, part in enumerate(parts[: inner[-1]]) if n not in inner)
        return collection, (*((kind, parts[n]) for n, kind in marks), *_filed(parts[inner[-1] + 1 :]))
    ends = [n + 1 for n, part in enumerate(parts) if _COLLECTION.fullmatch(part)]
    number = next((n for n, part in enumerate(parts) if _NUMBER.fullmatch(part)), len(parts))
    if not ends and number == len(parts):  # a name that nothing tells from a folder's
        return ", ".join(parts), ()
    cut = min(ends[-1] if ends else number, number)
    return ", ".join(parts[:cut]), _filed(parts[cut:])


def _find_marks(parts: list[str]) -> list[tuple[int, str]]:
    """The shelfmarks among the parts: the place of each, and its kind."""
    return sorted((n, kind) for kind, pattern in _MARKS for n, part in enumerate(parts) if pattern.fullmatch(part))


def _filed(parts: list[str]) -> tuple[tuple[str, str], ...]:
    """What is left, as the file in which the paper lies."""
    return (("file", ", ".join(parts)),) if parts else ()
