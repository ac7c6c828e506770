"""What links rest on: every sign has a worth, and the worth is learnt as it should be."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from chancery.linking.chances import WAVERING, Cert, cert_of, chance_of
from chancery.linking.linker import decide_all, read_passages
from chancery.linking.people import read_people
from chancery.linking.worth import WORTH
from chancery.model.document import Document
from chancery.model.source import Source
from chancery.tei.registers import read_register
from conftest import ROOT
from persons.test_linking import CASES, read_block, read_case, register_of


@pytest.fixture(scope="module")
def learning() -> ModuleType:
    spec = importlib.util.spec_from_file_location("learn_worth", ROOT / "benchmarks" / "learn_worth.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look there
    spec.loader.exec_module(module)
    return module


def signs_in(path: Path) -> set[str]:
    settings, lines = read_case(path)
    file = register_of(settings)
    people = read_people(read_register(file.read_bytes(), file.name) if file else None)
    blocks = tuple(read_block(kind, marked) for kind, marked in lines)
    decided = decide_all(read_passages(Document(Source("x", "x", ""), blocks), people), settings.get("date", ""))
    return {sign for found in decided for decision in found if decision for sign in decision.signs}


def test_every_sign_has_a_worth_or_keeps_a_link_from_certainty() -> None:
    signs = {sign for path in CASES for sign in signs_in(path)}
    assert signs <= set(WORTH) | WAVERING
    assert len(signs) > 15


def test_what_wavers_is_never_certain() -> None:
    best = tuple(sign for sign, worth in WORTH.items() if worth > 0)
    assert cert_of(best) is Cert.HIGH
    assert all(cert_of((*best, sign)) is not Cert.HIGH for sign in WAVERING)
    assert chance_of(("once",)) < chance_of(("twice",)) < chance_of(("often",))


def links_where(learning: ModuleType, signs: set[str], agree: int, of: int) -> list[object]:
    """Links of different persons in four volumes."""
    return [learning.Link(f"v{n % 4}", f"{sorted(signs)}{n}", frozenset(signs), n < agree) for n in range(of)]


def test_the_worth_that_is_learnt_gives_the_share_that_agrees(learning: ModuleType) -> None:
    links = [*links_where(learning, {"title"}, 950, 1000), *links_where(learning, {"part"}, 500, 1000)]
    found = learning.fit(links)
    assert chance_of(("title",), found.base, found.worth) == pytest.approx(0.95, abs=0.01)
    assert chance_of(("part",), found.base, found.worth) == pytest.approx(0.5, abs=0.01)


def test_a_sign_of_one_volume_teaches_nothing(learning: ModuleType) -> None:
    links = links_where(learning, {"title"}, 950, 1000)
    odd = [learning.Link("v1", f"p{n}", frozenset({"odd"}), False) for n in range(100)]
    assert set(learning.fit([*links, *odd]).worth) == {"title"}


def test_a_clump_counts_for_little(learning: ModuleType) -> None:
    links = links_where(learning, {"title"}, 90, 100)
    clump = [learning.Link(f"v{n % 4}", "one", frozenset({"title"}), False) for n in range(400)]
    found = learning.fit([*links, *clump])
    assert chance_of(("title",), found.base, found.worth) > 0.6
