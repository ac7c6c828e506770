"""The compiled files are those of the ODD; the ODD and all its examples are TEI."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from chancery.diagnostics import Severity
from chancery.odd import compile_odd, read_chain
from chancery.resources import SCHEMA
from chancery.schemas import OWN
from chancery.validators import validate_document
from conftest import shared
from validation.test_engines import jing

from .wrapping import as_fragment, wrap

TEI = "{http://www.tei-c.org/ns/1.0}"
TREE = etree.parse(OWN)
EXAMPLES = [
    (spec.get("ident"), as_fragment(example))
    for spec in TREE.iter(f"{TEI}elementSpec")
    for example in spec.iterfind(f"{TEI}exemplum/{{*}}egXML")
]


def test_nothing_is_stale() -> None:
    compiled, findings = compile_odd(read_chain(OWN))
    assert compiled, findings
    for name, data in compiled.files("chancery").items():
        assert (SCHEMA / name).read_bytes() == data, f"{name} is stale: run `chancery schema build`"


def test_the_odd_is_tei() -> None:
    assert jing(shared("schema/tei_all.rng"), [OWN]) == {}


def test_every_specification_explains_itself() -> None:
    for spec in TREE.iter(f"{TEI}elementSpec", f"{TEI}classSpec", f"{TEI}macroSpec", f"{TEI}dataSpec"):
        assert spec.findtext(f"{TEI}gloss"), spec.get("ident")
        assert spec.findtext(f"{TEI}desc"), spec.get("ident")
        assert spec.find(f"{TEI}remarks") is not None, spec.get("ident")
    for item in TREE.iter(f"{TEI}valItem"):
        assert item.findtext(f"{TEI}desc"), item.get("ident")
    for attribute in TREE.iter(f"{TEI}attDef"):
        assert attribute.get("mode") == "change" or attribute.findtext(f"{TEI}desc"), attribute.get("ident")


def test_every_element_has_an_example() -> None:
    for spec in TREE.iter(f"{TEI}elementSpec"):
        name = spec.findtext(f"{TEI}altIdent") or spec.get("ident")
        shown = [el for el in spec.iterfind(f"{TEI}exemplum//*") if etree.QName(el).localname == name]
        assert shown, spec.get("ident")


@pytest.mark.parametrize(("ident", "fragment"), EXAMPLES, ids=[ident for ident, _ in EXAMPLES])
def test_example_is_valid(ident: str, fragment: str) -> None:
    found = [d for d in validate_document(wrap(fragment), "v1_d7.xml") if d.severity is Severity.ERROR]
    assert {d.code for d in found} <= {"X101"}, (fragment, found)


def test_examples_are_tei(tmp_path: Path) -> None:
    files = []
    for n, (ident, fragment) in enumerate(EXAMPLES):
        files.append(tmp_path / f"{n}-{ident}.xml")
        files[-1].write_bytes(wrap(fragment))
    assert jing(shared("schema/tei_all.rng"), files) == {}
