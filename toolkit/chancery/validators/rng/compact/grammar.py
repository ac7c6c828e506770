"""Declarations, definitions and includes of the compact syntax."""

from __future__ import annotations

from lxml import etree

from chancery.validators.rng.compact.annotations import annotate, read_annotations, read_element
from chancery.validators.rng.compact.patterns import Patterns, inherit
from chancery.validators.rng.compact.stream import Stream
from chancery.validators.rng.compact.tokens import Token

_COMBINE = {"=": "", "|=": "choice", "&=": "interleave"}


class Grammar(Patterns):
    """Reads a whole schema."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(Stream(tokens))

    def read(self) -> etree._Element:
        """The schema: a pattern alone, or a grammar without its braces."""
        stream = self.stream
        self.declarations()
        if self._begins_content():
            made = stream.make("grammar", stream.now.line)
            self.content(made)
        else:
            made = self.pattern()
        if stream.now.kind != "end":
            raise stream.wrong("the end of the schema")
        if stream.default is not None and made.get("ns") is None:
            made.set("ns", stream.default)
        return made

    def declarations(self) -> None:
        """The prefixes and libraries that the schema declares at its beginning."""
        stream = self.stream
        while stream.sees("namespace", "default", "datatypes"):
            kind = stream.take().text
            if kind == "default":
                stream.expect("namespace")
            prefix = stream.identifier() if not stream.sees("=") else ""
            stream.expect("=")
            namespace = None if stream.accept("inherit") else stream.literal()
            if kind == "datatypes":
                stream.libraries[prefix] = namespace or ""
            elif prefix:
                stream.namespaces[prefix] = namespace or "urn:inherited"
            if kind == "default":
                stream.default = namespace

    def _begins_content(self) -> bool:
        """Whether a grammar's content comes, and not a pattern."""
        stream = self.stream
        place = stream._at
        try:
            read_annotations(stream)
            names = stream.now.kind == "name" and (stream.then.text in (*_COMBINE, "[") and stream.then.kind == "sign")
            return names or stream.sees("start", "div", "include") or stream.now.kind == "end"
        finally:
            stream._at = place

    def content(self, made: etree._Element) -> None:
        """Put the definitions that come next into a grammar, division or include."""
        while self.stream.now.kind != "end" and not self.stream.sees("}"):
            made.append(self.component())

    def component(self) -> etree._Element:
        """The next definition, division, include or annotation."""
        stream = self.stream
        if stream.now.kind == "name" and stream.then.text == "[" and not stream.now.is_keyword():
            return read_element(stream)
        annotations = read_annotations(stream)
        token = stream.now
        if stream.accept("div"):
            made = self._braces(stream.make("div", token.line))
        elif stream.accept("include"):
            made = inherit(stream, stream.make("include", token.line, href=stream.literal()))
            made = self._braces(made) if stream.sees("{") else made
        elif stream.accept("start"):
            made = self._define(stream.make("start", token.line))
        elif token.kind == "name" and not token.is_keyword():
            made = self._define(stream.make("define", token.line, name=stream.identifier()))
        else:
            raise stream.wrong("a definition")
        return annotate(made, annotations)

    def _define(self, made: etree._Element) -> etree._Element:
        stream = self.stream
        if not stream.sees(*_COMBINE):
            raise stream.wrong("=")
        combine = _COMBINE[stream.take().text]
        if combine:
            made.set("combine", combine)
        made.append(self.pattern())
        return made

    def _braces(self, made: etree._Element) -> etree._Element:
        self.stream.expect("{")
        self.content(made)
        self.stream.expect("}")
        return made

    def grammar(self, line: int) -> etree._Element:
        """The grammar whose braces come next."""
        return self._braces(self.stream.make("grammar", line))
