"""Names as documents have them, and the register that is proposed from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a name stands: what surrounds it there may say who that is."""

    HEAD = "head"
    PARTY = "party"  # an item of a list of participants, senders or recipients
    SIGNED = "signed"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a block and where the names in it stand."""

    text: str
    place: Place
    names: tuple[tuple[int, int, str], ...]  # half-open offsets, and the id it is linked to, if any


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its names."""

    name: str  # of the file, without its ending
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What documents say that a person is, in their words."""

    words: str
    papers: tuple[str, ...]  # the documents that say so


@dataclass(frozen=True, slots=True)
class Proposed:
    """A person who may be listed."""

    id: str
    heading: str
    forms: tuple[str, ...]  # full names as documents have them
    roles: tuple[Role, ...]  # the most frequent first
    mentions: int
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A merge that was not made: a name that may be one of several persons, in so many places."""

    name: str
    persons: tuple[str, ...]  # their headings
    mentions: int
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The persons in the order of their headings, and what an editor has to decide."""

    persons: tuple[Proposed, ...]
    unsure: tuple[Unsure, ...]
