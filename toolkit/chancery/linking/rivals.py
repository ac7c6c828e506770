"""Who is meant where several listed persons may be: the reasons of an editor, in falling weight.

Hand-set, because gold decides between namesakes a few hundred times, most of them in three volumes: too little to learn
from. Whether to believe the one who is chosen is another question, see `signs` and `chances`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.linking.evidence import Fit
from chancery.linking.mentions import Mention, Reading
from chancery.linking.people import Known
from chancery.linking.vocabulary import FEMALE, canonical, word_set
from chancery.linking.words import folded

OF_THE_US = ("president", "of", "the", "united", "states")
DECIDES = 1.0  # the lead that does
NEAR = 3  # blocks
FAR = 0.9
PLAIN_TITLES = word_set("mr messrs herr monsieur deputy assistant acting former late vice prime foreign")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and where it stands."""

    mention: Mention
    formal: bool  # in a heading, a signature or a list of participants: a name stands there, not prose
    text: str  # of the block
    block: int  # its place among the document's
    note: str = ""  # note or source, where it stands in one


@dataclass(slots=True)
class Named:
    """Whom the document names beyond doubt, gathered before anything is decided."""

    date: str
    places: dict[Known, list[int]]  # by the mentions' place in the order of the document
    blocks: tuple[int, ...]  # of each mention


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading that has most for it, and how far it is ahead of the next."""

    reading: Reading
    lead: float | None = None  # no other was possible

    @property
    def decided(self) -> bool:
        """Whether it is clear enough who is meant."""
        return self.lead is None or self.lead >= DECIDES

    @property
    def preferred(self) -> bool:
        """Whether it was chosen from several."""
        return self.lead is not None


def gather(placed: Sequence[Placed], date: str) -> Named:
    """The document's own evidence: who is named in full, with a title that tells, or in a formal place."""
    blocks = tuple(p.block for p in placed)
    found, bare = Named(date, {}, blocks), Named(date, {}, blocks)
    for i, p in enumerate(placed):
        mention = p.mention
        if len(mention.readings) == 1:
            reading = mention.readings[0]
            if reading.fit is Fit.FULL or mention.title or p.formal:
                found.places.setdefault(reading.known, []).append(i)
        elif mention.readings:
            best = choose(mention, mention.readings, i, bare)
            if best.decided:
                found.places.setdefault(best.reading.known, []).append(i)
    return found


def choose(mention: Mention, readings: Sequence[Reading], at: int, named: Named) -> Choice:
    """The heaviest of the readings, the register's first among equals."""
    if len(readings) == 1:
        return Choice(readings[0])
    ranked = sorted(((weigh(mention, r, at, named), r) for r in readings), key=lambda pair: -pair[0])
    return Choice(ranked[0][1], ranked[0][0] - ranked[1][0])


def weigh(mention: Mention, reading: Reading, at: int, named: Named) -> float:
    """How much speaks for one of several persons."""
    known = reading.known
    weight = 4.0 if reading.fit is Fit.FULL else 0.0
    weight += title_weight(mention.title, known)
    weight += min(3.0, len(mention.around & known.said) * 0.75)
    weight += named_weight(mention, reading, at, named)
    if known.names and folded(known.person.heading) == known.names[0].surname:
        weight += 1.0  # an entry of this one name
    if not known.names or mention.surname != known.names[0].surname[-1]:
        weight -= 1.0  # the name is a by-name, which may have an entry of its own
    if known.offices and named.date and not any(o.holds(named.date) for o in known.offices):
        weight -= 2.0
    return weight


def is_president(known: Known, date: str) -> bool:
    """Whether the person is President of the United States on an ISO date."""
    return any(o.words[:5] == OF_THE_US and o.holds(date) for o in known.offices)


def title_weight(title: str, known: Known) -> float:
    """What a title before the name says for a person."""
    if not title or title in PLAIN_TITLES or title in FEMALE:
        return 0.0
    office = canonical(title)
    said = {canonical(w) for w in known.said}
    if office not in said:
        return -2.0
    if office == "president" and any(o.words[:5] == OF_THE_US for o in known.offices):
        return 4.0  # where no country is said, the President is that of the United States
    return 3.0 if any(canonical(w) == office for o in known.offices for w in o.words[:1]) else 1.5


def named_weight(mention: Mention, reading: Reading, at: int, named: Named) -> float:
    """What it says that the document names the person elsewhere: much, where it was the last of the rivals so named.

    Far from there it decides nothing alone. The series' own editors hardly ever link a bare name that two listed
    persons share (in 17 of 19 volumes 8 times of 159); a reader is not in doubt a paragraph later, but two pages later.
    """
    places = named.places.get(reading.known)
    if not places:
        return 0.0
    own = last_before(places, at)
    rivals = (named.places.get(r.known, []) for r in mention.readings if r.known is not reading.known)
    if own <= max((last_before(other, at) for other in rivals), default=-1):
        return FAR
    near = named.blocks[at] - named.blocks[own] <= NEAR
    # The bare family name is what an East Asian goes by, and namesakes are told apart by their given names.
    return 2.5 if near or any(n.family_first for n in reading.known.names) else FAR


def last_before(places: list[int], at: int) -> int:
    """The last of ascending places before `at`; -1 for none."""
    i = bisect_left(places, at)
    return places[i - 1] if i else -1
