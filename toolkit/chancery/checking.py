"""What `chancery validate` does: TEI files, each on its own, with the others of their edition, with their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import NAME, Edition
from chancery.edition.folders import sort_key
from chancery.edition.rules import Weights, find_unknown, weigh
from chancery.fidelity import ask_sources
from chancery.files import digest, inside, read_bytes, shown
from chancery.rulebook import Rule, read_rulebook
from chancery.schemas import SchemaFiles, edition_schema
from chancery.validators import OURS, Schema, Validated, in_text, read_file, validate_file, validate_together
from chancery.validators.pointers import REGISTERS
from chancery.validators.rng import read_grammar
from chancery.validators.schematron import compile_rules
from chancery.validators.switches import apply_switches

# What is only asked of an edition's files together, and of its sources.
TOGETHER = frozenset({"A005", "A007", "P003", "P004", "P005", "P006", *(f"X{n}" for n in range(104, 113))})

Found = dict[str, list[Diagnostic]]  # by the name of the file


@dataclass(slots=True)
class Memo:
    """What earlier rounds found: it is not looked for again in what is the same."""

    files: dict[tuple[str, bool], tuple[str, Validated]] = field(default_factory=dict)  # by name and whether asked for
    mark: str = ""  # a digest of the schema
    schema: Schema = OURS

    def hold_against(self, edition: Edition | None) -> None:
        """Take the schema of the edition; where it is another than before, all is forgotten."""
        if edition is None or edition.schema is None:
            mark, files = "", None
        else:
            files = edition_schema(edition)
            mark = digest(read_bytes(files.grammar) + read_bytes(files.schematron) + read_bytes(files.rules))
        if mark != self.mark:
            self.mark, self.schema = mark, _read_schema(files) if files else OURS
            self.files.clear()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in which files."""

    names: tuple[str, ...]  # of the files that were asked for, in their order
    findings: tuple[Diagnostic, ...]  # in the order of files and lines
    texts: Mapping[str, bytes]  # the files that could be read


def check_edition(edition: Edition, memo: Memo | None = None) -> Checked:
    """What is wrong with an edition's documents and registers; what the memo knows is not looked at again."""
    return _check(_files_of(edition), (), edition, True, memo or Memo())


def check_files(paths: Sequence[Path], edition: Edition | None, memo: Memo | None = None) -> Checked:
    """What is wrong with the files; the registers beside them are there to be pointed to.

    A file of the edition is held against the rest of the edition, and against its source, too.
    """
    others = [path.parent / name for path in paths for name in REGISTERS]
    own = edition is not None and any(path.absolute().parent == edition.tei for path in paths)
    others += _files_of(edition) if edition and own else []
    known = [path for path in others if path.is_file()]
    return _check(paths, known, edition, own, memo or Memo())


def _check(paths: Sequence[Path], others: Sequence[Path], edition: Edition | None, own: bool, memo: Memo) -> Checked:
    """`own` says whether the files are the edition's own."""
    memo.hold_against(edition)
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
    weighed = weigh([*unread, *_in_order(found, named)], weights_of(edition))
    return Checked(tuple(map(shown, paths)), (*_find_unknown(edition), *weighed), named)


def rulebook_of(edition: Edition | None) -> Mapping[str, Rule]:
    """All rules, those of the edition's own schema among them."""
    return read_rulebook(edition_schema(edition).rules)


def weights_of(edition: Edition | None) -> Weights:
    """What the edition makes of rules; those that it must ask for, and does not, are switched off."""
    unasked = {rule.code: None for rule in rulebook_of(edition).values() if not rule.on}
    return {**unasked, **(edition.rules if edition else {})}


def _find_unknown(edition: Edition | None) -> Iterator[Diagnostic]:
    """Codes in edition.toml that only the edition's own schema could have, and has not."""
    if edition and edition.schema:
        path = edition.folder / NAME
        text = read_bytes(path).decode("utf-8-sig", "replace")
        yield from find_unknown(edition.rules, rulebook_of(edition), shown(path), text)


def _read_schema(files: SchemaFiles) -> Schema:
    codes = read_rulebook(files.rules).keys()
    return Schema(read_grammar(files.grammar), compile_rules(read_bytes(files.schematron)), codes)


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
    if key not in memo.files or memo.files[key][0] != mark:
        memo.files[key] = mark, (validate_file if asked else read_file)(data, name, memo.schema)
    return memo.files[key][1]


def _unasked(one: Validated, found: Iterable[Diagnostic], own: bool) -> Collection[str]:
    """The codes of rules that a file may not have been held against."""
    if any("V101" <= finding.code <= "V109" for finding in found):
        return {switch.code for switch in one.switches}
    return () if own else TOGETHER


def _in_order(found: Found, names: Iterable[str]) -> list[Diagnostic]:
    """The findings of the files as people count, each in the order of its text."""
    every = (finding for name in names for finding in found.get(name, ()))
    return sorted(every, key=lambda f: (sort_key(f.file), *in_text(f)))


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
