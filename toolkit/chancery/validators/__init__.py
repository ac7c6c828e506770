"""TEI in, findings out: well-formedness, the grammar, the rules, pointers between files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chancery.diagnostics import CODES, ChanceryError, Diagnostic
from chancery.rulebook import unasked_rules
from chancery.tei.tree import parse
from chancery.validators.links import File
from chancery.validators.pointers import check_pictures, check_pointers
from chancery.validators.registers import check_registers
from chancery.validators.relaxng import check_grammar
from chancery.validators.rng import Grammar
from chancery.validators.sch import Rules
from chancery.validators.schematron import check_rules
from chancery.validators.switches import Switch, read_switches
from chancery.validators.wellformed import find_places

__all__ = [
    "OURS",
    "Schema",
    "Validated",
    "in_text",
    "read_file",
    "validate_document",
    "validate_edition",
    "validate_file",
    "validate_together",
]


@dataclass(frozen=True, slots=True)
class Schema:
    """What each file is held against on its own; what is not given is chancery's own."""

    grammar: Grammar | None = None
    rules: Rules | None = None
    codes: Collection[str] = tuple(CODES)  # that comments may switch off


@dataclass(frozen=True, slots=True)
class Validated:
    """A file and what is wrong with it on its own."""

    name: str
    file: File | None  # None where it could not be read
    diagnostics: tuple[Diagnostic, ...]
    switches: tuple[Switch, ...] = ()  # what its comments switch off; nothing has been left out for them yet


OURS = Schema()
TWICE = "V110"  # an id that is there twice; that it does not fit its element, either, is not told then
ABOUT_IDS = frozenset({"B103", "G102", "N101", "N109"})


def validate_document(data: bytes, name: str) -> list[Diagnostic]:
    """What is wrong with one file, a document, register or volume, on its own; sorted by line."""
    off = unasked_rules()
    return _sorted(found for found in validate_file(data, name).diagnostics if found.code not in off)


def validate_edition(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """What is wrong with the files of an edition, each on its own and with one another; sorted by file and line.

    The names are paths with slashes, as `tei/persons.xml`; a register lies beside the documents that point to it.
    """
    return validate_together([validate_file(data, name) for name, data in files.items()])


def validate_together(validated: Sequence[Validated], exists: Callable[[str], bool] | None = None) -> list[Diagnostic]:
    """The findings of all files, and what is wrong with them together; sorted by file and line.

    `exists` says whether there is a picture of that name; without it nobody asks.
    """
    files = [one.file for one in validated if one.file is not None]
    found = [diagnostic for one in validated for diagnostic in one.diagnostics]
    found += [*check_pointers(files), *check_registers(files)]
    return _sorted([*found, *check_pictures(files, exists)] if exists else found)


def validate_file(data: bytes, name: str, schema: Schema = OURS) -> Validated:
    """One file read, and what is wrong with it on its own."""
    read = read_file(data, name, schema)
    if read.file is None:
        return read
    refused = check_grammar(data, name, schema.grammar)
    found = _check_rules(read.file, refused, schema.rules)
    return replace(read, diagnostics=(*refused, *found, *read.diagnostics))


def read_file(data: bytes, name: str, schema: Schema = OURS) -> Validated:
    """One file read, and held against nothing yet."""
    places = find_places(data, name)
    if isinstance(places, Diagnostic):
        return Validated(name, None, (places,))
    try:
        tree = parse(data, name)
    except ChanceryError as error:  # expat let it through, libxml2 does not
        message = error.message.removeprefix(f"{name}:")
        return Validated(name, None, (Diagnostic("V101", name, None, message, error.hint),))
    switches, unclear = read_switches(data, name, schema.codes)
    return Validated(name, File(name, tree, places), tuple(unclear), tuple(switches))


def _check_rules(file: File, refused: list[Diagnostic], own: Rules | None) -> list[Diagnostic]:
    """What the rules find; of a refused document only what is not about a refused element."""
    try:
        found = check_rules(file.tree, file.places, file.name, own)
    except ChanceryError:  # the rules take some things for granted that the grammar promises
        if refused:
            return []
        raise
    told = {(d.line, d.column) for d in refused} | {_element_at(file, d) for d in refused if d.code in ("V105", "V106")}
    twice = {(d.line, d.column) for d in found if d.code == TWICE}
    left = [d for d in found if (d.line, d.column) not in told]
    return [d for d in left if d.code not in ABOUT_IDS or (d.line, d.column) not in twice]


def _element_at(file: File, refused: Diagnostic) -> tuple[int, int]:
    """The beginning of the element whose attribute was refused."""
    starts = file.places.starts
    return starts[bisect_right(starts, (refused.line or 0, refused.column or 0)) - 1]


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(found), key=lambda d: (d.file, *in_text(d), d.message))


def in_text(found: Diagnostic) -> tuple[int, int, bool, str]:
    """A key that sorts the findings of a file: as its text goes, and at one place what makes it invalid first."""
    return found.line or 0, found.column or 0, not found.code.startswith("V"), found.code
