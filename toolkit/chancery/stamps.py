"""What was made from what: so that a second run does no work twice.

A stamp holds a digest of everything that went into a piece of work (files, settings, chancery itself) and the digests
of what came out, with what was found on the way. Work is done again when either side has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chancery import __version__, resources
from chancery.diagnostics import CODES, ChanceryError, Diagnostic
from chancery.files import digest, read_bytes, write_whole

NAME = ".stamps.json"  # in the build folder

_OWN = (".py", ".xsl", ".xml", ".typ", ".css", ".js", ".rng", ".sch", ".otf", ".ttf", ".woff2")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A piece of work that was done."""

    inputs: str  # one digest over all of them
    outputs: Mapping[str, str]  # digest by path, relative to the edition's folder
    findings: tuple[Diagnostic, ...] = ()  # said again when the work is skipped
    facts: tuple[str, ...] = ()  # what else the maker needs to know again


def mark_inputs(*parts: bytes | str | Path | None) -> str:
    """One digest over contents, words and the contents of files, in their order, and over chancery itself."""
    digests = [_own_digest()]
    for part in parts:
        if isinstance(part, Path):
            digests.append(digest(read_bytes(part)))
        else:
            digests.append(digest(part.encode() if isinstance(part, str) else part or b""))
    return digest("\n".join(digests).encode())


def make_stamp(folder: Path, inputs: str, outputs: Iterable[Path], findings: Iterable[Diagnostic] = ()) -> Stamp:
    """The stamp of work that has just been done."""
    made = {path.relative_to(folder).as_posix(): digest(read_bytes(path)) for path in outputs}
    return Stamp(inputs, made, tuple(findings))


def is_current(stamp: Stamp | None, inputs: str, folder: Path) -> bool:
    """Whether the work need not be done again: the same went in, and what came out is still there, unchanged."""
    if stamp is None or stamp.inputs != inputs:
        return False
    try:
        return all(digest(read_bytes(folder / path)) == value for path, value in stamp.outputs.items())
    except ChanceryError:  # an output is gone
        return False


def read_stamps(build: Path) -> dict[str, Stamp]:
    """The stamps by the name of the work; none when the file is missing or not ours: then work is done again."""
    try:
        rows = json.loads(read_bytes(build / NAME))
        return {
            name: Stamp(
                row["inputs"], dict(row["outputs"]), tuple(map(read_finding, row["findings"])), tuple(row["facts"])
            )
            for name, row in rows.items()
        }
    except (ChanceryError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_stamps(build: Path, stamps: Mapping[str, Stamp]) -> None:
    """Write the stamps into the build folder."""
    rows = {
        name: {
            "inputs": stamp.inputs,
            "outputs": dict(stamp.outputs),
            "findings": [found.as_dict() for found in stamp.findings],
            "facts": stamp.facts,
        }
        for name, stamp in sorted(stamps.items())
    }
    text = json.dumps(rows, ensure_ascii=True, indent=1)
    write_whole(build / NAME, f"{text}\n".encode())


def read_finding(row: Mapping[str, object]) -> Diagnostic:
    """A finding from what `as_dict` gave; raises ValueError or KeyError where it is none."""
    line, column = row["line"], row["column"]
    code = str(row["code"])
    if code not in CODES:
        raise ValueError(code)
    return Diagnostic(
        code,
        str(row["file"]),
        line if isinstance(line, int) else None,
        str(row["message"]),
        str(row["hint"]),
        column if isinstance(column, int) else None,
    )


@cache
def _own_digest() -> str:
    """A digest of chancery's version, code, stylesheets, template and schema."""
    folders = (Path(__file__).resolve().parent, resources.XSLT, resources.SCHEMA)
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix in _OWN)
    return digest("\n".join([__version__, *(digest(path.read_bytes()) for path in sorted(set(files)))]).encode())
