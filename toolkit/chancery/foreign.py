"""What `chancery validate --schema` does: files held against schemas that the user gives, and against nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chancery.checking import Checked
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.edition.folders import sort_key
from chancery.files import read_bytes, shown
from chancery.validators.given import check_given, read_schemas, refused_reading


def check_foreign(paths: Sequence[Path], schemas: Sequence[Path], edition: Edition | None, phase: str = "") -> Checked:
    """What the schemas find wrong with the files, or with the edition's documents where no file is named.

    Schemas and their rules read files of their own folders and of the edition's, or, without an edition, of the
    folder of the file that they are held against. Raises ChanceryError with findings for a schema that is none.
    """
    own = (edition.folder,) if edition else ()
    given = read_schemas(schemas, own, phase)
    texts: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for path in sorted(paths or _documents(edition), key=lambda path: sort_key(shown(path))):
        name = shown(path)
        try:
            texts[name] = read_bytes(path, name)
        except ChanceryError as error:
            found.append(Diagnostic("S005", name, None, error.message, error.hint))
            continue
        found += check_given(given, texts[name], path, name, own or (path.absolute().parent,))
    return Checked(tuple(texts), (*given.warnings, *refused_reading(given), *found), texts)


def _documents(edition: Edition | None) -> list[Path]:
    return [path for path in edition.tei.glob("*.xml") if path.is_file()] if edition else []
