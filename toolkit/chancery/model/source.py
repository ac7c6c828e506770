"""A file's characters and where they came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One source file, decoded, its line ends as found."""

    path: str  # as the user would name it, for messages
    stem: str  # the file's name without its ending; names the TEI file
    text: str
    encoding: str = "utf-8"

    def line(self, offset: int) -> int:
        """The line, counted from 1, of the character at `offset`."""
        return self.text.count("\n", 0, offset) + 1
