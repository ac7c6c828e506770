"""ODDs that differ from ours: what they mean for files, and what is said of those that mean nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from chancery.diagnostics import CODES, ChanceryError
from chancery.odd import Compiled, compile_odd, read_chain
from chancery.schemas import OWN, build_schema
from chancery.validators.rng import read_grammar
from chancery.validators.verdict import is_valid
from conftest import shared
from validation.test_engines import jing

HERE = Path(__file__).parent
ODDS = sorted((HERE / "odds").glob("*.odd"))
NARROW = HERE / "narrow.odd"
WRONG = sorted((HERE / "wrong").glob("*.odd"))


def compiled(odd: Path) -> Compiled:
    done, findings = compile_odd(read_chain(odd))
    assert done, findings
    return done


def instances(odd: Path) -> list[tuple[bool, str]]:
    """The files that the text beside the ODD lists, each with whether it is valid; the first line has namespaces."""
    spaces, *lines = odd.with_suffix(".txt").read_text("utf-8").splitlines()
    box = '<box n="1" shelf="1"><leaf/></box>'
    full = (line.replace("LEAF", "<leaf/>").replace("BOX", box) for line in lines if line[0] != "#")
    return [(line[0] == "+", re.sub(r"<(\w+)", rf"<\1 {spaces[2:]}", line[2:], count=1)) for line in full]


@pytest.mark.parametrize("odd", ODDS, ids=lambda path: path.stem)
def test_every_construct_means_what_it_says(odd: Path, tmp_path: Path) -> None:
    rng = tmp_path / "own.rng"
    rng.write_bytes(compiled(odd).grammar)
    files = {tmp_path / f"{n}.xml": one for n, one in enumerate(instances(odd))}
    for path, (_, text) in files.items():
        path.write_text(text, "utf-8")
    refused = jing(rng, list(files))
    schema, grammar = etree.RelaxNG(etree.parse(rng)), read_grammar(rng)
    for path, (valid, text) in files.items():
        assert (path not in refused) == valid, (text, refused.get(path))
        assert schema.validate(etree.parse(path)) == valid, text
        assert is_valid(grammar, path.read_bytes()) == valid, text


def test_the_examples_are_tei() -> None:
    assert jing(shared("schema/tei_all.rng"), ODDS) == {}


def test_a_guide_is_made_of_any_odd() -> None:
    page = compiled(HERE / "odds" / "archive.odd").guide.decode()
    assert all(f'id="{ident}"' in page for ident in ("aid", "box", "leaf.text", "att.base", "data.number", "aid-1"))
    assert 'id="unwanted"' not in page


def test_rules_are_about_what_they_stand_in() -> None:
    schema = etree.fromstring(compiled(HERE / "odds" / "letters.odd").schematron)
    contexts = {test.get("id"): test.getparent().get("context") for test in schema.iter("{*}assert", "{*}report")}
    assert contexts == {
        "named": "l:letter | l:p",
        "short": "l:letter/@n | l:p/@n",
        "letter-1": "l:letter",
        "letter-1-2": "l:letter",
        "whole": "l:letter",
    }


@pytest.mark.parametrize("odd", [*ODDS, NARROW, OWN], ids=lambda path: path.stem)
def test_links_of_the_guide_arrive(odd: Path) -> None:
    page = compiled(odd).guide.decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_narrower_schema_is_made_of_ours() -> None:
    grammar = compiled(NARROW).grammar.decode()
    assert '<define name="persName">' not in grammar
    assert 'name="resp"' not in re.search(r'(?s)<define name="date">.*?</define>', grammar)[0]
    assert re.search(r'(?s)<define name="att.tagged.attributes">\s*<attribute name="resp">', grammar)
    assert re.search(r'(?s)<attribute name="type">\s*<value>simple</value>\s*</attribute>', grammar)


def test_rules_of_a_narrower_schema_use_its_own_functions(tmp_path: Path) -> None:
    build_schema(NARROW, tmp_path)
    schematron = (tmp_path / "narrow.sch").read_text("utf-8")
    assert 'id="N106"' not in schematron
    assert 'id="short"' in schematron
    assert 'context="tei:label"' in schematron


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
