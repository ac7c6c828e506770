"""The tokens of RELAX NG's compact syntax."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<space>\s+|\#(?!\#)[^\n]*)
      | (?P<doc>\#\#[^\n]*)
      | (?P<literal>\"{3}.*?\"{3}|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*')
      | (?P<name>\\?[^\W\d][\w.\-·]*(?::(?:[^\W\d][\w.\-·]*|\*))?)
      | (?P<sign>\|=|&=|>>|[={}()\[\],&|?*+\-~])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\x+\{([0-9A-Fa-f]+)\}")
_KEYWORD = re.compile(
    "attribute|default|datatypes|div|element|empty|external|grammar|include|inherit|list|mixed|namespace|notAllowed|parent"
    "|start|string|text|token"
)


class BadSyntax(Exception):
    """The text is not compact syntax, and where."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line, self.column, self.message = line, column, message


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the schema; at the end of the file one of kind `end`."""

    kind: str  # doc, literal, name, sign, end
    text: str  # of a literal what it says, of a name without the \ before it
    line: int
    column: int
    quoted: bool = False  # a name with \ before it, which is no keyword

    def is_keyword(self) -> bool:
        """Whether the token is a word of the syntax."""
        return self.kind == "name" and not self.quoted and _KEYWORD.fullmatch(self.text) is not None


def decode(data: bytes) -> str:
    """The characters of a schema; raises BadSyntax where it is neither UTF-8 nor UTF-16."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadSyntax(data.count(b"\n", 0, error.start) + 1, 1, "it is not UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_tokens(text: str) -> list[Token]:
    """The tokens, white space and comments left out; raises BadSyntax at what is none."""
    found: list[Token] = []
    at, line, begin = 0, 1, 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadSyntax(line, at - begin + 1, f"{text[at]} cannot stand here")
        kind, words = match.lastgroup or "", match[0]
        if kind != "space":
            found.append(Token(kind, _said(kind, words), line, at - begin + 1, words.startswith("\\")))
        line += words.count("\n")
        begin = at + words.rindex("\n") + 1 if "\n" in words else begin
        at = match.end()
    return [*found, Token("end", "the end of the file", line, at - begin + 1)]


def _said(kind: str, words: str) -> str:
    if kind == "literal":
        inside = words[3:-3] if words[:3] in ('"""', "'''") else words[1:-1]
        return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), inside)
    if kind == "doc":
        return words.lstrip("#").strip()
    return words.removeprefix("\\")
