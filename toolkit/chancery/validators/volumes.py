"""The documents of a volume held against one another and against its table of contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote

from chancery.diagnostics import Diagnostic
from chancery.tei.tree import TEI
from chancery.validators.links import File, Key, is_volume

Ids = Mapping[str, Mapping[str, int]]  # by the name of the file
Entry = tuple[int, str]  # the number of its element, the file that it names

_NUMBER = re.compile(r"_d([0-9]+)[A-Za-z]?\.xml$")


def check_volumes(files: Sequence[File], keys: Mapping[str, Key], ids: Ids) -> list[Diagnostic]:
    """Documents and ids that a volume has twice, and contents that do not agree with the files."""
    names = {file.name for file in files}
    found = [*_find_twice(files, keys), *_find_shared_ids(files, keys, ids)]
    for file in files:
        if is_volume(file) and (entries := list(_read_contents(file))):
            found += _check_entries(file, entries, names)
    return found + list(_find_unlisted(files, keys))


def _find_twice(files: Sequence[File], keys: Mapping[str, Key]) -> Iterator[Diagnostic]:
    seen: dict[Key, str] = {}
    for file in files:
        key = keys.get(file.name)
        if key is None:
            continue
        if key in seen:
            message = f"document {key.document} is in {seen[key]} already"
            yield Diagnostic("X107", file.name, None, message, "keep one of the two, or give one another id and name")
        seen.setdefault(key, file.name)


def _find_shared_ids(files: Sequence[File], keys: Mapping[str, Key], ids: Ids) -> Iterator[Diagnostic]:
    """Ids that two documents of one volume have; those of a document that is there twice are not told again."""
    first: dict[tuple[str, str], File] = {}
    for file in files:
        key = keys.get(file.name)
        for ident, place in ids[file.name].items() if key and key.volume else ():
            other = first.setdefault((key.volume if key else "", ident), file)
            if other is not file and keys[other.name] != key:
                message = f"{ident} is in {other.name} too, and a pointer to it can mean only one of them"
                hint = "a page begins in one document; see which of the two has it"
                yield file.finding("X109", place, message, hint)


def _read_contents(file: File) -> Iterator[Entry]:
    """The entries of a volume's table of contents."""
    entries = set(file.tree.iterfind(f".//{TEI}list[@type='documents']/{TEI}item/{TEI}ref"))
    for place, el in enumerate(file.tree.iter("*")) if entries else ():
        if el in entries:
            yield place, file.beside(unquote(el.get("target") or ""))


def _check_entries(file: File, entries: Sequence[Entry], names: set[str]) -> Iterator[Diagnostic]:
    """Entries for documents that are not there, are listed twice or not in the order of their numbers."""
    before = 0
    for place, target in entries:
        match = _NUMBER.search(target)
        number = int(match[1]) if match else before + 1
        if target not in names:
            hint = "take the entry out, or encode the document"
            yield file.finding("X108", place, f"the edition has no {target}", hint)
        elif number <= before:
            again = f"document {number} is listed after document {before}"
            yield file.finding("X111", place, again, "each document is listed once, in the order of the printed volume")
        before = max(number, before)


def _find_unlisted(files: Sequence[File], keys: Mapping[str, Key]) -> Iterator[Diagnostic]:
    """Documents that the contents of their volume leave out."""
    listed: dict[str, set[str]] = defaultdict(set)
    for file in files:
        if is_volume(file):
            listed[file.name] |= {target for _, target in _read_contents(file)}
    for file in files:
        key = keys.get(file.name)
        volume = file.beside(f"{key.volume}.xml") if key else ""
        if key and listed.get(volume) and file.name not in listed[volume]:
            name = PurePosixPath(file.name).name
            message = f"{volume} does not list document {key.document}"
            hint = f'put <item><ref target="{name}">…</ref></item> where it belongs'
            yield Diagnostic("X110", file.name, None, message, hint)
