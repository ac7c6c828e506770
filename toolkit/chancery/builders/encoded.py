"""The encoding of a document, to read: tags, attributes and comments set apart, as HTML that can do nothing."""

from __future__ import annotations

import re
from html import escape

from chancery.tei.tree import parse

PLACE = b"<code></code>"  # in a page, where the encoding goes; text cannot look like it

_DECLARATION = re.compile(r"\A<\?xml\s.*?\?>\s*", re.S)
_MARKUP = re.compile(r"<!--.*?-->|<\?.*?\?>|<(/?)([^\s/<>]+)(?:\s+[^\s=<>]+=(?:\"[^\"]*\"|'[^']*'))*\s*/?>", re.S)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")


def show_encoding(page: bytes, data: bytes, name: str) -> bytes:
    """The page with the encoding in its place; the XML declaration is left out."""
    encoding = parse(data, name).docinfo.encoding or "utf-8"
    text = _DECLARATION.sub("", data.decode(encoding, "replace").removeprefix("\ufeff"), count=1)
    return page.replace(PLACE, f"<code>{set_apart(text)}</code>".encode(), 1)


def set_apart(text: str) -> str:
    """Well-formed XML as HTML: what the reader sees is the XML, character for character."""
    made, at = [], 0
    for match in _MARKUP.finditer(text):
        made += [escape(text[at : match.start()], quote=False), _tag(match)]
        at = match.end()
    return "".join([*made, escape(text[at:], quote=False)])


def _tag(match: re.Match[str]) -> str:
    """A tag as a span with its attributes' values in it as i; comments and instructions as i alone."""
    if match[2] is None:
        return f"<i>{escape(match[0], quote=False)}</i>"
    made, at = [], 0
    for value in _VALUE.finditer(match[0]):
        made += [escape(match[0][at : value.start()], quote=False), f"<i>{escape(value[0], quote=False)}</i>"]
        at = value.end()
    return f"<span>{''.join(made)}{escape(match[0][at:], quote=False)}</span>"
