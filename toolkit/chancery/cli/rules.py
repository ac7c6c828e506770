"""`chancery rules`: what is looked for."""

from __future__ import annotations

import click

from chancery.cli.options import EDITION, FORMAT
from chancery.cli.report import Report, count_of
from chancery.cli.tables import print_table
from chancery.diagnostics import ChanceryError
from chancery.edition import NAME, load_edition
from chancery.edition.rules import OFF, Weights
from chancery.rulebook import Rule, find_rules, read_rulebook


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
        rules = find_rules(read_rulebook(), words)
        weights = _weights()
        report.answer = {"rules": [{**rule.as_dict(), "here": _here(rule, weights)} for rule in rules]}
        if form == "text" and rules:
            _print(report, rules, weights)
        if not rules:
            raise ChanceryError(f"no rule answers to {' '.join(words)}", "`chancery rules` lists them all")
    return report.status


def _print(report: Report, rules: list[Rule], weights: Weights) -> None:
    rows = [(rule.code, _here(rule, weights), rule.title) for rule in rules]
    print_table(report, ("code", "severity", "what it means"), rows, figures=False)
    report.say(f"{count_of(len(rules), 'rule')}; `chancery explain {rules[0].code}` tells more of one")


def _here(rule: Rule, weights: Weights) -> str:
    """The rule's severity in the edition, if there is one."""
    weight = weights.get(rule.code, rule.severity)
    return weight.value if weight else OFF


def _weights() -> Weights:
    """What the edition in the current folder makes of rules; nothing where there is none, or it cannot be read."""
    try:
        return load_edition(EDITION)[0].rules if (EDITION / NAME).exists() else {}
    except ChanceryError:
        return {}
