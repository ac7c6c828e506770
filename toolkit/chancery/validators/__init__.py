"""TEI in, findings out: well-formedness, the grammar, the rules, pointers between files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.tei.tree import parse
from chancery.validators.pointers import File, check_pointers
from chancery.validators.registers import check_registers
from chancery.validators.relaxng import check_grammar
from chancery.validators.schematron import check_rules
from chancery.validators.wellformed import find_places

__all__ = ["validate_document", "validate_edition"]


@dataclass(frozen=True, slots=True)
class _Checked:
    file: File | None  # None where it could not be read
    diagnostics: tuple[Diagnostic, ...]


def validate_document(data: bytes, name: str) -> list[Diagnostic]:
    """What is wrong with one file, a document, register or volume, on its own; sorted by line."""
    return _sorted(_check(data, name).diagnostics)


def validate_edition(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """What is wrong with the files of an edition, each on its own and with one another; sorted by file and line.

    The names are paths with slashes, as `tei/persons.xml`; a register lies beside the documents that point to it.
    """
    checked = [_check(data, name) for name, data in files.items()]
    found = [diagnostic for one in checked for diagnostic in one.diagnostics]
    found += check_pointers([one.file for one in checked if one.file is not None])
    return _sorted(found + check_registers(files))


def _check(data: bytes, name: str) -> _Checked:
    places = find_places(data, name)
    if isinstance(places, Diagnostic):
        return _Checked(None, (places,))
    try:
        tree = parse(data, name)
    except ChanceryError as error:  # expat let it through, libxml2 does not
        message = error.message.removeprefix(f"{name}:")
        return _Checked(None, (Diagnostic("V101", name, None, message, error.hint),))
    file = File(name, tree, places)
    refused = check_grammar(tree, places, name)
    return _Checked(file, (*refused, *_check_rules(file, refused)))


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
