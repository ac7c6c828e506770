"""What the outputs of an edition are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from chancery.model.metadata import EditionFacts

File: TypeAlias = tuple[str, bytes]  # the stem of its name, its TEI


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition's encoded files and what it says of itself."""

    facts: EditionFacts
    documents: tuple[File, ...]  # in the edition's order: that of their volume, where there is one, else of their names
    persons: bytes | None = None  # the registers
    terms: bytes | None = None
    volumes: tuple[File, ...] = ()  # front and back matter, and chapters with lists of their documents
