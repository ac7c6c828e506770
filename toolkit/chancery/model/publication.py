"""What the outputs of an edition are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from chancery.model.metadata import EditionFacts

File: TypeAlias = tuple[str, bytes]  # the stem of its name, its TEI


Named: TypeAlias = tuple[str, bytes]  # the name of a file with its ending, its content


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What an edition says of its web pages."""

    edition: EditionFacts = field(default_factory=EditionFacts)  # title, editors, licence and language of the pages
    description: str = ""
    address: str = ""  # where the site will stand, with a slash at its end; empty where nobody knows
    accent: str = ""  # of links, #rrggbb; empty for the stylesheet's own
    accent_dark: str = ""
    search: bool = True
    logo: Named | None = None
    book: Named | None = None  # the PDF, to take away with the pages
    pages: tuple[Named, ...] = ()  # of the editors' own, Markdown or TEI


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition's encoded files and what it says of itself."""

    facts: EditionFacts
    documents: tuple[File, ...]  # in the edition's order: that of their volume, where there is one, else of their names
    persons: bytes | None = None  # the registers
    terms: bytes | None = None
    volumes: tuple[File, ...] = ()  # front and back matter, and chapters with lists of their documents
    site: SiteFacts | None = None  # nothing but the edition's facts where it is not given
