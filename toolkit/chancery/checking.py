"""What `chancery validate` does: TEI files, each on its own and with the others of their edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.edition.folders import sort_key
from chancery.files import inside, read_bytes, shown
from chancery.validators import validate_edition
from chancery.validators.pointers import REGISTERS


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in how many files."""

    files: int
    findings: tuple[Diagnostic, ...]  # in the order of files and lines


def check_edition(edition: Edition) -> Checked:
    """What is wrong with an edition's documents and registers."""
    files, findings = _read(_files_of(edition), edition.folder)
    return Checked(len(files) + len(findings), (*findings, *_validate(files, edition)))


def check_files(paths: Sequence[Path], edition: Edition | None) -> Checked:
    """What is wrong with the files; the registers beside them are there to be pointed to.

    A file of the edition is held against the rest of the edition too.
    """
    named, findings = _read(paths, None)
    others = [path.parent / name for path in paths for name in REGISTERS]
    if edition and any(path.absolute().parent == edition.tei for path in paths):
        others += _files_of(edition)
    known, _ = _read([path for path in others if path.is_file()], None)
    found = (found for found in _validate({**known, **named}, edition) if found.file in named)
    return Checked(len(named) + len(findings), (*findings, *found))


def _files_of(edition: Edition) -> list[Path]:
    """The encoded documents and the registers, wherever these lie."""
    paths = {path for path in edition.tei.glob("*.xml") if path.is_file() and not path.name.startswith(".")}
    return sorted(paths | set(edition.registers))


def _validate(files: Mapping[str, bytes], edition: Edition | None) -> list[Diagnostic]:
    """The findings by file, as people count; an edition's registers are taken to lie beside the documents."""
    places = _move_registers(edition) if edition else {}
    hidden = {beside for name, beside in places.items() if name != beside}
    moved = {places.get(name, name): data for name, data in files.items() if name not in hidden}
    own = {beside: name for name, beside in places.items()}
    found = (replace(found, file=own.get(found.file, found.file)) for found in validate_edition(moved))
    return sorted(found, key=lambda found: sort_key(found.file))


def _move_registers(edition: Edition) -> dict[str, str]:
    """Where the registers lie, and where the documents' links take them to lie."""
    named = zip((edition.persons, edition.terms), REGISTERS, strict=True)
    return {shown(path): shown(edition.tei / name) for path, name in named if path}


def _read(paths: Iterable[Path], folder: Path | None) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of the files by the names that the user knows; a file that cannot be read is a finding."""
    files: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for path in paths:
        name = shown(path)
        try:
            files[name] = read_bytes(inside(folder, path) if folder else path, name)
        except ChanceryError as error:
            findings.append(Diagnostic("S005", name, None, error.message, error.hint))
    return files, findings
