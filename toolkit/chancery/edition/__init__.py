"""An edition: what its `edition.toml` says, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic, Exit, Severity, exit_status
from chancery.edition.documents import describe, read_document_csv, read_document_tables
from chancery.edition.folders import Folders, find_folders, sort_key
from chancery.edition.keys import EDITION, OUTPUTS, VOLUME
from chancery.edition.naming import may_hold
from chancery.edition.rules import Weights, read_rules
from chancery.edition.site import SiteSettings, read_site
from chancery.edition.tables import Toml, read_table, read_tables, read_toml, texts
from chancery.edition.values import Value, guess_name
from chancery.files import inside, read_bytes
from chancery.model.metadata import EditionFacts, Metadata, Volume

NAME = "edition.toml"


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition's facts, files and documents."""

    folder: Path  # this and all other paths are absolute
    facts: EditionFacts
    sources: tuple[Path, ...]
    tei: Path  # the folder of the encoded documents
    persons: Path | None  # the register of persons
    terms: Path | None  # the register of terms
    build: Path
    outputs: tuple[str, ...]
    volumes: Mapping[str, Volume] = field(default_factory=dict)  # by their ID
    documents: Mapping[str, Metadata] = field(default_factory=dict)  # by the stem of the source's name
    schema: Path | None = None  # its own ODD
    site: SiteSettings = field(default_factory=SiteSettings)  # what it says of its web pages
    rules: Weights = field(default_factory=dict)  # what the edition makes of findings, by their code

    @property
    def compiled_schema(self) -> Path:
        """Where the compiled schema lies, without the ending of its files."""
        return self.folder / "schema" / (self.schema.stem if self.schema else "chancery")

    def metadata(self, stem: str) -> Metadata:
        """What the edition knows of the document from the source of that name."""
        return self.documents.get(stem) or describe(stem, {}, self.volumes)

    @property
    def registers(self) -> tuple[Path, ...]:
        """The registers that there are."""
        return tuple(path for path in (self.persons, self.terms) if path)

    def encoded(self) -> tuple[Path, ...]:
        """The XML files in the folder of the encoded documents but for the registers, as people count."""
        found = (path for path in self.tei.glob("*.xml") if path.is_file() and not path.name.startswith("."))
        registers = {path.name for path in self.registers}
        others = (path for path in found if path.name not in registers)
        return tuple(sorted(others, key=lambda path: sort_key(path.stem)))


def load_edition(folder: Path) -> tuple[Edition, list[Diagnostic]]:
    """The edition in the folder, and warnings; raises ChanceryError with all findings when one is an error."""
    folder = folder.resolve()
    path = folder / NAME
    if not path.exists():
        hint = "`chancery new DIR` begins an edition; then go to its folder"
        raise ChanceryError(f"there is no {NAME} in {folder}", hint, Exit.USAGE)
    toml = read_toml(read_bytes(path, NAME), NAME)
    findings: list[Diagnostic] = []

    def report(code: str, key: str, message: str, hint: str) -> None:
        findings.append(toml.finding(code, (key,), message, hint))

    values = read_table(toml.data, EDITION, report)
    volumes = _read_volumes(toml, findings)
    facts = _read_documents(folder, toml, findings)
    rules = read_rules(toml, findings)
    folders = find_folders(folder, values, toml, findings)
    site = read_site(folder, toml, _describe(values), findings)
    _check_names(facts, folders, volumes, toml, findings)
    if any(found.severity is Severity.ERROR for found in findings):
        raise ChanceryError("\n".join(map(str, findings)), status=exit_status(findings), diagnostics=tuple(findings))
    documents = {stem: describe(stem, known, volumes) for stem, known in facts.items()}
    edition = _assemble(folder, values, folders, volumes, documents)
    return replace(edition, schema=folders.schema, rules=rules, site=site), findings


def _describe(values: Mapping[str, Value]) -> EditionFacts:
    text = texts(values)
    names = ("title", "publisher", "licence", "licence_address")
    known = {name: text.get(name, "") for name in names}
    return EditionFacts(editors=tuple(values.get("editors", ())), language=text.get("language", "en"), **known)


def _assemble(folder: Path, values: Mapping[str, Value], folders: Folders, volumes: Mapping[str, Volume],
              documents: Mapping[str, Metadata]) -> Edition:  # fmt: skip
    outputs = tuple(values.get("outputs", OUTPUTS))
    return Edition(folder, _describe(values), folders.sources, folders.tei, folders.persons, folders.terms,
                   folders.build, outputs, volumes, documents)  # fmt: skip


def _read_volumes(toml: Toml, findings: list[Diagnostic]) -> dict[str, Volume]:
    volumes: dict[str, Volume] = {}
    for name, table in read_tables(toml, "volumes", findings).items():

        def report(code: str, key: str, message: str, hint: str, name: str = name) -> None:
            findings.append(toml.finding(code, ("volumes", name, key), message, hint))

        volumes[name] = Volume(id=name, **texts(read_table(table, VOLUME, report)))  # type: ignore[arg-type]
    return volumes


def _read_documents(folder: Path, toml: Toml, findings: list[Diagnostic]) -> dict[str, dict[str, str]]:
    named = toml.data.get("documents", {})
    if not isinstance(named, str):
        return read_document_tables(toml, findings)
    try:
        data = read_bytes(inside(folder, named), named)
    except ChanceryError as error:
        code = "C009" if error.status is Exit.UNREADABLE else "C005"
        findings.append(toml.finding(code, ("documents",), f"documents: {error.message}", error.hint))
        return {}
    try:
        return read_document_csv(data.decode("utf-8"), named, findings)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.append(Diagnostic("C006", named, line, "the file is not UTF-8", "save it as CSV UTF-8"))
        return {}


def _check_names(facts: Mapping[str, Mapping[str, str]], folders: Folders, volumes: Mapping[str, Volume],
                 toml: Toml, findings: list[Diagnostic]) -> None:  # fmt: skip
    """Facts must find their document and their volume; what finds neither is a warning."""
    stems = [path.stem for path in folders.sources]
    for stem, known in facts.items():
        if stem not in stems and not any(may_hold(source, stem) for source in stems):
            message = f"there is no source called {stem}"
            findings.append(toml.finding("C007", ("documents", stem), message, guess_name(stem, stems)))
        volume = known.get("volume", "")
        if volume and volume not in volumes:
            message = f"{stem} is from {volume}, but there is no table [volumes.{volume}]"
            findings.append(
                toml.finding("C008", ("documents", stem, "volume"), message, guess_name(volume, list(volumes)))
            )
