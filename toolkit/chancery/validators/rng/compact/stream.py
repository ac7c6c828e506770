"""Tokens taken one after the other, and elements made of them."""

from __future__ import annotations

from lxml import etree

from chancery.validators.rng.compact.tokens import BadSyntax, Token
from chancery.validators.rng.datatypes import XSD
from chancery.validators.rng.names import XML

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"


class Stream:
    """The tokens from where reading has come to, and what the schema has declared so far."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._at = tokens, 0
        self.namespaces = {"a": ANNOTATIONS}
        self.libraries = {"xsd": XSD}
        self.default: str | None = None  # namespace; None is that of who includes the schema

    @property
    def now(self) -> Token:
        """The next token."""
        return self._tokens[self._at]

    @property
    def then(self) -> Token:
        """The token after the next."""
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The next token, which is then over."""
        token = self.now
        self._at += token.kind != "end"
        return token

    def sees(self, *texts: str) -> bool:
        """Whether the next token is one of the signs or keywords."""
        return self.now.kind in ("sign", "name") and not self.now.quoted and self.now.text in texts

    def accept(self, text: str) -> bool:
        """Whether the next token was that sign or keyword; then it is over."""
        seen = self.sees(text)
        if seen:
            self.take()
        return seen

    def expect(self, text: str) -> Token:
        """The next token, which must be that sign or keyword."""
        if not self.sees(text):
            raise self.wrong(text)
        return self.take()

    def wrong(self, wanted: str) -> BadSyntax:
        """What is wrong at the next token."""
        return BadSyntax(self.now.line, self.now.column, f"{wanted} is wanted here, not {self.now.text}")

    def literal(self) -> str:
        """The next text, put together where it is in pieces."""
        if self.now.kind != "literal":
            raise self.wrong("a text in quotation marks")
        words = self.take().text
        while self.accept("~"):
            words += self.literal()
        return words

    def identifier(self) -> str:
        """The next name, without a prefix."""
        if self.now.kind != "name" or ":" in self.now.text:
            raise self.wrong("a name")
        return self.take().text

    def make(self, kind: str, line: int, **attributes: str) -> etree._Element:
        """An element of RELAX NG that knows its line."""
        made = element(f"{{{RNG}}}{kind}", line, self.namespaces)
        for name, value in attributes.items():
            made.set(name, value)
        return made

    def namespace(self, prefix: str) -> str:
        """The namespace of a prefix."""
        if prefix == "xml":
            return XML
        if prefix not in self.namespaces:
            raise BadSyntax(self.now.line, self.now.column, f"the prefix {prefix} is not declared")
        return self.namespaces[prefix]


def element(name: str, line: int, namespaces: dict[str, str]) -> etree._Element:
    """An element that knows its line."""
    made = etree.Element(name, nsmap=dict(namespaces))
    made.sourceline = line  # type: ignore[assignment]
    return made
