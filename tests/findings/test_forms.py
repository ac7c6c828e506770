"""Findings for programs: SARIF, GitHub's annotations, JUnit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from chancery.diagnostics import CODES, Diagnostic, Exit, Severity
from chancery.findings.github import write_github
from chancery.findings.junit import write_junit
from chancery.findings.sarif import write_sarif
from chancery.rulebook import read_rulebook

ESSENTIALS = json.loads((Path(__file__).parent / "sarif-essentials.json").read_text("utf-8"))
TEXT = b'<TEI>\n <p xml:id="p1">One <note n="1">Two</note></p>\n</TEI>'
FOUND = [
    Diagnostic("V101", "tei/ä b.xml", 1, "it ends: too soon", "see, 100 %", 3),
    Diagnostic("N102", "tei/a.xml", 2, "note 3 follows note 1", "", 23),
    Diagnostic("P004", "/elsewhere/persons.xml", None, "nobody\nlinks \x1b to ]]> <x>"),
    Diagnostic("E001", "chancery", None, "there is no edition.toml"),
    Diagnostic("own-rule", "tei/a.xml", 2, "a rule of the project's own", weight=Severity.WARNING),
]


def check(value: object, schema: dict[str, Any], path: str = "$") -> None:
    """Hold a value against the part of JSON Schema that the essentials use."""
    schema = ESSENTIALS["definitions"][schema["$ref"]] if "$ref" in schema else schema
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    assert isinstance(value, kinds[schema["type"]]), path
    assert value in schema.get("enum", [value]), path
    if isinstance(value, dict):
        assert set(schema.get("required", [])) <= set(value), path
        for key, inner in value.items():
            more = schema.get("additionalProperties", False)
            assert key in schema.get("properties", {}) or more, f"{path}.{key} is unknown"
            check(inner, schema["properties"].get(key) or more, f"{path}.{key}")
    if isinstance(value, list):
        assert len(value) >= schema.get("minItems", 0), path
        for number, inner in enumerate(value):
            check(inner, schema["items"], f"{path}[{number}]")
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(schema["pattern"], value), f"{path}: {value}"
    if isinstance(value, int) and "minimum" in schema:
        assert value >= schema["minimum"], path


def sarif(findings: list[Diagnostic], status: Exit = Exit.FINDINGS) -> dict[str, Any]:
    log = json.loads(write_sarif(findings, {"tei/a.xml": TEXT}, read_rulebook(), status))
    check(log, ESSENTIALS)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_of_all_codes_has_what_the_format_asks_for() -> None:
    every = [Diagnostic(code, "tei/a.xml", 1, "words", "a hint", 2) for code in CODES]
    run = sarif(every)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CODES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_says_where_and_what() -> None:
    run = sarif(FOUND)
    first, second, third, fourth, own = run["results"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tei/%C3%A4%20b.xml"
    assert first["message"]["text"] == "it ends: too soon\nsee, 100 %"
    region = second["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 23, "snippet": {"text": TEXT.decode().splitlines()[1]}}
    assert second["partialFingerprints"]["elementPath/v1"] == "#p1/note[1]"
    assert third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///elsewhere")
    assert third["level"] == "note"
    assert fourth["locations"] == []
    assert own["level"] == "warning"
    assert run["tool"]["driver"]["rules"][own["ruleIndex"]] == {"id": "own-rule"}


def test_sarif_says_whether_everything_could_be_read() -> None:
    assert sarif([], Exit.CLEAN)["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]
    assert sarif([], Exit.UNREADABLE)["invocations"] == [{"executionSuccessful": False, "exitCode": 3}]


def test_annotations_are_one_line_each_with_their_signs_escaped() -> None:
    lines = write_github(FOUND).split("\n")
    assert lines == [
        "::error file=tei/ä b.xml,line=1,col=3,title=V101::it ends: too soon%0Ahint: see, 100 %25",
        "::warning file=tei/a.xml,line=2,col=23,title=N102::note 3 follows note 1",
        "::notice file=/elsewhere/persons.xml,title=P004::nobody%0Alinks \x1b to ]]> <x>",
        "::error file=chancery,title=E001::there is no edition.toml",
        "::warning file=tei/a.xml,line=2,title=own-rule::a rule of the project's own",
        "",
    ]
    assert "file=a%2C%3A.xml," in write_github([Diagnostic("N102", "a,:.xml", 1, "")])


def test_junit_has_a_case_a_file_and_a_failure_an_error() -> None:
    root = ET.fromstring(write_junit(FOUND, ["tei/a.xml", "tei/clean.xml"]))
    suite = root.find("testsuite")
    assert suite is not None
    assert suite.attrib == {"name": "chancery", "tests": "5", "failures": "2", "errors": "0"}
    cases = {(case.get("classname"), case.get("name")): case for case in suite}
    failure = cases["tei/ä b.xml", "V101 at 1:3"].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "V101", "message": "it ends: too soon"}
    assert len(cases["tei/clean.xml", "nothing worse than warnings"]) == 0
    assert "N102" in (cases["tei/a.xml", "nothing worse than warnings"].findtext("system-out") or "")
    assert r"\x1b" in (cases["/elsewhere/persons.xml", "nothing worse than warnings"].findtext("system-out") or "")
