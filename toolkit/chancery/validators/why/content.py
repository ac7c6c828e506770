"""What is wrong with the content of an element, and how to go on after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from chancery.validators.nodes import Node, Words
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import (
    after,
    after_any,
    after_text,
    can_end,
    elements_called,
    fits,
    next_elements,
)
from chancery.validators.rng.names import holds, local_of, namespace_of
from chancery.validators.rng.patterns import NOT_ALLOWED, Element, Pattern, elements_of, reads_text
from chancery.validators.verdict import whole_text
from chancery.validators.why.words import Refusal, nearest, one_of, short, tag, tags, takes_text, wanted_text


class Guide(Protocol):
    """What the content of one element must know of the whole document."""

    @property
    def grammar(self) -> Grammar:
        """The grammar."""

    def refusals(self, node: Node, declared: tuple[Element, ...]) -> tuple[Refusal, ...]:
        """What is wrong with an element that may be declared so."""

    def fitting(self, node: Node, declared: tuple[Element, ...]) -> list[Element]:
        """The declarations that an element fits."""

    def common(self, names: list[str]) -> list[str]:
        """The names in the order in which an editor may think of them."""


@dataclass(slots=True)
class Content:
    """The content of an element held against what must follow its start tag."""

    guide: Guide
    node: Node
    declared: Element
    pattern: Pattern
    passed: list[tuple[Pattern, Node]] = field(default_factory=list)  # what was possible at each child that was right
    displaced: set[str] = field(default_factory=set)  # refused where they stand, but not more than that
    unknown: bool = False  # an unknown element may have been what is wanted next
    wrapper: Element | None = None  # what is missing round the text and elements since the last that was right

    def check(self) -> Iterator[Refusal]:
        """What is wrong, in the order of the text."""
        words = whole_text(self.node)
        if reads_text(self.pattern) and words is not None:
            if not fits(self.pattern, words):
                yield self._refuse_value(words)
            return
        for place, child in enumerate(self.node.children):
            if isinstance(child, Node):
                yield from self._element(child, place)
            elif child.text.strip():
                yield from self._text(child)
        yield from self._end()

    # text

    def _refuse_value(self, words: str) -> Refusal:
        first = next((child for child in self.node.children if isinstance(child, Words)), None)
        line, column = (
            (first.line, first.column) if first and words.strip() else (self.node.end_line, self.node.end_column)
        )
        told = wanted_text(self.pattern)
        what = f"“{short(words)}” is not possible in" if words.strip() else "there is nothing in"
        return Refusal("V106", line, column, f"{what} {tag(self.node.name)}", f"possible: {told}" if told else "")

    def _text(self, words: Words) -> Iterator[Refusal]:
        left = after_text(self.pattern, words.text)
        if left is not NOT_ALLOWED:
            self.pattern = left
        elif self.wrapper is None:
            possible = self._wrappers("")
            self.wrapper = possible[0] if possible else None
            message = f"text may not stand directly in {tag(self.node.name)}: “{short(words.text)}”"
            hint = f"put it into a {_few(possible)}" if possible else self._instead_of_text()
            yield Refusal("V107", words.line, words.column, message, hint)

    def _instead_of_text(self) -> str:
        names = [tag(name) for name in tags(elements_of(self.pattern))]
        return f"take it out, or put it into one of {one_of(names, 'and')}" if names else "take it out"

    def _wrappers(self, name: str) -> list[Element]:
        """The elements in which an element called `name`, or text, could stand here, the likeliest first."""
        possible = {
            tags([one])[0]: one
            for one in reversed(next_elements(self.pattern))
            if tags([one]) and (_may_hold(one, name) if name else takes_text(one.content))
        }
        return [possible[name] for name in self.guide.common(list(reversed(possible)))]

    # elements

    def _element(self, child: Node, place: int) -> Iterator[Refusal]:
        declared = elements_called(self.pattern, child.name)
        if declared:
            yield from self.guide.refusals(child, declared)
            self._pass(child, tuple(self.guide.fitting(child, declared)) or declared)
        elif not self._is_known(child.name):
            yield from self._unknown(child)
        elif self.wrapper and _may_hold(self.wrapper, child.name):
            yield from self._inside(child)
        else:
            yield from self._misplaced(child, place)

    def _pass(self, child: Node, declared: tuple[Element, ...]) -> None:
        self.passed.append((self.pattern, child))
        self.pattern = after_any(self.pattern, declared)
        self.unknown, self.wrapper = False, None

    def _is_known(self, name: str) -> bool:
        grammar = self.guide.grammar
        return name in grammar.names or any(holds(el.names, name) for el in grammar.elements)

    def _inside(self, child: Node) -> list[Refusal]:
        """What else is wrong with an element that may not stand here; not what it lacks, since it must go anyhow."""
        found = self.guide.refusals(child, self.guide.grammar.names.get(child.name, ()))
        return [one for one in found if (one.line, one.column) != (child.line, child.column)]

    def _unknown(self, child: Node) -> Iterator[Refusal]:
        here = tags(next_elements(self.pattern))
        near = nearest(child.name, here) or nearest(child.name, list(self.guide.grammar.names))
        message = f"{tag(child.name)} is not an element of this schema"
        yield Refusal("V104", child.line, child.column, message, self._meant(child, near))
        declared = elements_called(self.pattern, near) if near else ()
        if declared:
            meant = Node(near, child.attributes, child.line, child.column, child.offset, child.children)
            meant.end_line, meant.end_column = child.end_line, child.end_column
            yield from self.guide.refusals(meant, declared)
            self._pass(child, declared)
            return
        self.unknown = True
        for inner in child.nodes():  # the tags may be what is wrong, and not what is in them
            yield from self._inside(inner)

    def _meant(self, child: Node, near: str) -> str:
        if not near:
            return f"take its tags out{self._allowed(' or use what is')}"
        if local_of(near) == local_of(child.name) and namespace_of(near) != namespace_of(child.name):
            return (
                f"it must be in the namespace {namespace_of(near)}" if namespace_of(near) else "take its namespace away"
            )
        return f"did you mean {tag(near)}?"

    def _misplaced(self, child: Node, place: int) -> Iterator[Refusal]:
        needed = self._needed(child.name)
        if needed and (self.unknown or self.displaced & set(tags(needed))):
            self._pass(child, self._after_needed(needed, child.name))  # what was told already stands in its place
            return
        code, message, hint, mended = self._why(child, place, needed)
        yield Refusal(code, child.line, child.column, message, hint)
        yield from self._inside(child)
        if mended:
            self._pass(child, self._after_needed(needed, child.name))
        else:
            self.displaced.add(child.name)

    def _needed(self, name: str) -> list[Element]:
        """The elements one of which must come first for `name` to be possible."""
        return [one for one in next_elements(self.pattern) if elements_called(after(self.pattern, one), name)]

    def _after_needed(self, needed: list[Element], name: str) -> tuple[Element, ...]:
        self.pattern = after(self.pattern, needed[0])
        return elements_called(self.pattern, name)

    def _why(self, child: Node, place: int, needed: list[Element]) -> tuple[str, str, str, bool]:
        """Code, words and hint, and whether the walk goes on as if what is missing were there."""
        own, parent = tag(child.name), tag(self.node.name)
        later = {node.name for node in self.node.children[place + 1 :] if isinstance(node, Node)}
        coming = [name for name in tags(needed) if name in later]
        earlier = next((node for before, node in reversed(self.passed) if elements_called(before, child.name)), None)
        if coming:
            return (
                "V104",
                f"{own} may not stand before {tag(coming[0])} in {parent}",
                f"put it after {tag(coming[0])}",
                False,
            )
        if earlier and earlier.name != child.name:
            hint = f"put it before the {tag(earlier.name)} of line {earlier.line}{self._allowed(';')}"
            return "V104", f"{own} may not stand after {tag(earlier.name)} in {parent}", hint, False
        if needed:
            missing = one_of([tag(name) for name in tags(needed)])
            return "V108", f"{missing} is missing before {own} in {parent}", f"put it before {own}", True
        if earlier:
            message = f"{parent} has a {own} already, on line {earlier.line}"
            return "V104", message, f"keep one of the two{self._allowed(';')}", False
        return "V104", *self._elsewhere(child), False

    def _elsewhere(self, child: Node) -> tuple[str, str]:
        own, parent = tag(child.name), tag(self.node.name)
        last = self.passed[-1][1] if self.passed else None
        possible = _may_hold(self.declared, child.name)
        where = f"after {tag(last.name)} in {parent}" if last and possible else f"in {parent}"
        message = f"{own} may not stand {where}"
        wrappers = [] if possible else self._wrappers(child.name)
        if wrappers:
            self.wrapper = wrappers[0]
            return message, f"put it into a {_few(wrappers)}{self._allowed(';')}"
        return message, self._allowed("") or f"nothing more may come in {parent}"

    def _allowed(self, begin: str) -> str:
        """What may stand here, as a clause that begins so."""
        names = self.guide.common(tags(next_elements(self.pattern)))
        words = ["text"] if takes_text(self.pattern) else []
        told = one_of(words + [tag(name) for name in names])
        return f"{begin}{' ' if begin else ''}allowed here: {told}" if told else ""

    def _end(self) -> Iterator[Refusal]:
        if can_end(self.pattern) or self.unknown:
            return
        wanted = [one for one in next_elements(self.pattern) if after(self.pattern, one) is not self.pattern]
        names = tags(wanted)
        if self.displaced & set(names) or (self.wrapper and self.wrapper in wanted):
            return
        missing = one_of([tag(name) for name in names]) or f"text ({wanted_text(self.pattern)})"
        message = f"{tag(self.node.name)} is not complete: {missing} is missing"
        last = (
            f"after the {tag(self.passed[-1][1].name)} of line {self.passed[-1][1].line}" if self.passed else "into it"
        )
        yield Refusal("V108", self.node.end_line, self.node.end_column, message, f"put it {last}")


def _may_hold(declared: Element, name: str) -> bool:
    return any(holds(el.names, name) for el in elements_of(declared.content))


def _few(elements: list[Element]) -> str:
    return one_of([tag(name) for name in tags(elements)][:3])
