"""What the machine's certainty means: how often its tags agree with gold, by what they say of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chancery.evaluation.comparing import Compared

LEVELS = ("high", "medium", "low", "unanchored", "")


@dataclass(frozen=True, slots=True)
class Agreement:
    """The tags of one certainty."""

    tag: str  # persName, note
    cert: str  # empty where the tag says none; unanchored for a note without a place
    tags: int
    share: float  # of all tags of the sort
    agree: int  # of these, as gold has it

    @property
    def right(self) -> float:
        """The share that agrees with gold."""
        return self.agree / self.tags if self.tags else 1.0


def calibrate(documents: Iterable[Compared]) -> list[Agreement]:
    """The agreement of links to persons and of the places of notes, by certainty."""
    tags, agree = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for document in documents:
        judged = [("persName", one.cert, hit) for one, hit in document.persons]
        judged += [("note", place.cert, hit) for place, hit in document.notes]
        for tag, cert, hit in judged:
            tags[tag, cert] += 1
            agree[tag, cert] += hit
    sums = {tag: sum(n for (t, _), n in tags.items() if t == tag) for tag in ("persName", "note")}
    return [
        Agreement(tag, cert, tags[tag, cert], tags[tag, cert] / total, agree[tag, cert])
        for tag, total in sums.items()
        for cert in LEVELS
        if tags[tag, cert]
    ]
