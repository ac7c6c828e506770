"""The characters that a stretch of HTML stands for: itself, or what its character references say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from chancery.model.ledger import PATTERNS, Reason
from chancery.model.text import Run

_TOKEN = re.compile(
    r"(?P<blank>[ \t\n\r\f]++)"
    r"|&(?P<number>#(?:[0-9]{1,7}(?![0-9])|[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])));?"
    r"|&(?P<name>[a-zA-Z][a-zA-Z0-9]{1,32});?"
    r"|[^ \t\n\r\f&]++|&"
)
_BLANKS = " \t\n\r\f"


def read_characters(text: str, start: int, end: int) -> Iterator[tuple[str, Run]]:
    """The characters of text[start:end] with their runs, white space and each reference apart."""
    for token in _TOKEN.finditer(text, start, end):
        if token["number"] or token["name"]:
            yield from _reference(text, token)
        else:
            yield token[0], Run(token.start(), token.end())


def _reference(text: str, token: re.Match[str]) -> Iterator[tuple[str, Run]]:
    """What a reference says; one that says nothing XML can hold stands for itself."""
    start, end = token.span()
    if token["name"] and token[0][1:] not in html5:  # "&notit;" is "&not" and "it;"
        size = next((n for n in range(len(token["name"]), 1, -1) if token["name"][:n] in html5), 0)
        end = start + 1 + size
    said = unescape(text[start:end]) if end > start + 1 else ""
    if not said or said == text[start:end] or PATTERNS[Reason.CONTROL].search(said):
        said, end = "", max(end, start + 1)
    yield (said or text[start:end]), Run(start, end, said)
    if end < token.end():
        yield text[end : token.end()], Run(end, token.end())


def is_blank(chars: str) -> bool:
    """Whether `chars` is white space that HTML makes one blank of; a no-break space isn't."""
    return not chars.strip(_BLANKS)


def say(text: str, start: int, end: int) -> str:
    """What text[start:end] says, its white space as it stands."""
    return (
        "".join(chars for chars, _ in read_characters(text, start, end)) if "&" in text[start:end] else text[start:end]
    )
