"""Reading a document of a volume in a real browser: previews, the panel, targets, copying."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from html_edition import Built
from test_browser import browser, open_page
from test_volume import LETTER, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser", "built"]  # fixtures


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("#d1fn1 a.edition >> nth=0", "2.Telegram\nRome, June 3, 1950"),
        ("#d1fn1 a.official", "history.state.gov/historicaldocuments/frus1949v02/d3"),
        (".text a.here", "See Document 2"),
        (".text a.term >> nth=0", "NATO\nNorth Atlantic Treaty Organization"),
        ("#pg_11 a", "Page 11 Picture"),
    ],
)
def test_what_a_link_leads_to_is_shown_before_one_follows(
    browser: Browser, built: Built, link: str, shown: str
) -> None:
    page = open_page(browser, built, LETTER)
    page.hover(link)
    page.wait_for_selector(".peek:not([hidden])")
    lines = [" ".join(line.split()) for line in page.inner_text(".peek").split("\n") if line.strip()]
    assert "\n".join(lines).startswith(shown)
    page.keyboard.press("Escape")
    assert page.is_hidden(".peek")


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_can_be_hit_is_large_enough(browser: Browser, built: Built, width: int) -> None:
    page = open_page(browser, built, LETTER, width)
    small = page.evaluate(SMALL)
    assert small == []


SMALL = """() => [...document.querySelectorAll('.call a, .note .n, .pb a, .masthead a, .steps a, .count, button')]
  .map((el) => [el.textContent || el.ariaLabel, el.getBoundingClientRect()])
  .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
  .map(([name, box]) => `${name} ${box.width}×${box.height}`)"""


def test_the_panel_stands_beside_the_text_where_there_is_room(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, LETTER, 1600)
    panel, article = (page.locator(path).bounding_box() or {} for path in (".here > div", "article"))
    assert panel["x"] + panel["width"] < article["x"]
    page.set_viewport_size({"width": 1200, "height": 800})
    panel, article = (page.locator(path).bounding_box() or {} for path in (".here > div", "article"))
    assert panel["y"] >= article["y"] + article["height"]


def test_a_citation_is_copied(browser: Browser, built: Built) -> None:
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto((built.folder / LETTER).as_uri())
    page.click(".cite summary >> nth=1")
    page.click(".cite details[open] button")
    page.wait_for_selector("button:text('Copied')")
    assert page.evaluate("navigator.clipboard.readText()").startswith("TY  - CHAP")


def test_printed_pages_keep_their_numbers_in_the_margin(browser: Browser, built: Built, tmp_path: Path) -> None:
    import pikepdf

    page = open_page(browser, built, LETTER)
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert len(pikepdf.open(tmp_path / "page.pdf").pages) == 1
    number, text = (page.locator(path).bounding_box() or {} for path in ("#pg_11 a", "article"))
    assert 0 <= number["x"] < text["x"]
    assert page.is_hidden(".here")
