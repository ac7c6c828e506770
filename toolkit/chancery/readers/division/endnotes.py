"""Notes of several documents in one list at the end of the source: given to the documents that call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from chancery.model.division import Stretch
from chancery.readers.division.dealing import Listed, deal_notes
from chancery.readers.division.shapes import has_marker
from chancery.readers.division.signs import Signs
from chancery.readers.lines import Line

SHARED, SKIPPED = 10.0, 3.0  # what it costs to give a document two groups, or none though its heading calls a note
_SOURCE = re.compile(r"(?:\[\w+\]|/\w+/|\d+\.|-)?\s*\[?Source:")


@dataclass(frozen=True, slots=True)
class _Group:
    """Notes that follow each other and belong together: up to where their numbers begin again."""

    start: int  # in the source
    end: int
    numbers: tuple[str, ...]
    sourced: bool  # whether it begins with a document's source


def give_notes(text: str, lines: Sequence[Line], bodies: Sequence[Stretch], signs: Signs) -> list[list[Stretch]]:
    """The stretches of each document: its body, and its share of a common list of notes if there is one."""
    own = [list[Stretch]([body]) for body in bodies]
    listed = _last_list(lines, bodies[-1][0], signs)
    elsewhere = any(signs.number(line) for line in lines if line.start < bodies[-1][0])
    if not signs.last or not listed or elsewhere:
        return own
    groups = _group(listed, lines, len(text), signs)
    bodies = [*bodies[:-1], (bodies[-1][0], groups[0].start)]
    texts = [text[a:b] for a, b in bodies]
    if not any(_printed(lines[place], signs) for place in listed) or _count_through(groups, texts, signs):
        return [_joined(own) for own in _deal(listed, lines, len(text), bodies, texts, signs)]
    if len(groups) == 1 and _gain(groups[0], texts[-1], signs) > 0:
        return own  # that of the last document alone
    own = [[body] for body in bodies]
    for group, document in zip(groups, _assign(groups, texts, signs), strict=True):
        own[document].append((group.start, group.end))
    return [_joined(stretches) for stretches in own]


def _count_through(groups: Sequence[_Group], texts: Sequence[str], signs: Signs) -> bool:
    """Whether the numbers of a list go through several documents: the first is called before the last document."""
    first = groups[0].numbers[0]
    earlier = len(groups) == 1 and any(_calls(text, first, signs) for text in texts[:-1])
    return earlier and not _calls(texts[-1], first, signs)


def _deal(
    listed: Sequence[int],
    lines: Sequence[Line],
    size: int,
    bodies: Sequence[Stretch],
    texts: Sequence[str],
    signs: Signs,
) -> Iterator[list[Stretch]]:
    """The stretches of each document, where only its markers tell which notes of the list are its own."""
    notes = [Listed(_printed(lines[n], signs), bool(_SOURCE.match(lines[n].text))) for n in listed]
    counts = deal_notes(notes, texts, [_expects_source(text) for text in texts], signs.marker)
    starts = [*(lines[place].start - lines[place].indent for place in listed), size]
    at = 0
    for body, count in zip(bodies, counts, strict=True):
        yield [body, (starts[at], starts[at + count])] if count else [body]
        at += count


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _last_list(lines: Sequence[Line], after: int, signs: Signs) -> list[int]:
    """The places of the lines that begin notes, in the list that ends the source."""
    found: list[int] = []
    for place in range(len(lines) - 1, -1, -1):
        if lines[place].start < after or (found and found[0] - place > 4):
            break
        if signs.number(lines[place]):
            found.insert(0, place)
    return found if found and found[-1] >= len(lines) - 4 else []


def _group(listed: Sequence[int], lines: Sequence[Line], size: int, signs: Signs) -> list[_Group]:
    """The notes in groups, a new one at each source and wherever numbers begin again."""
    cuts = [n for n, place in enumerate(listed) if n == 0 or _opens(listed, n, lines, signs)]
    groups = []
    for a, b in zip(cuts, [*cuts[1:], len(listed)], strict=True):
        first = lines[listed[a]]
        end = lines[listed[b]].start - lines[listed[b]].indent if b < len(listed) else size
        printed = [_printed(lines[place], signs) for place in listed[a:b]]
        numbers = tuple(n or str(count) for count, n in enumerate(printed, 1))
        groups.append(_Group(first.start - first.indent, end, numbers, bool(_SOURCE.match(first.text))))
    return groups


def _opens(listed: Sequence[int], n: int, lines: Sequence[Line], signs: Signs) -> bool:
    here, before = (_printed(lines[listed[m]], signs) for m in (n, n - 1))
    restarts = here in ("0", "1") and before.isdecimal() and int(here) <= int(before)
    return restarts or bool(_SOURCE.match(lines[listed[n]].text))


def _printed(line: Line, signs: Signs) -> str:
    found = signs.number(line)
    return found.groupdict().get("n", "") or "" if found else ""


def _assign(groups: Sequence[_Group], texts: Sequence[str], signs: Signs) -> list[int]:
    """The document of each group, in their order, so that most markers are found where their notes are."""
    count = range(len(texts))
    passed = [0, *accumulate(SKIPPED * _expects_source(text) for text in texts)]  # what it costs to pass over them
    best = [-passed[here] for here in count]  # of all groups so far, the last of them in this document
    chosen: list[list[int]] = []
    for number, group in enumerate(groups):

        def lead(before: int, here: int, best: Sequence[float] = best, number: int = number) -> float:
            """How good it is that the group before went to `before` and this one comes to `here`."""
            if not number:
                return best[here] if before == here else float("-inf")
            return best[before] - (SHARED if before == here else passed[here] - passed[before + 1])

        held = [max(range(here + 1), key=partial(lead, here=here)) for here in count]
        best = [lead(held[here], here) + _gain(group, texts[here], signs) for here in count]
        chosen.append(held)
    document = max(reversed(count), key=lambda here: best[here] - passed[-1] + passed[here + 1])
    found = []
    for held in reversed(chosen):
        found.append(document)
        document = held[document]
    return found[::-1]


def _expects_source(text: str) -> bool:
    """Whether a document's heading calls a note."""
    return any(has_marker(line) for line in text.lstrip().split("\n", 4)[:3])


def _gain(group: _Group, text: str, signs: Signs) -> float:
    """How well a group of notes goes with a document: how many of its markers are there, and no more than these."""
    moved = tuple(str(int(n) - 1) for n in group.numbers if n.isdecimal())  # the text may count from 0
    gains = []
    for numbers in (group.numbers, moved):
        called = sum(1 for n in numbers if _calls(text, n, signs))
        beyond = bool(numbers) and numbers[-1].isdecimal() and _calls(text, str(int(numbers[-1]) + 1), signs)
        gains.append(called - 0.5 * len(group.numbers) - 0.5 * beyond)
    return max(gains)


def _calls(text: str, n: str, signs: Signs) -> bool:
    if signs.marker != "{}":
        return signs.marker.format(n) in text
    return re.search(rf"(?<=[^\s\d]){re.escape(n)}(?!\w)", text) is not None
