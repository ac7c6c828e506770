"""Rules that can be run: compiled once, then asked about any number of documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.resources import XSLT
from chancery.validators.rng.sources import Source, Sources, open_schema, unusable
from chancery.validators.sch.expand import expand
from chancery.validators.sch.parts import MARKS, SCH
from chancery.validators.sch.reading import PREFIX, Library, Request, redirect_reading
from chancery.xslt import Stylesheet

_SAXON_PLACE = re.compile(r"on line (\d+)(?: column (\d+))?")
_LINE = re.compile(r'[\w.\-]+:line="([^"]*:\d+)"')
_COPY = "put a copy beside the schema; what depends on it was checked without"
_NOISE = re.compile(r"\b[XS][A-Z]{3}\d{4}\s+|Q\{[^}]*\}")  # Saxon's codes, and namespaces in full
_ROUNDS = 50  # of files that ask for files


@dataclass(slots=True)
class Rules:
    """The rules of a schema."""

    stylesheet: Stylesheet
    library: Library | None = None  # of those of a user, which may read

    def run(self, tree: etree._ElementTree, base: str = "", folders: tuple[Path, ...] = ()) -> str:
        """The report on a document at the address `base`; files that rules ask for may lie in the folders too."""
        document = self.stylesheet.tree(etree.tostring(tree, encoding="unicode"), base)
        if self.library is None:
            return self.stylesheet.run(document).text
        for _ in range(_ROUNDS):
            report, wanted = self._try(document)
            for request in wanted:
                self.library.fetch(request, self.stylesheet, folders)
            if not wanted:
                return report
        raise ChanceryError("the rules ask for more files without end")

    def _try(self, document: object) -> tuple[str, list[Request]]:
        """The report, and the files that it could not do without."""
        library = self.library
        assert library is not None
        parameters = {
            f"{{{MARKS}}}files": list(library.trees.values()),
            f"{{{MARKS}}}names": "\n".join(library.trees),
            f"{{{MARKS}}}missing": "\n".join(library.refused),
        }
        try:
            done = self.stylesheet.run(document, parameters)
        except ChanceryError:
            wanted = _requests(self.stylesheet.messages())
            if not wanted:
                raise
            return "", wanted
        return done.text, _requests(done.messages)

    def refusals(self) -> list[Diagnostic]:
        """The files that were asked for and not given, each once, with the place in the schema where that is seen."""
        library = self.library
        refused = {key: why for key, why in library.refused.items() if why} if library else {}
        return [
            Diagnostic("V144", library.source.name, library.line_of(Request(key).href), why, _COPY)
            for key, why in refused.items()
            if library
        ]


def _requests(messages: Sequence[str]) -> list[Request]:
    found = (re.search(r"<(?:\w+:)?read[^>]*>([^<]*)</", message) for message in messages)
    keys = dict.fromkeys(match[1].replace("&amp;", "&") for match in found if match)
    return [Request(key) for key in keys]


def read_rules(path: Path, folders: Sequence[Path] = (), phase: str = "") -> Rules:
    """The rules in a file; raises ChanceryError with a finding for each thing that is wrong with it."""
    sources, source = open_schema(path, folders)
    return rules_in(source, sources, phase)


def rules_in(source: Source, sources: Sources, phase: str = "") -> Rules:
    """The rules of a schema that is read already."""
    if not str(source.root.tag).startswith(f"{{{SCH}}}"):
        hint = f'its elements have xmlns="{SCH}"'
        sources.report("V140", source, source.root, "this is not a Schematron schema", hint)
        raise unusable(sources.problems)
    root = expand(source, sources, phase)
    if sources.problems:
        raise unusable(sorted(sources.problems, key=lambda found: (found.file, found.line or 0)))
    root.set(f"{{{MARKS}}}careful", "yes")
    redirect_reading(root)
    text = transpile(_with_prefix(root))
    try:
        return Rules(Stylesheet(text=text), Library(source, sources.folders))
    except ChanceryError as error:
        raise unusable(_compile_errors(error.message, text, source.name)) from None


def transpile(root: etree._Element) -> str:
    """The stylesheet that an expanded schema becomes."""
    transpiler = Stylesheet(XSLT / "schematron.xsl")
    return transpiler.run(transpiler.tree(etree.tostring(root, encoding="unicode"))).text


def _with_prefix(root: etree._Element) -> etree._Element:
    """The schema with the prefix of the functions that read."""
    prefixes: dict[str | None, str] = {**root.nsmap, PREFIX: MARKS}
    bound = etree.Element(root.tag, dict(root.attrib), nsmap=prefixes)  # type: ignore[arg-type, misc]
    bound.extend(list(root))
    return bound


def _compile_errors(message: str, text: str, name: str) -> list[Diagnostic]:
    """Saxon's complaints, each with the place in the schema that it is about."""
    lines = text.split("\n")
    found = []
    for part in re.split(r"\n(?=Error )", message.strip()):
        place = _SAXON_PLACE.search(part)
        words = " ".join(re.sub(r"^.*?\n", "", part, count=1).split()) or " ".join(part.split())
        before = ""
        if place:
            line = int(place[1])
            before = "\n".join(lines[: line - 1]) + "\n" + lines[line - 1][: int(place[2] or 10**9)]
        marks = _LINE.findall(before)
        file, _, number = (marks[-1] if marks else f"{name}:").rpartition(":")
        row = int(number) if number.isdecimal() else None
        what = _NOISE.sub("", words)
        found.append(Diagnostic("V145", file, row, f"an expression cannot be read: {what}", "it must be XPath"))
    return list(dict.fromkeys(found))
