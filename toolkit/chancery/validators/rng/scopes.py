"""The definitions of a grammar: collected through includes, combined, and looked up by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from chancery.diagnostics import ChanceryError
from chancery.validators.rng.patterns import Pattern
from chancery.validators.rng.sources import Source, Sources

RNG = "http://relaxng.org/ns/structure/1.0"
START = "#start"  # no name of a definition has a #


@dataclass(frozen=True, slots=True)
class Part:
    """A node of a schema with what it inherits from outside its file."""

    node: etree._Element
    source: Source
    namespace: str = ""

    def parts(self) -> Iterator[Part]:
        """The elements of RELAX NG in it."""
        return (Part(child, self.source, self.namespace) for child in self.node.iterchildren(f"{{{RNG}}}*"))

    @property
    def kind(self) -> str:
        """What RELAX NG calls it."""
        return etree.QName(self.node).localname

    def inherited(self, name: str, otherwise: str = "") -> str:
        """The attribute of the node or of the nearest one round it."""
        node: etree._Element | None = self.node
        while node is not None:
            if (value := node.get(name)) is not None:
                return value.strip() if name != "datatypeLibrary" else value
            node = node.getparent()
        return otherwise


@dataclass(slots=True)
class Scope:
    """The definitions of one grammar, and the grammar round it."""

    parent: Scope | None = None
    parts: dict[str, list[Part]] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)  # what has been read of it
    busy: set[str] = field(default_factory=set)  # what is being read


def collect(part: Part, sources: Sources, scope: Scope, opened: tuple[str, ...] = ()) -> None:
    """Put the definitions of a grammar, of its divisions and of what it includes into `scope`."""
    for child in part.parts():
        match child.kind:
            case "div":
                collect(child, sources, scope, opened)
            case "include":
                _include(child, sources, scope, opened)
            case "start" | "define":
                scope.parts.setdefault(name_of(child), []).append(child)


def name_of(part: Part) -> str:
    """The name of a definition."""
    return START if part.kind == "start" else part.node.get("name", "").strip()


def _include(part: Part, sources: Sources, scope: Scope, opened: tuple[str, ...]) -> None:
    """Collect the included grammar; what the include itself defines stands instead of what it says of that."""
    included = open_part(part, sources, opened)
    own = Scope()
    collect(part, sources, own, opened)
    other = Scope()
    if included is not None:
        if included.kind != "grammar":
            sources.report("V140", included.source, included.node, "only a grammar can be included")
        collect(included, sources, other, (*opened, str(included.source.path)))
        for name in own.parts.keys() - other.parts.keys():
            what = "start" if name == START else f"definition of {name}"
            sources.report("V140", part.source, own.parts[name][0].node, f"the included grammar has no {what}")
    for name, parts in {**other.parts, **own.parts}.items():
        scope.parts.setdefault(name, []).extend(parts)


def open_part(part: Part, sources: Sources, opened: tuple[str, ...] = ()) -> Part | None:
    """The root of the file that an include or externalRef names; None, and a problem noted, where it cannot be read."""
    href = part.node.get("href", "")
    try:
        path = sources.beside(part.source, href)
        if str(path) in (*opened, str(part.source.path)):
            sources.report("V142", part.source, part.node, f"{href} includes itself")
            return None
        found = sources.read(path)
    except ChanceryError as error:
        if error.diagnostics and error.diagnostics[0].file != part.source.name and error.diagnostics[0].line:
            sources.problems.extend(error.diagnostics)
        else:
            sources.report("V143", part.source, part.node, error.message, error.hint)
        return None
    return Part(found.root, found, part.inherited("ns", part.namespace))
