"""The files of a site in their folder; what an earlier build wrote there and this one doesn't is removed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from chancery.diagnostics import ChanceryError
from chancery.files import write_whole

WRITTEN = ".chancery-files"  # in the output folder: the names this builder wrote there, a line each

_FILE = re.compile(r"(fonts/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,130}")


def write_files(files: Mapping[str, bytes], kept: Collection[str], out: Path) -> list[Path]:
    """The paths of all files, those that are kept as they are among them."""
    for name in files:
        if not _FILE.fullmatch(name):
            raise ChanceryError(f"{name!r} cannot be the name of a page")
        write_whole(out / name, files[name])
    names = sorted({*files, *kept})
    for name in _written_before(out) - set(names):
        if not (out / name).is_dir():
            (out / name).unlink(missing_ok=True)
    write_whole(out / WRITTEN, "".join(f"{name}\n" for name in names).encode())
    return [out / name for name in names]


def _written_before(out: Path) -> set[str]:
    try:
        names = (out / WRITTEN).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {name for name in names if _FILE.fullmatch(name)}  # the list may have been edited
