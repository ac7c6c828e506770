"""The rules that a grammar cannot say, from `schema/chancery.sch`, run by Saxon."""

from __future__ import annotations

from functools import cache

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.resources import SCHEMA, XSLT
from chancery.tei.tree import parse
from chancery.validators.wellformed import Places
from chancery.xslt import Stylesheet

SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@cache
def rules() -> Stylesheet:
    """The rules as a stylesheet, transpiled and compiled once for a process."""
    transpiler = Stylesheet(XSLT / "schematron.xsl")
    return Stylesheet(text=transpiler.run(transpiler.tree((SCHEMA / "chancery.sch").read_bytes())).text)


def check_rules(tree: etree._ElementTree, places: Places, name: str) -> list[Diagnostic]:
    """What the rules find, each with the place of its element."""
    stylesheet = rules()
    report = stylesheet.run(stylesheet.tree(etree.tostring(tree, encoding="unicode"))).text
    found = parse(report.encode(), name).getroot()
    return [_diagnostic(finding, places, name) for finding in found.iterchildren(f"{SVRL}*")]


def _diagnostic(finding: etree._Element, places: Places, name: str) -> Diagnostic:
    line, column = places.starts[int(finding.get("at", "1")) - 1]
    message = " ".join((finding.findtext(f"{SVRL}text") or "").split())
    hint = " ".join((finding.findtext(f"{SVRL}diagnostic-reference") or "").split())
    return Diagnostic(finding.get("id", ""), name, line, message, hint, column)
