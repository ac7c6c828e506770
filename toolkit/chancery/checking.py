"""What `chancery validate` does: TEI files, each on its own, with the others of their edition, with their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.edition.folders import sort_key
from chancery.edition.rules import weigh
from chancery.fidelity import ask_sources
from chancery.files import digest, inside, read_bytes, shown
from chancery.validators import Validated, read_file, validate_file, validate_together
from chancery.validators.pointers import REGISTERS
from chancery.validators.switches import apply_switches

# What is only asked of an edition's files together, and of its sources.
TOGETHER = frozenset({"A005", "A007", "P003", "P004", "P005", "P006", *(f"X{n}" for n in range(104, 113))})

Found = dict[str, list[Diagnostic]]  # by the name of the file
Memo = dict[tuple[str, bool], tuple[str, Validated]]  # by name and whether it was asked for: its digest, what was found


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in which files."""

    names: tuple[str, ...]  # of the files that were asked for, in their order
    findings: tuple[Diagnostic, ...]  # in the order of files and lines
    texts: Mapping[str, bytes]  # the files that could be read


def check_edition(edition: Edition, memo: Memo | None = None) -> Checked:
    """What is wrong with an edition's documents and registers; what the memo knows is not looked at again."""
    return _check(_files_of(edition), (), edition, True, {} if memo is None else memo)


def check_files(paths: Sequence[Path], edition: Edition | None, memo: Memo | None = None) -> Checked:
    """What is wrong with the files; the registers beside them are there to be pointed to.

    A file of the edition is held against the rest of the edition, and against its source, too.
    """
    others = [path.parent / name for path in paths for name in REGISTERS]
    own = edition is not None and any(path.absolute().parent == edition.tei for path in paths)
    others += _files_of(edition) if edition and own else []
    known = [path for path in others if path.is_file()]
    return _check(paths, known, edition, own, {} if memo is None else memo)


def _check(paths: Sequence[Path], others: Sequence[Path], edition: Edition | None, own: bool, memo: Memo) -> Checked:
    """`own` says whether the files are the edition's own."""
    named, unread = _read(paths, edition.folder if edition and own and not others else None)
    files = {**_read(others, None)[0], **named}
    validated, findings = _validate(files, named, memo, edition)
    found: Found = defaultdict(list)
    for finding in findings:
        found[finding.file].append(finding)
    readable = {one.name for one in validated if one.file is not None}
    if edition and own:
        for finding in list(ask_sources(edition, named.keys() & readable, found)):
            found[finding.file].append(finding)
    for one in validated:
        unasked = _unasked(one, found[one.name], own)
        found[one.name] = apply_switches(one.switches, found[one.name], one.name, unasked)
    weighed = weigh([*unread, *_in_order(found, named)], edition.rules if edition else {})
    return Checked(tuple(map(shown, paths)), tuple(weighed), named)


def _files_of(edition: Edition) -> list[Path]:
    """The encoded documents and the registers, wherever these lie."""
    paths = {path for path in edition.tei.glob("*.xml") if path.is_file() and not path.name.startswith(".")}
    return sorted(paths | set(edition.registers))


def _validate(
    files: Mapping[str, bytes], asked: Collection[str], memo: Memo, edition: Edition | None
) -> tuple[list[Validated], list[Diagnostic]]:
    """The files and what is wrong with them; an edition's registers are taken to lie beside the documents."""
    places = _move_registers(edition) if edition else {}
    own = {beside: name for name, beside in places.items()}
    hidden = {beside for name, beside in places.items() if name != beside}
    kept = {name: data for name, data in files.items() if name not in hidden}
    validated = [_recall(memo, places.get(name, name), kept[name], name in asked) for name in kept]
    found = validate_together(validated, lambda name: Path(name).is_file())
    return (
        [replace(one, name=own.get(one.name, one.name)) for one in validated],
        [replace(finding, file=own.get(finding.file, finding.file)) for finding in found],
    )


def _move_registers(edition: Edition) -> dict[str, str]:
    """Where the registers lie, and where the documents' links take them to lie."""
    named = zip((edition.persons, edition.terms), REGISTERS, strict=True)
    return {shown(path): shown(edition.tei / name) for path, name in named if path}


def _recall(memo: Memo, name: str, data: bytes, asked: bool) -> Validated:
    """The file, validated if it is asked for; as it was before, if it is the same."""
    mark, key = digest(data), (name, asked)
    if key not in memo or memo[key][0] != mark:
        memo[key] = mark, (validate_file if asked else read_file)(data, name)
    return memo[key][1]


def _unasked(one: Validated, found: Iterable[Diagnostic], own: bool) -> Collection[str]:
    """The codes of rules that a file may not have been held against."""
    if any("V101" <= finding.code <= "V109" for finding in found):
        return {switch.code for switch in one.switches}
    return () if own else TOGETHER


def _in_order(found: Found, names: Iterable[str]) -> list[Diagnostic]:
    """The findings of the files as people count, each in the order of its text."""
    every = (finding for name in names for finding in found.get(name, ()))
    return sorted(every, key=lambda f: (sort_key(f.file), f.line or 0, f.column or 0, f.code))


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
