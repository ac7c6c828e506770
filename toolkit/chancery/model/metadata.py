"""What the edition says of a document that the document's text doesn't."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Volume:
    """The volume that a document was taken from."""

    id: str = ""  # frus1964-68v14
    series: str = ""
    title: str = ""
    editors: tuple[str, ...] = ()  # of the volume
    publisher: str = ""
    year: str = ""
    address: str = ""  # of the volume; a document's is address/d250
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's facts from `edition.toml` (or the CSV file it names); empty where nothing is known."""

    volume: Volume = Volume()
    number: str = ""  # 250
    date: str = ""  # 1967-10-13 or 1967-10-13T13:00:00+00:00
    date_from: str = ""
    date_to: str = ""
    not_before: str = ""
    not_after: str = ""
    date_text: str = ""  # the words for it: October 13, 1967, 1300Z
    place: str = ""
    page: str = ""  # the printed page it begins on
    says: str = ""  # who or what says so, in words
    kind: str = ""  # telegram, memorandum, memorandum of conversation, letter, editorial note...
    titles: tuple[str, ...] = ()  # of a chapter, which stand before it in a source of several documents


UNKNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What every document of an edition says about the edition in its header."""

    title: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    licence: str = ""  # words
    licence_address: str = ""
    language: str = "en"
