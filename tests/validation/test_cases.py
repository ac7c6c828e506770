"""Each code has a folder with the files of a small edition that show it, and what is said of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from chancery.checking import check_files
from chancery.diagnostics import CODES, Diagnostic
from chancery.resources import SCHEMA
from chancery.validators import validate_document

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
VALID = sorted((HERE / "valid").glob("*.xml"))
ABOUT_ENTRIES = {"P004"}  # the cases' registers are larger than their documents
SHOWN_ELSEWHERE = {"V132"}  # needs a baseline: tests/cases/commands/baseline
NOT_SHOWN = {"V109", *SHOWN_ELSEWHERE}  # V109: what the walk cannot explain: no such document is known


def found_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """What is said of the files of a folder, but for the folder in it that shows how it is right."""
    monkeypatch.chdir(folder)
    paths = [path for path in sorted(Path().rglob("*.xml")) if path.parts[0] != "right"]
    assert paths, f"{folder} is empty"
    about = ABOUT_ENTRIES - {folder.name}
    return [d for d in check_files(paths, None).findings if d.code not in about]


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_case(folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    findings = found_in(folder, monkeypatch)
    golden(folder / "findings.txt", "".join(f"{finding}\n" for finding in findings))
    assert {d.code for d in findings} == {folder.name}, "a case shows its code and no other"


@pytest.mark.parametrize("folder", [path for path in CASES if (path / "right").is_dir()], ids=lambda path: path.name)
def test_case_put_right(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the case with those of `right` in their place have nothing wrong with them."""
    case = tmp_path / folder.name
    shutil.copytree(folder, case)
    shutil.copytree(case / "right", case, dirs_exist_ok=True)
    assert found_in(case, monkeypatch) == []


def test_every_rule_about_several_files_is_put_right() -> None:
    ours = {code for code in CODES if re.fullmatch(r"P00[3-6]|X10[4-9]|X11\d|V13\d", code)} - SHOWN_ELSEWHERE
    assert ours <= {path.name for path in CASES if (path / "right").is_dir()}


def test_every_code_has_a_case() -> None:
    """The rules of the schema have their cases in the ODD, as examples."""
    rules = {el.get("id") for el in etree.parse(SCHEMA / "chancery.sch").iter("{*}assert", "{*}report")}
    ours = {code for code in CODES if re.fullmatch(r"[A-Z]1(?![45]\d)\d\d|V110", code)} - rules
    assert ours - SHOWN_ELSEWHERE <= {path.name for path in CASES}


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
