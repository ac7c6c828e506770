"""Notes and pages under the ids of this project, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_lowercase

from lxml import etree

from chancery.tei.tree import TEI, XML_ID

_BAD = re.compile(r"[^A-Za-z0-9_.\-]+")


def number_notes(part: etree._Element, prefix: str, taken: set[str]) -> dict[str, str]:
    """The new ids of the part's notes by their old ones; the ids are set, and every note has a number.

    A note without a number has that of the note before it, as where two places of a table share one.
    """
    renamed: dict[str, str] = {}
    last = "1"
    for note in part.iter(f"{TEI}note"):
        if note.get("rend") == "inline":
            continue
        last = note.get("n") or last
        note.set("n", last)
        old = note.get(XML_ID)
        fits = old and old.startswith(f"{prefix}fn") and old not in taken and _agrees(old, prefix, last)
        new = old if old and fits else free_id(f"{prefix}fn{_BAD.sub('_', last)}", taken)
        taken.add(new)
        note.set(XML_ID, new)
        if old and old != new:
            renamed.setdefault(old, new)
    return renamed


def number_pages(parts: Iterable[etree._Element], taken: set[str]) -> None:
    """Set the ids of page breaks: `pg_` and the printed number."""
    for part in parts:
        for pb in part.iter(f"{TEI}pb"):
            ident = free_id(f"pg_{_BAD.sub('_', pb.get('n') or '')}", taken)
            taken.add(ident)
            pb.set(XML_ID, ident)


def free_id(wanted: str, taken: set[str]) -> str:
    """The id, with a letter after it where it is taken."""
    if wanted not in taken:
        return wanted
    letters = (first + second for first in ("", *ascii_lowercase) for second in ascii_lowercase)
    free: str = next(ident for letter in letters if (ident := wanted + letter) not in taken)
    return free


def _agrees(ident: str, prefix: str, number: str) -> bool:
    suffix = ident.removeprefix(f"{prefix}fn")
    return not number.isdecimal() or re.fullmatch(rf"{number}[a-z]*", suffix) is not None
