"""Two texts that should be one, aligned: the stretches they share, and offsets of one carried to the other.

Rare words of both are found first, in the same order; what lies between them is aligned letter by letter. So it takes
time in proportion to the texts, however long they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

SIZE = 16  # characters that, where they occur once in each text, are taken to be the same
SMALL = 1500  # characters to align letter by letter

Run = tuple[int, int, int]  # offset in one text, offset in the other, length


def shared_runs(one: str, other: str) -> list[Run]:
    """The stretches that two texts share, in order, neither overlapping nor touching in both."""
    merged: list[Run] = []
    for a, b, size in _runs(one, other, 0, 0, SIZE):
        if merged and merged[-1][0] + merged[-1][2] == a and merged[-1][1] + merged[-1][2] == b:
            a, b, size = merged[-1][0], merged[-1][1], merged.pop()[2] + size
        merged.append((a, b, size))
    return merged


def _runs(one: str, other: str, a: int, b: int, size: int) -> Iterator[Run]:
    """The shared stretches of two texts that begin at offsets `a` and `b` of the whole."""
    start = _common(one, other)
    if start:
        yield a, b, start
    one, other, a, b = one[start:], other[start:], a + start, b + start
    end = _common(one[::-1], other[::-1])
    kept, left = one[: len(one) - end], other[: len(other) - end]
    if kept and left:
        if len(kept) <= SMALL and len(left) <= SMALL:
            blocks = SequenceMatcher(None, kept, left, autojunk=False).get_matching_blocks()
            yield from ((a + m.a, b + m.b, m.size) for m in blocks if m.size)
        elif size > 3:
            yield from _between_anchors(kept, left, a, b, size)
    if end:
        yield a + len(kept), b + len(left), end


def _between_anchors(one: str, other: str, a: int, b: int, size: int) -> Iterator[Run]:
    at, to = 0, 0
    for x, y in [*_anchors(one, other, size), (len(one), len(other))]:
        if x >= at and y >= to:
            yield from _runs(one[at:x], other[to:y], a + at, b + to, size // 2)
            at, to = x, y
            if x < len(one):
                yield a + x, b + y, size
                at, to = x + size, y + size


def _anchors(one: str, other: str, size: int) -> list[tuple[int, int]]:
    """Places of stretches that occur once in each text, as many as are in the same order in both."""
    there = _once(other, size)
    pairs = [(x, there[gram]) for gram, x in _once(one, size).items() if gram in there]
    pairs.sort()
    tails: list[int] = []  # the longest rising sequence, by patience
    chains: list[tuple[int, int, int]] = []  # a pair and the chain before it
    last: list[int] = []
    for x, y in pairs:
        place = bisect_left(tails, y)
        chains.append((x, y, last[place - 1] if place else -1))
        tails[place : place + 1] = [y]
        last[place : place + 1] = [len(chains) - 1]
    found, at = [], last[-1] if last else -1
    while at >= 0:
        x, y, at = chains[at]
        found.append((x, y))
    return found[::-1]


def _once(text: str, size: int) -> dict[str, int]:
    """The stretches of a size that occur once, and where."""
    places: dict[str, int] = {}
    for at in range(len(text) - size + 1):
        gram = text[at : at + size]
        places[gram] = -1 if gram in places else at
    return {gram: at for gram, at in places.items() if at >= 0}


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low < high - 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


class Alignment:
    """Carries offsets of one text over to the other; None where the place was lost."""

    def __init__(self, one: str, other: str) -> None:
        same = one == other
        self._runs = [] if same else shared_runs(one, other)
        self._same = same
        self._starts = [run[0] for run in self._runs]

    def after(self, offset: int) -> int | None:
        """The place right after the character before `offset`: where a note or page break stands, where a name ends."""
        if self._same:
            return offset
        ended = self._carry(bisect_left(self._starts, offset) - 1, offset)
        return ended if ended is not None else self._at(offset)

    def before(self, offset: int) -> int | None:
        """The place right before the character at `offset`: where a name or a block begins."""
        if self._same:
            return offset
        found = self._at(offset)
        return found if found is not None else self._carry(bisect_left(self._starts, offset) - 1, offset)

    def _at(self, offset: int) -> int | None:
        place = bisect_right(self._starts, offset) - 1
        return self._carry(place, offset, inside=True)

    def _carry(self, place: int, offset: int, inside: bool = False) -> int | None:
        if place < 0:
            return None
        a, b, size = self._runs[place]
        return b + offset - a if offset < a + size or (offset == a + size and not inside) else None
