"""The table `[rules]` of `edition.toml`: what an edition makes of chancery's findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from chancery.diagnostics import CODES, FIXED, Diagnostic, Severity
from chancery.edition.lines import find_line
from chancery.edition.tables import Toml
from chancery.edition.values import name_type

OFF = "off"
WEIGHTS = (OFF, *(severity.value for severity in Severity))

Weights = Mapping[str, Severity | None]  # by code; None where it is switched off


def read_rules(toml: Toml, findings: list[Diagnostic]) -> dict[str, Severity | None]:
    """The weights that the edition gives; an unknown code, another word and a code that stays are reported.

    Where the edition has a schema of its own, other codes may be the schema's: `find_unknown` asks when that is read.
    """
    table = toml.data.get("rules", {})
    if not isinstance(table, dict):
        findings.append(toml.finding("C003", ("rules",), f"rules must be a table [rules], not {name_type(table)}"))
        return {}
    weights: dict[str, Severity | None] = {}
    for code, weight in table.items():
        if trouble := _find_trouble(code, weight, "schema" in toml.data):
            findings.append(toml.finding(trouble[0], ("rules", code), *trouble[1:]))
        else:
            weights[code] = None if weight == OFF else Severity(weight)
    return weights


def find_unknown(weights: Weights, known: Collection[str], file: str, text: str) -> Iterator[Diagnostic]:
    """The codes of the table in `file` that neither chancery nor the edition's schema has."""
    for code in weights:
        if code not in known:
            yield Diagnostic("C002", file, find_line(text, ("rules", code)), *_say_unknown(code, known))


def _say_unknown(code: str, known: Collection[str]) -> tuple[str, str]:
    near = get_close_matches(code, known, n=1, cutoff=0.7) or get_close_matches(code.upper(), known, n=1, cutoff=0.7)
    return f"there is no rule {code!r}", f"did you mean {near[0]}?" if near else "`chancery rules` lists them all"


def _find_trouble(code: str, weight: object, others: bool) -> tuple[str, str, str] | None:
    """What is wrong with a row of the table: code, words and hint; `others` are codes that we do not know here."""
    if code not in CODES and not others:
        return "C002", *_say_unknown(code, CODES)
    if code in FIXED:
        return "C003", f"{code} cannot be switched off or made less", "`chancery explain` says what can be done"
    if weight not in WEIGHTS:
        said = repr(weight) if isinstance(weight, str) else name_type(weight)
        words = f"{code} must be {', '.join(WEIGHTS[:-1])} or {WEIGHTS[-1]}, not {said}"
        return "C003", words, f'write it so: {code} = "off"'
    return None


def weigh(found: Iterable[Diagnostic], weights: Weights) -> Iterator[Diagnostic]:
    """The findings as the edition weighs them; those that it switches off are left out."""
    for finding in found:
        if finding.code not in weights:
            yield finding
        elif (weight := weights[finding.code]) is not None:
            yield replace(finding, weight=weight)
