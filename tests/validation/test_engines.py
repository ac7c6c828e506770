"""The grammar means the same to us, to libxml2 and to jing, and whatever it takes is TEI."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from chancery.resources import SCHEMA
from chancery.validators.relaxng import grammar
from chancery.validators.rng.names import local_of
from chancery.validators.verdict import is_valid
from chancery.validators.why import explain
from conftest import ROOT, needs, shared

from .mutations import mutations

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.xml"))
DOCUMENTS = VALID + sorted((ROOT / "tei").glob("*.xml"))
TEI_ALL = "schema/tei_all.rng"


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA / "chancery.rng"))


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(local_of(name) for name in grammar().names))


def jing(rng: Path, files: list[Path]) -> dict[Path, str]:
    """What jing says against each file that it refuses, with line and column; the first thing only."""
    needs("jing")
    done = subprocess.run(["jing", "-i", rng, *files], capture_output=True, text=True, check=False)
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
        for mutant in mutations(path.read_bytes(), 150 if path.stem == "constructs" else 40, seed, list(names()))
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
    assert 100 < len(refused) < len(files) - 100, "mutations should leave some valid, and break some"
    elsewhere = []
    for path, data in files.items():
        assert schema().validate(parsed(data)) == (path not in refused), refused.get(path)
        findings = explain(grammar(), data)
        assert is_valid(grammar(), data) == (not findings) == (path not in refused), refused.get(path)
        if findings and findings[0].line != int(refused[path].split(":")[0]):
            elsewhere.append((findings[0], refused[path]))
    assert len(elsewhere) < len(refused) / 50, elsewhere  # one that shuts out several is blamed, not the first shut out


def test_what_is_valid_is_tei(tmp_path: Path) -> None:
    files = []
    for n, data in enumerate(mutants()):
        if schema().validate(parsed(data)):
            files.append(tmp_path / f"{n}.xml")
            files[-1].write_bytes(data)
    found = jing(shared(TEI_ALL), files)
    assert found == {}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_unknown_attribute_is_refused_everywhere(path: Path) -> None:
    tree = parsed(path.read_bytes())
    for el in tree.iter("{*}*"):
        el.set("unheard", "of")
        assert not schema().validate(tree), el.tag
        del el.attrib["unheard"]
    assert schema().validate(tree)
