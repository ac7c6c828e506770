"""Whether a file that was just written may stand: its errors alone, and in the least time where there are none."""

from __future__ import annotations

from functools import cache
from xml.parsers.expat import ExpatError

from chancery.diagnostics import ChanceryError, Diagnostic, Severity
from chancery.resources import SCHEMA
from chancery.tei.tree import parse
from chancery.validators import validate_document
from chancery.validators.relaxng import grammar
from chancery.validators.sch.parts import SCH
from chancery.validators.sch.rules import transpile
from chancery.validators.verdict import is_valid
from chancery.xslt import Stylesheet

_FINDING = "svrl:text"  # which every finding has


def find_faults(data: bytes, name: str) -> list[Diagnostic]:
    """The errors in one file on its own; a reference that leads nowhere may be the text's own, and is none."""
    if _may_stand(data):
        return []
    return [found for found in validate_document(data, name) if _is_fault(found.severity, found.code)]


def _may_stand(data: bytes) -> bool:
    """Whether grammar and rules find no error; no, too, where that cannot be said at once."""
    if b"<!DOCTYPE" in data:
        return False
    try:
        if not is_valid(grammar(), data):
            return False
        rules = _rules()
        return _FINDING not in rules.run(rules.tree(data)).text
    except (ExpatError, ChanceryError):  # such as more elements in each other than Saxon takes
        return False


@cache
def _rules() -> Stylesheet:
    """The rules whose findings are faults."""
    root = parse((SCHEMA / "chancery.sch").read_bytes(), "the rules").getroot()
    for pattern in root.findall(f"{{{SCH}}}pattern"):
        faults = 0
        for rule in pattern.findall(f"{{{SCH}}}rule"):
            for told in (*rule.findall(f"{{{SCH}}}report"), *rule.findall(f"{{{SCH}}}assert")):
                if _is_fault(Severity(told.get("role", "error")), told.get("id", "")):
                    faults += 1
                else:
                    rule.remove(told)
        if not faults:
            root.remove(pattern)
    return Stylesheet(text=transpile(root))


def _is_fault(severity: Severity, code: str) -> bool:
    return severity is Severity.ERROR and not code.startswith("X")
