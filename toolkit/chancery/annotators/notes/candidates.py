"""Every place that could be a note's marker, and the cost of believing so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.model.months import MONTHS

MISSING = 9.0  # what a note without a marker costs; a candidate as dear as this is never chosen
LAST_MISSING = 5.8  # the last note's is lost more often than others, with an attachment that was not copied

_DIGITS = re.compile(r"\d+")
_SYMBOLS = re.compile(r"[*†‡§]{1,4}(?![*†‡§])")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_INSERTED = re.compile(r"[a-zA-Z.,;:)”’\]]\d{1,2}[a-d](?!\w)")  # "word60a": a note that came after numbering
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_CLOCK = re.compile(r"[ \u00a0]?[ap]\. ?m\.|[ \u00a0]?[AP]M\b|:\d")
_AMOUNT = re.compile(r"[ \u00a0]+(?:billion|million|thousand|percent|per cent)\b")
_MONTH = "|".join(MONTHS)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH_BEFORE = re.compile(
    rf"(?:{_MONTH}|{_SHORT_MONTH})"
    r"[ \u00a0](?:\d{1,2}(?:,| and| or| to|[–-])[ \u00a0]?)*\Z"  # June 3 and 4
)
_MONTH_AFTER = re.compile(rf"[ \u00a0](?:{_MONTH}|{_SHORT_MONTH})")
_SERIAL = re.compile(r"\d/\Z")  # NSC 5808/1
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_YEAR_RANGE = re.compile(r"(?:1[6-9]|20)\d\d[–-]\Z")
_COUNTED = re.compile(rf"(?:\bNo\.|\bNumber|\bPart|\bVolume|{_MONTH})\s\Z")
_CUT_NUMBER = re.compile(r"(?<!\d)(?!(?:1[6-9]|20)\d\d\Z)\d+\Z")
_MINUTES = re.compile(r"\d:[0-5]\d\Z")
_CAPITALS = re.compile(r"(?<![\w.])[A-Z]{1,3}\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters of a block that could be a marker."""

    block: int  # place in the document's blocks
    start: int  # half-open offsets in the block's text
    end: int
    order: int  # of the first character, counted over all blocks
    label: str  # the number or symbol
    cost: float  # 0 for a sure marker
    spaced: bool = False  # a space stands before it
    head: bool = False  # it stands in the heading


def find_candidates(block: int, chars: str, order: int, labels: frozenset[str], head: bool) -> Iterator[Candidate]:
    """What could be a marker in a block's text, with a label among `labels` or a symbol."""
    for match in _DIGITS.finditer(chars):
        if match.start() and _INSERTED.match(chars, match.start() - 1):
            start, end = match.start(), match.end() + 1
            yield Candidate(block, start, end, order + start, chars[start:end], 1.0, head=head)
        for size in range(1, min(3, len(match[0])) + 1):
            start, end = match.end() - size, match.end()
            if chars[start:end] in labels:
                spaced = start > 0 and chars[start - 1].isspace()
                cost = _cost(chars, match.start(), start, end)
                if head and end == len(chars) and not (spaced and _COUNTED.search(chars, 0, start)):
                    cost = max(cost / 10, cost - 5.0)  # the first note belongs to the end of the heading
                if cost < MISSING:
                    yield Candidate(block, start, end, order + start, chars[start:end], cost, spaced, head)
    for start, end, label, cost in _plain_markers(chars):
        yield Candidate(block, start, end, order + start, label, cost, head=head)


def find_spelled(block: int, chars: str, order: int, markers: re.Pattern[str]) -> Iterator[Candidate]:
    """Where one of the markers stands that the list of notes spells out: "[3]", "/3/"."""
    for place in re.finditer(rf"(?={markers.pattern})", chars):  # they may overlap: NSC 5808/1/7/
        match = markers.match(chars, place.start())
        assert match
        before, after = chars[max(0, match.start() - 1) : match.start()], chars[match.end() : match.end() + 1]
        spaced = before.isspace()
        cost = 5.0 if not before else 1.0 if spaced else 0.0
        if before.isdigit() and after.isdigit():  # 4/5/67
            cost += 5.0
        yield Candidate(block, match.start(), match.end(), order + match.start(), match[0], cost, spaced)


