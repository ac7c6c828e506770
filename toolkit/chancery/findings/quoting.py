"""The line that a finding is about, cut to a width, and a mark under the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from chancery.diagnostics import Diagnostic

_DECLARED = re.compile(rb"""^[^\n]{0,60}encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"</?[^\s/<>=\"']*")
_SAID = re.compile(r"“…?([^“”…]{2,})[”…]")  # words that a message quotes
_TAGS = "(?:<[^<>]*>)*"  # may stand between any two letters of them
_WORD = re.compile(r"\w+")
TAB = "    "


@dataclass(frozen=True, slots=True)
class Quoted:
    """A line as it can be shown, and where the place in it is: columns of the terminal, from 0."""

    text: str
    start: int
    width: int  # 0 where no place is known


def split_lines(data: bytes) -> list[str]:
    """The lines of a file as XML counts them; what cannot be decoded is replaced."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    declared = _DECLARED.match(data)
    try:
        text = data.decode(declared[1].decode() if declared and encoding != "utf-16" else encoding, "replace")
    except LookupError:
        text = data.decode("utf-8-sig", "replace")
    return _LINE_END.split(text.removeprefix("\ufeff"))


def quote(lines: Sequence[str], found: Diagnostic, width: int) -> Quoted | None:
    """The finding's line, at most `width` wide; none where the file has no such line, or a blank one.

    Where the finding says words of the line, they are marked rather than the tag that they stand behind.
    """
    text = lines[found.line - 1] if found.line and found.line <= len(lines) else ""
    if not text.strip():
        return None
    at = min(found.column - 1, len(text)) if found.column else len(text) - len(text.lstrip())
    end = at + len(_mark(text, at)) if found.column else at
    for words in _SAID.findall(found.message):
        if said := re.compile(_TAGS.join(map(re.escape, words))).search(text, at):
            at, end = said.span()
            break
    start, stop = _clip(text, at, end, width)
    cut = bool(text[:start].strip())
    if not cut:
        start = min(len(text) - len(text.lstrip()), at)
    before, marked = printable(text[start:at]), printable(text[at : min(end, stop)])
    whole = f"{'…' if cut else ''}{printable(text[start:stop])}{'…' if text[stop:].strip() else ''}"
    return Quoted(whole, cells(before) + cut, max(bool(found.column), cells(marked)))


def printable(words: str) -> str:
    """No control characters: they could move the cursor, or turn the line round."""
    if words.isprintable():
        return words
    words = words.replace("\t", TAB)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


def cells(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return (
        len(text)
        if text.isascii()
        else sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
    )


def _mark(text: str, at: int) -> str:
    """What stands at the place: a tag's name, or a word."""
    found = _TAG.match(text, at) or _WORD.match(text, at)
    return found[0] if found else text[at : at + 1]


def _clip(text: str, at: int, end: int, width: int) -> tuple[int, int]:
    """The stretch of a line that is shown: all of it, or what lies around the place."""
    if cells(printable(text.strip())) <= width:
        return 0, len(text.rstrip())
    room = max(20, width - 2)
    start = max(0, min(at - room // 3, len(text) - room))
    stop = min(len(text), start + room)
    while stop > at + 1 and cells(printable(text[start:stop])) > room:
        stop -= 1
    return start, stop
