"""Text whose every character knows where in the source it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True)
class Run:
    """A half-open stretch of source characters, and what they say where that isn't themselves."""

    start: int
    end: int
    says: str = ""  # of a character reference, &amp; or &#8217;, or of white space that counts as a blank

    @property
    def size(self) -> int:
        """The number of characters of text."""
        return len(self.says) or self.end - self.start

    def split(self, at: int) -> tuple[Run, Run]:
        """The run up to its `at`-th character of text and the rest; the first of two said by one reference takes it."""
        if self.says:
            return Run(self.start, self.end, self.says[:at]), Run(self.end, self.end, self.says[at:])
        return Run(self.start, self.start + at), Run(self.start + at, self.end)


@dataclass(frozen=True, slots=True)
class Text:
    """A string made of runs of source characters, in reading order."""

    chars: str
    runs: tuple[Run, ...]  # their sizes add up to len(chars)

    def __len__(self) -> int:
        return len(self.chars)

    def origin(self, offset: int) -> int:
        """The source offset of the character at `offset`; at the end, the one after the last."""
        for run in self.runs:
            if offset < run.size:
                return run.start if run.says else run.start + offset
            offset -= run.size
        return self.runs[-1].end if self.runs else 0

    def slice(self, start: int, end: int) -> Text:
        """The characters in [start, end)."""
        kept, at = [], 0
        for run in self.runs:
            a, b = max(start - at, 0), min(end - at, run.size)
            if a < b:
                piece = run.split(b)[0] if b < run.size else run
                kept.append(piece.split(a)[1] if a else piece)
            at += run.size
        return Text(self.chars[start:end], tuple(kept))

    def find_whole(self) -> Callable[[int, int], bool]:
        """Tells whether the characters in [start, end) stand next to each other in the source."""
        ends = accumulate(run.size for run in self.runs)
        seams = [end for end, (a, b) in zip(ends, pairwise(self.runs), strict=False) if a.end != b.start]

        def is_whole(start: int, end: int) -> bool:
            return bisect_right(seams, start) == bisect_left(seams, end)

        return is_whole

    def stretches(self) -> Iterator[tuple[int, int]]:
        """The places in the source of its characters, those next to each other as one."""
        start = end = -1
        for run in self.runs:
            if run.start != end:
                if start < end:
                    yield start, end
                start = run.start
            end = run.end
        if start < end:
            yield start, end

    def pieces(self, cuts: Iterable[int]) -> Iterator[Text]:
        """The text in pieces that end at `cuts`, ascending offsets, in one pass over the runs."""
        at, kept = 0, list(reversed(self.runs))
        for end in cuts:
            taken, left = [], end - at
            while left:
                run = kept.pop()
                if run.size > left:
                    run, rest = run.split(left)
                    kept.append(rest)
                taken.append(run)
                left -= run.size
            yield Text(self.chars[at:end], tuple(taken))
            at = end

    def __add__(self, other: Text) -> Text:
        return Text(self.chars + other.chars, self.runs + other.runs)


NOTHING = Text("", ())


def cut(source: str, start: int, end: int) -> Text:
    """The characters of `source` in [start, end) as a text."""
    return Text(source[start:end], (Run(start, end),)) if start < end else NOTHING
