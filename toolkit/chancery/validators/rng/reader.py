"""A schema in RELAX NG's XML syntax, read as patterns (RELAX NG, section 4, done on the way)."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from lxml import etree

from chancery.validators.rng.classes import read_class
from chancery.validators.rng.datatypes import UnknownDatatype, find_datatype
from chancery.validators.rng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Data,
    Element,
    ListOf,
    Pattern,
    Value,
    choice,
    groups,
    interleave,
    repeat,
)
from chancery.validators.rng.scopes import RNG, START, Part, Scope, collect, open_part
from chancery.validators.rng.sources import Sources

DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_NOT_PATTERNS = ("except", "param")


class Reader:
    """Reads the patterns of a schema; what is wrong with it is noted in `sources`."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.elements: list[Element] = []
        self.opened: tuple[str, ...] = ()
        self.words = ""  # what the definition that is being read says of itself

    def pattern(self, part: Part, scope: Scope) -> Pattern:
        """The pattern that a node is."""
        make = _MAKERS.get(part.kind)
        if make is None or not part.node.tag.startswith(f"{{{RNG}}}"):
            self.sources.report("V140", part.source, part.node, f"<{part.kind}> is not a pattern of RELAX NG")
            return NOT_ALLOWED
        return make(self, part, scope)

    def patterns(self, part: Part, scope: Scope) -> list[Pattern]:
        """The patterns in a node."""
        parts = list(part.parts())
        if part.kind in ("element", "attribute") and part.node.get("name") is None:
            parts = parts[1:]  # the first says what it is called
        return [self.pattern(child, scope) for child in parts if child.kind not in _NOT_PATTERNS]

    def group(self, part: Part, scope: Scope) -> Pattern:
        """The patterns in a node, one after the other."""
        return groups(self.patterns(part, scope))

    def choice(self, part: Part, scope: Scope) -> Pattern:
        """One of the patterns in a node."""
        return choice(*self.patterns(part, scope))

    def interleave(self, part: Part, scope: Scope) -> Pattern:
        """The patterns in a node, mixed."""
        found: Pattern = EMPTY
        for pattern in reversed(self.patterns(part, scope)):
            found = interleave(pattern, found)
        return found

    def element(self, part: Part, scope: Scope) -> Pattern:
        """The element, its content not looked at yet: elements may hold themselves."""

        def read() -> Pattern:
            self.words = ""
            return self.group(part, scope)

        made = Element(read_class(part, self.sources), read, documentation(part.node))
        self.elements.append(made)
        return made

    def attribute(self, part: Part, scope: Scope) -> Pattern:
        """The attribute; text, where nothing is said of its value."""
        before, own = self.words, documentation(part.node)
        self.words = ""
        inner = self.patterns(part, scope)
        self.words = before
        return Attribute(read_class(part, self.sources), groups(inner) if inner else TEXT, own)

    def data(self, part: Part, scope: Scope) -> Pattern:
        """Text of a datatype."""
        params = [child for child in part.parts() if child.kind == "param"]
        facets = [(p.node.get("name", ""), p.node.text or "") for p in params]
        excepted = [choice(*self.patterns(child, scope)) for child in part.parts() if child.kind == "except"]
        library, name = part.inherited("datatypeLibrary"), part.node.get("type", "").strip()
        try:
            datatype = find_datatype(library, name, facets)
        except UnknownDatatype as error:
            self.sources.report("V140", part.source, part.node, str(error))
            return NOT_ALLOWED
        return Data(datatype, excepted[0] if excepted else None, documentation(part.node) or self.words)

    def value(self, part: Part, scope: Scope) -> Pattern:
        """One text."""
        name = part.node.get("type")
        library = part.inherited("datatypeLibrary") if name else ""
        try:
            datatype = find_datatype(library, (name or "token").strip())
        except UnknownDatatype as error:
            self.sources.report("V140", part.source, part.node, str(error))
            return NOT_ALLOWED
        return Value(datatype, part.node.text or "", documentation(part.node))

    def ref(self, part: Part, scope: Scope) -> Pattern:
        """What the definition of a name says."""
        return self.defined(part, scope, part.node.get("name", "").strip())

    def parent_ref(self, part: Part, scope: Scope) -> Pattern:
        """What the definition of a name says in the grammar round this one."""
        if scope.parent is None:
            self.sources.report("V141", part.source, part.node, "there is no grammar round this one")
            return NOT_ALLOWED
        return self.defined(part, scope.parent, part.node.get("name", "").strip())

    def grammar(self, part: Part, scope: Scope | None) -> Pattern:
        """What a grammar begins with."""
        own = Scope(scope)
        collect(part, self.sources, own, self.opened)
        start = self.defined(part, own, START)
        for name in own.parts:  # what nobody asks for is read too: mistakes may stand there
            self.defined(part, own, name)
        return start

    def external(self, part: Part, scope: Scope) -> Pattern:
        """The pattern in another file."""
        found = open_part(part, self.sources, self.opened)
        if found is None:
            return NOT_ALLOWED
        before, self.opened = self.opened, (*self.opened, str(part.source.path), str(found.source.path))
        pattern = self.pattern(found, Scope())
        self.opened = before
        return pattern

    def defined(self, part: Part, scope: Scope, name: str) -> Pattern:
        """What a definition says, read once."""
        if name in scope.patterns:
            return scope.patterns[name]
        if name not in scope.parts:
            self._undefined(part, scope, name)
        elif name in scope.busy:
            message = f"{name} holds itself without an element between, so that it has no end"
            self.sources.report("V142", scope.parts[name][0].source, scope.parts[name][0].node, message)
        else:
            scope.busy.add(name)
            scope.patterns[name] = self._combined(scope.parts[name], scope, name)
            scope.busy.discard(name)
        return scope.patterns.get(name, NOT_ALLOWED)

    def _undefined(self, part: Part, scope: Scope, name: str) -> None:
        what = "it has no start" if name == START else f"nothing is defined as {name}"
        close = get_close_matches(name, scope.parts, n=1)
        self.sources.report("V141", part.source, part.node, what, f"did you mean {close[0]}?" if close else "")

    def _combined(self, parts: list[Part], scope: Scope, name: str) -> Pattern:
        before, found = self.words, []
        for part in parts:
            self.words = documentation(part.node)
            found.append(self.group(part, scope))
        self.words = before
        how = {part.node.get("combine", "").strip() for part in parts} - {""}
        if len(how) > 1 or (len(parts) > 1 and sum(not part.node.get("combine") for part in parts) > 1):
            what = "start" if name == START else name
            self.sources.report("V140", parts[-1].source, parts[-1].node, f"{what} is defined twice", "say combine")
        if how != {"interleave"}:
            return choice(*found)
        mixed: Pattern = EMPTY
        for pattern in found:
            mixed = interleave(mixed, pattern)
        return mixed


