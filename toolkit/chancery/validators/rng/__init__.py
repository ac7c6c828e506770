"""RELAX NG: a schema as patterns that can be asked what may come next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from chancery.validators.rng.derivatives import closed
from chancery.validators.rng.names import listed
from chancery.validators.rng.patterns import Element, Pattern, attributes_of, elements_of
from chancery.validators.rng.reader import Reader
from chancery.validators.rng.scopes import RNG, Part, Scope
from chancery.validators.rng.sources import Source, Sources, open_schema, unusable

__all__ = ["Grammar", "grammar_of", "read_grammar"]


class Grammar:
    """The patterns of a schema."""

    def __init__(self, start: Pattern, elements: Sequence[Element]) -> None:
        """`elements` are in the order of the schema."""
        self.start, self.elements = start, tuple(elements)

    @cached_property
    def names(self) -> dict[str, tuple[Element, ...]]:
        """The declarations of the elements that are listed by name."""
        found: dict[str, tuple[Element, ...]] = {}
        for element in self.elements:
            for name in listed(element.names):
                found[name] = (*found.get(name, ()), element)
        return found

    @cached_property
    def attributes(self) -> frozenset[str]:
        """The names of all attributes."""
        return frozenset(n for el in self.elements for one in attributes_of(el.content) for n in listed(one.names))

    @cached_property
    def parents(self) -> dict[Element, tuple[Element, ...]]:
        """The elements that each element may stand in."""
        found: dict[Element, list[Element]] = {}
        for element in self.elements:
            for child in elements_of(element.content):
                found.setdefault(child, []).append(element)
        return {child: tuple(parents) for child, parents in found.items()}


def read_grammar(path: Path, folders: Sequence[Path] = ()) -> Grammar:
    """The grammar in a file of either syntax; raises ChanceryError with a finding for each thing that is wrong."""
    sources, source = open_schema(path, folders)
    return grammar_of(source, sources)


def grammar_of(source: Source, sources: Sources) -> Grammar:
    """The grammar that a file holds; raises ChanceryError with a finding for each thing that is wrong."""
    reader = Reader(sources)
    if not str(source.root.tag).startswith(f"{{{RNG}}}"):
        sources.report("V140", source, source.root, "this is not a RELAX NG schema", f'its elements have xmlns="{RNG}"')
        raise unusable(sources.problems)
    try:
        start = reader.pattern(Part(source.root, source), Scope())
        for element in reader.elements:  # grows while they are read
            closed(element.content)
    except RecursionError:
        sources.report(
            "V142", source, source.root, "it is nested too deep, or a sequence in it is too long, to be read"
        )
        raise unusable(sources.problems) from None
    if sources.problems:
        raise unusable(sorted(sources.problems, key=lambda found: (found.file, found.line or 0)))
    return Grammar(start, reader.elements)
