"""The files of a schema: read as trees, whatever their syntax, and never from outside the folders that are allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.files import inside, read_bytes, shown
from chancery.tei.tree import parse
from chancery.validators.rng.compact import read_compact
from chancery.validators.wellformed import find_places

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a schema."""

    path: Path
    name: str  # as the user would name it
    root: etree._Element


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders that a schema's files may lie in, and a place for what is wrong with them."""

    folders: tuple[Path, ...]
    problems: list[Diagnostic] = field(default_factory=list)

    def read(self, path: Path) -> Source:
        """The file as a tree in RELAX NG's XML syntax (or Schematron's); raises ChanceryError with the finding."""
        name = shown(path)
        data = read_bytes(path, name)
        if path.suffix.lower() == ".rnc":
            return Source(path, name, read_compact(data, name))
        if isinstance(found := find_places(data, name), Diagnostic):
            raise ChanceryError(f"{name}: {found.message}", found.hint, Exit.UNREADABLE, (found,))
        return Source(path, name, parse(data, name).getroot())

    def beside(self, source: Source, href: str) -> Path:
        """The path that `href` names from `source`; raises ChanceryError where it may not be read."""
        address, _ = urldefrag(href.strip())
        if _SCHEME.match(address) or address.startswith("//"):
            raise ChanceryError(f"{href} is not read: a schema's files lie in its folder", "put a copy there")
        path = source.path.parent / unquote(address)
        return self.allowed(path, href)

    def allowed(self, path: Path, href: str) -> Path:
        """`path`, if it lies in one of the folders."""
        for folder in self.folders:
            try:
                return inside(folder, path.absolute())
            except ChanceryError:
                continue
        raise ChanceryError(f"{href} leads out of the folder of the schema", "put a copy into the schema's folder")

    def report(
        self, code: str, source: Source, node: etree._Element | None, message: str, hint: str = "", place: str = ""
    ) -> None:
        """Note what is wrong at a node of the schema, once; `place` is file and line, where the node lost its own."""
        name, _, number = place.rpartition(":")
        line = int(number) if number.isdecimal() else node.sourceline if node is not None else None
        found = Diagnostic(code, name or source.name, line if isinstance(line, int) else None, message, hint)
        if found not in self.problems:
            self.problems.append(found)


def open_schema(path: Path, folders: Sequence[Path]) -> tuple[Sources, Source]:
    """The file of a schema and what else it may read: whatever lies in its folder or in one of `folders`."""
    sources = Sources((path.absolute().parent, *folders))
    return sources, sources.read(path)


def unusable(problems: Sequence[Diagnostic]) -> ChanceryError:
    """The error that a schema with such problems is."""
    first = problems[0]
    place = f"{first.file}:{first.line}" if first.line else first.file
    return ChanceryError(f"{place}: {first.message}", first.hint, Exit.FINDINGS, tuple(problems))
