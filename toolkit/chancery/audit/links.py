"""Where the links of a page lead, so that notes may stand in any order in their list."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from chancery.audit.streams import Note
from chancery.audit.trail import BLANK, end_of

_NEAR = 60  # characters between what a link leads to and the text of a note: its number, a way back


@dataclass(slots=True)
class Links:
    """The links of a page, and the notes that were met at them."""

    targets: Mapping[int, int]  # offsets in the copy: of links, and of what they lead to
    _starts: list[int] = field(default_factory=list)  # of the links
    _goals: list[int] = field(default_factory=list)  # of the notes met, sorted
    _notes: dict[int, Note] = field(default_factory=dict)  # by their goals

    def __post_init__(self) -> None:
        self._starts = sorted(self.targets)

    def meet(self, note: Note, start: int, end: int, source: str) -> None:
        """A note's marker stands here: where a link in it leads, the note must be."""
        place = bisect_left(self._starts, start)
        if place < len(self._starts) and self._starts[place] <= end:
            goal = end_of(BLANK, source, self.targets[self._starts[place]])
            if goal not in self._notes:
                insort(self._goals, goal)
                self._notes[goal] = note

    def leads_to(self, at: int) -> bool:
        """Whether a note that was met must be here."""
        return at in self._notes

    def find_note(self, at: int, waiting: Collection[Note]) -> Note | None:
        """The note among those waiting that a link says is here."""
        place = bisect_left(self._goals, at)
        if place == len(self._goals) or self._goals[place] > at + _NEAR:
            return None
        note = self._notes[self._goals[place]]
        return note if any(other is note for other in waiting) else None
