"""Where source and TEI part, and how to say it."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.audit.streams import Mark, Space

_NEAR = 400  # characters looked through for where both texts go on together
_ENOUGH = 12  # characters that count as going on together
_SHOWN = 30  # characters of an excerpt


class Difference(Exception):
    """Where source and TEI part."""

    def __init__(self, at: int, text: str, line: int, before: str = "", moved: Sequence[Mark] = ()) -> None:
        super().__init__(text)
        self.at = at  # in the source
        self.text, self.before = text, before  # the TEI's, from there on and up to there
        self.line = line  # of the TEI file
        self.moved = moved  # notes and page breaks that lie elsewhere among the white space


def is_moved(marks: Sequence[Mark], spaces: Sequence[Space], blanks: Sequence[bool]) -> bool:
    """Whether white space lies elsewhere among marks than in the source: one was moved over it, or words joined."""
    for number, (space, blank) in enumerate(zip(spaces, blanks, strict=True)):
        before_note = number < len(marks) and marks[number].note
        if space and not blank and (before_note or (space is not Space.BREAK and not any(blanks))):
            return True
    apart = any(b for n, b in enumerate(blanks) if not (n < len(marks) and marks[n].note))  # a marker may stand apart
    return apart and not any(spaces)


def name_difference(source: str, at: int, text: str) -> tuple[str, int]:
    """What happened where `text` stops agreeing: a code, and the number of characters lost or added, if that is all."""
    here, there = text[:_NEAR], source[at : at + _NEAR]
    lost = there.find(here[:_ENOUGH]) if here else len(there)
    added = here.find(there[:_ENOUGH]) if there else len(here)
    if lost > 0 and (added <= 0 or lost <= added):
        return "A001", lost
    return ("A002", added) if added > 0 else ("A003", 0)


def excerpt(text: str, at: int) -> str:
    """The words around an offset, on one line."""
    start = max(0, at - _SHOWN)
    start = max(start, text.find(" ", start, at) + 1) if start else 0
    cut = text[start : at + _SHOWN]
    return f"{'…' if start else ''}{' '.join(cut.split())}{'…' if at + _SHOWN < len(text) else ''}"
