"""Whether an element is what a declaration says: yes or no, and fast."""

from __future__ import annotations

from chancery.validators.nodes import Node, Words
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import (
    after,
    after_any,
    after_some_text,
    after_text,
    attributes_called,
    can_end,
    closed,
    elements_called,
    fits,
    takes,
)
from chancery.validators.rng.patterns import NOT_ALLOWED, Element, Pattern, reads_text


def is_valid(grammar: Grammar, root: Node) -> bool:
    """Whether the document is what the grammar says."""
    return Verdict().root(grammar, root) is not NOT_ALLOWED


class Verdict:
    """Remembers which elements are what, so that none is looked at twice."""

    def __init__(self) -> None:
        self._known: dict[tuple[Node, Element], bool] = {}

    def root(self, grammar: Grammar, root: Node) -> Pattern:
        """What is left of the grammar's beginning after the document; NOT_ALLOWED where it is not valid."""
        left = after_any(grammar.start, self.fitting(root, elements_called(grammar.start, root.name)))
        return left if can_end(left) else NOT_ALLOWED

    def fitting(self, node: Node, declared: tuple[Element, ...]) -> list[Element]:
        """Those of the declarations that the element is as they say."""
        return [one for one in declared if self.matches(node, one)]

    def matches(self, node: Node, declared: Element) -> bool:
        """Whether the element is as the declaration says."""
        key = (node, declared)
        known = self._known.get(key)
        if known is None:
            pattern = start(declared, node)
            known = self._known[key] = pattern is not NOT_ALLOWED and self._content(node, pattern)
        return known

    def _content(self, node: Node, pattern: Pattern) -> bool:
        if reads_text(pattern) and (words := whole_text(node)) is not None:
            return fits(pattern, words)
        for child in node.children:
            if isinstance(child, Words):
                if not child.text.isspace():
                    pattern = after_text(pattern, child.text) if reads_text(pattern) else after_some_text(pattern)
            else:
                declared = elements_called(pattern, child.name)
                if len(declared) == 1:
                    pattern = after(pattern, declared[0]) if self.matches(child, declared[0]) else NOT_ALLOWED
                else:
                    pattern = after_any(pattern, self.fitting(child, declared))
            if pattern is NOT_ALLOWED:
                return False
        return can_end(pattern)


def start(declared: Element, node: Node) -> Pattern:
    """The content that the element must have, its attributes seen; NOT_ALLOWED where they are wrong."""
    pattern = declared.content
    for name, value in node.attributes:
        taking = [one for one in attributes_called(pattern, name) if takes(one, value)]
        pattern = after(pattern, taking[0]) if len(taking) == 1 else after_any(pattern, taking)
        if pattern is NOT_ALLOWED:
            return pattern
    return closed(pattern)


def whole_text(node: Node) -> str | None:
    """The text of an element that has no elements in it, else nothing."""
    if not node.children:
        return ""
    only = node.children[0]
    return only.text if len(node.children) == 1 and isinstance(only, Words) else None
