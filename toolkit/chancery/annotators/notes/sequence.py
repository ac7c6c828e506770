"""The cheapest way to give the notes of a list, in order, markers in the text: dynamic programming.

A note's expected label is its number in the list plus a shift: 0 where markers count from 1, -1 where they count from
0, anything where a pasted part of a text goes on counting, or a whole chapter does, as in the old volumes, where 1
comes after 99. The shift changes where a number repeats or is skipped, and after a note marked with a symbol, which
takes no number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from chancery.annotators.notes.candidates import LAST_MISSING, MISSING, Candidate

TWIN = 0.3  # a marker right after another one and a space: "State1 2"
CHANGED = 5.0  # the numbers repeat or skip one
STARTS = {0: 0.0, -1: 0.4}  # what the shifts cost at the outset; any other:
ODD_START = 4.0
RUNNING_START = 1.0  # the same where notes may count on through a chapter
LAST_OF_ROUND = "99"  # after this marker the notes of a chapter begin again at 1
ODD_LEAD = 2.9  # the most that a lead counts where all anchors may be one place off
ELSEWHERE = 4.0  # what it costs to believe that a source note doesn't stand at the heading
ODD = 2.5  # from this cost on, each anchor's lead is that over the best way without it
MOST_SEARCHED = 5_000  # notes times candidates, up to which that is worked out
HOPELESS = 5 * MISSING  # a way so much dearer than the best never catches up
LIKELY = 12  # how many shifts are followed at a time


@dataclass(frozen=True, slots=True)
class Anchor:
    """A note's chosen marker, if any, and how much dearer the next best choice was."""

    candidate: Candidate | None
    margin: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list says of a note's marker."""

    number: int  # of the note in the list
    headed: bool = False  # the note is the heading's


ByLabel = Mapping[str, list[Candidate]]  # in the order of the text; symbols under ""


class _Step(NamedTuple):
    """The best way so far to end at or before a place: a link to the way before it."""

    end: int  # order after the last marker used
    cost: float
    candidate: Candidate | None = None
    before: _Step | None = None


_Ways = dict[int, list[_Step]]  # by shift: only those that no other beats, by end, ever cheaper
_END, _END_AND_COST = attrgetter("end"), attrgetter("end", "cost")


def find_sequence(notes: Sequence[Wanted], candidates: Sequence[Candidate], running: bool = False) -> list[Anchor]:
    """An anchor for each of the notes; in a `running` count they may begin at any number."""
    by_label: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.order):
        by_label[_kind(candidate)].append(candidate)
    search = _Search(notes, by_label, running)
    best = search.find_best()
    chosen = _chosen(best, len(notes))
    if best.cost < ODD:
        return _with_margins(chosen, by_label, MISSING)
    if len(notes) * len(candidates) > MOST_SEARCHED:
        return _with_margins(chosen, by_label, MISSING if _is_regular(notes, chosen) else ODD_LEAD)
    return [
        Anchor(candidate, search.find_best(place, candidate).cost - best.cost if candidate else 0.0)
        for place, candidate in enumerate(chosen)
    ]


class _Search:
    """The search for the cheapest way to the end of the list, which can begin again at any note."""

    def __init__(self, notes: Sequence[Wanted], by_label: ByLabel, running: bool) -> None:
        self._notes, self._by_label = notes, by_label
        self._odd_start, self._enough = (RUNNING_START, RUNNING_START) if running else (ODD_START, LAST_MISSING)
        self._plain = self._go({shift: [_Step(-1, cost)] for shift, cost in STARTS.items()}, strict=True)

    @cached_property
    def _odd(self) -> list[_Ways]:
        """The ways before each note where odd starts, repeats, leaps and symbols are allowed."""
        odd = {int(label) - self._notes[0].number: self._odd_start for label in self._by_label if label}
        return self._go({shift: [_Step(-1, cost)] for shift, cost in (odd | STARTS).items()}, strict=False)

    def find_best(self, place: int = 0, barred: Candidate | None = None) -> _Step:
        """The cheapest way to the end; `barred` is what the note at `place` must not be anchored at."""
        plain = self._again(self._plain, place, barred, strict=True)
        if plain.cost < self._enough:
            return plain
        return min(plain, self._again(self._odd, place, barred, strict=False), key=lambda step: step.cost)

    def _again(self, trail: Sequence[_Ways], place: int, barred: Candidate | None, strict: bool) -> _Step:
        """The cheapest way to the end, as a search found it, or without `barred`."""
        ways = self._go(trail[place], strict, place, barred)[-1] if barred else trail[-1]
        return min((steps[-1] for steps in ways.values()), key=lambda step: step.cost)

    def _go(self, ways: _Ways, strict: bool, first: int = 0, barred: Candidate | None = None) -> list[_Ways]:
        """The ways before note `first`, which are given, and before each one after it, and at the end."""
        trail = [ways]
        for place in range(first, len(self._notes)):
            ways = self._pass(ways, place, barred if place == first else None, strict)
            trail.append(ways)
        return trail

    def _pass(self, ways: _Ways, place: int, barred: Candidate | None, strict: bool) -> _Ways:
        """The ways after a note."""
        note, after = self._notes[place], _Ways()
        missing = LAST_MISSING if 0 < place == len(self._notes) - 1 else MISSING
        for shift, steps in ways.items():
            found = [_Step(s.end, s.cost + missing, None, s) for s in steps]
            for candidate in self._by_label.get(str(note.number + shift), ()):
                if candidate is not barred:
                    found += _reach(steps, candidate, ELSEWHERE if note.headed and not candidate.head else 0.0)
            after.setdefault(shift, []).extend(found)
            if not strict:
                last = [s for s in found if s.candidate and s.candidate.label == LAST_OF_ROUND]
                after.setdefault(shift - int(LAST_OF_ROUND), []).extend(last)
                symbols = [s for c in self._by_label.get("", ()) if c is not barred for s in _reach(steps, c)]
                after.setdefault(shift - 1, []).extend(symbols)
        ways = {shift: _frontier(found) for shift, found in after.items() if found}
        return ways if strict else _likely(_shifted(ways))


