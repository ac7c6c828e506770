"""`chancery explain`: what a rule means, why there is it, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from difflib import get_close_matches

import click
from rich.console import Console
from rich.padding import Padding
from rich.syntax import Syntax
from rich.text import Text

from chancery.cli.options import FORMAT
from chancery.cli.report import Report
from chancery.cli.rules import known_rules
from chancery.cli.styling import STYLES
from chancery.diagnostics import ChanceryError, Exit
from chancery.rulebook import Rule

WIDTH = 100


@click.command("explain")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@FORMAT
def explain_rules(codes: tuple[str, ...], form: str) -> int:
    """Explain a rule: what it means, what to do, how it looks wrong and right, and how to switch it off.

    \b
    Example:
      chancery explain N102
    """
    with Report(form) as report:
        known, _ = known_rules()
        rules = [_find(code, known) for code in codes]
        report.answer = {"rules": [rule.as_dict() for rule in rules]}
        if form == "text":
            console = Console(width=None if sys.stdout.isatty() else WIDTH, markup=False, highlight=False, emoji=False)
            for number, rule in enumerate(rules):
                if number:
                    console.print()
                _print(rule, console)
    return report.status


def _find(code: str, rules: Mapping[str, Rule]) -> Rule:
    if rule := rules.get(code) or rules.get(code.upper()):
        return rule
    near = get_close_matches(code.upper(), rules, n=3, cutoff=0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else "`chancery rules` lists them all"
    raise ChanceryError(f"there is no rule {code}", hint, Exit.USAGE)


def _print(rule: Rule, console: Console) -> None:
    console.print(
        Text.assemble((rule.code, "bold"), " ", (rule.title, "bold"), "  ", (rule.severity, STYLES[rule.severity]))
    )
    for paragraph in filter(None, (rule.words or _fallback(rule)).split("\n")):
        console.print(Text(f"\n{paragraph}"))
    if rule.hint:
        console.print(Text.assemble("\n", ("What to do: ", "bold"), rule.hint, "."))
    for name, style, examples in (("Wrong", "red", rule.bad), ("Right", "green", rule.good)):
        for example in examples:
            console.print(Text(f"\n{name}:", f"bold {style}"))
            console.print(_show_xml(example, console), soft_wrap=not console.is_terminal)
    console.print(_tell_switches(rule))


def _fallback(rule: Rule) -> str:
    return f"It is about {', '.join(rule.where)}." if rule.where else ""


def _show_xml(example: str, console: Console) -> Padding | Text:
    """The example, in colours on a terminal; elsewhere without the blanks that would fill its lines."""
    lines = example.strip("\n")
    if not console.is_terminal:
        return Text("\n".join(f"    {line}" for line in lines.split("\n")))
    return Padding(Syntax(lines, "xml", theme="ansi_dark", background_color="default", word_wrap=True), (0, 0, 0, 4))


def _tell_switches(rule: Rule) -> Text:
    if rule.fixed:
        return Text("\nIt cannot be switched off.")
    if not rule.on:
        return Text.assemble(
            "\nIt is asked where an edition wants it: ", f'[rules] {rule.code} = "{rule.severity}"', " in edition.toml."
        )
    return Text.assemble(
        ("\nIn edition.toml: ", "bold"), f'[rules] {rule.code} = "off" (or "info", "warning", "error")',
        ("\nIn a file:       ", "bold"), f"<!-- chancery: ignore {rule.code} why -->",
    )  # fmt: skip
