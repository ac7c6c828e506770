"""How far the content of an element has been read, and what could come next."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from chancery.validators.nodes import Node
from chancery.validators.rng import Grammar
from chancery.validators.rng.derivatives import after_any, next_elements
from chancery.validators.rng.names import holds
from chancery.validators.rng.patterns import Element, Pattern, elements_of
from chancery.validators.why.words import Refusal, one_of, tag, tags, takes_text


class Guide(Protocol):
    """What the content of one element must know of the whole document."""

    @property
    def grammar(self) -> Grammar:
        """The grammar."""

    @property
    def advises(self) -> bool:
        """Whether what the schema says of an element tells an editor what is right."""

    def refusals(self, node: Node, declared: tuple[Element, ...]) -> tuple[Refusal, ...]:
        """What is wrong with an element that may be declared so."""

    def fitting(self, node: Node, declared: tuple[Element, ...]) -> list[Element]:
        """The declarations that an element fits."""

    def common(self, names: list[str]) -> list[str]:
        """The names in the order in which an editor may think of them."""


@dataclass(slots=True)
class State:
    """The content of an element held against what must follow its start tag, as far as it was read."""

    guide: Guide
    node: Node
    declared: Element
    pattern: Pattern
    passed: list[tuple[Pattern, Node]] = field(default_factory=list)  # what was possible at each child that was right
    displaced: set[str] = field(default_factory=set)  # refused where they stand, but not more than that
    unknown: bool = False  # an unknown element may have been what is wanted next
    wrapper: Element | None = None  # what is missing round the text and elements since the last that was right

    def step(self, child: Node, declared: tuple[Element, ...]) -> None:
        """Go on behind a child."""
        self.passed.append((self.pattern, child))
        self.pattern = after_any(self.pattern, declared)
        self.unknown, self.wrapper = False, None

    def allowed(self, begin: str) -> str:
        """What may stand here, as a clause that begins so; empty where nothing may."""
        names = self.guide.common(tags(next_elements(self.pattern)))
        words = ["text"] if takes_text(self.pattern) else []
        told = one_of(words + [tag(name) for name in names])
        return f"{begin}{' ' if begin else ''}allowed here: {told}" if told else ""

    def advise(self, hint: str) -> str:
        """The hint, and the first sentence that the schema says of the element, where that helps."""
        words = self.declared.words.partition(". ")[0].rstrip(".") if self.guide.advises else ""
        return ". ".join(filter(None, (hint, words)))

    def wrappers(self, name: str) -> list[Element]:
        """The elements in which an element called `name`, or text, could stand here, the likeliest first."""
        mixed = takes_text(self.declared.content)  # then what takes text is no place for what may not stand in text
        possible = {
            tags([one])[0]: one
            for one in reversed(next_elements(self.pattern))
            if tags([one])
            and (may_hold(one, name) if name else takes_text(one.content))
            and not (mixed and takes_text(one.content))
        }
        return [possible[name] for name in self.guide.common(list(reversed(possible)))]


@cache
def may_hold(declared: Element, name: str) -> bool:
    """Whether an element called `name` may stand somewhere in one declared so."""
    return any(holds(el.names, name) for el in elements_of(declared.content))


def few(elements: list[Element]) -> str:
    """The names of the first elements."""
    return one_of([tag(name) for name in tags(elements)][:3])