def find_spelled_sequence(markers: Sequence[str], candidates: Sequence[Candidate]) -> list[Anchor]:
    """An anchor for each note whose marker the list spells out; they stand in the order of the list."""
    by_label: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.order):
        by_label[candidate.label].append(candidate)
    steps = [_Step(-1, 0.0)]
    for marker in markers:
        found = [_Step(s.end, s.cost + MISSING, None, s) for s in steps]
        steps = _frontier([*found, *(s for c in by_label[marker] for s in _reach(steps, c))])
    return _with_margins(_chosen(steps[-1], len(markers)), by_label, MISSING)


def _kind(candidate: Candidate) -> str:
    """What candidates are looked up by: their number, or that they are symbols."""
    return candidate.label if candidate.label.isdecimal() else ""


def _reach(steps: list[_Step], candidate: Candidate, extra: float = 0.0) -> list[_Step]:
    """The ways that end in `candidate`: the cheapest before it, or the one right before it for a twin marker."""
    at = bisect_left(steps, candidate.order + 1, key=_END)
    if not at:
        return []
    end = candidate.order + candidate.end - candidate.start
    best = steps[at - 1]
    reached = [_Step(end, best.cost + candidate.cost + extra, candidate, best)]
    if candidate.spaced:
        reached += [
            _Step(end, s.cost + TWIN, candidate, s) for s in steps[:at] if s.end == candidate.order - 1 and s.candidate
        ]
    return reached


def _frontier(steps: Iterable[_Step]) -> list[_Step]:
    """Only the ways that no other beats by ending earlier and costing less; by end, ever cheaper."""
    kept: list[_Step] = []
    for step in sorted(steps, key=_END_AND_COST):
        if not kept or step.cost < kept[-1].cost:
            kept.append(step)
    return [step for step in kept if step.cost <= kept[-1].cost + HOPELESS]


def _shifted(ways: _Ways) -> _Ways:
    """The ways with those added in which the next number repeats or skips one."""
    best = min(steps[-1].cost for steps in ways.values())
    added: _Ways = {shift: list(steps) for shift, steps in ways.items()}
    for shift, steps in ways.items():
        cheap = [s for s in steps if s.cost < best + 2 * MISSING]
        for other in (shift - 1, shift + 1):
            added.setdefault(other, []).extend(_Step(s.end, s.cost + CHANGED, s.candidate, s.before) for s in cheap)
    return {shift: _frontier(steps) for shift, steps in added.items() if steps}


def _likely(ways: _Ways) -> _Ways:
    """The few shifts that cost least so far; a text could otherwise offer as many as it has numbers."""
    cheapest = sorted(ways, key=lambda shift: (ways[shift][-1].cost, abs(shift)))[:LIKELY]
    return {shift: ways[shift] for shift in cheapest}


def _chosen(step: _Step, count: int) -> list[Candidate | None]:
    chosen: list[Candidate | None] = []
    at: _Step | None = step
    while at is not None and len(chosen) < count:
        chosen.append(at.candidate)
        at = at.before
    return chosen[::-1]


def _with_margins(chosen: list[Candidate | None], by_label: ByLabel, most: float) -> list[Anchor]:
    """Each choice with its lead over the best other candidate of the same label between its neighbours, or `most`."""
    anchors = []
    for place, candidate in enumerate(chosen):
        if candidate is None:
            anchors.append(Anchor(None, 0.0))
            continue
        low = next((c.order for c in reversed(chosen[:place]) if c), -1)
        high = next((c.order for c in chosen[place + 1 :] if c), None)
        rivals = by_label.get(candidate.label) or by_label[""]
        costs = [c.cost for c in rivals if c is not candidate and c.order > low and (high is None or c.order < high)]
        anchors.append(Anchor(candidate, min([*costs, most]) - candidate.cost))
    return anchors


def doubt_places(notes: Sequence[Wanted], anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors of a list in which a note is lacking, nobody knows where: but the heading's, all may be one off."""
    return [
        anchor if note.headed else replace(anchor, margin=min(anchor.margin, ODD_LEAD))
        for note, anchor in zip(notes, anchors, strict=True)
    ]


def _is_regular(notes: Sequence[Wanted], chosen: Sequence[Candidate | None]) -> bool:
    """Whether the markers count as the list does."""
    found = [(note.number, candidate.label) for note, candidate in zip(notes, chosen, strict=True) if candidate]
    return all(n.isdecimal() for _, n in found) and len({int(n) - number for number, n in found}) <= 1
