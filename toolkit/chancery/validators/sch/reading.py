"""Files that rules ask for: found beside the schema or in the edition, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree

from chancery.diagnostics import ChanceryError
from chancery.files import inside, read_bytes, shown
from chancery.tei.tree import parse
from chancery.validators.rng.sources import Source
from chancery.validators.sch.parts import SCH, XSL
from chancery.xslt import Stylesheet, Tree

PREFIX = "run__"  # of the functions that stand for those that read; no schema has it
_TOKEN = re.compile(r"""("[^"]*"|'[^']*')|(?<![\w.:$\-])(?:fn:)?(doc|document|doc-available)(?=\s*\()""")
_NETWORK = ("http", "https", "ftp", "urn", "data")


@dataclass(frozen=True, slots=True)
class Request:
    """A file that a rule asked for, and the document from which it did; none means the schema."""

    key: str  # as the stylesheet wrote it

    @property
    def base(self) -> str:
        """The address of the document."""
        return self.key.partition(" ")[0]

    @property
    def href(self) -> str:
        """The address of the file, as the rule has it."""
        return self.key.partition(" ")[2]


@dataclass(slots=True)
class Library:
    """The files that the rules of one schema have asked for so far."""

    source: Source  # the schema
    folders: tuple[Path, ...]
    trees: dict[str, Tree] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)  # key and reason; those not to be found too, without one

    def fetch(self, request: Request, stylesheet: Stylesheet, others: tuple[Path, ...]) -> None:
        """Read the file for the stylesheet, or note why not."""
        try:
            path = self._path(request, others)
        except ChanceryError as error:
            self.refused[request.key] = error.message
            return
        try:
            root = parse(read_bytes(path), shown(path))
        except ChanceryError:
            self.refused[request.key] = "" if not path.is_file() else f"{request.href} is not well-formed XML"
            return
        text = etree.tostring(root, encoding="unicode")
        self.trees[request.key] = stylesheet.tree(text, path.absolute().as_uri())

    def line_of(self, href: str) -> int | None:
        """The first line of the schema that names the file; nothing where its name is put together."""
        for el in self.source.root.iter("*"):
            if any(href in str(value) for value in el.attrib.values()):
                return el.sourceline if isinstance(el.sourceline, int) else None
        return None

    def _path(self, request: Request, others: tuple[Path, ...]) -> Path:
        """The file; raises ChanceryError where it may not be read."""
        address = urlsplit(urldefrag(request.href).url)
        if address.scheme in _NETWORK or address.netloc:
            raise ChanceryError(f"{request.href} is on the network, where nothing is read")
        base = Path(unquote(urlsplit(request.base).path)) if request.base else self.source.path.absolute()
        path = base.parent / unquote(address.path) if address.path else base
        for folder in (*self.folders, *others):
            try:
                return inside(folder, path)
            except ChanceryError:
                continue
        raise ChanceryError(f"{request.href} lies outside of the folders of the schema and the edition")


def redirect_reading(root: etree._Element) -> None:
    """Let the expressions of a schema call our functions instead of those that read."""
    for el in root.iter(f"{{{SCH}}}*", f"{{{XSL}}}*"):
        for key, value in el.attrib.items():
            if "doc" in str(value):
                el.set(key, _TOKEN.sub(lambda found: found[1] or f"{PREFIX}:{found[2]}", str(value)))
