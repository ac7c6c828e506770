"""Notes of one list without numbers of their own, dealt to the documents whose markers count them.

A list without numbers, or one that counts through all documents, says nowhere where the notes of a document begin. What
says it is the text: a document with the markers 1 to 4 has four notes. The best way to deal the whole list is looked
for; where two are as good, the notes that say "Source:" begin a document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

SHARED = 4.0  # what it costs that a source does not begin the notes of a document
SKIPPED = 2.0  # that a heading with a marker has no note
UNCALLED = 1.5  # that a document has notes, and none of their markers
UNSOURCED = 1.5  # that notes of a document begin without a source, where others have one
MORE = 3  # notes than markers were found
LONGEST = 60  # notes of a document
KEPT = 200  # ways that are followed from document to document

# A number at the end of a word, a sentence or a year; not "(1)", "14.4", "U–2".
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<!\d)(?<=[.,;:?!”’\"')\]…—])|(?<=\d\.)|(?<=\b1[89]\d\d))(0|[1-9]\d{0,2})(?![\w%]|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A note of the list."""

    label: str  # as printed, if it is
    sourced: bool  # whether it says "Source:"


@dataclass(frozen=True, slots=True)
class _Way:
    """The first notes dealt to the first documents."""

    score: float
    counts: tuple[int, ...] = ()


@dataclass(slots=True)
class _Text:
    """The markers that a document's text may have."""

    markers: list[int]  # in their order
    expects: bool  # whether its heading calls a note
    _chains: dict[int, list[float]] = field(default_factory=dict)

    def chain(self, first: int) -> list[float]:
        """How well 0, 1, 2 notes and so on, that count from `first`, go with the text."""
        if first not in self._chains:
            self._chains[first] = list(self._follow(first))
        return self._chains[first]

    def _follow(self, first: int) -> Iterator[float]:
        called, missed, count, at = 0, 0, 0, 0
        while missed <= MORE:
            here = next((n for n in range(at, len(self.markers)) if self.markers[n] == first + count), -1)
            yield called - 0.5 * count - 0.5 * (here >= 0) - (UNCALLED if count and not called else 0)
            called, missed, at = (called + 1, 0, here + 1) if here >= 0 else (called, missed + 1, at)
            count += 1


def deal_notes(notes: Sequence[Listed], texts: Sequence[str], expects: Sequence[bool], marker: str) -> list[int]:
    """How many notes of the list each document has, in their order; the last has what is left over."""
    pattern = re.compile(re.escape(marker).replace(r"\{\}", r"(\d{1,3})")) if marker != "{}" else _GLUED
    documents = [_Text([int(n) for n in pattern.findall(text)], e) for text, e in zip(texts, expects, strict=True)]
    modes = (True,) if any(note.label for note in notes) else (False, True)
    best = max((_deal(notes, documents, through) for through in modes), key=lambda way: way.score)
    return [*best.counts[:-1], best.counts[-1] + len(notes) - sum(best.counts)]


def _deal(notes: Sequence[Listed], documents: Sequence[_Text], through: bool) -> _Way:
    """The best way, where each document counts its own notes, or the list counts `through` all of them."""
    sourced = any(note.sourced for note in notes)
    ways = {0: _Way(0.0)}
    for document in documents:
        following: dict[int, _Way] = {}
        for at, way in ways.items():
            firsts = (_number(notes, at),) if through else (0, 1)
            for count, score in _shares(document, notes[at:], firsts, sourced):
                if at + count not in following or following[at + count].score < way.score + score:
                    following[at + count] = _Way(way.score + score, (*way.counts, count))
        ways = dict(sorted(following.items(), key=lambda item: -item[1].score)[:KEPT])
    return max((_Way(way.score - len(notes) + at, way.counts) for at, way in ways.items()), key=lambda way: way.score)


def _number(notes: Sequence[Listed], at: int) -> int:
    """The number of a note in a list that counts through all."""
    label = notes[at].label if at < len(notes) else ""
    return int(label) if label.isdecimal() else at + 1


def _shares(
    document: _Text, notes: Sequence[Listed], firsts: Sequence[int], sourced: bool
) -> Iterator[tuple[int, float]]:
    """How many of the notes that are left a document may have, and how good each number is."""
    chains = [document.chain(first) for first in firsts]
    yield 0, min(chain[0] for chain in chains) - SKIPPED * document.expects
    cost = UNSOURCED if sourced and notes and not notes[0].sourced else 0
    following = next((n for n in range(1, min(len(notes), LONGEST)) if notes[n].sourced), 0)
    for count in range(1, min(max(*map(len, chains), following + 1), len(notes) + 1)):
        cost += SHARED if count > 1 and notes[count - 1].sourced else 0
        yield count, max(_value(chain, count) for chain in chains) - cost


def _value(chain: Sequence[float], count: int) -> float:
    """How well so many notes go with a text: those beyond the last marker have none."""
    return chain[min(count, len(chain) - 1)] - 0.5 * max(count - len(chain) + 1, 0)
