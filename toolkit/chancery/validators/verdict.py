"""Whether a file is what a grammar says: yes or no, while it is read, and fast; and the same of an element read before.

What an element is may be known only at its end: each that is open stands there as every declaration that it may be of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from xml.parsers import expat

from chancery.validators.nodes import Node, Words
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import (
    after_any,
    after_attribute,
    after_some_text,
    after_text,
    can_end,
    closed,
    elements_called,
    fits,
)
from chancery.validators.rng.patterns import NOT_ALLOWED, Element, Pattern, reads_text

_State = tuple[tuple[Element | None, Pattern], ...]  # what must follow in an element, by its declarations


class _NotValidError(Exception):
    """Nothing that follows can make the file valid."""


class _Reading:
    """The file as far as it was read."""

    def __init__(self, grammar: Grammar) -> None:
        self._above: list[_State] = []
        self._here: _State = ((None, grammar.start),)
        self._words = ""  # since the last tag
        self._bare = False  # the element has no other in it so far

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        if self._words:
            self._pass_words()
        self._above.append(self._here)
        found = [(one, begin(one, attributes)) for one in _called(self._here, name)]
        self._go_on(tuple([(one, left) for one, left in found if left is not NOT_ALLOWED]))
        self._bare = True

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._bare and self._words:
            ended = tuple([one for one, pattern in self._here if one and holds_words(pattern, self._words)])
        else:
            if self._words:
                self._pass_words()
            ended = _ended(self._here, self._bare)
        self._words = ""
        self._go_on(_after_element(self._above.pop(), ended))
        self._bare = False

    def text(self, words: str) -> None:
        """Text, or some of it."""
        self._words += words

    def is_over(self) -> bool:
        """Whether nothing is missing."""
        return any(can_end(pattern) for _, pattern in self._here)

    def _pass_words(self) -> None:
        if not self._words.isspace():
            left = [(one, after_words(pattern, self._words)) for one, pattern in self._here]
            self._go_on(tuple([(one, pattern) for one, pattern in left if pattern is not NOT_ALLOWED]))
        self._words = ""

    def _go_on(self, state: _State) -> None:
        if not state:
            raise _NotValidError
        self._here = state


@cache
def _called(state: _State, name: str) -> tuple[Element, ...]:
    """The declarations that an element called `name` may be of."""
    return tuple(dict.fromkeys(one for _, pattern in state for one in elements_called(pattern, name)))


@cache
def _ended(state: _State, bare: bool) -> tuple[Element, ...]:
    """The declarations that an element is of which ends here; a bare one has had no text."""
    return tuple(one for one, left in state if one and (holds_words(left, "") if bare else can_end(left)))


@cache
def _after_element(state: _State, ended: tuple[Element, ...]) -> _State:
    """What must follow after an element that is of some declarations."""
    left = [(one, after_any(pattern, ended)) for one, pattern in state]
    return tuple((one, pattern) for one, pattern in left if pattern is not NOT_ALLOWED)


def is_valid(grammar: Grammar, data: bytes) -> bool:
    """Whether a file is what the grammar says; raises ExpatError where it is not well-formed up to what is wrong."""
    reading, parser = _Reading(grammar), expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(data, True)
    except _NotValidError:
        return False
    return reading.is_over()


class Verdict:
    """Remembers which elements are what, so that none is looked at twice."""

    def __init__(self) -> None:
        self._known: dict[tuple[Node, Element], bool] = {}

    def fitting(self, node: Node, declared: tuple[Element, ...]) -> list[Element]:
        """Those of the declarations that the element is as they say."""
        return [one for one in declared if self.matches(node, one)]

    def matches(self, node: Node, declared: Element) -> bool:
        """Whether the element is as the declaration says."""
        key = (node, declared)
        known = self._known.get(key)
        if known is None:
            pattern = begin(declared, [*chain(*node.attributes)])
            known = self._known[key] = pattern is not NOT_ALLOWED and self._content(node, pattern)
        return known

    def _content(self, node: Node, pattern: Pattern) -> bool:
        if (words := whole_text(node)) is not None:
            return holds_words(pattern, words)
        for child in node.children:
            if isinstance(child, Words):
                if not child.text.isspace():
                    pattern = after_words(pattern, child.text)
            else:
                pattern = after_any(pattern, self.fitting(child, elements_called(pattern, child.name)))
            if pattern is NOT_ALLOWED:
                return False
        return can_end(pattern)


def begin(declared: Element, attributes: Sequence[str]) -> Pattern:
    """The content that the element must have, its attributes seen, by turns names and values.

    NOT_ALLOWED where they are wrong.
    """
    pattern = declared.content
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        pattern = after_attribute(pattern, name, value)
        if pattern is NOT_ALLOWED:
            return pattern
    return closed(pattern)


def after_words(pattern: Pattern, words: str) -> Pattern:
    """What is left after text that is not blank."""
    return after_text(pattern, words) if reads_text(pattern) else after_some_text(pattern)


def holds_words(pattern: Pattern, words: str) -> bool:
    """Whether an element may have no other in it and this text."""
    if reads_text(pattern):
        return fits(pattern, words)
    return can_end(after_some_text(pattern) if words and not words.isspace() else pattern)


def whole_text(node: Node) -> str | None:
    """The text of an element that has no elements in it, else nothing."""
    if not node.children:
        return ""
    only = node.children[0]
    return only.text if len(node.children) == 1 and isinstance(only, Words) else None
