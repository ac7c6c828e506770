"""TEI in, findings out: well-formedness, the grammar, the rules, pointers between files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.tei.tree import parse
from chancery.validators.links import File
from chancery.validators.pointers import check_pictures, check_pointers
from chancery.validators.registers import check_registers
from chancery.validators.relaxng import check_grammar
from chancery.validators.schematron import check_rules
from chancery.validators.switches import Switch, read_switches
from chancery.validators.wellformed import find_places

__all__ = ["Validated", "read_file", "validate_document", "validate_edition", "validate_file", "validate_together"]


@dataclass(frozen=True, slots=True)
class Validated:
    """A file and what is wrong with it on its own."""

    name: str
    file: File | None  # None where it could not be read
    diagnostics: tuple[Diagnostic, ...]
    switches: tuple[Switch, ...] = ()  # what its comments switch off; nothing has been left out for them yet


def validate_document(data: bytes, name: str) -> list[Diagnostic]:
    """What is wrong with one file, a document, register or volume, on its own; sorted by line."""
    return _sorted(validate_file(data, name).diagnostics)


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


def validate_file(data: bytes, name: str) -> Validated:
    """One file read, and what is wrong with it on its own."""
    read = read_file(data, name)
    if read.file is None:
        return read
    refused = check_grammar(data, name)
    return replace(read, diagnostics=(*refused, *_check_rules(read.file, refused), *read.diagnostics))


def read_file(data: bytes, name: str) -> Validated:
    """One file read, and held against nothing yet."""
    places = find_places(data, name)
    if isinstance(places, Diagnostic):
        return Validated(name, None, (places,))
    try:
        tree = parse(data, name)
    except ChanceryError as error:  # expat let it through, libxml2 does not
        message = error.message.removeprefix(f"{name}:")
        return Validated(name, None, (Diagnostic("V101", name, None, message, error.hint),))
    switches, unclear = read_switches(data, name)
    return Validated(name, File(name, tree, places), tuple(unclear), tuple(switches))


def _check_rules(file: File, refused: list[Diagnostic]) -> list[Diagnostic]:
    """What the rules find; of a refused document only what is not about a refused element."""
    try:
        found = check_rules(file.tree, file.places, file.name)
    except ChanceryError:  # the rules take some things for granted that the grammar promises
        if refused:
            return []
        raise
    told = {(d.line, d.column) for d in refused}
    return [d for d in found if (d.line, d.column) not in told]


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(found), key=lambda d: (d.file, d.line or 0, d.column or 0, d.code, d.message))
