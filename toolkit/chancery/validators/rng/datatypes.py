"""The datatypes that a RELAX NG schema may name: the two of its own and those of XML Schema, with their facets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Any

from chancery.validators.rng.lexical import BOUNDS, LISTS, PATTERNS, SAME_AS, day_exists, worth
from chancery.validators.rng.regexes import BadExpression, compiled

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_KEEPS, _REPLACES = ("string",), ("normalizedString",)
_LENGTHS: dict[str, Callable[[Any, Any], bool]] = {"length": int.__eq__, "minLength": ge, "maxLength": le}
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "minInclusive": ge, "maxInclusive": le, "minExclusive": gt, "maxExclusive": lt,
}  # fmt: skip
FACETS = ("pattern", "totalDigits", "fractionDigits", *_LENGTHS, *_ORDERS)


class UnknownDatatype(ValueError):
    """There is no such type, or it has no such facet, or the facet no such value."""


@dataclass(frozen=True, slots=True)
class Datatype:
    """A type of values with its facets."""

    name: str
    facets: tuple[tuple[str, str], ...]  # as the schema writes them
    expression: re.Pattern[str]
    checks: tuple[Callable[[str], bool], ...]  # of a value whose white space is in order

    def normal(self, text: str) -> str:
        """The value with its white space as the type wants it."""
        if self.name in _KEEPS:
            return text
        return re.sub(r"[\t\n\r]", " ", text) if self.name in _REPLACES else " ".join(text.split())

    def allows(self, text: str) -> bool:
        """Whether the text is a value of the type."""
        text = self.normal(text)
        found = self.expression.fullmatch(text)
        return found is not None and day_exists(found) and all(check(text) for check in self.checks)

    def same(self, one: str, other: str) -> bool:
        """Whether two texts are the same value."""
        one, other = self.normal(one), self.normal(other)
        if one == other:
            return True
        value = worth(self.name)
        return value is not str and self.allows(one) and self.allows(other) and bool(value(one) == value(other))


def find_datatype(library: str, name: str, facets: Sequence[tuple[str, str]] = ()) -> Datatype:
    """The type called `name`; raises UnknownDatatype with words for who wrote the schema."""
    if library == "" and name in ("string", "token") and not facets:
        return Datatype(name, (), re.compile(PATTERNS[name]), ())
    if library != XSD:
        known = "only string and token are built in" if not library else f"the library {library} is not known"
        raise UnknownDatatype(f"there is no datatype {name}: {known}")
    base = SAME_AS.get(name, name)
    checks = [_facet(name, *facet) for facet in facets]
    if name in BOUNDS:
        low, high = BOUNDS[name]
        checks.insert(0, lambda text: (low is None or int(text) >= low) and (high is None or int(text) <= high))
        base = "integer"
    if name in LISTS:
        word = PATTERNS[SAME_AS.get(LISTS[name], LISTS[name])]
        return Datatype(name, tuple(facets), re.compile(f"{word}(?: {word})*"), tuple(checks))
    if base not in PATTERNS:
        raise UnknownDatatype(f"XML Schema has no datatype {name}")
    return Datatype(name, tuple(facets), re.compile(PATTERNS[base]), tuple(checks))


def _facet(name: str, facet: str, wanted: str) -> Callable[[str], bool]:
    """The check that a facet is."""
    if facet == "pattern":
        try:
            expression = compiled(wanted)
        except BadExpression as error:
            raise UnknownDatatype(f"the pattern {wanted} cannot be read: {error}") from None
        return lambda text: expression.fullmatch(text) is not None
    if facet in _ORDERS:
        return _order(name, facet, wanted)
    if facet not in FACETS:
        raise UnknownDatatype(f"there is no parameter {facet}")
    if not wanted.strip().isdecimal():
        raise UnknownDatatype(f"{facet} is a number, not {wanted}")
    limit = int(wanted)
    if facet in _LENGTHS:
        compare = _LENGTHS[facet]
        return lambda text: compare(_length(name, text), limit)
    if facet == "totalDigits":
        return lambda text: len(re.sub(r"[^0-9]", "", text).strip("0") or "0") <= limit
    return lambda text: len(text.partition(".")[2].rstrip("0")) <= limit


def _order(name: str, facet: str, wanted: str) -> Callable[[str], bool]:
    value, compare = worth(name), _ORDERS[facet]
    try:
        limit = value(" ".join(wanted.split()))
    except ArithmeticError:
        raise UnknownDatatype(f"{facet} is a value of {name}, not {wanted}") from None
    return lambda text: compare(value(text), limit)


def _length(name: str, text: str) -> int:
    if name in LISTS:
        return len(text.split())
    if name == "hexBinary":
        return len(text) // 2
    if name == "base64Binary":
        return len(re.sub(r"[ =]", "", text)) * 3 // 4
    return len(text)
