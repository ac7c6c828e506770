"""What the grammar of an edition, or of a user, finds wrong with a file."""

from __future__ import annotations

from functools import cache

from chancery.diagnostics import Diagnostic
from chancery.resources import SCHEMA
from chancery.validators.rng import Grammar, read_grammar
from chancery.validators.verdict import is_valid
from chancery.validators.why import explain

SCHEMA_FILE = SCHEMA / "chancery.rng"


@cache
def grammar() -> Grammar:
    """The grammar of editions, read once for a process."""
    return read_grammar(SCHEMA_FILE)


def check_grammar(data: bytes, name: str, own: Grammar | None = None) -> list[Diagnostic]:
    """What the grammar of editions, or an edition's own, finds wrong with a file, in the order of its text."""
    return check_given_grammar(data, name, own or grammar(), advises=True)


def check_given_grammar(data: bytes, name: str, given: Grammar, advises: bool = False) -> list[Diagnostic]:
    """What a grammar finds wrong with a file that was read; `advises` as `explain` has it."""
    if is_valid(given, data):
        return []
    found = explain(given, data, advises)
    return [Diagnostic(one.code, name, one.line, one.message, one.hint, one.column) for one in found]
