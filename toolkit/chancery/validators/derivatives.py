"""What is left of a pattern after an attribute, an element or text."""

from __future__ import annotations

from functools import cache

from chancery.validators.grammar import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Element,
    Group,
    OneOrMore,
    Pattern,
    Text,
    choice,
    group,
)


@cache
def can_end(pattern: Pattern) -> bool:
    """Whether nothing more need come."""
    match pattern:
        case Choice(first, second):
            return can_end(first) or can_end(second)
        case Group(first, second):
            return can_end(first) and can_end(second)
        case OneOrMore(inner):
            return can_end(inner)
    return pattern in (EMPTY, TEXT)


@cache
def after_child(pattern: Pattern, name: str | None) -> Pattern:
    """What may follow an element called `name`, or text where it is None."""
    match pattern:
        case Text():
            return TEXT if name is None else NOT_ALLOWED
        case Element():
            return EMPTY if pattern.name == name else NOT_ALLOWED
        case Choice(first, second):
            return choice(after_child(first, name), after_child(second, name))
        case Group(first, second):
            passed = group(after_child(first, name), second)
            return choice(passed, after_child(second, name)) if can_end(first) else passed
        case OneOrMore(inner):
            return group(after_child(inner, name), choice(pattern, EMPTY))
    return NOT_ALLOWED


def after_attribute(pattern: Pattern, name: str, value: str) -> Pattern:
    """What is left when an attribute has been seen; attributes come in any order."""
    match pattern:
        case Attribute():
            return EMPTY if pattern.name == name and pattern.takes(value) else NOT_ALLOWED
        case Choice(first, second):
            return choice(after_attribute(first, name, value), after_attribute(second, name, value))
        case Group(first, second):
            return choice(
                group(after_attribute(first, name, value), second), group(first, after_attribute(second, name, value))
            )
    return NOT_ALLOWED


@cache
def without_attributes(pattern: Pattern, left: Pattern) -> Pattern:
    """The content alone; an attribute that is still wanted becomes `left`."""
    match pattern:
        case Attribute():
            return left
        case Choice(first, second):
            return choice(without_attributes(first, left), without_attributes(second, left))
        case Group(first, second):
            return group(without_attributes(first, left), without_attributes(second, left))
    return pattern


@cache
def wanted_attributes(pattern: Pattern) -> frozenset[str]:
    """The attributes that must still come, whichever way the pattern goes."""
    match pattern:
        case Attribute():
            return frozenset({pattern.name})
        case Choice(first, second):
            return wanted_attributes(first) & wanted_attributes(second)
        case Group(first, second):
            return wanted_attributes(first) | wanted_attributes(second)
    return frozenset()


@cache
def next_names(pattern: Pattern) -> tuple[str, ...]:
    """The elements that may come next, in the order of the schema, each once."""
    match pattern:
        case Element():
            return (pattern.name,)
        case Choice(first, second):
            return tuple(dict.fromkeys(next_names(first) + next_names(second)))
        case Group(first, second):
            return tuple(dict.fromkeys(next_names(first) + (next_names(second) if can_end(first) else ())))
        case OneOrMore(inner):
            return next_names(inner)
    return ()
