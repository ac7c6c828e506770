"""docs/schema.md lists the rules as the schema has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from chancery.diagnostics import CODES
from chancery.resources import SCHEMA
from conftest import ROOT

PAGE = ROOT / "docs" / "schema.md"


def test_the_page_lists_the_rules(golden: Callable[[Path, str], None]) -> None:
    schema = etree.parse(SCHEMA / "chancery.sch")
    hints = {el.get("id"): " ".join(el.text.split()) for el in schema.iter("{*}diagnostic")}
    rows = [
        f"| {code} | {severity} | {words} | {hints[f'{code}-hint'].replace('<', '&lt;')} |\n"
        for code, (severity, words) in CODES.items()
        if f"{code}-hint" in hints
    ]
    table = "| code | severity | what it means | what to do |\n|---|---|---|---|\n" + "".join(rows)
    assert len(rows) == len(hints)
    golden(
        PAGE, re.sub(r"(?s)(<!-- rules -->\n).*?(<!-- end -->)", lambda m: m[1] + table + m[2], PAGE.read_text("utf-8"))
    )
