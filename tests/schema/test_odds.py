"""ODDs that differ from ours: what they mean for files, and what is said of those that mean nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from chancery.diagnostics import CODES, ChanceryError
from chancery.odd import Compiled, compile_odd, read_chain
from chancery.schemas import build_schema
from chancery.validators.nodes import read_nodes
from chancery.validators.rng import read_grammar
from chancery.validators.verdict import is_valid
from conftest import shared
from validation.test_engines import jing

HERE = Path(__file__).parent
ARCHIVE = HERE / "odds" / "archive.odd"
WRONG = sorted((HERE / "wrong").glob("*.odd"))
SPACES = 'xmlns="urn:aid" xmlns:x="urn:other" xmlns:c="urn:code"'


def compiled(odd: Path) -> Compiled:
    done, findings = compile_odd(read_chain(odd))
    assert done, findings
    return done


def instances() -> list[tuple[bool, str]]:
    lines = ARCHIVE.with_suffix(".txt").read_text("utf-8").splitlines()
    box = '<box n="1" shelf="1"><leaf/></box>'
    full = (line.replace("LEAF", "<leaf/>").replace("BOX", box) for line in lines)
    return [(line[0] == "+", re.sub(r"<(\w+)", rf"<\1 {SPACES}", line[2:], count=1)) for line in full if line[0] != "#"]


def test_every_construct_means_what_it_says(tmp_path: Path) -> None:
    rng = tmp_path / "archive.rng"
    rng.write_bytes(compiled(ARCHIVE).grammar)
    files = {tmp_path / f"{n}.xml": one for n, one in enumerate(instances())}
    for path, (_, text) in files.items():
        path.write_text(text, "utf-8")
    refused = jing(rng, list(files))
    schema, grammar = etree.RelaxNG(etree.parse(rng)), read_grammar(rng)
    for path, (valid, text) in files.items():
        assert (path not in refused) == valid, (text, refused.get(path))
        assert schema.validate(etree.parse(path)) == valid, text
        assert is_valid(grammar, read_nodes(path.read_bytes())) == valid, text


def test_the_example_is_tei() -> None:
    assert jing(shared("schema/tei_all.rng"), [ARCHIVE]) == {}


def test_a_guide_is_made_of_any_odd() -> None:
    page = compiled(ARCHIVE).guide.decode()
    assert all(f'id="{ident}"' in page for ident in ("aid", "box", "leaf.text", "att.base", "data.number", "aid-1"))
    assert 'id="unwanted"' not in page


@pytest.mark.parametrize("odd", WRONG, ids=lambda path: path.stem)
def test_what_is_wrong_is_said(
    odd: Path, golden: Callable[[Path, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(odd.parent)
    with pytest.raises(ChanceryError) as caught:
        build_schema(Path(odd.name), tmp_path)
    findings = caught.value.diagnostics
    golden(odd.with_suffix(".txt"), "".join(f"{found}\n" for found in findings))
    assert {found.code for found in findings} == {odd.stem[:4]}


def test_every_finding_about_an_odd_has_a_case() -> None:
    assert {code for code in CODES if code[0] == "O"} == {path.stem[:4] for path in WRONG}
