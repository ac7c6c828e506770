"""docs/edition-toml.md: its tables are those of the program, its examples load."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from chancery.edition import keys, load_edition
from conftest import ROOT

PAGE = ROOT / "docs" / "edition-toml.md"
TABLE = re.compile(r"(<!-- keys: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
SOURCES = ("frus1964-68v14_d250", "frus1964-68v14_d252")


def table(name: str) -> str:
    rows = [f"| `{key.name}` | {key.kind} | {key.says} | `{key.example}` |\n" for key in getattr(keys, name)]
    return "| key | value | what it says | for example |\n|---|---|---|---|\n" + "".join(rows)


def test_the_tables_are_those_of_the_program(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, TABLE.sub(lambda m: f"{m[1]}{table(m[2])}{m[3]}", PAGE.read_text("utf-8")))


def test_the_examples_load(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    [toml], [csv] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL), re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    (tmp_path / "sources").mkdir()
    for stem in SOURCES:
        (tmp_path / "sources" / f"{stem}.txt").write_text("1. A")
    (tmp_path / "edition.toml").write_text(toml, "utf-8")
    edition, findings = load_edition(tmp_path)
    assert findings == []
    assert edition.documents[SOURCES[0]].volume.year == "2001"
    (tmp_path / "documents.csv").write_text(csv, "utf-8")
    (tmp_path / "edition.toml").write_text('documents = "documents.csv"\n' + toml.split("[documents.")[0], "utf-8")
    again, findings = load_edition(tmp_path)
    assert findings == []
    assert set(again.documents) == set(SOURCES)


def test_every_example_of_a_key_is_right(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "x.txt").write_text("1. A")
    for name in ("logo.svg", "about.md", "encoding.md"):
        (tmp_path / name).write_text("")
    for key in keys.SITE:
        (tmp_path / "edition.toml").write_text(f"[site]\n{key.name} = {key.example}\n", "utf-8")
        assert load_edition(tmp_path)[1] == []
    for key in keys.DOCUMENT:
        if key.name != "volume":
            (tmp_path / "edition.toml").write_text(f"[documents.x]\n{key.name} = {key.example}\n", "utf-8")
            assert load_edition(tmp_path)[1] == []
