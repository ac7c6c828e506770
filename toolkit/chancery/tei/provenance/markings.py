"""Classification and handling of a paper: "Top Secret; Niact; Exdis."."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLASSIFICATIONS = (
    "Top Secret", "Secret", "Confidential", "Limited Official Use", "For Official Use Only", "Official Use Only",
    "Unclassified", "Restricted", "No classification marking",
)  # fmt: skip
# A classification opens a sentence; a comma before it is a slip of the pen, and so is a stop that is not there.
_MARKING = re.compile(
    rf"(?<=[.,:\]\)”]) (?:(?P<before>Personal|Strictly|Administrative) (?:and )?)?(?P<mark>{'|'.join(CLASSIFICATIONS)})"
    r"(?P<rest>(?:/[^.;/]{1,60})*(?:[;,] [^.;]{1,60})*|(?: with| or) [^.;]{2,60})(?:\.|\]?\Z)"
)

_LINE = re.compile(rf"(?i:(?P<mark>{'|'.join(CLASSIFICATIONS)}))(?:[\s;,—–-]+(?P<rest>[a-zA-Z. ]{{2,40}}))?")


@dataclass(frozen=True, slots=True)
class Marking:
    """A paper's classification, and how it was to be handled; half-open offsets in the note."""

    classification: str = ""
    handling: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def find_marking(chars: str, at: int) -> Marking | None:
    """The first classification after `at`."""
    match = _MARKING.search(chars, at)
    if not match:
        return None
    rest = "" if match["rest"].startswith(" ") else match["rest"]
    first, *others = re.split(r"[;,] ", rest)
    parts = (part.strip() for part in (match["before"] or "", *first.split("/"), *others))
    return Marking(match["mark"], tuple(part for part in parts if part), match.start(), match.end())


def read_marking(line: str) -> Marking | None:
    """The classification that a line of an opener is, with what stands beside it: "secret   us urgent"."""
    match = _LINE.fullmatch(line.strip())
    if not match:
        return None
    mark = next(name for name in CLASSIFICATIONS if name.lower() == match["mark"].lower())
    rest = match["rest"] or ""
    return Marking(mark, (rest,) if rest else (), 0, len(line))
