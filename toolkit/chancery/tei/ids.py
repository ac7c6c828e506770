"""The ids of a document's parts: promises, so made from what is printed and from nothing else."""

from __future__ import annotations

import re
from collections import defaultdict

_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")


def document_id(number: str, stem: str) -> str:
    """d250 for document 250; without a number the stem of the source's name, made an id."""
    return f"d{_NOT_ID.sub('', number)}" if number else f"d_{_NOT_ID.sub('_', stem)}"


class Ids:
    """Hands out ids that no other part of the document has."""

    def __init__(self, document: str) -> None:
        self.document = document
        self._taken = {document, "chancery", "edition"}
        self._suffixes: dict[str, int] = defaultdict(int)  # how many were tried, by the id without one

    def note(self, n: str, place: int) -> str:
        """d250fn3 for note 3; with a suffix where the number is none or taken. `place` counts from 1."""
        numeric = n.isascii() and n.isdigit()
        wanted = f"{self.document}fn{n if numeric else place}"
        return self._free(wanted, bare=numeric)

    def page(self, n: str) -> str:
        """pg_595 for page 595; with a suffix where the number is taken."""
        return self._free(f"pg_{_NOT_ID.sub('_', n)}", bare=True)

    def _free(self, wanted: str, bare: bool) -> str:
        found = wanted
        while found in self._taken or (found == wanted and not bare):
            found = wanted + _letters(self._suffixes[wanted])
            self._suffixes[wanted] += 1
        self._taken.add(found)
        return found


def _letters(n: int) -> str:
    """a, b … z, aa, ab …"""
    return (_letters(n // 26 - 1) if n >= 26 else "") + chr(ord("a") + n % 26)
