"""The lines of a page as a reader sees them, each with the elements that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from chancery.readers.html.apparatus import Stretches
from chancery.readers.html.characters import say
from chancery.readers.html.tree import BLOCKS, HEADINGS, Element, Page
from chancery.readers.lines import Line

_BREAK = re.compile(rf"<br[\s/>]|</?(?:{'|'.join(sorted(BLOCKS))})[\s/>]", re.I)
LONGEST = 800  # characters of a line that are looked at


@dataclass(slots=True)
class Outline:
    """A page's lines in order."""

    lines: list[Line] = field(default_factory=list)
    holders: dict[int, Element] = field(default_factory=dict)  # of a line's first words, by where it begins
    starts: list[int] = field(default_factory=list)  # of the lines

    def in_heading(self, line: Line) -> bool:
        """Whether the page says that a line is a heading."""
        holder = self.holders[line.start]
        return any(e.name in HEADINGS for e in (holder, *holder.ancestors()))

    def outermost(self, line: Line, limit: int) -> Element:
        """The largest element that begins with a line and ends before a limit."""
        at = self.holders[line.start]
        while (outer := at.parent) is not None and outer.name not in ("", "html", "body") and outer.end <= limit:
            first = bisect_left(self.starts, outer.start)
            if self.starts[first : first + 1] != [line.start]:
                break
            at = outer
        return at


def draw_outline(page: Page, left_out: Iterable[Element]) -> Outline:
    """The outline of a page without the elements left out."""
    skipped, outline, parts, end = Stretches.of(left_out), Outline(), list[str](), -1
    start = 0
    for words, element in page.speaking:
        if skipped.cover(words):
            continue
        if end < 0 or breaks_line(page.text, end, words.start):
            _add(outline, start, end, parts)
            start, parts = _first(page.text, words.start), []
            outline.holders[start] = element
        parts.append(say(page.text, words.start, min(words.end, words.start + LONGEST)))
        end = words.end
    _add(outline, start, end, parts)
    outline.starts = [line.start for line in outline.lines]
    return outline


def breaks_line(text: str, start: int, end: int) -> bool:
    """Whether tags between two places of a page begin a new line."""
    return bool(_BREAK.search(text, start, end))


def _add(outline: Outline, start: int, end: int, parts: list[str]) -> None:
    if text := " ".join("".join(parts[:LONGEST]).split()):
        outline.lines.append(Line(start, end, 0, text))


def _first(text: str, start: int) -> int:
    """Where the first character that is not white space stands."""
    return start + len(text[start : start + 10000]) - len(text[start : start + 10000].lstrip())
