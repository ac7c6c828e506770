"""Text whose every character knows where in the source it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A half-open stretch of source characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A string made of runs of source characters, in reading order."""

    chars: str
    runs: tuple[Run, ...]  # their lengths add up to len(chars)

    def __len__(self) -> int:
        return len(self.chars)

    def origin(self, offset: int) -> int:
        """The source offset of the character at `offset`; at the end, the one after the last."""
        for run in self.runs:
            if offset < run.end - run.start:
                return run.start + offset
            offset -= run.end - run.start
        return self.runs[-1].end if self.runs else 0

    def slice(self, start: int, end: int) -> Text:
        """The characters in [start, end)."""
        kept, at = [], 0
        for run in self.runs:
            size = run.end - run.start
            a, b = max(start - at, 0), min(end - at, size)
            if a < b:
                kept.append(Run(run.start + a, run.start + b))
            at += size
        return Text(self.chars[start:end], tuple(kept))

    def __add__(self, other: Text) -> Text:
        return Text(self.chars + other.chars, self.runs + other.runs)


NOTHING = Text("", ())


def cut(source: str, start: int, end: int) -> Text:
    """The characters of `source` in [start, end) as a text."""
    return Text(source[start:end], (Run(start, end),)) if start < end else NOTHING
