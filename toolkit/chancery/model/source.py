"""A file's characters and where they came from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Source:
    """One source file, or what it holds of one document, decoded, its line ends as found."""

    path: str  # as the user would name it, for messages
    stem: str  # the file's name without its ending; names the TEI file
    text: str
    encoding: str = "utf-8"
    places: tuple[tuple[int, int], ...] = ((0, 1),)  # offsets in the text, and the line in the file that each is on
    address: str = ""  # of the web page that holds it
    layout: str = ""  # where it is known without looking at the text

    def line(self, offset: int) -> int:
        """The line of the file, counted from 1, of the character at `offset`."""
        at, line = self.places[max(bisect_right(self.places, offset, key=lambda place: place[0]) - 1, 0)]
        ends = _line_ends(self.text)
        return bisect_left(ends, offset) - bisect_left(ends, at) + line


@lru_cache(maxsize=1)  # of one document many lines are asked for
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in _LINE_END.finditer(text))
