"""Two encodings of one document, compared feature by feature."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chancery.evaluation.alignment import Alignment, shared_runs
from chancery.evaluation.facts import Facts, Place, Stretch
from chancery.evaluation.tallies import Tally, tally

FEATURES = (
    "words", "notes", "note text", "pages", "blocks", "kinds", "dates", "sender", "recipient", "persons", "names",
    "refs", "signed",
)  # fmt: skip
NOTHING = Facts()  # of a document that was not encoded


@dataclass(frozen=True, slots=True)
class Compared:
    """How far a document agrees with gold."""

    tallies: Mapping[str, Tally]  # by feature
    exact: bool  # whether all texts are the same
    similarity: float  # of the texts, 0 to 1
    persons: tuple[tuple[Stretch, bool], ...]  # each link that counts, and whether gold has it
    notes: tuple[tuple[Place, bool], ...]  # each note, and whether it stands where gold has it


def compare(gold: Facts, predicted: Facts, surnames: Mapping[str, str]) -> Compared:
    """How far `predicted` agrees with `gold`; `surnames` of the listed, by id, tell what gold merely left unmarked."""
    carried = _Carried(gold, predicted)
    persons, names = carried.stretches(predicted.persons), [_spot(g) for g in gold.persons]
    linked = [p for p in persons if not _is_gap(p, gold.persons, surnames)]
    hits = _overlaps(gold.persons, linked)
    refs = carried.stretches(predicted.refs)
    notes = carried.notes()
    gold_notes = [(n, place.at) for n, place in enumerate(gold.notes)]
    blocks = [(b.label, b.start, b.end) for b in gold.blocks]
    found = carried.blocks()
    tallies = {
        "words": tally(gold.words, predicted.words),
        "notes": tally(gold_notes, notes),
        "note text": tally(zip(gold_notes, gold.texts[1:], strict=True), zip(notes, predicted.texts[1:], strict=True)),
        "pages": tally([(p.label, p.stream, p.at) for p in gold.pages], carried.pages()),
        "blocks": tally([b[1:] for b in blocks], [b[1:] for b in found]),
        "kinds": tally(blocks, found),
        "dates": _dates(gold, predicted),
        **_parties(gold, predicted),
        "persons": Tally(sum(hits), len(gold.persons), len(linked)),
        "names": tally(names, [_spot(p) for p in linked]),
        "refs": Tally(sum(_overlaps(gold.refs, refs)), len(gold.refs), len(refs)),
        "signed": tally([s.rstrip(",") for s in gold.signed], [s.rstrip(",") for s in predicted.signed]),
    }
    placed = set(gold_notes)
    return Compared(
        tallies,
        gold.texts[0] == predicted.texts[0] and sorted(gold.texts[1:]) == sorted(predicted.texts[1:]),
        _similarity("".join(predicted.texts), "".join(gold.texts)),
        tuple(zip(linked, hits, strict=True)),
        tuple(zip(predicted.notes, (note in placed for note in notes), strict=True)),
    )


class _Carried:
    """What was predicted, with offsets as gold's texts have them."""

    def __init__(self, gold: Facts, predicted: Facts) -> None:
        self._predicted = predicted
        pairs = pair_notes(gold.texts[1:], predicted.texts[1:])
        self._streams = {0: 0} | {n + 1: g + 1 for n, g in pairs.items()}
        self._aligned = {p: Alignment(predicted.texts[p], gold.texts[g]) for p, g in self._streams.items()}

    def stretches(self, found: Sequence[Stretch]) -> list[Stretch]:
        """Tagged text; what lies in text that gold lacks has no place, and is nothing of gold's."""
        return [self._carry(one) for one in found]

    def _carry(self, one: Stretch) -> Stretch:
        aligned = self._aligned.get(one.stream)
        start, end = (aligned.before(one.start), aligned.after(one.end)) if aligned else (None, None)
        if start is None or end is None:
            return replace(one, stream=-1)
        return replace(one, stream=self._streams[one.stream], start=start, end=end)

    def notes(self) -> list[tuple[int, int | None]]:
        """For each note which of gold's it is, and where it stands."""
        places = enumerate(self._predicted.notes)
        return [(self._streams.get(n + 1, -n) - 1, self._aligned[0].after(place.at)) for n, place in places]

    def pages(self) -> list[tuple[str, int, int | None]]:
        """Page breaks and where they stand."""
        return [
            (p.label, self._streams.get(p.stream, -1), aligned.after(p.at) if aligned else None)
            for p in self._predicted.pages
            for aligned in [self._aligned.get(p.stream)]
        ]

    def blocks(self) -> list[tuple[str, int | None, int | None]]:
        """Blocks, where they begin and end."""
        body = self._aligned[0]
        return [(b.label, body.before(b.start), body.after(b.end)) for b in self._predicted.blocks]


