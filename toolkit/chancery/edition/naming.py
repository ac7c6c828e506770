"""The names of the documents of a source that holds several: promises, so made from its name and their numbers."""

from __future__ import annotations

import re

# What of a source's name says which part of a volume it holds: "_ch3", "_comp1", "_d250-d261", "_documents".
_PLACE = re.compile(
    r"(?P<volume>.+?)[_-](?:(?:sub)?ch(?:ap(?:ter)?)?s?|comp(?:ilation)?|p(?:ar)?t|sect?(?:ion)?|pages?|pp?)"
    r"[-_. ]?(?:\d+|[ivxl]+)?(?:[-–_.]\w+)*\Z"
    r"|(?P<numbered>.+)_(?:d\d+[a-z]?(?:[-–_]+d?\d+[a-z]?)*|doc(?:ument)?s?(?:[-_ ]?\d+(?:[-–_]\d+)*)?)\Z",
    re.I,
)
_DOCUMENT = re.compile(r".+_(?:d\d+[a-z]?|\d+)\Z", re.I)


def root_of(stem: str) -> str:
    """The part of a source's name that its documents' names begin with: the volume, where the name tells one."""
    found = _PLACE.match(stem)
    return (found["volume"] or found["numbered"]) if found else stem


def name_document(stem: str, number: str, place: int) -> str:
    """The name of a document of a source: its number's, else that of its place in the source, counted from 1.

    frus1964-68v14_ch3 and document 250 make frus1964-68v14_d250.
    """
    return f"{root_of(stem)}_d{number.lower()}" if number else f"{stem}_{place}"


def may_hold(stem: str, name: str) -> bool:
    """Whether a source of the name `stem` may hold a document of the name `name` among others."""
    inside = name.startswith((f"{root_of(stem)}_d", f"{stem}_"))
    return stem != name and inside and bool(_DOCUMENT.match(name)) and not re.fullmatch(r".+_d\d+[a-z]?", stem)
