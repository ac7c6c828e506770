"""What an editor should look at in encoded documents, and the counts that go with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum


class Matter(Enum):
    """What a doubt is about, in the order in which to look: what is surely wrong or costs most comes first."""

    ERROR = "Errors"
    LOST_NOTE = "Notes without a place in the text"
    PLACE_LOW = "Notes whose place is hardly better than a guess"
    PERSON_LOW = "Names that could mean several persons"
    UNDATED = "Documents without a date"
    WARNING = "Warnings"
    PLACE = "Notes whose place is likely, not certain"
    PERSON = "Names linked with less than certainty"
    UNLISTED = "What may be a name, of nobody in the register"
    REMARK = "Remarks"


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a place, and what stands there."""

    before: str = ""
    at: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    matter: Matter
    file: str  # as the user would name it
    line: int | None  # counted from 1
    why: str
    words: Words = Words()
    alternatives: tuple[str, ...] = ()  # other places or persons, in words
    times: int = 1  # how often the document has it
    hint: str = ""  # what can be done


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of what in some documents."""

    documents: int = 0
    notes: int = 0  # in their places
    doubtful_notes: int = 0  # of these
    lost_notes: int = 0
    persons: Mapping[str, int] = field(default_factory=dict)  # links by certainty; "by hand" where they say none
    offices: int = 0
    unlisted: int = 0  # names without a link
    refs: int = 0
    pages: int = 0
    undated: int = 0

    def __add__(self, other: Counts) -> Counts:
        names = [f.name for f in fields(self) if f.name != "persons"]
        sums = {name: getattr(self, name) + getattr(other, name) for name in names}
        return Counts(persons=Counter(self.persons) + Counter(other.persons), **sums)


@dataclass(frozen=True, slots=True)
class Review:
    """Counts and doubts of some documents, the doubts in the order in which to look at them."""

    title: str
    counts: Counts
    doubts: tuple[Doubt, ...]
    unlisted: tuple[tuple[str, int], ...]  # names without a link, how often, the most frequent first
