"""What `chancery import` does: an official volume becomes part of an edition."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from chancery import resources
from chancery.annotators.identity import name_kind
from chancery.conversion import Job, Outcome, Shelf
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import NAME, Edition, load_edition
from chancery.files import check_name, make_folder, read_bytes, shown, write_whole
from chancery.importers import Imported, VolumeFacts, read_volume
from chancery.importers.describing import Said, read_document_facts
from chancery.importers.registers import PERSONS, TERMS, Register
from chancery.model.metadata import Metadata, Volume
from chancery.pipeline import Encoded
from chancery.tei.assembly import assemble
from chancery.tei.description import Dating, Description, Party
from chancery.tei.header import Origin, Paths
from chancery.tei.provenance import Provenance, read_provenance
from chancery.tei.tree import Element

ADDRESS = "https://history.state.gov/historicaldocuments/"  # of the official volumes, by their ids
RIGHTS = "The text is a work of the United States government and in the public domain."
PRINCIPLES = (
    "The encoding is that of the official volume in this project's form: words, notes, page breaks, names, terms, "
    "dates and references are its editors'. What had no place in this form was reported."
)


@dataclass(frozen=True, slots=True)
class Import:
    """What was imported: the volume, its documents and the registers, each with what became of it, and the findings."""

    volume: str  # its id
    documents: int
    outcomes: tuple[Outcome, ...]
    findings: tuple[Diagnostic, ...]


def import_volume(
    path: Path, folder: Path, force: bool = False, progress: Callable[[int, int], None] | None = None
) -> Import:
    """The volume at `path` as part of the edition in `folder`, which is begun if need be.

    `progress` is told how many documents of how many are done. Raises ChanceryError where the file is no volume.
    """
    edition = load_edition(folder)[0] if (folder / NAME).exists() else None
    registers = (
        Register(PERSONS, _read(edition.persons if edition else None), edition.facts.title if edition else ""),
        Register(TERMS, _read(edition.terms if edition else None), edition.facts.title if edition else ""),
    )
    imported = read_volume(read_bytes(path, shown(path)), shown(path), path.stem, *registers)
    check_name(f"{imported.facts.id}.xml")
    if f"{imported.facts.id}.xml" in {register.file for register in registers}:
        raise ChanceryError(f"{imported.facts.id}.xml is a register, no volume", "rename the volume, or its xml:id")
    edition = edition or _begin(folder, imported.facts)
    outcomes = tuple(_Desk(edition, imported, path, force).store(registers, progress))
    findings = (*imported.diagnostics, *_check_title(edition, imported.facts.id))
    return Import(imported.facts.id, len(imported.documents), outcomes, findings)


def _check_title(edition: Edition, volume: str) -> Iterator[Diagnostic]:
    """I010 where the edition is called after one volume and has another now."""
    others = [known for known in edition.volumes.values() if known.id != volume]
    if edition.facts.title in {_name(known) for known in others}:
        message = f"the edition is still called “{edition.facts.title}”"
        yield Diagnostic("I010", NAME, None, message, "it has another volume now: give it a title of its own")


def _read(path: Path | None) -> bytes | None:
    return read_bytes(path, shown(path)) if path and path.is_file() else None


def _begin(folder: Path, volume: VolumeFacts) -> Edition:
    """A new edition that holds the volume."""
    make_folder(folder, shown(folder))
    described = _describe_volume(volume)
    lines = [f"title = {_toml(_name(described))}", 'language = "en"', ""]
    lines += [f"[volumes.{volume.id}]"]
    for key in ("series", "title", "publisher", "year", "address", "rights"):
        if value := getattr(described, key):
            lines.append(f"{key} = {_toml(value)}")
    for name in resources.SCHEMA_FILES:
        write_whole(folder / "schema" / name, read_bytes(resources.SCHEMA / name))
    write_whole(folder / NAME, "\n".join([*lines, ""]).encode())
    return load_edition(folder)[0]


def _name(volume: Volume) -> str:
    return ", ".join(filter(None, (volume.series, volume.title)))


def _toml(words: str) -> str:
    """A basic string of TOML."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _describe_volume(volume: VolumeFacts) -> Volume:
    official = volume.id.startswith("frus")
    return Volume(
        id=volume.id,
        series=volume.series,
        title=volume.title,
        editors=tuple(name for name, _ in volume.editors),
        publisher=volume.publisher,
        year=volume.year,
        address=f"{ADDRESS}{quote(volume.id)}" if official else "",
        rights=RIGHTS if official else "",
    )


