"""What the rules of an edition, or of a user, find in a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from chancery.diagnostics import Diagnostic, Severity
from chancery.resources import SCHEMA
from chancery.tei.tree import parse
from chancery.validators.nodes import Node, attribute_place
from chancery.validators.sch import Rules
from chancery.validators.sch.rules import transpile
from chancery.validators.wellformed import Places
from chancery.xslt import Stylesheet

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_WEIGHTS = {
    "fatal": Severity.ERROR, "error": Severity.ERROR, "warn": Severity.WARNING, "warning": Severity.WARNING,
    "caution": Severity.WARNING, "info": Severity.INFO, "information": Severity.INFO, "nonfatal": Severity.WARNING,
    "hint": Severity.INFO, "note": Severity.INFO,
}  # fmt: skip


@cache
def rules() -> Rules:
    """The rules of editions, transpiled and compiled once for a process."""
    return compile_rules((SCHEMA / "chancery.sch").read_bytes())


def compile_rules(data: bytes) -> Rules:
    """The rules of a schema that was compiled from an ODD."""
    return Rules(Stylesheet(text=transpile(parse(data, "the rules").getroot())))


def check_rules(tree: etree._ElementTree, places: Places, name: str, own: Rules | None = None) -> list[Diagnostic]:
    """What the rules of editions, or of one edition's own schema, find, each with the place of its element."""
    report = parse((own or rules()).run(tree).encode(), name).getroot()
    found = []
    for finding in report.iterchildren(f"{SVRL}*"):
        line, column = places.starts[_place(finding)]
        code, role = finding.get("id", ""), finding.get("role", "")
        weight = None if own is None else _WEIGHTS.get(role, Severity.ERROR)
        found.append(Diagnostic(code, name, line, _words(finding), _hint(finding), column, weight))
    return found


def check_own_rules(
    own: Rules, data: bytes, root: Node, path: Path, name: str, folders: tuple[Path, ...]
) -> list[Diagnostic]:
    """What the rules of a user find in a well-formed file; they weigh what their roles say, errors without one."""
    tree = parse(data, name)
    report = parse(own.run(tree, path.absolute().as_uri(), folders).encode(), name).getroot()
    nodes = list(root.walk())
    found = []
    for finding in report.iterchildren(f"{SVRL}*"):
        node = nodes[_place(finding)]
        line, column = node.line, node.column
        if attribute := finding.get("attribute"):
            line, column = attribute_place(data, node, attribute)
        code, weight = "V150", _WEIGHTS.get(finding.get("role", "").lower(), Severity.ERROR)
        ident = f" ({finding.get('id')})" if finding.get("id") else ""
        words, hint = f"{_words(finding)}{ident}", _hint(finding)
        if finding.tag == f"{SVRL}error":
            code, weight = "V146", Severity.ERROR
            words, hint = f"a rule fails here{ident}: {' '.join((finding.text or '').split())}", ""
        found.append(Diagnostic(code, name, line, words, hint, column, weight))
    return found


def _place(finding: etree._Element) -> int:
    return max(int(finding.get("at", "1")), 1) - 1


def _words(finding: etree._Element) -> str:
    return " ".join((finding.findtext(f"{SVRL}text") or "").split())


def _hint(finding: etree._Element) -> str:
    hints = (
        " ".join("".join(map(str, one.itertext())).split())
        for one in finding.iterchildren(f"{SVRL}diagnostic-reference")
    )
    return "; ".join(filter(None, hints))
