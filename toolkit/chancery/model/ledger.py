"""What of the source is not text, each stretch with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why characters of the source are not in the text: a closed table."""

    BYTE_ORDER_MARK = "byte order mark"
    CONTROL = "character that XML cannot hold"
    BLANK = "blank space between blocks"
    LINE_BREAK = "line break, encoded as lb"
    BULLET = "bullet of a list item"
    NOTE_NUMBER = "number of a note in the list of notes"
    NOTE_MARKER = "marker of a note, encoded as note"
    BACK_LINK = "arrow back to the marker"
    PAGE_BREAK = "page number, encoded as pb"


_LABEL = r"(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]{1,2})"

# What the characters of each reason must look like, whole.
PATTERNS: dict[Reason, re.Pattern[str]] = {
    Reason.BYTE_ORDER_MARK: re.compile("\ufeff"),
    Reason.CONTROL: re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+"),
    Reason.BLANK: re.compile(r"\s+"),
    Reason.LINE_BREAK: re.compile(r"\s*[\r\n\u2028\u2029]\s*"),
    Reason.BULLET: re.compile(r"[•*\-–·‣◦▪]"),
    Reason.NOTE_NUMBER: re.compile(rf"{_LABEL}[.)]*|\[{_LABEL}\]|/{_LABEL}/|[-•*]"),
    Reason.NOTE_MARKER: re.compile(rf"{_LABEL}|[⁰¹²³⁴-⁹]{{1,3}}|\[{_LABEL}\]|/{_LABEL}/"),
    Reason.BACK_LINK: re.compile("↩\ufe0e?"),
    Reason.PAGE_BREAK: re.compile(r"\[Page [^\s\]](?:[^\]\n]{0,18}\S)?\]"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A half-open stretch of source characters left out of the text."""

    start: int
    end: int
    reason: Reason
