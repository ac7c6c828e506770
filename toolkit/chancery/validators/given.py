"""Schemas that a user gives: RELAX NG in both syntaxes, and Schematron, also where it stands in RELAX NG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic, Severity
from chancery.validators.ids import check_ids
from chancery.validators.nodes import read_nodes
from chancery.validators.relaxng import check_given_grammar
from chancery.validators.rng import Grammar, grammar_of
from chancery.validators.rng.scopes import RNG
from chancery.validators.rng.sources import Source, Sources, open_schema, unusable
from chancery.validators.sch import SCH, Rules, rules_in
from chancery.validators.sch.embedded import embedded_schema, without
from chancery.validators.schematron import check_own_rules
from chancery.validators.wellformed import find_places

_ATTEMPTS = 5  # Saxon does not always tell all that is wrong at once


@dataclass(frozen=True, slots=True)
class Given:
    """The schemas that files are held against, and what is to be said of them."""

    grammars: tuple[Grammar, ...]
    rules: tuple[Rules, ...]
    warnings: tuple[Diagnostic, ...]


def read_schemas(paths: Sequence[Path], folders: Sequence[Path] = (), phase: str = "") -> Given:
    """The schemas in the files; raises ChanceryError with a finding for each thing that is wrong with them."""
    grammars: list[Grammar] = []
    rules: list[Rules] = []
    warnings: list[Diagnostic] = []
    for path in paths:
        sources, source = open_schema(path, folders)
        if str(source.root.tag).startswith(f"{{{SCH}}}"):
            rules.append(rules_in(source, sources, phase))
        elif str(source.root.tag).startswith(f"{{{RNG}}}"):
            grammars.append(grammar_of(source, sources))
            rules += _rules_inside(source, sources, phase, warnings)
        else:
            hint = "a schema is RELAX NG (.rng or .rnc) or Schematron (.sch)"
            sources.report(
                "V140", source, source.root, f"<{source.root.tag}> begins no schema that is known here", hint
            )
            raise unusable(sources.problems)
    return Given(tuple(grammars), tuple(rules), tuple(warnings))


def _rules_inside(source: Source, sources: Sources, phase: str, warnings: list[Diagnostic]) -> list[Rules]:
    """The rules in a grammar; those that cannot be run are left out, with a warning for each reason."""
    inner = embedded_schema(source)
    for _ in range(_ATTEMPTS):
        if inner is None:
            return []
        try:
            return [rules_in(inner, Sources(sources.folders), phase)]
        except ChanceryError as error:
            warnings += [_not_run(found) for found in error.diagnostics]
            inner = without(inner, {f"{found.file}:{found.line}" for found in error.diagnostics})
    return []


def _not_run(found: Diagnostic) -> Diagnostic:
    """What is wrong with a rule in a grammar, which is held against files all the same."""
    return replace(found, message=f"a rule in this grammar is not run: {found.message}", weight=Severity.WARNING)


def check_given(given: Given, data: bytes, path: Path, name: str, folders: Sequence[Path] = ()) -> list[Diagnostic]:
    """What the schemas find wrong with a file, in the order of its text."""
    places = find_places(data, name)
    if isinstance(places, Diagnostic):
        return [places]
    try:
        found = list(_check(given, data, path, name, tuple(folders)))
    except RecursionError:
        raise ChanceryError(f"the grammar is too deep to hold {name} against it") from None
    return sorted(dict.fromkeys(found), key=lambda one: (one.line or 0, one.column or 0, one.code))


def _check(given: Given, data: bytes, path: Path, name: str, folders: tuple[Path, ...]) -> Iterator[Diagnostic]:
    root = read_nodes(data)
    for grammar in given.grammars:
        yield from check_given_grammar(data, name, grammar)
        yield from check_ids(grammar, root, data, name)
    for rules in given.rules:
        yield from check_own_rules(rules, data, root, path, name, folders)


def refused_reading(given: Given) -> Iterator[Diagnostic]:
    """The files that rules asked for and were not given, each once."""
    for rules in given.rules:
        yield from rules.refusals()
