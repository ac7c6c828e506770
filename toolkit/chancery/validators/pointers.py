"""Pointers from one file of an edition to another: do they arrive?

A document that the edition does not have may be pointed to: the series is larger than the edition. What is in the
edition must have what is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.tei.tree import TEI, XML_ID
from chancery.validators.wellformed import Places

REGISTERS = ("persons.xml", "terms.xml")
_PART = re.compile(r"(?P<document>d[0-9]+[A-Za-z]?)(?:(?:fn|at).*)?")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the edition that could be read."""

    name: str
    tree: etree._ElementTree
    places: Places


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies a document: its volume, empty where the file's name does not say, and its id."""

    volume: str
    document: str


def check_pointers(files: Sequence[File]) -> list[Diagnostic]:
    """What points to nothing, and documents that the edition has twice."""
    keys = {file.name: key for file in files if (key := _key(file)) is not None}
    found = list(_twice(files, keys))
    documents = {keys[file.name]: _ids(file.tree) for file in files if file.name in keys}
    terms = {file.name: _ids(file.tree) for file in files if _base(file.name) == "terms.xml"}
    names = {file.name for file in files}
    for file in files:
        found += _check_registers(file, names)
        found += _check_terms(file, terms)
        if file.name in keys:
            found += _check_references(file, keys[file.name], documents)
        else:
            found += _check_contents(file, names)
    return found


def _key(file: File) -> Key | None:
    div = file.tree.getroot().find(f"{TEI}text/{TEI}body/{TEI}div[@type='document']")
    if div is None:
        return None
    stem, ident = PurePosixPath(file.name).stem, div.get(XML_ID, "")
    return Key(stem.removesuffix(f"_{ident}") if stem.endswith(f"_{ident}") else "", ident)


def _ids(tree: etree._ElementTree) -> frozenset[str]:
    return frozenset(ident for el in tree.iter("*") if (ident := el.get(XML_ID)))


def _base(name: str) -> str:
    return PurePosixPath(name).name


def _beside(name: str, other: str) -> str:
    return str(PurePosixPath(name).parent / other)


def _twice(files: Iterable[File], keys: Mapping[str, Key]) -> Iterator[Diagnostic]:
    seen: dict[Key, str] = {}
    for file in files:
        key = keys.get(file.name)
        if key is None:
            continue
        if key in seen:
            message = f"document {key.document} is in {seen[key]} already"
            yield Diagnostic("X107", file.name, None, message, "keep one of the two, or give one another id and name")
        seen.setdefault(key, file.name)


def _check_registers(file: File, names: set[str]) -> Iterator[Diagnostic]:
    """A register that is pointed to, but not there; each once."""
    missing: set[str] = set()
    for place, el in enumerate(file.tree.iter("*")):
        target = (el.get("ref") or "").partition("#")[0]
        register = _beside(file.name, target)
        if target in REGISTERS and register not in names and target not in missing:
            missing.add(target)
            line, column = file.places.starts[place]
            yield Diagnostic(
                "X106", file.name, line, f"the edition has no {register}", "put the register there", column
            )


def _check_terms(file: File, terms: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    """Links to no term; links to persons are checked with the register of persons."""
    for place, el in enumerate(file.tree.iter("*")):
        target, _, ident = (el.get("ref") or "").partition("#")
        register = _beside(file.name, target)
        if target == "terms.xml" and register in terms and ident not in terms[register]:
            line, column = file.places.starts[place]
            close = get_close_matches(ident, terms[register], n=1)
            hint = f"did you mean {close[0]}?" if close else f"add an entry with this id to {register}"
            yield Diagnostic("X105", file.name, line, f"there is no {ident} in {register}", hint, column)


def _check_references(file: File, own: Key, documents: Mapping[Key, frozenset[str]]) -> Iterator[Diagnostic]:
    for place, el in enumerate(file.tree.iter("*")):
        volume, _, ident = (el.get("target") or "").partition("#") if el.tag == f"{TEI}ref" else ("", "", "")
        part = _PART.fullmatch(ident)
        if part is None:
            continue
        key = Key(volume or own.volume, part["document"])
        # a pointer into the document itself is a matter of the file's own rules
        if key != own and ident not in documents.get(key, {ident}):
            line, column = file.places.starts[place]
            message = f"document {key.document} of the edition has no {ident}"
            yield Diagnostic(
                "X104", file.name, line, message, "compare with the printed reference, and with the document", column
            )


def _check_contents(file: File, names: set[str]) -> Iterator[Diagnostic]:
    """Entries of a volume for documents that are not there."""
    number = {el: place for place, el in enumerate(file.tree.iter("*"))}
    for el in file.tree.iterfind(f".//{TEI}list[@type='documents']/{TEI}item/{TEI}ref"):
        target = unquote(el.get("target") or "")
        if _beside(file.name, target) not in names:
            line, column = file.places.starts[number[el]]
            hint = "take the entry out, or encode the document"
            yield Diagnostic("X108", file.name, line, f"the edition has no {target}", hint, column)
