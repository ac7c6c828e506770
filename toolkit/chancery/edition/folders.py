"""The files and folders that an edition names: found, sorted, and inside its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition.tables import Toml
from chancery.edition.values import Value
from chancery.files import inside

ENDINGS = (".txt", ".html", ".htm")
REGISTERS = {  # with what to do where one is missing
    "persons": "`chancery new` makes an empty one, `chancery persons suggest` proposes one",
    "terms": "put the list of terms there, or take the key out",
}


@dataclass(frozen=True, slots=True)
class Folders:
    """Where an edition's files lie, as absolute paths."""

    sources: tuple[Path, ...]  # in the order of their numbers
    tei: Path
    persons: Path | None
    terms: Path | None
    build: Path
    schema: Path | None = None  # the edition's own ODD


def find_folders(folder: Path, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]) -> Folders:
    """The folders that the edition names; what leads out of it or is not there is reported."""
    tei = _place(folder, "tei", values, toml, findings) or folder / "tei"
    build = _place(folder, "build", values, toml, findings) or folder / "build"
    persons, terms = (_find_register(folder, tei, key, values, toml, findings) for key in REGISTERS)
    patterns = tuple(values.get("sources", ())) or (("sources",) if (folder / "sources").is_dir() else ())
    found = find_sources(folder, patterns, toml, findings)
    sources = tuple(path for path in found if not _is_own(path, folder, tei, build, toml))
    _check_folder("tei", tei, toml, findings)
    _check_folder("build", build, toml, findings)
    places = (path.parent for path in found if path.parent == build or not path.is_relative_to(build))
    _check_build(folder, build, (tei, folder / "schema", *places), toml, findings)
    return Folders(sources, tei, persons, terms, build, _find_schema(folder, values, toml, findings))


def _place(folder: Path, key: str, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]) -> Path | None:
    if not values.get(key):
        return None
    try:
        return inside(folder, str(values[key]))
    except ChanceryError as error:
        findings.append(toml.finding("C005", (key,), f"{key}: {error.message}", error.hint))
        return None


def _find_register(
    folder: Path, tei: Path, key: str, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]
) -> Path | None:
    path = _place(folder, key, values, toml, findings) if key in values else tei / f"{key}.xml"
    if path is None or path.is_file():
        return path
    if key in values:
        message = f"there is no register of {key} {values[key]}"
        findings.append(toml.finding("C009", (key,), message, REGISTERS[key]))
    return None


def _find_schema(folder: Path, values: Mapping[str, Value], toml: Toml, findings: list[Diagnostic]) -> Path | None:
    path = _place(folder, "schema", values, toml, findings)
    if path is not None and not path.is_file():
        hint = "put the ODD there, or take the key out"
        findings.append(toml.finding("C009", ("schema",), f"there is no schema {values['schema']}", hint))
        return None
    return path


def find_sources(folder: Path, patterns: tuple[str, ...], toml: Toml, findings: list[Diagnostic]) -> tuple[Path, ...]:
    """The files that folders, names and patterns stand for, each once, sorted as people count (d33 before d250)."""
    found: set[Path] = set()
    for pattern in patterns:
        before = len(found)
        try:
            found.update(_match(folder, pattern))
        except (ChanceryError, ValueError, NotImplementedError, OSError) as error:
            findings.append(_not_found(pattern, error, toml))
            continue
        if len(found) == before and not _is_folder(folder, pattern):
            findings.append(
                toml.finding("C009", ("sources",), f"there is nothing at {pattern}", "put your sources there")
            )
    return tuple(sorted(found, key=lambda path: sort_key(path.as_posix())))


def _not_found(pattern: str, error: Exception, toml: Toml) -> Diagnostic:
    """The finding for a pattern that says no place in the edition, or one that cannot be read."""
    if isinstance(error, OSError):
        words = (error.strerror or str(error)).lower()
        return toml.finding("C009", ("sources",), f"sources: {pattern} cannot be read: {words}")
    message = error.message if isinstance(error, ChanceryError) else f"{pattern!r} is no pattern: {error}"
    return toml.finding("C005", ("sources",), f"sources: {message}")


def _match(folder: Path, pattern: str) -> list[Path]:
    if any(sign in pattern for sign in "*?["):
        if not Path(os.path.normpath(folder / pattern)).is_relative_to(folder):
            inside(folder, pattern)  # says so
        paths = list(folder.glob(pattern))
    elif (start := inside(folder, pattern)).is_dir():
        paths = [path for path in start.iterdir() if path.suffix.lower() in ENDINGS]
    else:
        paths = [start] if start.exists() else []
    return [path for path in paths if (path.is_file() or _is_broken(path)) and not path.name.startswith(".")]


def _is_broken(path: Path) -> bool:
    """Whether it is a link to nothing; read, it says so."""
    return path.is_symlink() and not path.exists()


def _is_own(path: Path, folder: Path, tei: Path, build: Path, toml: Toml) -> bool:
    """Whether a pattern has caught a file that is no source: the edition's own, an encoded document, an output."""
    named = toml.data.get("documents")
    own = {folder / toml.name, folder / named if isinstance(named, str) else folder}
    encoded = path.is_relative_to(tei) and path.suffix == ".xml"
    return path in own or encoded or path.is_relative_to(build)


def _check_folder(key: str, path: Path, toml: Toml, findings: list[Diagnostic]) -> None:
    if key in toml.data and path.exists() and not path.is_dir():
        hint = "name a folder; it is made when it is needed"
        findings.append(toml.finding("C009", (key,), f"{key}: {path.name} is a file, not a folder", hint))


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
