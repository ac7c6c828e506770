"""The cheapest way to give the notes of a list, in order, markers in the text: dynamic programming.

A note's expected label is its place in the list plus a shift: 0 where markers count from 1, -1 where they count from
0, anything where a pasted part of a text goes on counting. The shift changes where a number repeats or is skipped, and
after a note marked with a symbol, which takes no number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chancery.annotators.notes.candidates import LAST_MISSING, MISSING, Candidate

TWIN = 0.3  # a marker right after another one and a space: "State1 2"
CHANGED = 5.0  # the numbers repeat or skip one
STARTS = {0: 0.0, -1: 0.4}  # what the shifts cost at the outset; any other:
ODD_START = 4.0
ODD_LEAD = 2.9  # the most that a lead counts where numbers repeat, skip or mix with symbols: all may be one place off
HOPELESS = 5 * MISSING  # a way so much dearer than the best never catches up
LIKELY = 12  # how many shifts are followed at a time


@dataclass(frozen=True, slots=True)
class Anchor:
    """A note's chosen marker, if any, and how much dearer the next best choice was."""

    candidate: Candidate | None
    margin: float


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way so far to end at or before a place: a link to the way before it."""

    end: int  # order after the last marker used
    cost: float
    candidate: Candidate | None = None
    before: _Step | None = None


def find_sequence(count: int, candidates: Sequence[Candidate]) -> list[Anchor]:
    """An anchor for each of `count` notes."""
    by_label: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.order):
        by_label[_kind(candidate)].append(candidate)
    plain = _search(count, by_label, dict(STARTS), strict=True)
    if plain.cost >= LAST_MISSING:  # something is odd: allow odd starts, repeats, leaps and symbols
        starts = {int(label) - 1: ODD_START for label in by_label if label} | STARTS
        plain = min(plain, _search(count, by_label, starts, strict=False), key=lambda step: step.cost)
    return _with_margins(_chosen(plain, count), by_label)


def find_spelled_sequence(markers: Sequence[str], candidates: Sequence[Candidate]) -> list[Anchor]:
    """An anchor for each note whose marker the list spells out; they stand in the order of the list."""
    by_label: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.order):
        by_label[candidate.label].append(candidate)
    steps = [_Step(-1, 0.0)]
    for marker in markers:
        found = [_Step(s.end, s.cost + MISSING, None, s) for s in steps]
        steps = _frontier([*found, *(s for c in by_label[marker] for s in _reach(steps, c))])
    return _with_margins(_chosen(steps[-1], len(markers)), by_label, spelled=True)


def _kind(candidate: Candidate) -> str:
    """What candidates are looked up by: their number, or that they are symbols."""
    return candidate.label if candidate.label.isdigit() else ""


def _search(count: int, by_label: dict[str, list[Candidate]], starts: dict[int, float], strict: bool) -> _Step:
    ways = {shift: [_Step(-1, cost)] for shift, cost in starts.items()}
    for place in range(1, count + 1):
        after: dict[int, list[_Step]] = {}
        for shift, steps in ways.items():
            missing = LAST_MISSING if place == count > 1 else MISSING
            found = [_Step(s.end, s.cost + missing, None, s) for s in steps]
            for candidate in by_label.get(str(place + shift), ()):
                found += _reach(steps, candidate)
            after.setdefault(shift, []).extend(found)
            if not strict:
                symbols = [s for c in by_label.get("", ()) for s in _reach(steps, c)]
                after.setdefault(shift - 1, []).extend(symbols)
        ways = {shift: _frontier(found) for shift, found in after.items() if found}
        if not strict:
            ways = _likely(_shifted(ways))
    return min((steps[-1] for steps in ways.values()), key=lambda step: step.cost)


def _reach(steps: list[_Step], candidate: Candidate) -> list[_Step]:
    """The ways that end in `candidate`: the cheapest before it, or the one right before it for a twin marker."""
    at = bisect_left(steps, candidate.order + 1, key=lambda s: s.end)
    if not at:
        return []
    end = candidate.order + candidate.end - candidate.start
    best = steps[at - 1]
    reached = [_Step(end, best.cost + candidate.cost, candidate, best)]
    if candidate.spaced:
        reached += [
            _Step(end, s.cost + TWIN, candidate, s) for s in steps[:at] if s.end == candidate.order - 1 and s.candidate
        ]
    return reached


def _frontier(steps: Iterable[_Step]) -> list[_Step]:
    """Only the ways that no other beats by ending earlier and costing less; by end, ever cheaper."""
    kept: list[_Step] = []
    for step in sorted(steps, key=lambda s: (s.end, s.cost)):
        if not kept or step.cost < kept[-1].cost:
            kept.append(step)
    return [step for step in kept if step.cost <= kept[-1].cost + HOPELESS]


def _shifted(ways: dict[int, list[_Step]]) -> dict[int, list[_Step]]:
    """The ways with those added in which the next number repeats or skips one."""
    best = min(steps[-1].cost for steps in ways.values())
    added: dict[int, list[_Step]] = {shift: list(steps) for shift, steps in ways.items()}
    for shift, steps in ways.items():
        cheap = [s for s in steps if s.cost < best + 2 * MISSING]
        for other in (shift - 1, shift + 1):
            added.setdefault(other, []).extend(_Step(s.end, s.cost + CHANGED, s.candidate, s.before) for s in cheap)
    return {shift: _frontier(steps) for shift, steps in added.items() if steps}


def _likely(ways: dict[int, list[_Step]]) -> dict[int, list[_Step]]:
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


def _with_margins(
    chosen: list[Candidate | None], by_label: dict[str, list[Candidate]], spelled: bool = False
) -> list[Anchor]:
    """Each choice with its lead over the best other candidate of the same label between its neighbours."""
    anchors = []
    most = MISSING if spelled or _is_regular(chosen) else ODD_LEAD
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


def _is_regular(chosen: Sequence[Candidate | None]) -> bool:
    """Whether the markers count up with the list."""
    found = [(place, candidate.label) for place, candidate in enumerate(chosen) if candidate]
    return all(n.isdigit() for _, n in found) and len({int(n) - place for place, n in found}) <= 1
