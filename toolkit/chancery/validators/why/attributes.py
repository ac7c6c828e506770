"""What is wrong with the attributes of an element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chancery.validators.nodes import Node, attribute_place
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import after_any, attributes_called, closed, takes
from chancery.validators.rng.names import listed, local_of
from chancery.validators.rng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    attributes_of,
    choice,
)
from chancery.validators.why.words import (
    Refusal,
    attribute_names,
    nearest,
    one_of,
    short,
    tag,
    values_of,
    wanted_text,
)


@dataclass(slots=True)
class Start:
    """A start tag held against a declaration: what is wrong, and the content that must follow."""

    grammar: Grammar
    data: bytes
    node: Node
    declared: Element
    others: tuple[Element, ...] = ()  # the declarations that the element may have here besides
    content: Pattern = NOT_ALLOWED

    def check(self) -> Iterator[Refusal]:
        """What is wrong with the attributes; `content` is right when all have been asked for."""
        pattern = self.declared.content
        for name, value in self.node.attributes:
            called = attributes_called(pattern, name)
            left = after_any(pattern, [one for one in called if takes(one, value)])
            if left is NOT_ALLOWED:
                yield self._refuse(name, value)
                left = after_any(pattern, called or self._meant(pattern, name))
            pattern = pattern if left is NOT_ALLOWED else left
        wanted = closed(pattern)
        if wanted is NOT_ALLOWED:
            wanted = closed(pattern, EMPTY)
            yield from self._missing(pattern) if wanted is not NOT_ALLOWED else ()
        self.content = wanted

    def _all(self) -> tuple[Attribute, ...]:
        return attributes_of(self.declared.content)

    def _meant(self, pattern: Pattern, name: str) -> tuple[Attribute, ...]:
        """The declarations of the attribute whose name was probably meant."""
        near = nearest(name, self._not_there())
        return attributes_called(pattern, near) if near else ()

    def _not_there(self) -> list[str]:
        there = {name for name, _ in self.node.attributes}
        return [name for name in attribute_names(self._all()) if name not in there]

    def _refuse(self, name: str, value: str) -> Refusal:
        same = list(attributes_called(self.declared.content, name))
        line, column = attribute_place(self.data, self.node, name)
        own, element = local_of(name), tag(self.node.name)
        if not same:
            return Refusal("V105", line, column, *self._unknown(name))
        if any(takes(one, value) for one in same):
            message = f'{own}="{short(value)}" does not go with the other attributes of {element}'
            return Refusal("V105", line, column, message, self._partners())
        same += [one for other in self.others for one in attributes_called(other.content, name) if one not in same]
        message = f'{own}="{short(value)}" is not possible in {element}'
        return Refusal("V106", line, column, message, _instead(same, value))

    def _unknown(self, name: str) -> tuple[str, str]:
        own, element = local_of(name), tag(self.node.name)
        near = nearest(name, self._not_there())
        known = f"<{local_of(self.node.name)}> has no attribute {own}"
        if near:
            return known, f"did you mean {local_of(near)}?"
        possible = attribute_names(self._all())
        there = {one for one, _ in self.node.attributes}
        left = [local_of(one) for one in possible if one not in there]
        if not left:
            return known, f"take it out; {element} has no {'other ' if possible else ''}attributes"
        return known, f"take it out; {element} may have {one_of(left, 'and')}"

    def _partners(self) -> str:
        names = [local_of(name) for name in attribute_names(self._all())]
        return f"{tag(self.node.name)} may have {one_of(names, 'and')}, but not all together"

    def _missing(self, pattern: Pattern) -> Iterator[Refusal]:
        there = {name for name, _ in self.node.attributes}
        node = self.node
        wanted = [one for one in wanted_attributes(pattern) if not there & set(listed(one.names))]
        for name in attribute_names(wanted):
            same = attributes_called(self.declared.content, name)
            message = f"{tag(node.name)} lacks the attribute {local_of(name)}"
            yield Refusal("V105", node.line, node.column, message, _add(local_of(name), same))
        if not wanted:
            names = [local_of(name) for name in self._not_there()]
            message = f"{tag(node.name)} lacks an attribute: {one_of(names)}"
            yield Refusal("V105", node.line, node.column, message, "add one of them")


def _add(name: str, declared: tuple[Attribute, ...]) -> str:
    told = _possible(declared)
    return f"add {name}: {told}" if told else f"add {name}"


def _instead(declared: list[Attribute], value: str) -> str:
    values = [word for one in declared for word in values_of(one.value)]
    near = nearest(value.strip(), values) if value.strip() else ""
    told = _possible(tuple(declared))
    if near:
        return f"did you mean {near}? possible: {told}" if len(set(values)) > 1 else f"did you mean {near}?"
    return f"possible: {told}" if told else ""


@cache
def _possible(declared: tuple[Attribute, ...]) -> str:
    return wanted_text(choice(*[one.value for one in declared]))


@cache
def wanted_attributes(pattern: Pattern) -> tuple[Attribute, ...]:
    """The attributes that must still come, whichever way the pattern goes."""
    match pattern:
        case Attribute():
            return (pattern,)
        case Choice(patterns):
            first, *others = (wanted_attributes(one) for one in patterns)
            names = [set(attribute_names(other)) for other in others]
            return tuple(one for one in first if all(set(listed(one.names)) & other for other in names))
        case Group(one, other) | Interleave(one, other):
            return tuple(dict.fromkeys(wanted_attributes(one) + wanted_attributes(other)))
        case OneOrMore(inner):
            return wanted_attributes(inner)
    return ()
