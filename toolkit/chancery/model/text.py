"""Text whose every character knows where in the source it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the characters in [start, end) stand next to each other in the source."""
        return len(self.runs) == 1 or len(self.slice(start, end).runs) == 1

    def pieces(self, cuts: Iterable[int]) -> Iterator[Text]:
        """The text in pieces that end at `cuts`, ascending offsets, in one pass over the runs."""
        at, kept = 0, list(reversed(self.runs))
        for end in cuts:
            taken, left = [], end - at
            while left:
                run = kept.pop()
                if run.end - run.start > left:
                    kept.append(Run(run.start + left, run.end))
                    run = Run(run.start, run.start + left)
                taken.append(run)
                left -= run.end - run.start
            yield Text(self.chars[at:end], tuple(taken))
            at = end

    def __add__(self, other: Text) -> Text:
        return Text(self.chars + other.chars, self.runs + other.runs)


NOTHING = Text("", ())


def cut(source: str, start: int, end: int) -> Text:
    """The characters of `source` in [start, end) as a text."""
    return Text(source[start:end], (Run(start, end),)) if start < end else NOTHING
