"""Findings as JUnit's XML: a test case for each file that is as it should be, and for each error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from chancery.diagnostics import Diagnostic, Severity

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(findings: Sequence[Diagnostic], names: Sequence[str]) -> str:
    """The document, files in the order of `names`; what is no error stands in the output of its file's case."""
    files = list(dict.fromkeys([*names, *(found.file for found in findings)]))
    suite = ET.Element("testsuite", name="chancery")
    for file in files:
        _add_file(suite, file, [found for found in findings if found.file == file])
    counts = {"tests": str(len(suite)), "failures": str(len(suite.findall("testcase/failure"))), "errors": "0"}
    suite.attrib.update(counts)
    root = ET.Element("testsuites", counts)
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add_file(suite: ET.Element, file: str, findings: Sequence[Diagnostic]) -> None:
    errors = [found for found in findings if found.severity is Severity.ERROR]
    others = [found for found in findings if found.severity is not Severity.ERROR]
    for found in errors:
        case = ET.SubElement(suite, "testcase", classname=_clean(file), name=_clean(_name(found)))
        failure = ET.SubElement(case, "failure", type=found.code, message=_clean(found.message))
        failure.text = _clean(str(found))
    if others or not errors:
        case = ET.SubElement(suite, "testcase", classname=_clean(file), name="nothing worse than warnings")
        if others:
            ET.SubElement(case, "system-out").text = _clean("\n".join(map(str, others)))


def _name(found: Diagnostic) -> str:
    return f"{found.code} at {found.line}:{found.column}" if found.line and found.column else (
        f"{found.code} at line {found.line}" if found.line else found.code
    )  # fmt: skip


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NOT_XML.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode(), text)
