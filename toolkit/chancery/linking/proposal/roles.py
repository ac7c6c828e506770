"""What the text beside a name says of the person: a title, an office, the rest of an item or of a signature."""

from __future__ import annotations

import re

from chancery.linking.vocabulary import ABBREVIATED, BEFORE_GENERAL, FEMALE, TITLES, word_set
from chancery.linking.words import fold
from chancery.model.proposal import Line, Place

LONGEST = 120  # characters of a role
TITLE = re.compile(r"(?P<title>(?:[A-Z][A-Za-z-]+\.? ){0,4}[A-Z][A-Za-z-]+\.?) \Z")
BRACKETED = re.compile(r"(?P<role>[A-Z][^()\[\]:;.]*) \(\Z")
LINK = re.compile(
    r"\b(?:[Ff]rom|[Bb]etween|[Bb]y|[Tt]o(?! the Secretary)|(?<!Assistant )(?<!Adviser )(?<!Counselor )to) (?:[Tt]he )?"
)
BESIDE = re.compile(r"\s*[,–—\n-]\s*(?P<role>[A-Z][^;\n]*)")
WITHOUT_OFFICE = word_set("mr mrs ms miss messrs dr herr monsieur mme madame sir lord lady the late former general's")
RULERS = word_set("president king queen emperor empress shah sultan emir pope")


def title_of(line: Line, start: int) -> str:
    """The title right before a name: "Under Secretary", "Ambassador"; empty for none, and for Mr. and the like."""
    found = TITLE.search(line.text, max(0, start - 60), start)
    words = found["title"].split() if found else []
    kept: list[str] = []
    for word in reversed(words):
        key = fold(word.rstrip("."))
        if key in WITHOUT_OFFICE or (word.endswith(".") and key not in ABBREVIATED):
            break
        if key not in TITLES | BEFORE_GENERAL | word_set("under first defense finance"):
            break
        kept.insert(0, word)
    return " ".join(kept)


def is_lady(line: Line, start: int) -> bool:
    """Whether a name stands after Mrs., Miss or the like."""
    before = line.text[max(0, start - 12) : start].split()
    return bool(before) and fold(before[-1].rstrip(".")) in FEMALE


def is_ruler(title: str) -> bool:
    """Whether a title is one that a surname without forename goes with, and that hardly anybody else bears."""
    words = [fold(word) for word in title.split()]
    return bool(words) and words[-1] in RULERS and "vice" not in words


def role_of(line: Line, start: int, end: int) -> str:
    """What the line says of the person beside the name, in its words; empty for nothing."""
    if line.place in (Place.PARTY, Place.SIGNED):
        found = BESIDE.match(line.text, end)
        return tidy(found["role"]) if found else title_of(line, start)
    if line.text[end : end + 1] == ")" and (found := BRACKETED.search(line.text, max(0, start - 160), start)):
        return tidy(LINK.split(found["role"])[-1])
    return title_of(line, start)


def tidy(words: str) -> str:
    """A role without what ends it; empty where it is too long to be one."""
    role = " ".join(words.split()).strip(" ,.;–—-")
    return role if 1 < len(role) <= LONGEST and not role.isdigit() else ""
