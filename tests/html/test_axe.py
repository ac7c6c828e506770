"""What axe-core finds on every kind of page, on a telephone in the dark and on a screen in the light: nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from html_edition import Built, build_once
from imported import build_small
from test_browser import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser"]  # a fixture
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """() => axe.run({resultTypes: ['violations']}).then((found) => found.violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`)))"""
THREE = ("frus1964-68v14_d250", "frus1969-76v13_d33", "made1950v01_d7", "network", "person_ivanov-igor", "index")
VOLUME = "frus1948v99"
SMALL = (
    *(
        "index",
        "persons",
        "terms",
        "term_nsc",
        "chronology",
        "correspondence",
        "archives",
        "timeline",
        "search",
        "page_about",
    ),
    *(f"{VOLUME}{part}" for part in ("", "_d1", "_d2", "_d1.tei", "_preface", "_index")),
)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize(("build", "names"), [(build_once, THREE), (build_small, SMALL)], ids=["documents", "volume"])
def test_axe_finds_nothing(browser: Browser, build: Any, names: tuple[str, ...], width: int, scheme: Any) -> None:
    built: Built = build()
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    found = []
    for name in names:
        page.goto((built.folder / f"{name}.html").as_uri())
        page.evaluate(AXE)
        found += [f"{name}: {words}" for words in page.evaluate(RUN)]
    assert found == []
