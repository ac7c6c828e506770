"""The grammar means the same to libxml2 and to jing, and whatever it takes is TEI."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from chancery.resources import SCHEMA
from chancery.validators.explain import explain
from chancery.validators.relaxng import grammar, schema
from conftest import ROOT, needs, shared

from .mutations import mutations

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.xml"))
DOCUMENTS = VALID + sorted((ROOT / "tei").glob("*.xml"))
TEI_ALL = "schema/tei_all.rng"


def jing(rng: Path, files: list[Path]) -> dict[Path, str]:
    """What jing says against each file that it refuses; the first thing only."""
    needs("jing")
    done = subprocess.run(["jing", rng, *files], capture_output=True, text=True, check=False)
    found: dict[Path, str] = {}
    for line in done.stdout.splitlines():
        match = re.match(r"(/.*?):(\d+:.*)", line)
        assert match, line
        found.setdefault(Path(match[1]), match[2])
    return found


@cache
def mutants() -> tuple[bytes, ...]:
    return tuple(
        mutant
        for seed, path in enumerate(VALID)
        for mutant in mutations(
            path.read_bytes(), 150 if path.stem == "constructs" else 40, seed, list(grammar().names)
        )
    )


def parsed(data: bytes) -> etree._ElementTree:
    return etree.fromstring(data, etree.XMLParser(collect_ids=False)).getroottree()


def test_documents_are_valid_for_jing() -> None:
    assert jing(SCHEMA / "chancery.rng", DOCUMENTS) == {}


def test_documents_are_valid_tei() -> None:
    assert jing(shared(TEI_ALL), DOCUMENTS) == {}


def test_engines_agree(tmp_path: Path) -> None:
    files = {tmp_path / f"{n}.xml": data for n, data in enumerate(mutants())}
    for path, data in files.items():
        path.write_bytes(data)
    refused = jing(SCHEMA / "chancery.rng", list(files))
    verdicts = {path: schema().validate(parsed(data)) for path, data in files.items()}
    assert {p: refused.get(p) for p, valid in verdicts.items() if valid == (p in refused)} == {}
    assert 100 < len(refused) < len(files) - 100, "mutations should leave some valid, and break some"


def test_what_is_valid_is_tei(tmp_path: Path) -> None:
    files = []
    for n, data in enumerate(mutants()):
        if schema().validate(parsed(data)):
            files.append(tmp_path / f"{n}.xml")
            files[-1].write_bytes(data)
    found = jing(shared(TEI_ALL), files)
    # that an id is there twice is for the rules to say (V110)
    assert {path: words for path, words in found.items() if "ID" not in words} == {}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_unknown_attribute_is_refused_everywhere(path: Path) -> None:
    tree = parsed(path.read_bytes())
    for el in tree.iter("{*}*"):
        el.set("unheard", "of")
        assert not schema().validate(tree), el.tag
        del el.attrib["unheard"]
    assert schema().validate(tree)


def test_explanation_agrees_with_the_verdict() -> None:
    for data in mutants():
        tree = parsed(data)
        findings = explain(grammar(), tree.getroot())
        assert schema().validate(tree) == (not findings), etree.tostring(tree)


def test_every_element_of_the_schema_occurs() -> None:
    used = {etree.QName(el).localname for path in VALID for el in etree.parse(path).iter("{*}*")}
    assert used == set(grammar().names)


def test_every_attribute_value_of_the_schema_occurs() -> None:
    used = {
        (etree.QName(el).localname, str(key).split("}")[-1], str(value))
        for path in VALID
        for el in etree.parse(path).iter("{*}*")
        for key, value in el.attrib.items()
    }
    declared = {
        (element.name, attribute.name.split(":")[-1], value)
        for element in grammar()._elements.values()
        for attribute in element.attributes
        for value in attribute.values
        if attribute.name != "cert"
    }
    assert declared - used == set()
