"""Findings as GitHub's annotations: workflow commands, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def write_github(findings: Sequence[Diagnostic]) -> str:
    """A line a finding: `::error file=…,line=…,col=…,title=…::words`."""
    return "".join(f"{_annotate(found)}\n" for found in findings)


def _annotate(found: Diagnostic) -> str:
    facts = {"file": found.file, "line": found.line, "col": found.column, "title": found.code}
    properties = ",".join(f"{name}={_escape(str(fact), _IN_PROPERTIES)}" for name, fact in facts.items() if fact)
    words = f"{found.message}\nhint: {found.hint}" if found.hint else found.message
    return f"::{_COMMANDS[found.severity]} {properties}::{_escape(words, _IN_DATA)}"


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
