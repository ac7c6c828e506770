"""The examples of a rule in the ODD are its tests: the wrong one gives its code and no other, the right one nothing."""

from __future__ import annotations

import json

import pytest

from chancery.diagnostics import CODES
from chancery.resources import SCHEMA
from chancery.validators import validate_file

from .wrapping import wrap

RULES = json.loads((SCHEMA / "rules.json").read_bytes())
BY = {rule["code"]: rule["by"] for rule in RULES}
EXAMPLES = [(rule["code"], kind, text) for rule in RULES for kind in ("bad", "good") for text in rule[kind]]
OWN = [(c, k, t) for c, k, t in EXAMPLES if BY[c] != "program"]


def found_in(fragment: str) -> set[str]:
    return {d.code for d in validate_file(wrap(fragment), "v1_d7.xml").diagnostics}  # those off by default too


@pytest.mark.parametrize(("code", "kind", "text"), OWN, ids=lambda value: value if len(value) < 6 else "")
def test_example(code: str, kind: str, text: str) -> None:
    assert found_in(text) == ({code} if kind == "bad" else set()), text


@pytest.mark.parametrize("rule", [r for r in RULES if r["by"] == "schematron"], ids=lambda rule: rule["code"])
def test_a_rule_is_whole(rule: dict[str, object]) -> None:
    assert all(rule[key] for key in ("title", "words", "hint", "bad", "good"))


def test_the_table_agrees_with_what_the_program_says() -> None:
    for rule in RULES:
        assert CODES[rule["code"]] == (rule["severity"], rule["title"]), rule["code"]
    codes = [rule["code"] for rule in RULES]
    assert codes == sorted(set(codes))
