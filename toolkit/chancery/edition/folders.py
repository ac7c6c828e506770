"""The files and folders that an edition names: found, sorted, and inside its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition.tables import Toml
from chancery.edition.values import Value
from chancery.files import inside

ENDINGS = (".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where an edition's files lie, as absolute paths."""

    sources: tuple[Path, ...]  # in the order of their numbers
    tei: Path
    persons: Path | None
    build: Path


def find_folders(folder: Path, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]) -> Folders:
    """The folders that the edition names; what leads out of it or is not there is reported."""
    tei = _place(folder, "tei", values, toml, findings) or folder / "tei"
    build = _place(folder, "build", values, toml, findings) or folder / "build"
    persons = _find_register(folder, tei, values, toml, findings)
    patterns = tuple(values.get("sources", ())) or (("sources",) if (folder / "sources").is_dir() else ())
    sources = find_sources(folder, patterns, toml, findings)
    _check_build(folder, build, (tei, *(path.parent for path in sources)), toml, findings)
    return Folders(sources, tei, persons, build)


def _place(folder: Path, key: str, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]) -> Path | None:
    if not values.get(key):
        return None
    try:
        return inside(folder, str(values[key]))
    except ChanceryError as error:
        findings.append(toml.finding("C005", (key,), f"{key}: {error.message}", error.hint))
        return None


def _find_register(
    folder: Path, tei: Path, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]
) -> Path | None:
    path = _place(folder, "persons", values, toml, findings) if "persons" in values else tei / "persons.xml"
    if path is None or path.is_file():
        return path
    if "persons" in values:
        message = f"there is no register of persons {values['persons']}"
        findings.append(toml.finding("C009", ("persons",), message, "`chancery new` makes an empty one"))
    return None


def find_sources(folder: Path, patterns: tuple[str, ...], toml: Toml, findings: list[Diagnostic]) -> tuple[Path, ...]:
    """The files that folders, names and patterns stand for, each once, sorted as people count (d33 before d250)."""
    found: set[Path] = set()
    for pattern in patterns:
        before = len(found)
        try:
            found.update(_match(folder, pattern))
        except (ChanceryError, ValueError, NotImplementedError, OSError) as error:
            message = error.message if isinstance(error, ChanceryError) else f"{pattern!r} is no pattern: {error}"
            findings.append(toml.finding("C005", ("sources",), f"sources: {message}"))
            continue
        if len(found) == before and not _is_folder(folder, pattern):
            findings.append(
                toml.finding("C009", ("sources",), f"there is nothing at {pattern}", "put your sources there")
            )
    return tuple(sorted(found, key=lambda path: sort_key(path.as_posix())))


def _match(folder: Path, pattern: str) -> list[Path]:
    if any(sign in pattern for sign in "*?["):
        paths = [path for path in folder.glob(pattern) if path.is_file()]
    elif (start := inside(folder, pattern)).is_dir():
        paths = [path for path in start.iterdir() if path.suffix.lower() in ENDINGS and path.is_file()]
    else:
        paths = [start] if start.exists() else []
    return [inside(folder, path) for path in paths if not path.name.startswith(".")]


def _is_folder(folder: Path, pattern: str) -> bool:
    return not any(sign in pattern for sign in "*?[") and (folder / pattern).is_dir()


def _check_build(folder: Path, build: Path, others: tuple[Path, ...], toml: Toml, findings: list[Diagnostic]) -> None:
    """The build folder is emptied and filled by the machine: nothing of the editors may lie in it."""
    home = build.resolve()
    for other in (folder, *others):
        if other.resolve().is_relative_to(home):
            message = f"build: {build.name} holds files of the edition itself"
            findings.append(toml.finding("C005", ("build",), message, "give the outputs a folder of their own"))
            return


def sort_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts numbers in names by their value."""
    parts = re.split(r"(\d+)", name)
    return tuple((1, int(part), "") if part.isdecimal() and part.isascii() else (0, 0, part) for part in parts)
