"""The files of an edition as the checks across files see them: what each is, what has an id, what points somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.tei.tree import TEI, XML_ID
from chancery.validators.wellformed import Places

_POINTING = ("ref", "target", "url")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the edition that could be read."""

    name: str
    tree: etree._ElementTree
    places: Places

    def finding(self, code: str, place: int, message: str, hint: str) -> Diagnostic:
        """A finding at the element of that number, in the order of the document."""
        line, column = self.places.starts[place]
        return Diagnostic(code, self.name, line, message, hint, column)

    def beside(self, other: str) -> str:
        """The name of another file in the same folder."""
        return str(PurePosixPath(self.name).parent / other)


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer: where it stands, and the two sides of its hash sign."""

    place: int  # the number of its element, in the order of the document
    element: str  # local name
    attribute: str
    file: str  # what stands before the hash sign
    id: str


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies a document: its volume, empty where the file's name does not say, and its id."""

    volume: str
    document: str


def read_links(file: File) -> Iterator[Link]:
    """Every pointer of a file; an attribute with several is split."""
    for place, el in enumerate(file.tree.iter("*")):
        for attribute in _POINTING:
            for target in (el.get(attribute) or "").split():
                before, _, ident = target.partition("#")
                yield Link(place, etree.QName(el).localname, attribute, before, ident)


def read_ids(file: File) -> dict[str, int]:
    """The ids outside the header, with the numbers of their elements; the first where one is there twice."""
    header = file.tree.getroot().find(f"{TEI}teiHeader")
    within = set(header.iter("*")) if header is not None else set()
    ids: dict[str, int] = {}
    for place, el in enumerate(file.tree.iter("*")):
        if (ident := el.get(XML_ID)) and el not in within:
            ids.setdefault(ident, place)
    return ids


def is_volume(file: File) -> bool:
    """Whether a file is a volume's, with what it has beside its documents."""
    return file.tree.getroot().find(f"{TEI}text") is not None and read_key(file) is None


def read_key(file: File) -> Key | None:
    """What identifies the document in a file; none where it holds none."""
    div = file.tree.getroot().find(f"{TEI}text/{TEI}body/{TEI}div[@type='document']")
    if div is None:
        return None
    stem, ident = PurePosixPath(file.name).stem, div.get(XML_ID, "")
    return Key(stem.removesuffix(f"_{ident}") if stem.endswith(f"_{ident}") else "", ident)
