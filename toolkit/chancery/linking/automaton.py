"""The automaton over the forms of a register: words in, the longest form that begins with them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(slots=True)
class Node(Generic[Entry]):
    """A state of the automaton: the words read so far."""

    next: dict[str, Node[Entry]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()  # what the words read so far stand for


def add_form(root: Node[Entry], key: Sequence[str], entry: Entry) -> None:
    """Teach the automaton one form."""
    node = root
    for word in key:
        node = node.next.setdefault(word, Node())
    node.entries = (*node.entries, entry)


def find_longest(root: Node[Entry], at: int, word_at: Callable[[int], str | None]) -> tuple[int, tuple[Entry, ...]]:
    """The longest form that begins with word `at`: the index after its last word, and its entries.

    `word_at` gives the word of an index, None where the one before it ends whatever it is part of.
    """
    best: tuple[int, tuple[Entry, ...]] = (at, ())
    node, i = root, at
    while node.next and (word := word_at(i)) is not None and (step := node.next.get(word)) is not None:
        node, i = step, i + 1
        if node.entries:
            best = (i, node.entries)
    return best
