"""A RELAX NG schema as patterns that can be asked what may come next.

As much of RELAX NG as `schema/chancery.rng` uses: element, attribute, text, empty, choice, group, optional, zeroOrMore,
oneOrMore, ref, value, and data of type string with a pattern. After James Clark, "An algorithm for RELAX NG validation"
(derivatives). `choice`, `group` and `repeat` make a pattern once, so that what follows from it is worked out once too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, reduce

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


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
    """Matches what one of two patterns does."""

    first: Pattern
    second: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Matches one pattern, then another."""

    first: Pattern
    second: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class OneOrMore:
    """Matches a pattern any number of times, once at least."""

    pattern: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """Matches an attribute with one of the values, or one that fits a pattern."""

    name: str
    values: tuple[str, ...]
    patterns: tuple[str, ...]  # that a value may fit instead
    words: str  # what the patterns want, for editors

    def takes(self, value: str) -> bool:
        """Whether `value` is one of the attribute's values."""
        return " ".join(value.split()) in self.values or any(re.fullmatch(p, value) for p in self.patterns)


class Element:
    """Matches an element; two are equal only if they are one declaration."""

    def __init__(self, grammar: Grammar, node: etree._Element) -> None:
        self._grammar, self._node = grammar, node
        self.name = node.get("name", "")
        self.words = (node.findtext(DOCUMENTATION) or "").strip()

    @cached_property
    def content(self) -> Pattern:
        """The element's attributes and content."""
        return self._grammar.group(self._node)

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes that it may have, whatever the rest."""
        return tuple(p for p in leaves(self.content) if isinstance(p, Attribute))

    @cached_property
    def children(self) -> tuple[Element, ...]:
        """The elements that may be in it, whatever the order."""
        return tuple(p for p in leaves(self.content) if isinstance(p, Element))


Pattern = Empty | NotAllowed | Text | Choice | Group | OneOrMore | Attribute | Element
EMPTY, NOT_ALLOWED, TEXT = Empty(), NotAllowed(), Text()
_NOTHING: Pattern = EMPTY
_NEVER: Pattern = NOT_ALLOWED


class Grammar:
    """The patterns of a schema, made when they are asked for."""

    def __init__(self, root: etree._Element) -> None:
        self._defines = {define.get("name", ""): define for define in root.iter(f"{RNG}define")}
        self._elements = {node: Element(self, node) for node in root.iter(f"{RNG}element")}
        self.names = tuple(sorted({element.name for element in self._elements.values()}))
        self.known = frozenset(self.names)
        self.start = self.group(root.find(f"{RNG}start"))

    def group(self, node: etree._Element | None) -> Pattern:
        """The patterns in `node`, one after the other."""
        return reduce(group, self._patterns(node), _NOTHING)

    def _patterns(self, node: etree._Element | None) -> list[Pattern]:
        return [] if node is None else [self._pattern(child) for child in node.iterchildren(f"{RNG}*")]

    def _pattern(self, node: etree._Element) -> Pattern:
        make = _MAKERS.get(etree.QName(node).localname)
        if make is None:
            raise ValueError(f"line {node.sourceline}: {node.tag} is not read here")
        return make(self, node)

    def element(self, node: etree._Element) -> Pattern:
        """The element declared by `node`, its content not looked at yet: elements may hold themselves."""
        return self._elements[node]

    def ref(self, node: etree._Element) -> Pattern:
        """What the definition of a name says."""
        return self.group(self._defines[node.get("name", "")])

    def choice(self, node: etree._Element) -> Pattern:
        """One of the patterns in `node`."""
        return reduce(choice, self._patterns(node), _NEVER)

    def attribute(self, node: etree._Element) -> Pattern:
        """The attribute declared by `node` with all values that its references lead to."""
        inside = list(self._expanded(node))
        return Attribute(
            node.get("name", ""),
            tuple(" ".join((n.text or "").split()) for n in inside if n.tag == f"{RNG}value"),
            tuple(n.findtext(f"{RNG}param") or ".*" for n in inside if n.tag == f"{RNG}data"),
            " or ".join((n.text or "").strip() for n in inside if n.tag == DOCUMENTATION),
        )

    def _expanded(self, node: etree._Element) -> list[etree._Element]:
        found: list[etree._Element] = []
        documented = node.find(DOCUMENTATION) is not None
        for child in node.iterchildren():
            if child.tag == f"{RNG}ref":
                found += self._expanded(self._defines[child.get("name", "")])
            elif child.tag in (f"{RNG}value", f"{RNG}data", DOCUMENTATION):
                found.append(child)
            else:
                found += [n for n in self._expanded(child) if not documented or n.tag != DOCUMENTATION]
        return [n for n in found if n.tag != DOCUMENTATION or not documented or n.getparent() is node]


@cache
def choice(first: Pattern, second: Pattern) -> Pattern:
    """Either pattern, without what can never be."""
    if first in (NOT_ALLOWED, second):
        return second
    return first if second == NOT_ALLOWED else Choice(first, second)


@cache
def group(first: Pattern, second: Pattern) -> Pattern:
    """Both patterns in order, without what says nothing."""
    if NOT_ALLOWED in (first, second):
        return NOT_ALLOWED
    if first == EMPTY:
        return second
    return first if second == EMPTY else Group(first, second)


@cache
def repeat(pattern: Pattern) -> Pattern:
    """A pattern any number of times, once at least."""
    return OneOrMore(pattern)


def leaves(pattern: Pattern) -> list[Pattern]:
    """The patterns that are made of no others, in order."""
    if isinstance(pattern, Choice | Group):
        return leaves(pattern.first) + leaves(pattern.second)
    return leaves(pattern.pattern) if isinstance(pattern, OneOrMore) else [pattern]


_MAKERS: dict[str, Callable[[Grammar, etree._Element], Pattern]] = {
    "element": Grammar.element,
    "attribute": Grammar.attribute,
    "ref": Grammar.ref,
    "choice": Grammar.choice,
    "group": Grammar.group,
    "text": lambda _grammar, _node: TEXT,
    "empty": lambda _grammar, _node: EMPTY,
    "optional": lambda grammar, node: choice(grammar.group(node), EMPTY),
    "oneOrMore": lambda grammar, node: repeat(grammar.group(node)),
    "zeroOrMore": lambda grammar, node: choice(repeat(grammar.group(node)), EMPTY),
}
