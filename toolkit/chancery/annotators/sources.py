"""What may stand before a heading: a file number, the collection a paper lies in, where it was printed, its number."""

from __future__ import annotations

import re

from chancery.annotators.structure.openings import STATE

LONGEST = 200  # characters

_NUMBERED = re.compile(r"\[?(?:No\. ?\d|\d{1,4}[a-z]?\.\s)")  # a heading
_SOURCE = re.compile(r"\[?Source: ")
_KIND = r"(?:: (?:Circular )?(?:[Tt]elegram|[Aa]irgram|[Cc]ablegram))?\]?\d{0,2}\Z"
_DECIMAL = (
    r"(?:File (?:No\.|[Nn]umber) ?)?(?:[A-Z][\w.]* ){0,4}\d{3}[A-Za-z]?\.[^\s]*[^.]*"  # Paris Peace Conf. 180.03101/29
    r"|[^.]*\w[\w.()–-]*/\d{1,2}[–-]\d+[^.]*"
)
_FILES = (
    r"(?:[A-Z]\. ?|[^.]){2,80}\b"  # J. C. S. Files
    r"(?:[Ff]iles?|[Pp]apers|[Cc]ollection|[Ss]eries|[Rr]ecords|[Aa]rchives|[Ll]ot \d+ ?-?[A-Z] ?\d+)\b.{0,80}"
)
_PRINTED = (
    r"(?:Treaty|Executive Agreement|Treaties and Other International Acts) Series,? No\. ?\d+"
    r"|(?:Reprinted from )?[A-Z].{0,80}\b(?:Bulletin|Releases|Record|Statutes at Large|Stat\.|Doc\.)"
    r"(?:,? No\. ?\d+)?(?:, .{0,80})?,? pp?\. ?\d[\d–-]*"
)
_BEFORE_HEADING = re.compile(rf"\[?(?:{_DECIMAL}|{_FILES}){_KIND}|(?:{_PRINTED})\.?\Z", re.S)
# The number of a paper in the series of a conference or a board: "BC–23 SWC–1", "I. C. 150", "US/A/C.1/250".
_CODE = re.compile(
    r"(?:\[?[A-Z][A-Z./&]*(?:[–-][A-Z\d][A-Z\d./–-]*|[/. ]\d[\w./–-]*|/[A-Z\d][\w./–-]*)\]?[;,]? ?"
    r"(?:\(.{1,20}\))?){1,3}\Z"
)
# What the editors say of the paper as it is printed here.
_STATE = re.compile(rf"\[\s?(?:{STATE}|Released (?:to the press|for publication)\b.{{0,80}})\s?\]\d{{0,2}}\Z")


def is_source(chars: str, first: bool = True) -> bool:
    """Whether a line before a heading says where the paper is; after such a line its number in a series may stand."""
    if _SOURCE.match(chars):
        return True
    if len(chars) >= LONGEST or _NUMBERED.match(chars):
        return False
    return bool(_BEFORE_HEADING.match(chars) or _STATE.match(chars) or (not first and _CODE.match(chars)))
