"""A new edition: the files of a small one that works, to be changed piece by piece."""

from __future__ import annotations

from pathlib import Path

from chancery import resources
from chancery.diagnostics import ChanceryError, Exit
from chancery.files import read_bytes, write_whole

_EXAMPLE = Path(__file__).resolve().parent / "example"
_HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}  # shipped without the dot


def new_edition(folder: Path) -> list[Path]:
    """The files written into the folder, which is made; raises ChanceryError when there is anything in it."""
    if folder.is_dir() and any(folder.iterdir()):
        raise ChanceryError(f"{folder} is not empty", "name a folder that does not exist yet", Exit.USAGE)
    if folder.exists() and not folder.is_dir():
        raise ChanceryError(f"{folder} is a file", "name a folder that does not exist yet", Exit.USAGE)
    files = {folder / _target(path): path for path in sorted(_EXAMPLE.rglob("*")) if path.is_file()}
    files |= {folder / "schema" / name: resources.SCHEMA / name for name in resources.SCHEMA_FILES}
    for target, origin in files.items():
        write_whole(target, read_bytes(origin))
    return list(files)


def _target(path: Path) -> Path:
    relative = path.relative_to(_EXAMPLE)
    return relative.with_name(_HIDDEN.get(relative.name, relative.name))
