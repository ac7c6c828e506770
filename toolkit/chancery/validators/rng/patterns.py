"""The patterns of RELAX NG, each made once, so that what follows from it is worked out once too.

After James Clark, "An algorithm for RELAX NG validation". Two patterns are equal only where they are the same object:
the functions in small letters make them and give back the one that is there already. A choice is kept as a set without
order and repetition, which holds the number of patterns that can follow from one small.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, reduce

from chancery.validators.rng.datatypes import Datatype
from chancery.validators.rng.names import NameClass


@dataclass(frozen=True, slots=True, eq=False)
class Empty:
    """Matches nothing there."""


@dataclass(frozen=True, slots=True, eq=False)
class NotAllowed:
    """Matches nothing at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Matches any text, also none."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Matches what one of the patterns does; two at least, none of them a choice."""

    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Matches one pattern, then another."""

    first: Pattern
    second: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Interleave:
    """Matches one pattern and another, mixed."""

    first: Pattern
    second: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class OneOrMore:
    """Matches a pattern any number of times, once at least."""

    pattern: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class ListOf:
    """Matches text whose words match a pattern one after the other."""

    pattern: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """Matches text of a datatype."""

    datatype: Datatype
    excepted: Pattern | None = None
    words: str = ""  # what the schema says of it


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """Matches one text, as its datatype compares."""

    datatype: Datatype
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """Matches an attribute."""

    names: NameClass
    value: Pattern
    words: str = ""


class Element:
    """Matches an element; its content is read when it is asked for, since elements may hold themselves."""

    def __init__(self, names: NameClass, read: Callable[[], Pattern], words: str = "") -> None:
        """`words` are what the schema says of the element."""
        self.names, self._read, self.words = names, read, words

    @cached_property
    def content(self) -> Pattern:
        """The element's attributes and content."""
        return self._read()


Pattern = (
    Empty | NotAllowed | Text | Choice | Group | Interleave | OneOrMore | ListOf | Data | Value | Attribute | Element
)
Leaf = Element | Attribute
EMPTY, NOT_ALLOWED, TEXT = Empty(), NotAllowed(), Text()
_choices: dict[frozenset[Pattern], Pattern] = {}


def choice(*patterns: Pattern) -> Pattern:
    """One of the patterns, without what can never be and what is said twice."""
    flat: dict[Pattern, None] = {}
    for pattern in patterns:
        for one in pattern.patterns if isinstance(pattern, Choice) else (pattern,):
            if one is not NOT_ALLOWED:
                flat[one] = None
    if len(flat) < 2:
        return next(iter(flat), NOT_ALLOWED)
    key = frozenset(flat)
    made = _choices.get(key)
    if made is None:
        made = _choices[key] = Choice(tuple(flat))
    return made


@cache
def group(first: Pattern, second: Pattern) -> Pattern:
    """Both patterns in order, without what says nothing."""
    if first is NOT_ALLOWED or second is NOT_ALLOWED:
        return NOT_ALLOWED
    if first is EMPTY:
        return second
    if second is EMPTY:
        return first
    if isinstance(first, Group):  # to the right always, so that equal groups are one
        return group(first.first, group(first.second, second))
    return Group(first, second)


@cache
def interleave(first: Pattern, second: Pattern) -> Pattern:
    """Both patterns, mixed, without what says nothing."""
    if first is NOT_ALLOWED or second is NOT_ALLOWED:
        return NOT_ALLOWED
    if first is EMPTY:
        return second
    return first if second is EMPTY else Interleave(first, second)


@cache
def repeat(pattern: Pattern) -> Pattern:
    """A pattern any number of times, once at least."""
    return pattern if isinstance(pattern, OneOrMore | Empty | NotAllowed | Text) else OneOrMore(pattern)


def groups(patterns: list[Pattern]) -> Pattern:
    """The patterns in order."""
    nothing: Pattern = EMPTY
    return reduce(lambda all_, one: group(one, all_), reversed(patterns), nothing)


@cache
def leaves(pattern: Pattern) -> tuple[Pattern, ...]:
    """The patterns that are made of no others, in order, each once."""
    match pattern:
        case Choice(patterns):
            found = tuple(leaf for one in patterns for leaf in leaves(one))
        case Group(first, second) | Interleave(first, second):
            found = leaves(first) + leaves(second)
        case OneOrMore(inner):
            return leaves(inner)
        case _:
            return (pattern,)
    return tuple(dict.fromkeys(found))


@cache
def elements_of(pattern: Pattern) -> tuple[Element, ...]:
    """The elements among the leaves."""
    return tuple(leaf for leaf in leaves(pattern) if isinstance(leaf, Element))


@cache
def attributes_of(pattern: Pattern) -> tuple[Attribute, ...]:
    """The attributes among the leaves."""
    return tuple(leaf for leaf in leaves(pattern) if isinstance(leaf, Attribute))


@cache
def reads_text(pattern: Pattern) -> bool:
    """Whether it matters to the pattern what a text says, not only that there is one."""
    return any(isinstance(leaf, Data | Value | ListOf) for leaf in leaves(pattern))
