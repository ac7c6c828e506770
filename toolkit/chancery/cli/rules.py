"""`chancery rules`: what is looked for."""

from __future__ import annotations

from collections.abc import Mapping

import click

from chancery.checking import rulebook_of, weights_of
from chancery.cli.options import EDITION, FORMAT
from chancery.cli.report import Report, count_of
from chancery.cli.tables import print_table
from chancery.diagnostics import ChanceryError
from chancery.edition import NAME, load_edition
from chancery.edition.rules import OFF, Weights
from chancery.rulebook import Rule, find_rules


@click.command("rules")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@FORMAT
def list_rules(words: tuple[str, ...], form: str) -> int:
    """List the rules and all other findings by their codes.

    WORD is a letter or the beginning of a code (N, X1), a severity, an element, or any word of what a rule says; with
    several, a rule must answer to all. In an edition that weighs rules otherwise, its own severity is told.

    \b
    Examples:
      chancery rules
      chancery rules N warning
      chancery rules persName
    """
    with Report(form) as report:
        known, weights = known_rules()
        rules = find_rules(known, words)
        report.answer = {"rules": [{**rule.as_dict(), "here": _here(rule, weights)} for rule in rules]}
        if form == "text" and rules:
            _print(report, rules, weights)
        if not rules:
            raise ChanceryError(f"no rule answers to {' '.join(words)}", "`chancery rules` lists them all")
    return report.status


def known_rules() -> tuple[Mapping[str, Rule], Weights]:
    """The rules, and their weights in the edition of the current folder, if there is one that can be read."""
    try:
        edition = load_edition(EDITION)[0] if (EDITION / NAME).exists() else None
        return rulebook_of(edition), weights_of(edition)
    except ChanceryError:
        return rulebook_of(None), weights_of(None)


def _print(report: Report, rules: list[Rule], weights: Weights) -> None:
    rows = [(rule.code, _here(rule, weights), rule.title) for rule in rules]
    print_table(report, ("code", "severity", "what it means"), rows, figures=False)
    report.say(f"{count_of(len(rules), 'rule')}; `chancery explain {rules[0].code}` tells more of one")


def _here(rule: Rule, weights: Weights) -> str:
    """The rule's severity in the edition, if there is one."""
    weight = weights.get(rule.code, rule.severity)
    return weight.value if weight else OFF