def documentation(node: etree._Element) -> str:
    """What the schema says of one of its parts."""
    return " ".join((node.findtext(DOCUMENTATION) or "").split())


def _optional(reader: Reader, part: Part, scope: Scope) -> Pattern:
    return choice(reader.group(part, scope), EMPTY)


def _mixed(reader: Reader, part: Part, scope: Scope) -> Pattern:
    return interleave(reader.group(part, scope), TEXT)


_MAKERS: dict[str, Callable[[Reader, Part, Scope], Pattern]] = {
    "element": Reader.element,
    "attribute": Reader.attribute,
    "group": Reader.group,
    "choice": Reader.choice,
    "interleave": Reader.interleave,
    "optional": _optional,
    "oneOrMore": lambda reader, part, scope: repeat(reader.group(part, scope)),
    "zeroOrMore": lambda reader, part, scope: choice(repeat(reader.group(part, scope)), EMPTY),
    "mixed": _mixed,
    "list": lambda reader, part, scope: ListOf(reader.group(part, scope)),
    "ref": Reader.ref,
    "parentRef": Reader.parent_ref,
    "externalRef": Reader.external,
    "grammar": Reader.grammar,
    "data": Reader.data,
    "value": Reader.value,
    "text": lambda reader, part, scope: TEXT,
    "empty": lambda reader, part, scope: EMPTY,
    "notAllowed": lambda reader, part, scope: NOT_ALLOWED,
}
