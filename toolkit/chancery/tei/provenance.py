"""What a source note says of where the paper lies and how secret it was.

Its grammar is `Source: <where>. <Classification>[; handling…]. [Drafted by …]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CLASSIFICATIONS = (
    "Top Secret", "Secret", "Confidential", "Limited Official Use", "Official Use Only", "Unclassified", "Restricted",
    "No classification marking",
)  # fmt: skip
_SOURCE = re.compile(r"\[?Source:\s*")
_CLASSIFICATION = re.compile(
    rf"(?:(?<=[.\]\)])|^)\s*(?P<mark>{'|'.join(CLASSIFICATIONS)})(?P<rest>(?:[;,] [^.;]{{2,60}})*)\."
)
_BOX = re.compile(r"(?:Box(?:es)?|Job|Lot(?: File)?) [^,]+")
_FILE = re.compile(r"(?:\d{3}[A-Z]?\.|[A-Z]{2,5} \d|[A-Z]{3}\b ).*|.*\d/\d+[–-]\d+.*|.*\bVol\. .*")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The parts of a source note; empty where it doesn't say."""

    repository: str = ""
    collection: str = ""
    box: str = ""
    file: str = ""
    classification: str = ""
    handling: tuple[str, ...] = ()


def read_provenance(note: str) -> Provenance:
    """The parts of a source note's text."""
    opening = _SOURCE.match(note)
    if not opening:
        return Provenance()
    note = " ".join(note[opening.end() :].rstrip("]").split())
    marked = _CLASSIFICATION.search(note)
    where = note[: marked.start()] if marked else note.partition(". ")[0]
    repository, collection, box, file = _place(where.rstrip(". "))
    if not marked:
        return Provenance(repository, collection, box, file)
    handling = tuple(part.strip() for part in re.split(r"[;,] ", marked["rest"]) if part.strip())
    return Provenance(repository, collection, box, file, marked["mark"], handling)


def _place(where: str) -> tuple[str, str, str, str]:
    """Repository, collection, box and file of "National Archives, RG 59, Central Files 1967–69, POL 23–4 US"."""
    repository, *rest = where.split(", ")
    box = next((n for n, part in enumerate(rest) if _BOX.fullmatch(part) and not part.startswith("Lot")), None)
    if box is not None:
        return repository, ", ".join(rest[:box]), rest[box], ", ".join(rest[box + 1 :])
    file = next((n for n, part in enumerate(rest) if n and _FILE.fullmatch(part)), len(rest))
    return repository, ", ".join(rest[:file]), "", ", ".join(rest[file:])
