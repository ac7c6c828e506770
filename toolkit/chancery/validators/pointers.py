"""Pointers from one file of an edition to another: do they arrive?

A document that the edition does not have may be pointed to: the series is larger than the edition. What is in the
edition must have what is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote

from chancery.diagnostics import Diagnostic
from chancery.validators.links import File, Key, Link, is_volume, read_ids, read_key, read_links
from chancery.validators.volumes import check_volumes

REGISTERS = ("persons.xml", "terms.xml")
_PART = re.compile(r"(?P<document>d[0-9]+[A-Za-z]?)(?:(?:fn|at).*)?")

Documents = Mapping[Key, Mapping[str, int]]  # the ids of each document


def check_pointers(files: Sequence[File]) -> list[Diagnostic]:
    """What points to nothing in the other files, and what is wrong with the documents of a volume together."""
    ids = {file.name: read_ids(file) for file in files}
    keys = {file.name: key for file in files if (key := read_key(file)) is not None}
    found = check_volumes(files, keys, ids)
    keys |= {file.name: Key(PurePosixPath(file.name).stem, "") for file in files if is_volume(file)}
    documents = {keys[file.name]: ids[file.name] for file in files if file.name in keys}
    for file in files:
        links = list(read_links(file))
        found += _check_registers(file, links, ids.keys())
        found += _check_terms(file, links, ids)
        if file.name in keys:
            found += _check_references(file, links, keys[file.name], documents)
    return found


def check_pictures(files: Sequence[File], exists: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """Pictures that are not there; those on the web are not asked for."""
    for file in files:
        for link in read_links(file):
            if link.element == "graphic" and link.attribute == "url" and ":" not in link.file:
                picture = file.beside(unquote(link.file))
                if not exists(picture):
                    hint = "put the picture there, or mend url; it is meant from the folder of the TEI file"
                    yield file.finding("X112", link.place, f"there is no picture {picture}", hint)


def _check_registers(file: File, links: Sequence[Link], names: Collection[str]) -> Iterator[Diagnostic]:
    """A register that is pointed to, but not there; each once."""
    missing: set[str] = set()
    for link in links:
        register = file.beside(link.file)
        if link.attribute == "ref" and link.file in REGISTERS and register not in names and link.file not in missing:
            missing.add(link.file)
            yield file.finding("X106", link.place, f"the edition has no {register}", "put the register there")


def _check_terms(file: File, links: Sequence[Link], ids: Mapping[str, Mapping[str, int]]) -> Iterator[Diagnostic]:
    """Links to no term; links to persons are checked with the register of persons."""
    for link in links:
        register = file.beside(link.file)
        if link.attribute == "ref" and link.file == REGISTERS[1] and link.id not in ids.get(register, {link.id: 0}):
            close = get_close_matches(link.id, ids[register], n=1)
            hint = f"did you mean {close[0]}?" if close else f"add an entry with this id to {register}"
            yield file.finding("X105", link.place, f"there is no {link.id} in {register}", hint)


def _check_references(file: File, links: Sequence[Link], own: Key, documents: Documents) -> Iterator[Diagnostic]:
    """References into other documents, and into what a volume has beside its documents, that have nothing there."""
    for link in links:
        if link.element != "ref" or link.attribute != "target" or not link.id:
            continue
        part = _PART.fullmatch(link.id)
        key = Key(link.file or own.volume, part["document"] if part else "")
        # a pointer into the file itself is a matter of its own rules; a page may lie in a document that is not here
        if key == own or (not part and (not link.file or link.id.startswith("pg_"))):
            continue
        if link.id not in documents.get(key, {link.id: 0}):
            message = f"{f'document {key.document}' if part else key.volume} of the edition has no {link.id}"
            yield file.finding("X104", link.place, message, _near(link.id, documents[key]))


def _near(ident: str, ids: Mapping[str, int]) -> str:
    """What the document has instead: an editor compares that with the printed reference."""
    if close := get_close_matches(ident, ids, n=1, cutoff=0.8) if not _PART.fullmatch(ident) else []:
        return f"did you mean {close[0]}?"
    kind = re.sub(r"[0-9]+[a-z]*$", "", ident)
    there = sorted((i for i in ids if i.startswith(kind)), key=len)
    if not there or len(there) > 30:
        return "compare with the printed reference, and with the document"
    shown = there[0] if len(there) == 1 else f"{there[0]} to {there[-1]}"
    return f"it has {shown}; compare with the printed reference, and with the document"
