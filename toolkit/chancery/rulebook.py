"""All rules, with the words that explain them: those of the schema, and the codes of the other stages."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chancery.diagnostics import CODES, FIXED, ChanceryError, Severity
from chancery.files import read_bytes
from chancery.resources import SCHEMA

EXPLANATIONS = Path(__file__).with_name("explanations.toml")  # of the codes that no schema knows
NAME = "rules.json"  # beside the compiled schema, made from the same ODD


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what its code stands for, why there is it, what to do, and how it looks wrong and right."""

    code: str
    severity: Severity
    title: str
    words: str = ""  # paragraphs, parted by blank lines
    hint: str = ""
    where: tuple[str, ...] = ()  # elements; empty where it is about any, or none
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    on: bool = True  # whether it is asked of an edition that says nothing of it

    @property
    def fixed(self) -> bool:
        """Whether an edition cannot weigh it otherwise."""
        return self.code in FIXED

    def as_dict(self) -> dict[str, object]:
        """The rule as `--format json` prints it."""
        facts = {"code": self.code, "severity": self.severity.value, "title": self.title, "words": self.words}
        lists = {"where": list(self.where), "bad": list(self.bad), "good": list(self.good)}
        return {**facts, "hint": self.hint, **lists, "fixed": self.fixed, "on": self.on}


def read_rulebook(path: Path = SCHEMA / NAME) -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the codes; `path` is what the schema says of its own."""
    try:
        return _read(read_bytes(path) if path.exists() else b"[]")
    except (ValueError, KeyError, TypeError, AttributeError):
        hint = "`chancery schema build` makes it again"
        raise ChanceryError(f"{path} is not what a schema says of its rules", hint) from None


@lru_cache(maxsize=4)
def _read(table: bytes) -> Mapping[str, Rule]:
    words = tomllib.loads(read_bytes(EXPLANATIONS).decode())
    rows = {c: {"code": c, "severity": s, "title": t, **words.get(c, {})} for c, (s, t) in CODES.items()}
    for row in json.loads(table):
        said = {key: value for key, value in row.items() if value or key == "on"}
        rows[row["code"]] = {**rows.get(row["code"], {}), **said}
    return {code: _read_rule(rows[code]) for code in sorted(rows)}


def find_rules(rules: Mapping[str, Rule], words: tuple[str, ...]) -> list[Rule]:
    """The rules that answer to all words: a letter or the beginning of a code, else a word of what they say."""

    def answers(rule: Rule, word: str) -> bool:
        text = f"{rule.title} {rule.words} {rule.hint} {rule.severity} {' '.join(rule.where)}".lower()
        begins = rule.code.lower().startswith(word)
        return begins or (len(word) > 1 and re.search(rf"\b{re.escape(word)}", text) is not None)

    return [rule for rule in rules.values() if all(answers(rule, word.lower()) for word in words)]


def _read_rule(row: Mapping[str, object]) -> Rule:
    def text(key: str) -> str:
        return str(row.get(key, "")).strip()

    def texts(key: str) -> tuple[str, ...]:
        found = row.get(key, [])
        return tuple(str(one).strip("\n") for one in found) if isinstance(found, list) else ()

    on = row.get("on") is not False
    words = (text("title"), text("words"), text("hint"))
    return Rule(text("code"), Severity(text("severity")), *words, texts("where"), texts("bad"), texts("good"), on)


def unasked_rules(path: Path = SCHEMA / NAME) -> frozenset[str]:
    """The rules that are only asked of editions that weigh them."""
    return frozenset(rule.code for rule in read_rulebook(path).values() if not rule.on)
