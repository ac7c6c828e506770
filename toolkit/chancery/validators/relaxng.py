"""The grammar's verdict, through libxml2, and what is wrong where it is no."""

from __future__ import annotations

from functools import cache

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.resources import SCHEMA
from chancery.tei.tree import parse
from chancery.validators.explain import explain
from chancery.validators.grammar import Grammar
from chancery.validators.wellformed import Places

SCHEMA_FILE = SCHEMA / "chancery.rng"
MANY = 5000  # elements; libxml2 takes time by the square of the siblings, the walk that explains does not


@cache
def schema() -> etree.RelaxNG:
    """The compiled grammar, made once for a process."""
    return etree.RelaxNG(parse(SCHEMA_FILE.read_bytes(), SCHEMA_FILE.name))


@cache
def grammar() -> Grammar:
    """The grammar as patterns, made when a document is refused for the first time."""
    return Grammar(parse(SCHEMA_FILE.read_bytes(), SCHEMA_FILE.name).getroot())


def check_grammar(tree: etree._ElementTree, places: Places, name: str) -> list[Diagnostic]:
    """What the grammar finds wrong; empty where the document is valid."""
    large = len(places.starts) > MANY
    if not large and schema().validate(tree):
        return []
    refusals = explain(grammar(), tree.getroot())
    if not refusals and large:
        return []
    if not refusals:
        return [_in_its_own_words(tree, places, name)]
    number = {el: n for n, el in enumerate(tree.iter("*"))}
    found = []
    for refusal in refusals:
        line, column = places.starts[number[refusal.element]]
        found.append(Diagnostic(refusal.code, name, line, refusal.message, refusal.hint, column))
    return found


def _in_its_own_words(tree: etree._ElementTree, places: Places, name: str) -> Diagnostic:
    """libxml2's first finding, for what the walk did not see."""
    entry = schema().error_log[0]
    numbered = list(tree.iter("*"))
    found = tree.xpath(entry.path) if entry.path else []
    at = numbered.index(found[0]) if isinstance(found, list) and found and found[0] in numbered else 0
    line, column = places.starts[at]
    hint = "compare the element with others of its kind"
    return Diagnostic("V109", name, line, f"not valid: {entry.message}", hint, column)
