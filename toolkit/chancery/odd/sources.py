"""The files of an ODD: itself, and the one that it changes, and the one that that one changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.files import inside, read_bytes, shown
from chancery.resources import SCHEMA
from chancery.tei.tree import TEI, parse

OWN = "chancery.odd"  # a source of that name is our own schema, unless a file of that name lies beside the ODD


@dataclass(frozen=True, slots=True)
class Source:
    """One ODD: its name as the user knows it, and its tree."""

    name: str
    tree: etree._ElementTree


def read_chain(path: Path) -> tuple[Source, ...]:
    """The ODD at `path` and those that it changes, the oldest first.

    Raises ChanceryError where one cannot be read, changes itself, or one that it names is not there.
    """
    return tuple(reversed(list(_follow(path))))


def _follow(path: Path) -> Iterator[Source]:
    seen: set[Path] = set()
    while True:
        seen.add(path.resolve())
        name = shown(path)
        tree = parse(read_bytes(path, name), name)
        yield Source(name, tree)
        schema = next(tree.iter(f"{TEI}schemaSpec"), None)
        source = schema.get("source", "") if schema is not None else ""
        if schema is None or not source:
            return
        path = _find(path, source, name, schema)
        if path.resolve() in seen:
            raise _refuse(name, schema, f"{source} changes this file, and this file {source}", "take one source away")


def _find(path: Path, source: str, name: str, schema: etree._Element) -> Path:
    """The file that `source` means, seen from the ODD at `path`."""
    if ":" in source:
        raise _refuse(name, schema, f"the source {source} is not a file", "put the ODD beside this one, and name it")
    try:
        beside = inside(path.parent, source)
    except ChanceryError as error:
        raise _refuse(name, schema, error.message, error.hint) from None
    if not beside.exists() and source == OWN:
        return SCHEMA / OWN
    if not beside.exists():
        raise _refuse(name, schema, f"there is no {source} beside it", f"{OWN} is the schema that chancery has")
    return beside


def _refuse(name: str, schema: etree._Element, message: str, hint: str) -> ChanceryError:
    line = schema.sourceline if isinstance(schema.sourceline, int) else None
    found = Diagnostic("O002", name, line, message, hint)
    return ChanceryError(f"{name}: {message}", hint, Exit.FINDINGS, (found,))
