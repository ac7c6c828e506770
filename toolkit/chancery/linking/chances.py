"""How sure a link is: the chance, reckoned from its signs, that an editor would have made the same."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from enum import StrEnum

from chancery.linking.worth import BASE, WORTH

HIGH, MEDIUM = 0.82, 0.6
# Right in one volume and wrong in the next, so that no weight found in some volumes holds in others: such a link is
# never of high certainty.
WAVERING = frozenset(("suspect", "other forename", "part", "family name", "respelt", "preferred", "see another"))


class Cert(StrEnum):
    """How sure a link is; the values of @cert."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def chance_of(signs: Collection[str], base: float = BASE, worth: Mapping[str, float] = WORTH) -> float:
    """The chance of a link with these signs, between 0 and 1."""
    return 1 / (1 + math.exp(-base - sum(worth.get(sign, 0.0) for sign in signs)))


def cert_of(signs: Collection[str], base: float = BASE, worth: Mapping[str, float] = WORTH) -> Cert:
    """What @cert says of a link with these signs."""
    chance = chance_of(signs, base, worth)
    if chance >= HIGH and WAVERING.isdisjoint(signs):
        return Cert.HIGH
    return Cert.MEDIUM if chance >= MEDIUM else Cert.LOW
