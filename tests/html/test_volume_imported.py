"""A whole volume's pages: every link arrives, no page is heavy, none is wider than a telephone, the policy holds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from html_edition import Built, find_broken_links
from imported import build_small, build_whole
from test_browser import TOO_WIDE, browser

from chancery.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser"]  # a fixture
ALLOWED = 60_000  # bytes of a page besides its text and the fonts
VOLUME = "frus1964-68v14"
MOST_NAMED = ("kosygin-alexei", "dobrynin-anatoli", "khrushchev-nikita", "gromyko-andrei", "rusk-dean")
KINDS = (
    "index.html",
    f"{VOLUME}.html",
    f"{VOLUME}_preface.html",
    f"{VOLUME}_index.html",
    f"{VOLUME}_sources.html",
    "persons.html",
    "person_kosygin-alexei.html",
    "terms.html",
    "term_abm.html",
    "chronology.html",
    "correspondence.html",
    "archives.html",
    "network.html",
    "timeline.html",
    "search.html",
    "page_about.html",
    f"{VOLUME}_d235.html",  # the longest
    f"{VOLUME}_d235.tei.html",
)


@pytest.fixture(scope="module")
def whole() -> Built:
    return build_whole()


@pytest.fixture(scope="module")
def server(whole: Built) -> Iterator[Server]:
    with Server(whole.folder, 0, reload=False) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_no_link_of_the_small_volume_is_broken() -> None:
    assert find_broken_links(build_small()) == []


def test_no_link_of_the_whole_volume_is_broken(whole: Built) -> None:
    assert len(list(whole.folder.glob("*.tei.html"))) == 335
    assert find_broken_links(whole) == []


def test_pages_weigh_little_besides_their_text(whole: Built) -> None:
    heavy = set()
    for path in whole.folder.glob("*.html"):
        page = whole.page(path.name)
        loaded = {"edition.css", "edition.svg", *page.xpath("//script/@src")}
        weight = sum((whole.folder / name).stat().st_size for name in (path.name, *loaded))
        if weight - len(page.find("body").text_content().encode()) > ALLOWED:
            heavy.add(path.name)
    long = {f"person_{name}.html" for name in MOST_NAMED} | {f"{VOLUME}_index.html"}  # hundreds of links each
    assert heavy <= long


def test_every_kind_of_page_keeps_the_policy_and_fits_a_telephone(
    browser: Browser, server: Server, whole: Built
) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    wide = []
    for name in KINDS:
        page.goto(server.address + name)
        if name == "search.html":
            page.wait_for_selector("#facets select")
        wide += [f"{name}: {words}" for words in page.evaluate(TOO_WIDE)]
    assert wide == []
    assert said == []
    assert [url for url in asked if not url.startswith(server.address)] == []


def test_a_drawing_and_its_table_say_the_same(whole: Built) -> None:
    drawn = set(whole.text("network.html", "//*[local-name() = 'svg']/*[local-name() = 'a']"))
    assert len(drawn) > 10
    assert drawn <= set(whole.text("network.html", "//tbody//td/a"))
    bars = whole.page("timeline.html").xpath("//*[local-name() = 'rect']")
    assert len(bars) == len(whole.text("timeline.html", "//tbody/tr"))


def test_tables_are_sorted_by_their_headings(browser: Browser, whole: Built) -> None:
    page = browser.new_page()
    page.goto((whole.folder / "correspondence.html").as_uri())
    rows = page.locator("tbody tr")
    page.click("th:nth-child(4) button")
    counts = [len(row.locator("td:last-child a").all()) for row in rows.all()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    page.click("th:nth-child(3) button")
    times = [row.locator("td").nth(2).get_attribute("data-key") for row in rows.all()]
    assert times == sorted(times, key=str)
    page.keyboard.press("Enter")  # the heading has the focus: the other way round
    assert page.locator("[aria-sort]").evaluate_all("all => all.map(th => th.ariaSort)") == ["descending"]
    assert rows.first.locator("td").nth(2).get_attribute("data-key") == max(times, key=str)


def test_a_printed_table_has_its_headings(browser: Browser, whole: Built) -> None:
    page = browser.new_page()
    page.goto((whole.folder / "correspondence.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("th").all_inner_texts() == ["From", "To", "Time", "Documents"]


def test_a_name_in_the_drawing_shows_its_ties_alone(browser: Browser, whole: Built) -> None:
    page = browser.new_page()
    page.goto((whole.folder / "network.html").as_uri())
    near = ".drawing.pointed a.near"
    rusk = page.locator(".drawing a[href='person_rusk-dean.html']")
    rusk.focus()
    tied = page.locator(near).evaluate_all("all => all.map(a => a.dataset.node)")
    ties = page.locator(".ties path").evaluate_all("all => all.map(tie => tie.dataset.ties.split(' '))")
    own = rusk.get_attribute("data-node")
    assert set(tied) == {name for tie in ties if own in tie for name in tie}
    page.locator("th button").first.focus()
    assert page.locator(near).count() == 0