class _Desk:
    """Where the parts of one volume are given their headers and put into the edition."""

    def __init__(self, edition: Edition, imported: Imported, path: Path, force: bool) -> None:
        self._edition, self._imported, self._path = edition, imported, path
        self._shelf = Shelf(edition.tei, force)
        self._volume = edition.volumes.get(imported.facts.id) or _describe_volume(imported.facts)
        if not self._volume.editors:
            self._volume = replace(self._volume, editors=tuple(name for name, _ in imported.facts.editors))
        schema = Path(os.path.relpath(edition.compiled_schema, edition.tei)).as_posix()
        self._paths = Paths(quote(schema))
        maker = ("chancery", "import from the official encoding by machine", "Chancery")
        self._origin = Origin(PRINCIPLES, f"Imported from {path.name}.", (maker,))

    def store(self, registers: Iterable[Register], progress: Callable[[int, int], None] | None) -> Iterator[Outcome]:
        """What became of the documents, the volume's own file and the registers."""
        make_folder(self._edition.tei, shown(self._edition.tei))
        own = {path.stem for path in self._edition.sources}
        try:
            for done, div in enumerate(self._imported.documents, 1):
                said = read_document_facts(div)
                stem = f"{self._imported.facts.id}_{said.id}"
                if stem in own:
                    message = f"{stem} is encoded from a source of the edition; the volume's text was not taken"
                    yield self._put(stem, b"", (Diagnostic("I009", shown(self._path), None, message),))
                else:
                    yield self._put(stem, self._write_document(div, said))
                if progress:
                    progress(done, len(self._imported.documents))
            yield self._put(self._imported.facts.id, self._write_volume())
            for register, path in zip(registers, (self._edition.persons, self._edition.terms), strict=True):
                if data := register.write():
                    yield self._put((path or self._edition.tei / register.file).stem, data, register=True)
        finally:
            self._shelf.close()

    def _put(self, stem: str, data: bytes, found: tuple[Diagnostic, ...] = (), register: bool = False) -> Outcome:
        target = self._edition.tei / f"{stem}.xml"
        job = Job(self._path, shown(target), Path(shown(target)), Metadata(), Paths())
        if register:  # entries were added, nothing was taken away
            write_whole(target, data)
        return self._shelf.store(job, Encoded(data, "", "", found))

    def _write_document(self, div: Element, said: Said) -> bytes:
        metadata = Metadata(
            volume=self._volume, number=said.number, page=said.page, kind=name_kind(said.title),
            says="The volume says so.",
        )  # fmt: skip
        dating = Dating(said.date, said.attributes, said.place, "#chancery", "#chancery")
        senders, recipients = (tuple(Party(*one) for one in side) for side in (said.senders, said.recipients))
        provenance = read_provenance(said.source)
        described = Description(said.id, said.title, metadata, dating, provenance, senders, recipients)
        return assemble(described, div, self._edition.facts, self._paths, self._origin)

    def _write_volume(self) -> bytes:
        facts = self._imported.facts
        known = Metadata(volume=replace(self._volume, address=self._volume.address.rpartition("/")[0]))  # and its id
        described = Description(facts.id, facts.title, known, Dating(), Provenance(), editors=facts.editors)
        return assemble(described, self._imported.text, self._edition.facts, self._paths, self._origin)
