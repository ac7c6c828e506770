"""Documents made at random from the grammar: they are valid here, and valid TEI."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from chancery.resources import SCHEMA
from conftest import shared
from validation.test_engines import jing

from .generator import RNG, Generator

MANY = 300


def test_what_is_valid_here_is_tei(tmp_path: Path) -> None:
    grammar = SCHEMA / "chancery.rng"
    generator = Generator(grammar.read_bytes(), seed=1967)
    files = [tmp_path / f"{n}.xml" for n in range(MANY)]
    for path in files:
        path.write_bytes(generator.document())
    assert jing(grammar, files) == {}
    assert jing(shared("schema/tei_all.rng"), files) == {}
    everything = etree.fromstring(grammar.read_bytes()).iter(f"{RNG}element", f"{RNG}attribute", f"{RNG}value")
    occurred = {(el.tag, el.sourceline) for el in generator.used}
    assert {el.get("name") or el.text for el in everything if (el.tag, el.sourceline) not in occurred} == set()
