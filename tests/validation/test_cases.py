"""Each code has a folder with the files of a small edition that show it, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from chancery.diagnostics import CODES
from chancery.resources import SCHEMA
from chancery.validators import validate_document, validate_edition

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
VALID = sorted((HERE / "valid").glob("*.xml"))
ABOUT_ENTRIES = {"P004"}  # the cases' registers are larger than their documents
NOT_SHOWN = {"V109"}  # what the walk cannot explain: no such document is known


def found_in(folder: Path) -> list[str]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.xml"))}
    assert files, f"{folder} is empty"
    return [str(d) for d in validate_edition(files) if d.code not in ABOUT_ENTRIES]


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_case(folder: Path, golden: Callable[[Path, str], None]) -> None:
    findings = found_in(folder)
    golden(folder / "findings.txt", "\n".join(findings) + "\n")
    codes = {re.search(r": (?:error|warning|info) (\w+) ", finding)[1] for finding in findings}
    assert codes == {folder.name}, "a case shows its code and no other"


def test_every_code_has_a_case() -> None:
    ours = {code for code in CODES if re.fullmatch(r"[A-Z]1\d\d", code)}
    rules = {el.get("id") for el in etree.parse(SCHEMA / "chancery.sch").iter("{*}assert", "{*}report")}
    assert (ours | rules) - NOT_SHOWN <= {path.name for path in CASES}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_valid(path: Path) -> None:
    assert {d.code for d in validate_document(path.read_bytes(), path.name)} <= {"N001"}


def test_rules_agree_with_the_table_of_codes() -> None:
    schema = etree.parse(SCHEMA / "chancery.sch")
    hints = {el.get("id") for el in schema.iter("{*}diagnostic")}
    rules = list(schema.iter("{*}assert", "{*}report"))
    ids = [rule.get("id") for rule in rules]
    assert len(ids) == len(set(ids))
    for rule in rules:
        assert rule.get("role") == CODES[rule.get("id")][0].value, rule.get("id")
        assert rule.get("diagnostics") == f"{rule.get('id')}-hint"
        assert rule.get("diagnostics") in hints
    assert hints == {f"{code}-hint" for code in ids}
