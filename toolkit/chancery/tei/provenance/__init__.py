"""What a source note says of its paper: where it lies, how secret it was, who drafted and approved it, where it went.

Its grammar is `Source: <where>. <Classification>[; handling…]. [Drafted by …; and approved by ….] [Repeated to ….]`;
before a heading stands the file's number alone, `611.94/2–1752: Telegram`. What is not said so is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chancery.tei.provenance.hands import Hand, find_hands
from chancery.tei.provenance.markings import Marking, find_marking
from chancery.tei.provenance.places import Place, read_place
from chancery.tei.provenance.sentences import find_transmissions, first_sentence

__all__ = ["Hand", "Place", "Provenance", "read_provenance"]

LONGEST = 5000  # characters of a note; what it says of its paper stands at its beginning
_SOURCE = re.compile(r"\[?(?:Source[:;.]\s*)+")
_PREAMBLES = 300  # characters that a file number and its like have at most
_PREAMBLE = re.compile(r"(?P<where>[^:]*(?::[^:]*\d[^:]*)?)(?::\s*[A-Z][a-z ]+)?\.?")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The parts of a source note; empty where it doesn't say."""

    place: Place = field(default_factory=Place)
    classification: str = ""
    handling: tuple[str, ...] = ()
    hands: tuple[Hand, ...] = ()
    transmissions: tuple[str, ...] = ()  # sentences: "Repeated to London."


def read_provenance(note: str, inline: bool = False) -> Provenance:
    """The parts of a source note's text; `inline` before the heading, where "Source:" isn't said."""
    chars = re.sub(r"\s", " ", note[:LONGEST])  # one for one: hands have their offsets in the note
    opening = _SOURCE.match(chars)
    if not opening:
        file = _PREAMBLE.fullmatch(chars.strip("[] ")) if inline and len(chars) < _PREAMBLES else None
        return Provenance(read_place(file["where"])) if file else Provenance()
    marking = find_marking(chars, opening.end())
    where = chars[opening.end() : marking.start] if marking else first_sentence(chars, opening.end())
    after = marking.end if marking else opening.end() + len(where)
    marking = marking or Marking()
    return Provenance(
        read_place(" ".join(where.split())),
        marking.classification,
        marking.handling,
        tuple(find_hands(chars, after)),
        tuple(find_transmissions(chars, after)),
    )
