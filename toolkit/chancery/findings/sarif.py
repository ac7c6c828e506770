"""Findings as SARIF 2.1.0, which code hosts and editors read: rules, results, what became of the run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from chancery import __version__
from chancery.diagnostics import Diagnostic, Exit, Severity
from chancery.findings.fingerprints import Fingerprint, take_fingerprints
from chancery.findings.quoting import split_lines
from chancery.rulebook import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

OURSELVES = "chancery"  # the file of findings that are about none

Object = dict[str, Any]


def write_sarif(
    findings: Sequence[Diagnostic], texts: Mapping[str, bytes], rules: Mapping[str, Rule], status: Exit
) -> str:
    """The log of one run; it describes the rules that found something."""
    codes = sorted({found.code for found in findings})
    lines = {name: split_lines(texts[name]) for name in {found.file for found in findings} & texts.keys()}
    prints = take_fingerprints(findings, texts)
    results = [
        _write_result(found, fingerprint, codes.index(found.code), lines.get(found.file, []))
        for found, fingerprint in zip(findings, prints, strict=True)
    ]
    driver = {"name": "Chancery", "version": __version__, "rules": [_write_rule(code, rules) for code in codes]}
    done = {"executionSuccessful": status in (Exit.CLEAN, Exit.FINDINGS), "exitCode": int(status)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [done], "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _write_rule(code: str, rules: Mapping[str, Rule]) -> Object:
    """The rule as a descriptor; one that nobody knows, of a schema of the user's own, has its code alone."""
    rule = rules.get(code)
    if rule is None:
        return {"id": code}
    paragraphs = [*rule.words.split("\n\n"), rule.hint and f"What to do: {rule.hint}."]
    whole = "\n\n".join(part for part in paragraphs if part) or rule.title
    pairs = [("Wrong", text) for text in rule.bad] + [("Right", text) for text in rule.good]
    examples = [f"{name}:\n\n```xml\n{text}\n```" for name, text in pairs]
    return {
        "id": code,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.words.partition("\n\n")[0] or rule.title},
        "help": {"text": whole, "markdown": "\n\n".join([whole.replace("<", "&lt;"), *examples])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _write_result(found: Diagnostic, fingerprint: Fingerprint, rule: int, lines: Sequence[str]) -> Object:
    words = f"{found.message}\n{found.hint}" if found.hint else found.message
    place: Object = {"artifactLocation": {"uri": _write_address(found.file)}}
    if found.line:
        place["region"] = _write_region(found, lines)
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": words},
        "locations": [{"physicalLocation": place}] if found.file != OURSELVES else [],
        "partialFingerprints": {"elementPath/v1": fingerprint.path or "/", "elementWords/v1": fingerprint.words},
    }


def _write_address(file: str) -> str:
    """The address of a file: relative to where the command ran, if it can be."""
    return f"{'file://' if file.startswith('/') else ''}{quote(file, errors='replace')}"


def _write_region(found: Diagnostic, lines: Sequence[str]) -> Object:
    region: Object = {"startLine": found.line}
    if found.column:
        region["startColumn"] = found.column
    if found.line and found.line <= len(lines):
        region["snippet"] = {"text": lines[found.line - 1]}
    return region
