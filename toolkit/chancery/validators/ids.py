"""Ids that a grammar wants to be there once, and references to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from chancery.diagnostics import Diagnostic
from chancery.validators.nodes import Node, attribute_place
from chancery.validators.rng import Grammar
from chancery.validators.rng.names import listed, local_of
from chancery.validators.rng.patterns import Data, attributes_of, leaves

_REFERENCES = ("IDREF", "IDREFS")


@cache
def typed_attributes(grammar: Grammar) -> dict[str, str]:
    """The attributes that are ids or references, by name, and their type."""
    return {
        name: leaf.datatype.name
        for element in grammar.elements
        for attribute in attributes_of(element.content)
        for leaf in leaves(attribute.value)
        if isinstance(leaf, Data) and leaf.datatype.name in ("ID", *_REFERENCES)
        for name in listed(attribute.names)
    }


def check_ids(grammar: Grammar, root: Node, data: bytes, name: str) -> Iterator[Diagnostic]:
    """Ids that are there twice, and references to none."""
    typed = typed_attributes(grammar)
    found: dict[str, Node] = {}
    references: list[tuple[Node, str, str]] = []
    for node in root.walk() if typed else ():
        for own, value in node.attributes:
            kind = typed.get(own)
            if kind in _REFERENCES:
                references += [(node, own, word) for word in value.split()]
            elif kind and (ident := value.strip()) in found:
                first = found[ident]
                line, column = attribute_place(data, node, own)
                words = f"the id {ident} is already that of the <{local_of(first.name)}> of line {first.line}"
                yield Diagnostic("V110", name, line, words, "give one of the two another id", column)
            elif kind:
                found[value.strip()] = node
    for node, own, word in references:
        if word not in found:
            line, column = attribute_place(data, node, own)
            yield Diagnostic(
                "X101", name, line, f"{local_of(own)} points to {word}, which is no id of the file", "", column
            )
