"""Names as texts have them, taken apart: "Walter J. Stoessel, Jr." is Stoessel, Walter J., Jr."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.linking.forenames import same_forename
from chancery.linking.headings import VIETNAMESE
from chancery.linking.vocabulary import PARTICLES
from chancery.linking.words import fold

SUFFIX = re.compile(r",?\s+(?P<suffix>Jr|Sr|JR|SR|II|III|IV)\.?$")
PIECE = re.compile(r"[^\s.]+\.?")
EAST_ASIAN = re.compile(r"[^\W\d_]+\s[^\W\d_]+-[a-z]+")
LEAST = 3  # letters of a surname


@dataclass(frozen=True, slots=True)
class Said:
    """A name as it stands, in parts; the case of names in capitals is that of names."""

    surname: str
    forenames: tuple[str, ...] = ()  # initials with their full stop
    suffix: str = ""
    family_first: bool = False

    @property
    def key(self) -> str:
        """What persons of one surname share."""
        return " ".join(fold(word) for word in re.split(r"[\s-]+", self.surname))

    @property
    def given(self) -> tuple[str, ...]:
        """The folded forenames, initials as single letters."""
        return tuple(fold(word.rstrip(".")) for word in self.forenames)

    @property
    def heading(self) -> str:
        """The name as a register has it."""
        if self.family_first:
            return " ".join((self.surname, *self.forenames))
        parts = (self.surname, " ".join(self.forenames), self.suffix)
        return ", ".join(part for part in parts if part)


def read_name(text: str) -> Said | None:
    """The name in parts; None where there are initials alone."""
    text = " ".join(text.split()).strip(" ,")
    suffix = SUFFIX.search(text)
    bare = text[: suffix.start()] if suffix else text
    said = suffix["suffix"].capitalize() + "." if suffix and suffix["suffix"][0] in "JS" else ""
    said = said or (suffix["suffix"] if suffix else "")
    if EAST_ASIAN.fullmatch(bare):
        surname, given = bare.split()
        return Said(surname, (given,), family_first=True)
    words = [as_name(word) for word in PIECE.findall(bare)]
    if not words or len(words[-1].rstrip(".")) < LEAST:
        return None
    if len(words) > 2 and fold(words[0]) in VIETNAMESE:
        return Said(words[0], tuple(words[1:]), family_first=True)
    at = len(words) - 1
    while at and fold(words[at - 1]) in PARTICLES and len(words[at - 1]) > 1:
        at -= 1
    return Said(" ".join(words[at:]), tuple(words[:at]), said)


def as_name(word: str) -> str:
    """A word of a name in capitals as it is written elsewhere; others as they are."""
    return "-".join(part.capitalize() for part in word.split("-")) if len(word) > 2 and word.isupper() else word


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of forenames may be one person's: each the same as far as both go, or short for it."""
    if not one or not other:
        return False
    return all(same_forename(a, b) or same_forename(b, a) for a, b in zip(one, other, strict=False))
