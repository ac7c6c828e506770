"""Who is meant: each mention decided from the evidence of the whole document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chancery.linking.evidence import Fit
from chancery.linking.mentions import Mention, Reading
from chancery.linking.people import Known
from chancery.linking.vocabulary import FEMALE, canonical, word_set
from chancery.linking.words import folded


class Cert(StrEnum):
    """How sure a link is; the values of @cert."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a mention; nobody where several persons remain."""

    mention: Mention
    reading: Reading | None
    cert: Cert
    suspect: bool = False
    rivals: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and where it stands."""

    mention: Mention
    formal: bool  # in a heading, a signature or a list of participants: a name stands there, not prose


@dataclass(slots=True)
class Facts:
    """What the document says of its persons, gathered before anything is decided."""

    date: str
    named: dict[Known, list[int]]  # the mentions that leave no doubt, by their place in the order of the document
    prose: str  # the document's whole text
    ordinary: dict[str, bool]  # words looked up there


OF_THE_US = ("president", "of", "the", "united", "states")
PLAIN_TITLES = word_set("mr messrs herr monsieur deputy assistant acting former late vice prime foreign")


def decide(placed: Sequence[Placed], date: str, prose: str) -> list[Decision | None]:
    """A decision for each mention in order; None where it names somebody else or nobody."""
    facts = gather(placed, date, prose)
    return [decide_one(p, i, facts) for i, p in enumerate(placed)]


def gather(placed: Sequence[Placed], date: str, prose: str) -> Facts:
    """The document's own evidence: who is named in full, with a title that tells, or in a formal place."""
    facts, bare = Facts(date, {}, prose, {}), Facts(date, {}, prose, {})
    for i, p in enumerate(placed):
        mention = p.mention
        if len(mention.readings) == 1:
            reading = mention.readings[0]
            if reading.fit is Fit.FULL or mention.title or p.formal:
                facts.named.setdefault(reading.known, []).append(i)
        elif mention.readings:
            ranked = rank_readings(mention, mention.readings, i, bare)
            if ranked[0][0] - ranked[1][0] >= 1:
                facts.named.setdefault(ranked[0][1].known, []).append(i)
    return facts


def rank_readings(mention: Mention, readings: Sequence[Reading], at: int, facts: Facts) -> list[tuple[float, Reading]]:
    """The readings with their weights, the heaviest first, those of equal weight in the register's order."""
    return sorted(((weigh(mention, r, at, facts), r) for r in readings), key=lambda pair: -pair[0])


def decide_one(placed: Placed, at: int, facts: Facts) -> Decision | None:
    """The decision for one mention."""
    mention = placed.mention
    readings = [r for r in mention.readings if is_name(placed, r, facts)]
    if not readings:
        return None
    if len(readings) == 1:
        reading = readings[0]
        return Decision(mention, reading, certainty(placed, reading, facts), reading.fit is Fit.SUSPECT)
    (first, best), (second, _), *_ = rank_readings(mention, readings, at, facts)
    if first - second >= 1:
        cert = Cert.HIGH if first - second >= 4 else Cert.MEDIUM
        return Decision(mention, best, cert, best.fit is Fit.SUSPECT)
    return Decision(mention, None, Cert.LOW, rivals=tuple(r.known for r in readings))


def is_name(placed: Placed, reading: Reading, facts: Facts) -> bool:
    """Whether the form is a name here: an ordinary word needs a title, a forename, or the person named elsewhere."""
    mention = placed.mention
    if reading.fit is Fit.FULL or mention.title or placed.formal:
        return True
    if mention.place:
        return False
    return not mention.ordinary or reading.known in facts.named


def is_ordinary(mention: Mention, reading: Reading, facts: Facts) -> bool:
    """Whether the form is an ordinary word, in the language or in this document."""
    if mention.ordinary or mention.place:
        return True
    return mention.opens and bool(reading.known.names) and is_word(reading.known.names[0].surname[-1], facts)


def is_word(word: str, facts: Facts) -> bool:
    """Whether the document has a word in small letters."""
    if word not in facts.ordinary:
        facts.ordinary[word] = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", facts.prose) is not None
    return facts.ordinary[word]


def certainty(placed: Placed, reading: Reading, facts: Facts) -> Cert:
    """How sure the only reading is."""
    if reading.fit is Fit.FULL:
        return Cert.HIGH
    if reading.fit is Fit.SUSPECT:
        return Cert.MEDIUM
    vouched = placed.formal or placed.mention.title
    return Cert.HIGH if vouched or not is_ordinary(placed.mention, reading, facts) else Cert.MEDIUM


def weigh(mention: Mention, reading: Reading, at: int, facts: Facts) -> float:
    """How much speaks for one of several persons; the reasons in falling weight are those of an editor."""
    known = reading.known
    weight = 4.0 if reading.fit is Fit.FULL else 0.0
    weight += title_weight(mention.title, known)
    weight += min(3.0, len(mention.around & known.said) * 0.75)
    weight += named_weight(mention, reading, at, facts)
    if known.names and folded(known.person.heading) == known.names[0].surname:
        weight += 1.0  # an entry of this one name
    if known.offices and facts.date and not any(o.holds(facts.date) for o in known.offices):
        weight -= 2.0
    return weight


def title_weight(title: str, known: Known) -> float:
    """What a title before the name says for a person."""
    if not title or title in PLAIN_TITLES or title in FEMALE:
        return 0.0
    office = canonical(title)
    said = {canonical(w) for w in known.said}
    if office not in said:
        return -1.0
    if office == "president" and any(o.words[:5] == OF_THE_US for o in known.offices):
        return 4.0  # where no country is said, the President is that of the United States
    return 3.0 if any(canonical(w) == office for o in known.offices for w in o.words[:1]) else 1.5


def named_weight(mention: Mention, reading: Reading, at: int, facts: Facts) -> float:
    """What it says that the document names the person elsewhere: most where it was the last of the rivals so named."""
    places = facts.named.get(reading.known)
    if not places:
        return 0.0
    own = last_before(places, at)
    rivals = (facts.named.get(r.known, []) for r in mention.readings if r.known is not reading.known)
    return 3.0 if own > max((last_before(other, at) for other in rivals), default=-1) else 1.5


def last_before(places: list[int], at: int) -> int:
    """The last of ascending places before `at`; -1 for none."""
    i = bisect_left(places, at)
    return places[i - 1] if i else -1
