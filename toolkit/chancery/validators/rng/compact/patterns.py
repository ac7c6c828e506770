"""The patterns of the compact syntax."""

from __future__ import annotations

from lxml import etree

from chancery.validators.rng.compact.annotations import annotate, read_annotations, read_following
from chancery.validators.rng.compact.classes import read_name_class
from chancery.validators.rng.compact.stream import Stream

_JOINS = {",": "group", "|": "choice", "&": "interleave"}
_REPEATS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_ALONE = ("empty", "text", "notAllowed")
BUILT_IN = ("string", "token")


class Patterns:
    """Reads patterns; grammars in them are read by the class that is made of this one."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    def grammar(self, line: int) -> etree._Element:
        """The grammar whose braces come next."""
        raise NotImplementedError

    def pattern(self) -> etree._Element:
        """The next pattern: particles with one sign between them."""
        stream, line = self.stream, self.stream.now.line
        first = self.particle()
        join = stream.now.text if stream.sees(*_JOINS) else ""
        if not join:
            return first
        made = stream.make(_JOINS[join], line)
        made.append(first)
        while stream.accept(join):
            made.append(self.particle())
        if stream.sees(*_JOINS):
            raise stream.wrong(f"{join}, or parentheses round one of the two,")
        return made

    def particle(self) -> etree._Element:
        """The next pattern with the sign of repetition after it."""
        stream, line = self.stream, self.stream.now.line
        annotations = read_annotations(stream)
        found = annotate(self.primary(), annotations)
        found.extend(read_following(stream))
        if stream.sees(*_REPEATS):
            inner, found = found, stream.make(_REPEATS[stream.take().text], line)
            found.append(inner)
        return found

    def primary(self) -> etree._Element:
        """The next pattern without signs round it."""
        stream = self.stream
        token = stream.now
        if stream.accept("("):
            inner = self.pattern()
            stream.expect(")")
            return inner
        if token.kind == "literal" or stream.sees(*BUILT_IN) or (token.kind == "name" and ":" in token.text):
            return self.data()
        if token.kind != "name":
            raise stream.wrong("a pattern")
        return self.word() if token.is_keyword() else stream.make("ref", token.line, name=stream.identifier())

    def word(self) -> etree._Element:
        """The pattern that a keyword begins."""
        stream, token = self.stream, self.stream.take()
        match token.text:
            case "element" | "attribute":
                made = read_name_class(stream, stream.make(token.text, token.line))
                return self.inside(made)
            case "mixed" | "list":
                return self.inside(stream.make(token.text, token.line))
            case "parent":
                return stream.make("parentRef", token.line, name=stream.identifier())
            case "external":
                made = stream.make("externalRef", token.line, href=stream.literal())
                return inherit(stream, made)
            case "grammar":
                return self.grammar(token.line)
        if token.text in _ALONE:
            return stream.make(token.text, token.line)
        raise stream.wrong(f"something other than {token.text}")

    def inside(self, made: etree._Element) -> etree._Element:
        """The element with the pattern in braces that comes next."""
        self.stream.expect("{")
        made.append(self.pattern())
        self.stream.expect("}")
        return made

    def data(self) -> etree._Element:
        """A value, or a datatype with its parameters and what is excepted."""
        stream, line = self.stream, self.stream.now.line
        library, name = "", ""
        if stream.now.kind == "name":
            prefix, colon, name = stream.take().text.rpartition(":")
            if colon and prefix not in stream.libraries:
                raise stream.wrong(f"a datatype with a known prefix, not {prefix}:{name},")
            library = stream.libraries[prefix] if colon else ""
        if stream.now.kind == "literal":
            made = stream.make("value", line, **({"type": name, "datatypeLibrary": library} if name else {}))
            made.text = stream.literal()
            return made
        made = stream.make("data", line, type=name, datatypeLibrary=library)
        if stream.accept("{"):
            while not stream.accept("}"):
                self.parameter(made)
        if stream.accept("-"):
            excepted = stream.make("except", line)
            excepted.append(self.primary())
            made.append(excepted)
        return made

    def parameter(self, made: etree._Element) -> None:
        """The next parameter of a datatype."""
        stream = self.stream
        annotations = read_annotations(stream)
        param = stream.make("param", stream.now.line, name=stream.identifier())
        stream.expect("=")
        param.text = stream.literal()
        made.append(annotate(param, annotations))


def inherit(stream: Stream, made: etree._Element) -> etree._Element:
    """The element with the namespace that what it brings in inherits."""
    namespace = stream.default
    if stream.accept("inherit"):
        stream.expect("=")
        namespace = stream.namespace(stream.identifier())
    if namespace is not None:
        made.set("ns", namespace)
    return made
