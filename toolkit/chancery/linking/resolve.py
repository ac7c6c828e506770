"""Each mention decided: nobody, somebody not to be told from others of the name, or one person, more or less surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.linking.chances import Cert, cert_of
from chancery.linking.evidence import Fit
from chancery.linking.mentions import Mention, Reading
from chancery.linking.people import Known
from chancery.linking.rivals import Choice, Named, Placed, choose, gather
from chancery.linking.signs import Rest, signs_of, survey


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a mention; nobody where several persons remain."""

    mention: Mention
    reading: Reading | None
    cert: str
    suspect: bool = False
    rivals: tuple[Known, ...] = ()
    signs: tuple[str, ...] = ()  # of a link


def decide(placed: Sequence[Placed], date: str) -> list[Decision | None]:
    """A decision for each mention in order; None where it names somebody else or nobody."""
    named = gather(placed, date)
    choices = [choose_one(p, i, named) for i, p in enumerate(placed)]
    rest = survey(placed, [c if c and c.decided else None for c in choices])
    return [decide_one(p, c, rest) if c else None for p, c in zip(placed, choices, strict=True)]


def choose_one(placed: Placed, at: int, named: Named) -> Choice | None:
    """Who is meant, if anybody of the register."""
    readings = [r for r in placed.mention.readings if is_name(placed, r, named)]
    return choose(placed.mention, readings, at, named) if readings else None


def decide_one(placed: Placed, choice: Choice, rest: Rest) -> Decision:
    """The decision for one mention."""
    mention = placed.mention
    if not choice.decided:
        return Decision(mention, None, Cert.LOW, rivals=tuple(r.known for r in mention.readings))
    signs = signs_of(placed, choice, rest)
    return Decision(mention, choice.reading, cert_of(signs), choice.reading.fit is Fit.SUSPECT, signs=signs)


def is_name(placed: Placed, reading: Reading, named: Named) -> bool:
    """Whether the form is a name here: an ordinary word needs a title, a forename, or the person named elsewhere."""
    mention = placed.mention
    if reading.fit is Fit.FULL or mention.title or placed.formal:
        return True
    if mention.place:
        return False
    return not mention.ordinary or reading.known in named.places