def pair_notes(gold: Sequence[str], predicted: Sequence[str]) -> dict[int, int]:
    """Which gold note each predicted one is: the nearest of the same text, then what is left in order."""
    free: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(gold):
        free[text].append(n)
    pairs: dict[int, int] = {}
    for n, text in enumerate(predicted):
        if places := free.get(text):
            at = bisect_left(places, n)
            near = min((p for p in (at - 1, at) if 0 <= p < len(places)), key=lambda p: abs(places[p] - n))
            pairs[n] = places.pop(near)
    left = sorted(set(range(len(gold))) - set(pairs.values()))
    return pairs | dict(zip((n for n in range(len(predicted)) if n not in pairs), left, strict=False))


def _spot(one: Stretch) -> tuple[str, int, int, int]:
    return one.label, one.stream, one.start, one.end


def _overlaps(gold: Sequence[Stretch], found: Sequence[Stretch]) -> list[bool]:
    """For each stretch whether it overlaps one of the same label in gold that no other has taken."""
    left: dict[tuple[str, int], list[Stretch]] = defaultdict(list)
    for one in gold:
        left[one.label, one.stream].append(one)
    hits = []
    for one in found:
        rivals = left[one.label, one.stream]
        match = next((g for g in rivals if one.start < g.end and g.start < one.end), None)
        hits.append(match is not None)
        if match:
            rivals.remove(match)
    return hits


def _is_gap(one: Stretch, gold: Sequence[Stretch], surnames: Mapping[str, str]) -> bool:
    """Whether gold left a mention unmarked: it has that surname, and gold marks the person elsewhere, nobody here."""
    surname = surnames.get(one.label)
    if not surname or one.stream < 0 or surname not in one.said.lower() or all(g.label != one.label for g in gold):
        return False
    return not any(one.stream == g.stream and one.start < g.end and g.start < one.end for g in gold)


def _dates(gold: Facts, predicted: Facts) -> Tally:
    """The day of the dateline; one that gold has no dateline for is wrong, one in a dateline without a day is not."""
    counts = predicted.date and (gold.date or not gold.dated)
    return tally([gold.date] if gold.date else [], [predicted.date] if counts else [])


def _parties(gold: Facts, predicted: Facts) -> dict[str, Tally]:
    """Sender and recipient, where gold marks either; one is right if the other is its beginning."""
    if not gold.senders and not gold.recipients:
        return {"sender": Tally(), "recipient": Tally()}
    return {
        "sender": tally(gold.senders, _as_gold(gold.senders, predicted.senders)),
        "recipient": tally(gold.recipients, _as_gold(gold.recipients, predicted.recipients)),
    }


def _as_gold(gold: Sequence[str], predicted: Sequence[str]) -> list[str]:
    return [next((g for g in gold if g.startswith(p) or p.startswith(g)), p) for p in predicted]


def _similarity(one: str, other: str) -> float:
    if one == other:
        return 1.0
    shared = sum(size for _, _, size in shared_runs(one, other))
    return 2 * shared / (len(one) + len(other))
