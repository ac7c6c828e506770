"""The words of a line that a finding points to."""

from __future__ import annotations

import re

from chancery.doubts.reading import cut_around
from chancery.model.doubts import Words

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")


def words_of_line(line: str, named: str, column: int) -> Words:
    """What a line says around the words that a finding names, without its tags; else where the finding points."""
    marked = f"{line[: max(0, column - 1)]}\0{line[max(0, column - 1) :]}"
    text = " ".join(_TAG.sub("", marked).split()).removeprefix("\0 ")
    at = max(0, text.find("\0"))
    text = text.replace("\0", "")
    place = text.find(named, max(0, at - len(named))) if named else -1
    start, end = (place, place + len(named)) if place >= 0 else (at, at)
    return Words(*cut_around(text, start, end))
