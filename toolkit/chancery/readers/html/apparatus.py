"""What notes of a page are found as: bodies, markers, and the names by which pages call them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from chancery.readers.html.characters import say
from chancery.readers.html.tree import Element, Page, Words
from chancery.readers.lines import Line

LABEL = re.compile(
    r"[\[(]?(?:(?:foot|end)?notes?|n\.?|fn\.?)?\s?(?P<n>\d{1,4}[a-z]?|[*†‡§¶#]{1,4}|[a-z]{1,2})[\])]?[.,:]?", re.I
)
OPENING = re.compile(r"\s*(?P<label>[\[(]?(?P<n>\d{1,4}|[*†‡§¶]{1,4})[.\])]*|[\[(](?P<letter>[A-Za-z])[\])])(?=\s)")
_NOTE_WORD = (
    r"(?:foot|end)?notes?(?:\d+|text|body)?|fn\d*|ftn\d*|edn\d*|cite[_-]?note|reflist|references?|noteref|fnref"
    r"|annotations?"
)
_NOTE_NAME = re.compile(rf"(?:^|[\s_:-])(?:doc-)?(?:{_NOTE_WORD})(?=$|[\s\d_:.-])", re.I)
_LIST_NAME = re.compile(
    r"(?:^|[\s_-])(?:doc-)?(?:foot-?notes|end-?notes|notes|reflist|references|notes-?list)(?=$|[\s_-])", re.I
)


@dataclass(slots=True, eq=False)
class Body:
    """A note: where it begins, and the element that it fills."""

    start: Element  # what markers link to
    block: Element  # the block that it stands in
    n: str = ""  # as its marker says, else as the note itself says
    confidence: float = 0.0  # of its marker
    marker: str = ""  # how the text spells its marker, where the list tells: "[3]"


@dataclass(slots=True)
class Apparatus:
    """The notes of a page in their order, their markers, and what else belongs to them."""

    bodies: list[Body] = field(default_factory=list)
    markers: dict[Element, Body] = field(default_factory=dict)
    lists: set[Element] = field(default_factory=set)  # hold notes and nothing else
    back_links: set[Element] = field(default_factory=set)
    inline: set[Element] = field(default_factory=set)  # notes that stand in the text, at their place
    lost: list[Element] = field(default_factory=list)  # markers whose note isn't there

    def drop(self, bodies: Iterable[Body]) -> None:
        """Forget some notes; their markers are text."""
        gone = set(bodies)
        self.bodies = [body for body in self.bodies if body not in gone]
        self.markers = {marker: body for marker, body in self.markers.items() if body not in gone}

    @property
    def holders(self) -> frozenset[Element]:
        """The elements in which notes stand."""
        return frozenset(body.block for body in self.bodies)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Places in a page that don't lie in each other, to look up."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> Stretches:
        """The places of elements."""
        ordered = sorted(elements, key=lambda e: e.start)
        return cls([e.start for e in ordered], [e.end for e in ordered])

    def cover(self, element: Element | Words | Line) -> bool:
        """Whether an element, or words, lie in one of them."""
        place = bisect_right(self.starts, element.start) - 1
        return place >= 0 and element.end <= self.ends[place]

    def count(self, element: Element) -> int:
        """How many of them begin in an element."""
        return bisect_left(self.starts, element.end) - bisect_left(self.starts, element.start)


def said(page: Page, element: Element, most: int = 400) -> str:
    """The words of an element, white space collapsed; only the first where there are many."""
    parts, size = [], 0
    for node in element.walk():
        if size >= most:
            break
        if isinstance(node, Words):
            parts.append(say(page.text, node.start, min(node.end, node.start + 4 * most)))
            size += len(parts[-1])
    return " ".join("".join(parts).split())


def names_note(element: Element) -> bool:
    """Whether an element's class, id or role says that it belongs to a note."""
    return bool(_NOTE_NAME.search(_names(element)))


def is_note_name(name: str) -> bool:
    """Whether a name is one that notes have."""
    return bool(_NOTE_NAME.search(name[:200]))


def names_list(element: Element) -> bool:
    """Whether they say that it is a list of notes."""
    return bool(_LIST_NAME.search(_names(element)))


def _names(element: Element) -> str:
    names = ("class", "id", "role", "rel", "name", "epub:type")
    return " ".join(element.attributes.get(name, "")[:200] for name in names)