def _plain_markers(chars: str) -> Iterator[tuple[int, int, str, float]]:
    """Markers that hardly anything else looks like: superscript digits, bracketed numbers, asterisks and daggers.

    Each with its offsets, its label and its cost.
    """
    for match in _SUPERSCRIPT.finditer(chars):
        yield match.start(), match.end(), match[0].translate(_PLAIN_DIGITS), 0.0
    for match in _BRACKETED.finditer(chars):
        if match.start() and not chars[match.start() - 1].isspace():
            cut = _CUT_NUMBER.search(chars, max(0, match.start() - 5), match.start())  # 195[0] was completed
            yield match.start(), match.end(), match[1], 6.0 if cut else 0.5
    for match in _SYMBOLS.finditer(chars):
        if match.start() and not chars[match.start() - 1].isspace():
            after = chars[match.end() : match.end() + 1]
            yield match.start(), match.end(), match[0], 0.5 if not after or not after.isalnum() else 4.0


def _cost(chars: str, run: int, start: int, end: int) -> float:
    """The cost of reading chars[start:end] as a marker; the run of digits that it ends begins at `run`."""
    enumerates = run == 0 and chars[end : end + 1] in (".", ")")
    if enumerates or _CLOCK.match(chars, end):
        return MISSING
    cost = _after_digits(chars, run, start, end) if run < start else _after(chars, start, end)
    return cost + _before(chars, start, end)


def _after_digits(chars: str, run: int, start: int, end: int) -> float:
    """Left context: the marker is glued to a number."""
    host = chars[run:start]
    if end - run < 3 and int(chars[run:end]) <= 31 and _MONTH_AFTER.match(chars, end):
        return 8.0  # "14 April" is a day
    if _YEAR.fullmatch(chars, run, end):
        return 8.5
    if _YEAR.fullmatch(host):
        return 0.3
    if _MONTH_BEFORE.search(chars, max(0, run - 20), run):
        return 0.2 if len(host) <= 2 and int(host) <= 31 < int(chars[run:end]) else 4.5
    if len(host) == 2 and _YEAR_RANGE.search(chars, max(0, run - 5), run):
        return 0.8
    if chars[max(0, run - 1) : run] in ("$", "£", "#"):
        return 5.0
    if _SERIAL.search(chars, max(0, run - 8), run):
        return 3.0
    return {1: 6.0, 2: 3.8, 3: 2.8}.get(len(host), 2.5)


def _after(chars: str, start: int, end: int) -> float:
    """Left context: what the whole number is glued to."""
    if start == 0:
        return 8.0 if end < len(chars) else MISSING
    left, before = chars[start - 1], chars[start - 2] if start > 1 else " "
    if left.isspace():
        return _after_space(chars, start, end)
    if left.isalpha():
        capitals = _CAPITALS.search(chars, max(0, start - 4), start)
        return (3.0 if len(capitals[0]) == 1 else 0.8) if capitals else 0.0
    if left == ",":
        return 0.7 if before.isdigit() else 0.0
    if left == ":" and _MINUTES.search(chars, max(0, start - 3), end):  # 9:30
        return 6.0
    if left == ".":
        return (1.2 if before.isdigit() else 0.0) + (6.0 if _AMOUNT.match(chars, end) else 0.0)
    if left in "”)]?!’';:\"…»%":
        return 6.0 if left in "'\"" and before.isspace() else 0.0
    return {"—": 3.0, "-": 6.0, "–": 6.0, "/": 6.0, "$": MISSING, "£": MISSING}.get(left, 7.0)


def _after_space(chars: str, start: int, end: int) -> float:
    """Left context: a crawler may have put a space before the marker; much else looks like that."""
    before = chars[max(0, start - 4) : start].rstrip()[-1:]
    follows = chars[end : end + 2]
    if before in ".,;:”)]?!":
        return 2.5 if not follows else 3.5 if follows[0].isspace() and not follows[1:].islower() else 5.5
    return 3.5 if not follows else 7.0


def _before(chars: str, start: int, end: int) -> float:
    """Right context."""
    right, then = chars[end : end + 1], chars[end + 1 : end + 2]
    if not right or right.isspace() or right in ")]—;:”":
        enumerated = right in (")", "]") and start > 0 and chars[start - 1] in "(["
        return MISSING if enumerated else 0.0
    if right.isalpha():
        return 4.0
    if right in ".," and then.isdigit():
        return 6.0
    return {".": 2.5, ",": 2.5, "-": 4.0, "–": 4.0, "%": 5.0, "/": 5.0, "’": 4.0, "'": 4.0}.get(right, 3.0)
