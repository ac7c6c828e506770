"""The sentences of a source note, told apart from the stops of initials and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORT = ("Dr", "Mr", "Jr", "Sr", "Col", "Gen", "Adm", "Lt", "No", "Vol")
# A stop after an initial, a rank or "Vol" ends nothing; after a bureau's letters it does: "approved in S."
_ABBREVIATED = r"(?<![A-Z])" + "".join(rf"(?<!\b{word})" for word in _SHORT)
_END = re.compile(rf"(?:{_ABBREVIATED}|(?<=[A-Z]{{2}})|(?<= in [A-Z]))\.[”\")\]]?(?= [A-Z(\[“]|\s*\Z)")
_TRANSMISSION = re.compile(
    r"(?:Received|Repeated|Relayed|Passed|Pouched|Sent|Also (?:sent|repeated|pouched|passed|relayed)|Transmitted"
    r"|Copies were sent|A copy was sent)\b"
)


def sentences(chars: str, at: int) -> Iterator[tuple[int, int]]:
    """The half-open offsets of each sentence from `at` on, its stop left out."""
    while at < len(chars):
        end = _END.search(chars, at)
        stop = end.start() if end else len(chars.rstrip(" ]"))
        start = at + len(chars[at:stop]) - len(chars[at:stop].lstrip())
        if start < stop:
            yield start, stop
        at = end.end() if end else len(chars)


def first_sentence(chars: str, at: int) -> str:
    """The words from `at` to the end of the sentence."""
    return next((chars[start:end] for start, end in sentences(chars, at)), "")


def find_transmissions(chars: str, at: int) -> Iterator[str]:
    """The sentences that say when a paper came and to whom it was repeated: "Received at 4:08 p.m."."""
    for start, end in sentences(chars, at):
        if _TRANSMISSION.match(chars, start):
            quoted = chars.count("“", start, end) > chars.count("”", start, end)
            yield " ".join(chars[start:end].split()) + (".”" if quoted else ".")
