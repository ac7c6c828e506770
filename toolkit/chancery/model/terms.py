"""The register of terms and abbreviations as the tagger needs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the register."""

    id: str
    forms: tuple[str, ...]  # as they stand in texts; the case of their letters counts
    gloss: str = ""  # what it means, in words


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an edition or a volume, in the order of its file."""

    terms: tuple[Term, ...]
    file: str = "terms.xml"  # as links name it
