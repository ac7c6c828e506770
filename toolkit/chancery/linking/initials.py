"""Persons named by their initials alone: speakers of a transcript ("K: …") and signatures ("McG. B.", "JFD")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from chancery.linking.people import Known
from chancery.linking.rivals import is_president

SPEAKER = re.compile(r"([A-Z]{1,2}):\s")
SIGNATURE = re.compile(r"\s*((?:(?:[A-Z]|Mc[A-Z])\.?\s?){2,4})\s*\Z")
PART = re.compile(r"Mc[A-Z]|[A-Z]")


def read_speakers(texts: Iterable[str], named: Iterable[Known]) -> Mapping[str, Known]:
    """The letters that open paragraphs, with the one person of the heading whose surname they begin.

    Two speakers at least have to be found so, else it is no transcript. P is the President, by his office.
    """
    persons = list(dict.fromkeys(named))
    letters = {m.group(1) for text in texts if (m := SPEAKER.match(text))}
    found: dict[str, Known] = {}
    for letter in letters:
        meant = [k for k in persons if any(letter.lower() in initials_of(n.forenames, n.surname) for n in k.names)]
        if len(meant) == 1:
            found[letter] = meant[0]
    office = "P" in letters - found.keys() and any(is_president(k, "") for k in persons)
    return found if len(set(found.values())) + office > 1 else {}


def initials_of(forenames: tuple[str, ...], surname: tuple[str, ...]) -> tuple[str, str]:
    """The letters by which a speaker goes: of the surname, of first forename and surname."""
    return surname[0][0], "".join(w[0] for w in (*forenames[:1], surname[0]))


def speaker_end(text: str) -> int:
    """Where the letters of a speaker end; 0 where the text begins otherwise."""
    found = SPEAKER.match(text)
    return found.end(1) if found else 0


def read_signature(text: str, persons: Iterable[Known]) -> tuple[int, int, Known] | None:
    """Where the initials of a signature stand and whose they are, if they are exactly one person's."""
    found = SIGNATURE.match(text)
    if not found:
        return None
    parts = [p.lower() for p in PART.findall(found.group(1))]
    meant = [k for k in persons if any(signs(parts, (*n.forenames, n.surname[0])) for n in k.names)]
    if len(parts) < 2 or len(meant) != 1:
        return None
    start, end = found.span(1)
    return start, start + len(text[start:end].rstrip()), meant[0]


def signs(parts: list[str], name: tuple[str, ...]) -> bool:
    """Whether initials are those of a whole name: each begins its word, none is left over."""
    return len(parts) == len(name) and all(word.startswith(part) for part, word in zip(parts, name, strict=True))
