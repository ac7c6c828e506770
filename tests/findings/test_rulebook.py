"""What every code means: words for all, examples where they can be shown, and the page for editors."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from lxml import etree

from chancery.diagnostics import CODES, FIXED, ChanceryError
from chancery.rulebook import EXPLANATIONS, find_rules, read_rulebook
from conftest import ROOT, run_chancery

PAGE = ROOT / "docs" / "validation.md"
RULES = read_rulebook()
WITHOUT_EXAMPLE = {  # about whole files, or about several: the words must do
    "P004", "V102", "V103", "V109", "V132", "X106", "X107", "X108", "X110",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    rule = RULES[code]
    assert rule.title
    assert rule.words or rule.hint, f"{code} has no words: explanations.toml"
    assert not rule.hint.endswith("."), "the hint is a clause"


@pytest.mark.parametrize("code", [c for c in CODES if re.fullmatch(r"[BDGNPVX]1\d\d|P00[3-6]", c)])
def test_rules_about_encoded_files_show_wrong_and_right(code: str) -> None:
    rule = RULES[code]
    assert code in WITHOUT_EXAMPLE or code.startswith(("V14", "V15")) or (rule.bad and rule.good)
    for text in rule.good if code != "V101" else ():
        etree.fromstring(f'<x xmlns="http://www.tei-c.org/ns/1.0">{text}</x>')


def test_nothing_is_explained_that_there_is_not() -> None:
    assert set(tomllib.loads(EXPLANATIONS.read_text("utf-8"))) <= set(RULES)


def test_rules_are_found_by_code_word_and_element() -> None:
    assert {rule.code[0] for rule in find_rules(RULES, ("N",))} == {"N"}
    assert [rule.code for rule in find_rules(RULES, ("n102",))] == ["N102"]
    assert {"X112"} <= {rule.code for rule in find_rules(RULES, ("picture",))}
    assert {rule.severity.value for rule in find_rules(RULES, ("X", "warning"))} == {"warning"}
    assert find_rules(RULES, ("no such word",)) == []


def test_what_is_no_table_of_rules_is_told(tmp_path: Path) -> None:
    for text in ("{", "[1]", '[{"code": "A1"}]', '[{"code": "A1", "severity": "bad", "title": ""}]'):
        path = tmp_path / f"{len(text)}.json"
        path.write_text(text)
        with pytest.raises(ChanceryError, match="is not what a schema says"):
            read_rulebook(path)


def test_rules_of_another_schema_come_in_beside_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.rules.json"
    own = {"code": "no-lists", "severity": "warning", "title": "a list", "where": ["list"], "on": False}
    path.write_text(json.dumps([own]))
    rules = read_rulebook(path)
    assert (rules["no-lists"].title, rules["no-lists"].on, rules["no-lists"].where) == ("a list", False, ("list",))
    assert "A001" in rules


def test_what_the_page_says_of_codes_is_so(capfd: pytest.CaptureFixture[str]) -> None:
    page = PAGE.read_text("utf-8")
    assert set(re.findall(r"\b[A-Z]\d{3}\b", page)) <= set(CODES)
    assert {"V101", "V109", "A001", "A004"} <= FIXED
    for block in re.findall(r"```json\n(.*?)```", page, re.DOTALL):
        json.loads(block)
    for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL):
        assert set(tomllib.loads(block)["rules"]) <= set(CODES)
    shown = re.search(r"    \$ chancery explain N102\n((?:    .*\n|\n)+)", page)
    assert shown
    told = " ".join(run_chancery(["explain", "N102"], capfd).out.split())
    words = shown[1].partition("Wrong:")[0]
    for line in filter(None, (line.strip().rstrip("…").strip() for line in words.splitlines())):
        assert " ".join(line.split()) in told, line


def test_the_commands_of_the_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in [
        "chancery new e",
        "cd e",
        "chancery convert",
        *re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL),
    ]:
        for command in line.strip().splitlines():
            program, *words = shlex.split(command)
            if program == "cd":
                monkeypatch.chdir(*words)
            else:
                assert run_chancery(words, capfd).status == 0, command
