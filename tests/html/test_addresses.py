"""Addresses never change: those of the three documents' edition against the list of all that there ever were."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from chancery.builders.site import build_site
from chancery.edition import load_edition
from chancery.publishing import read_publication
from conftest import ROOT

LIST = Path(__file__).parent / "addresses.txt"
PASSING = ("search.html",)  # its ids are those of a form


def find_addresses(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.glob("*.*") if not path.name.startswith(".")}
    for path in folder.glob("*.html"):
        if path.name not in PASSING:
            found |= {f"{path.name}#{place}" for place in html.parse(path).getroot().xpath("//@id")}
    return found


def test_no_address_is_lost(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    publication, _ = read_publication(load_edition(ROOT)[0])
    build_site(publication, tmp_path / "site")
    found = find_addresses(tmp_path / "site")
    if request.config.getoption("--accept"):
        LIST.write_text("".join(f"{address}\n" for address in sorted(found)), "utf-8")
    known = set(LIST.read_text("utf-8").splitlines())
    assert sorted(known - found) == [], "these were promised; pytest --accept gives them up"
