"""Why a grammar refuses a document: which element or attribute, why, and what may stand there instead.

The verdict is exact: an element is held against each declaration that it may have where it stands. Where it fits none,
the one is taken that it misses least. After each mistake the walk goes on as if it had been mended.
"""

from __future__ import annotations

from chancery.validators.nodes import read_nodes
from chancery.validators.rng import Grammar
from chancery.validators.why.walk import Walk
from chancery.validators.why.words import Refusal

__all__ = ["Refusal", "explain"]


def explain(grammar: Grammar, data: bytes, advises: bool = False) -> list[Refusal]:
    """What is wrong with the well-formed document, in the order of its text; empty where it is valid.

    `advises` says that the schema's words on its elements tell editors what is right, as those of chancery's ODD do.
    """
    walk = Walk(grammar, read_nodes(data, exact=True), data, advises)
    return sorted(set(walk.root()), key=lambda found: (found.line, found.column))
