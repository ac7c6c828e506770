"""Notes of a list that begin with a symbol or a letter, among those that begin with a number or alone.

"* Received March 4." could be anything; it is a note only where the text above calls it: "the Secretary of State*".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.readers.lines import Line

_SIGN = re.compile(r"(?P<label>(?P<n>[*†‡§¶]{1,4}|[a-z])[.)]?)[ \t\u00a0]+(?=\S)")
_LETTERS = r"(?<=[.,;:!?)\]”’])"  # a letter is a marker only behind a sentence's signs, a symbol behind any word too


def find_called(lines: Sequence[Line], text: str) -> dict[int, re.Match[str]]:
    """The lines that open with a sign which the text before them has as a marker, by where they begin."""
    found: dict[int, re.Match[str]] = {}
    for line in lines:
        sign = _SIGN.match(line.text)
        if sign and _is_called(sign["n"], text, line.start):
            found[line.start] = sign
    return found


def _is_called(n: str, text: str, end: int) -> bool:
    before = _LETTERS if n.isalpha() else r"(?<=[^\s*†‡§¶])"
    return bool(re.compile(rf"{before}{re.escape(n)}(?![\w*†‡§¶])").search(text, 0, end))


def begin_earlier(lines: Sequence[Line], first: int, called: dict[int, re.Match[str]]) -> int:
    """Where the list begins, notes with signs right above it, or at the end of the text, among it."""
    at = first
    while at and (lines[at - 1].blank or lines[at - 1].start in called):
        at -= 1
    while at < first and lines[at].blank:
        at += 1
    return at
