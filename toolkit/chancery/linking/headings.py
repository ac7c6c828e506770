"""A register's headings taken apart: which words are surname, which forenames.

"Clay, Cassius (Muhammad Ali)" gives two names; "Chou En-lai" has its surname first, "Nguyen Van Thieu" is called by its
last word; ranks and titles in a heading ("Haig, Brigadier General Alexander M., Jr.") are no forenames.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.linking.vocabulary import NUMERALS, PARTICLES, SUFFIXES, TITLES, word_set
from chancery.linking.words import folded

BRACKETS = re.compile(r"\(([^()]*)\)")
QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")

# Vietnamese family names: the person is called by the last word.
VIETNAMESE = word_set("ngo nguyen vo tran pham duong phan hoang huynh bui dang truong ton vu ly le do dinh cao lam")

RANKS = TITLES | word_set("""
of the soviet union usa usn usaf usmc retired ret later field air group wing army earl baroness
""")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a person in folded words."""

    surname: tuple[str, ...]
    forenames: tuple[str, ...] = ()  # initials are single letters
    nicknames: tuple[str, ...] = ()
    family_first: bool = False  # surname before forename, as in Chinese
    called: tuple[tuple[str, ...], ...] = ()  # what may stand alone for the surname


def read_heading(heading: str) -> tuple[Name, ...]:
    """The names in a heading, the main one first; none where it holds no word."""
    asides = [*BRACKETS.findall(heading), *QUOTED.findall(heading)]
    bare = QUOTED.sub(" ", BRACKETS.sub(" ", heading))
    surname, _, rest = bare.partition(",")
    named = any(w not in RANKS and w not in SUFFIXES for w in folded(rest))  # "Chiang Kai-shek, Generalissimo"
    main = comma_name(surname, rest) if named else plain_name(surname)
    if main is None:
        return ()
    nicknames = tuple(w for aside in asides for w in nickname_of(aside))
    other = tuple(name for aside in asides if (name := alias_of(aside, main, heading)) is not None)
    return (Name(main.surname, main.forenames, nicknames, main.family_first, main.called), *other)


def comma_name(surname: str, rest: str) -> Name | None:
    """The name of "Surname, Forename M., Jr."."""
    family = without_numerals(folded(surname))
    if not family:
        return None
    said = (w for w in folded(rest) if w not in RANKS and w not in SUFFIXES)
    forenames = tuple(w for w in said if len(w) == 1 or w not in PARTICLES)  # "E.L.M. Burns": an initial is no particle
    return Name(family, forenames, called=parts_of(family, "-" in surname))


def plain_name(text: str) -> Name | None:
    """The name of a heading without a comma: a ruler's, an East Asian one, or one whose comma was forgotten."""
    said = [w for w in folded(text) if w not in SUFFIXES]
    if len(said) > 1 and re.search(r"\s[A-Z]\.\s*$", text):  # "Kennan George F."
        return comma_name(said[0], " ".join(said[1:]))
    said = [w for w in without_numerals(tuple(said)) if w not in RANKS]
    if not said:
        return None
    if len(said) > 2 and said[0] in VIETNAMESE:
        return Name((said[-1],), tuple(said[:-1]))
    last = ((said[-1],),) if len(said) == 2 and len(said[-1]) > 5 and "-" not in text else ()
    return Name((said[0],), tuple(said[1:]), family_first=len(said) > 1, called=last)


def without_numerals(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the number of a king."""
    return tuple(w for i, w in enumerate(said) if i == 0 or w not in NUMERALS)


def parts_of(family: tuple[str, ...], hyphenated: bool) -> tuple[tuple[str, ...], ...]:
    """What a surname of several words may shrink to: "Castillo Armas" to Castillo, "Van Deman" to nothing else."""
    if len(family) < 2 or hyphenated:
        return ()
    if family[0] in PARTICLES:
        return (family[1:],) if len(family) == 2 and family[0] in ("al", "el", "de", "von") else ()
    return ((family[0],),) if len(family[0]) > 3 else ()


def nickname_of(aside: str) -> tuple[str, ...]:
    """The nickname of what stands in brackets or quotation marks, where that is one word."""
    said = [w for w in folded(aside) if w not in RANKS]
    return (said[0],) if len(said) == 1 and aside.strip()[:1].isupper() else ()


def alias_of(aside: str, main: Name, heading: str) -> Name | None:
    """The other name in brackets: "Muhammad Ali", "Lynade, Pinckney E.", another spelling of the surname."""
    text = aside.strip()
    said = [w for w in folded(text) if w not in RANKS]
    if re.search(r"\d", text) or not text[:1].isupper() or f"“{aside}" in heading:
        return None
    if "," in text:
        surname, _, rest = text.partition(",")
        return comma_name(surname, rest)
    if len(said) == 1:
        at_surname = heading[: heading.find("(")].count(",") == 0
        return Name((said[0],), main.forenames) if at_surname and "," in heading else None
    if len(said) < 2:
        return None
    if main.family_first or "-" in text or said[0] == main.surname[0]:
        return Name((said[0],), tuple(said[1:]), family_first=True)
    return Name((said[-1],), tuple(said[:-1]))
