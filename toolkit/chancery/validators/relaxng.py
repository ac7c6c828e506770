"""What the grammar of an edition, or of a user, finds wrong with a file."""

from __future__ import annotations

from functools import cache

from chancery.diagnostics import Diagnostic
from chancery.resources import SCHEMA
from chancery.validators.nodes import Node, read_nodes
from chancery.validators.rng import Grammar, read_grammar
from chancery.validators.verdict import is_valid
from chancery.validators.why import explain

SCHEMA_FILE = SCHEMA / "chancery.rng"


@cache
def grammar() -> Grammar:
    """The grammar of editions, read once for a process."""
    return read_grammar(SCHEMA_FILE)


def check_grammar(data: bytes, name: str, own: Grammar | None = None, root: Node | None = None) -> list[Diagnostic]:
    """What the grammar finds wrong with a well-formed file, in the order of its text; empty where it is valid."""
    own = own or grammar()
    if is_valid(own, root or read_nodes(data)):
        return []
    return [Diagnostic(one.code, name, one.line, one.message, one.hint, one.column) for one in explain(own, data)]
