"""What `chancery validate` does: TEI files, each on its own and with the others of their edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.files import inside, read_bytes
from chancery.validators import validate_edition

REGISTERS = ("persons.xml", "terms.xml")  # lie beside the documents that point to them


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in how many files."""

    files: int
    findings: tuple[Diagnostic, ...]  # in the order of files and lines


def check_edition(edition: Edition) -> Checked:
    """What is wrong with an edition's documents and registers."""
    files, findings = _read([path for path in sorted(edition.tei.glob("*.xml")) if path.is_file()], edition.folder)
    return Checked(len(files) + len(findings), (*findings, *validate_edition(files)))


def check_files(paths: Sequence[Path], edition: Edition | None) -> Checked:
    """What is wrong with the files; the rest of their edition and registers beside them are there to be pointed to."""
    named, findings = _read(paths, None)
    beside = {path.parent / name for path in paths for name in REGISTERS}
    others = [path for path in beside if path.is_file()] + (sorted(edition.tei.glob("*.xml")) if edition else [])
    known, _ = _read(others, None)
    found = (found for found in validate_edition({**known, **named}) if found.file in named)
    return Checked(len(named) + len(findings), (*findings, *found))


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


def shown(path: Path) -> str:
    """The path as the user would name it: from the current folder, if it lies there."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else path.as_posix()
