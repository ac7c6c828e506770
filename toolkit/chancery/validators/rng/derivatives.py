"""What is left of a pattern after an attribute, an element or text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from chancery.validators.rng.names import holds
from chancery.validators.rng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    Leaf,
    ListOf,
    OneOrMore,
    Pattern,
    Text,
    Value,
    attributes_of,
    choice,
    group,
    interleave,
    reads_text,
    repeat,
)


@cache
def can_end(pattern: Pattern) -> bool:
    """Whether nothing more need come."""
    match pattern:
        case Choice(patterns):
            return any(can_end(one) for one in patterns)
        case Group(first, second) | Interleave(first, second):
            return can_end(first) and can_end(second)
        case OneOrMore(inner):
            return can_end(inner)
    return pattern in (EMPTY, TEXT)


@cache
def after(pattern: Pattern, leaf: Leaf) -> Pattern:
    """What is left when an element or an attribute that `leaf` declares has been seen."""
    match pattern:
        case Choice(patterns):
            return choice(*[after(one, leaf) for one in patterns])
        case Group(first, second):
            passed = group(after(first, leaf), second)
            if isinstance(leaf, Attribute):  # in any order
                return choice(passed, group(first, after(second, leaf)))
            return choice(passed, after(second, leaf)) if can_end(first) else passed
        case Interleave(first, second):
            return choice(interleave(after(first, leaf), second), interleave(first, after(second, leaf)))
        case OneOrMore(inner):
            return group(after(inner, leaf), choice(pattern, EMPTY))
    return EMPTY if pattern is leaf else NOT_ALLOWED


def after_any(pattern: Pattern, matched: Iterable[Leaf]) -> Pattern:
    """What is left when one of several declarations has been seen, and nobody knows which."""
    found = [after(pattern, leaf) for leaf in matched]
    return found[0] if len(found) == 1 else choice(*found)


@cache
def next_elements(pattern: Pattern) -> tuple[Element, ...]:
    """The elements that may come next, in the order of the schema."""
    match pattern:
        case Element():
            return (pattern,)
        case Choice(patterns):
            return tuple(dict.fromkeys(el for one in patterns for el in next_elements(one)))
        case Group(first, second):
            rest = next_elements(second) if can_end(first) else ()
            return tuple(dict.fromkeys(next_elements(first) + rest))
        case Interleave(first, second):
            return tuple(dict.fromkeys(next_elements(first) + next_elements(second)))
        case OneOrMore(inner):
            return next_elements(inner)
    return ()


@cache
def elements_called(pattern: Pattern, name: str) -> tuple[Element, ...]:
    """The elements called `name` that may come next."""
    return tuple(el for el in next_elements(pattern) if holds(el.names, name))


@cache
def attributes_called(pattern: Pattern, name: str) -> tuple[Attribute, ...]:
    """The attributes called `name` that may still come."""
    return tuple(one for one in attributes_of(pattern) if holds(one.names, name))


@cache
def _attributes_called(pattern: Pattern, name: str) -> tuple[tuple[Attribute, Pattern], ...]:
    """The attributes called `name` that may still come, each with what is left after it."""
    return tuple((one, after(pattern, one)) for one in attributes_called(pattern, name))


def after_attribute(pattern: Pattern, name: str, value: str) -> Pattern:
    """What is left after an attribute."""
    found = [left for one, left in _attributes_called(pattern, name) if takes(one, value)]
    return found[0] if len(found) == 1 else choice(*found)


@lru_cache(100_000)
def takes(declared: Attribute, value: str) -> bool:
    """Whether an attribute may have the value."""
    return fits(declared.value, value)


def fits(pattern: Pattern, text: str) -> bool:
    """Whether a text is all that the pattern wants."""
    return can_end(after_text(pattern, text)) or (not text.strip() and can_end(pattern))


def after_text(pattern: Pattern, text: str) -> Pattern:
    """What is left after a text."""
    return _after_this_text(pattern, text) if reads_text(pattern) else after_some_text(pattern)


@cache
def after_some_text(pattern: Pattern) -> Pattern:
    """What is left after a text of which it does not matter what it says."""
    return _after_this_text(pattern, "")


def _after_this_text(pattern: Pattern, text: str) -> Pattern:
    match pattern:
        case Text():
            return TEXT
        case Value() | Data() | ListOf():
            return EMPTY if _matches(pattern, text) else NOT_ALLOWED
        case Choice(patterns):
            return choice(*[after_text(one, text) for one in patterns])
        case Group(first, second):
            passed = group(after_text(first, text), second)
            return choice(passed, after_text(second, text)) if can_end(first) else passed
        case Interleave(first, second):
            return choice(interleave(after_text(first, text), second), interleave(first, after_text(second, text)))
        case OneOrMore(inner):
            return group(after_text(inner, text), choice(pattern, EMPTY))
    return NOT_ALLOWED


def _matches(pattern: Value | Data | ListOf, text: str) -> bool:
    match pattern:
        case Value(datatype, own):
            return datatype.same(own, text)
        case Data(datatype, excepted):
            return datatype.allows(text) and not (excepted and fits(excepted, text))
        case ListOf(inner):
            for word in text.split():
                inner = after_text(inner, word)
            return can_end(inner)


@cache
def closed(pattern: Pattern, left: Pattern = NOT_ALLOWED) -> Pattern:
    """The content when the start tag is over; an attribute that is still wanted becomes `left`."""
    match pattern:
        case Attribute():
            return left
        case Choice(patterns):
            return choice(*[closed(one, left) for one in patterns])
        case Group(first, second):
            return group(closed(first, left), closed(second, left))
        case Interleave(first, second):
            return interleave(closed(first, left), closed(second, left))
        case OneOrMore(inner):
            return repeat(closed(inner, left))
    return pattern
