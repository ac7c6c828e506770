"""How far a stretch of TEI text goes along with the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.audit.streams import WHITE

_TOKENS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_WHITE = re.compile(r"[ \t\r\n]+")
_BLANK = re.compile(r"\s+")
_FIRST = 60  # characters that tell whether a text begins somewhere


@dataclass(frozen=True, slots=True)
class Reach:
    """How far two texts agree: offsets after what agrees."""

    source: int
    text: int


def compare(source: str, at: int, text: str) -> Reach:
    """How far `text` is what the source says from `at` on; where both have XML white space, any amount is the same."""
    if source.startswith(text, at):
        return Reach(at + len(text), len(text))
    blank = -1  # where white space began, if it was the last thing
    for token in _TOKENS.finditer(text):
        if token[0][0] in WHITE:
            white = _WHITE.match(source, at) or _line_end(source, at)
            if not white:
                return Reach(at, token.start())
            at, blank = white.end(), at
            continue
        if not source.startswith(token[0], at) and blank >= 0 and (white := _line_end(source, blank)):
            at = white.end()  # other white space around the end of a line
        same = _common(source, at, token[0])
        at += same
        if same < len(token[0]):
            return Reach(at, token.start() + same)
        blank = -1
    return Reach(at, len(text))


def begins(source: str, at: int, text: str) -> bool:
    """Whether the source, from `at` on, says the beginning of `text`."""
    first = text[:_FIRST]
    if len(first) < len(text):
        first = first.rpartition(" ")[0].rstrip(WHITE) or first
    return compare(source, at, first).text == len(first)


def _line_end(source: str, at: int) -> re.Match[str] | None:
    """White space of any sort with the end of a line in it."""
    found = _BLANK.match(source, at)
    return found if found and not set(found[0]).isdisjoint("\n\r\x85\u2028\u2029") else None


def _common(source: str, at: int, word: str) -> int:
    if source.startswith(word, at):
        return len(word)
    pairs = zip(word, source[at : at + len(word)], strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(word), len(source) - at))
