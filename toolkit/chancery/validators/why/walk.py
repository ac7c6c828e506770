"""The walk through a refused document."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from chancery.validators.nodes import Node
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import elements_called, next_elements
from chancery.validators.rng.names import local_of, namespace_of
from chancery.validators.rng.patterns import Element
from chancery.validators.verdict import Verdict
from chancery.validators.why.attributes import Start
from chancery.validators.why.content import check_content
from chancery.validators.why.state import State
from chancery.validators.why.words import Refusal, nearest, one_of, tag, tags


class Walk:
    """A document and what is already known of it; each element is explained once for each declaration."""

    def __init__(self, grammar: Grammar, root: Node, data: bytes, advises: bool) -> None:
        self.advises = advises
        self.grammar, self._root, self._data = grammar, root, data
        self._verdict = Verdict()
        self._told: dict[tuple[Node, Element], tuple[Refusal, ...]] = {}

    def root(self) -> tuple[Refusal, ...]:
        """What is wrong with the document."""
        declared = elements_called(self.grammar.start, self._root.name)
        return self.refusals(self._root, declared) if declared else (self._wrong_root(),)

    def refusals(self, node: Node, declared: tuple[Element, ...]) -> tuple[Refusal, ...]:
        """What is wrong with an element, as the declaration has it that it misses least."""
        if not declared or any(self._verdict.matches(node, one) for one in declared):
            return ()
        return min(
            (self._explain(node, one, declared) for one in declared), key=lambda found: self._badness(node, found)
        )

    def fitting(self, node: Node, declared: tuple[Element, ...]) -> list[Element]:
        """The declarations that an element fits."""
        return self._verdict.fitting(node, declared)

    def common(self, names: list[str]) -> list[str]:
        """The names, those first that the document has most."""
        return sorted(names, key=lambda name: -self._counts[name])

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(node.name for node in self._root.walk())

    def _explain(self, node: Node, declared: Element, others: tuple[Element, ...]) -> tuple[Refusal, ...]:
        key = (node, declared)
        if key not in self._told:
            start = Start(self.grammar, self._data, node, declared, others)
            found = list(start.check())
            found += check_content(State(self, node, declared, start.content))
            self._told[key] = tuple(found)
        return self._told[key]

    @staticmethod
    def _badness(node: Node, found: tuple[Refusal, ...]) -> tuple[int, int]:
        """How little a declaration fits: wrong attributes say most about which was meant."""
        return sum(one.code in ("V105", "V106") for one in found), len(found)

    def _wrong_root(self) -> Refusal:
        own = self._root
        wanted = tags(next_elements(self.grammar.start))
        near = nearest(own.name, wanted)
        if near and local_of(near) == local_of(own.name) and namespace_of(near):
            where = f"in the namespace {namespace_of(own.name)}" if namespace_of(own.name) else "in no namespace"
            message = f"{tag(own.name)} is {where}, not in {namespace_of(near)}"
            hint = f'write <{local_of(near)} xmlns="{namespace_of(near)}">'
            return Refusal("V109", own.line, own.column, message, hint)
        begins = one_of([tag(name) for name in self.common(wanted)])
        message = f"the file begins with {tag(own.name)}, not with {begins}"
        hint = f"did you mean {tag(near)}?" if near else f"a file of this schema is one {begins}"
        return Refusal("V104", own.line, own.column, message, hint)
