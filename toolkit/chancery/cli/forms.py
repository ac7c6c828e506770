"""All findings of a command in one piece, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from chancery.diagnostics import Diagnostic, Exit
from chancery.rulebook import Rule, read_rulebook

FORMS = ("text", "json", "sarif", "github", "junit")
KEYS = ("code", "severity", "file", "line", "column", "message", "hint")


def write_form(
    form: str,
    findings: Sequence[Diagnostic],
    names: Sequence[str],
    texts: Mapping[str, bytes],
    rules: Mapping[str, Rule],
    status: Exit,
) -> str:
    """The findings in a form that is neither text nor JSON; `names` are the files that were looked at."""
    if form == "sarif":  # each form is imported when it is asked for: they are seldom
        from chancery.findings.sarif import write_sarif

        return write_sarif(findings, texts, rules or read_rulebook(), status)
    if form == "github":
        from chancery.findings.github import write_github

        return write_github(findings)
    from chancery.findings.junit import write_junit

    return write_junit(findings, names)


def write_json(findings: Iterable[Diagnostic], answer: Mapping[str, object] | None) -> str:
    """The findings as an array, or with the answer to what the command was asked for, as an object."""
    rows = [{key: found.as_dict()[key] for key in KEYS} for found in findings]
    return json.dumps(rows if answer is None else {**answer, "findings": rows}, ensure_ascii=False, indent=2) + "\n"
