"""How each layout shows that a line belongs to a list of notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chancery.readers.lines import Line

_WEB = re.compile(r"(?P<n>\d{1,4})\.(?=\s|\Z)")
_PLAIN = re.compile(r"\[(?P<n>\d{1,3}|[*†‡§]{1,4}|[a-z])\](?=\s)")
_SLASH = re.compile(r"/(?P<n>\d{1,3}|[*†‡§]{1,4}|[a-z])/")
_MARKDOWN = re.compile(r"\[\^(?P<n>\d{1,4}|[a-z]{1,2}|[*†‡§]{1,4})\]:(?=\s)")
_READER = re.compile(r".*↩\ufe0e?\Z", re.S)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a layout's notes."""

    number: Callable[[Line], re.Match[str] | None]  # of a note, "n" in it where it is printed
    last: bool = True  # whether notes stand at the end of their document, and of it alone
    marker: str = "{}"  # how the text spells it
    heads: Callable[[Line], bool] = lambda line: False  # whether the layout itself says that a line is a heading


SIGNS: dict[str, Signs] = {
    "web": Signs(lambda line: _WEB.match(line.text) if line.indent else None),
    "reader": Signs(lambda line: _READER.match(line.text) if "↩" in line.text else None),
    "plain": Signs(lambda line: _PLAIN.match(line.text), marker="[{}]"),
    "markdown": Signs(lambda line: _MARKDOWN.match(line.text), marker="[^{}]"),
    "slash": Signs(lambda line: _SLASH.match(line.text), last=False, marker="/{}/"),
}


def find_layout(lines: Sequence[Line]) -> str:
    """The layout whose signs of notes most lines have; nothing where no line has any."""
    counts = {name: sum(1 for line in lines if signs.number(line)) for name, signs in SIGNS.items()}
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] else ""


def ends_notes(lines: Sequence[Line], place: int, floor: int, signs: Signs, most: int = 8) -> bool:
    """Whether a list of notes stands right before a line, but for what a last note has of paragraphs."""
    return any(signs.number(line) for line in lines[max(floor, place - most) : place])
