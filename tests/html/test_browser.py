"""The pages in a real browser: mouse, keyboard, tap, no script, a strict policy, a telephone, print."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from html_edition import Built, build_once

from conftest import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

D250, D252, D33 = "frus1964-68v14_d250.html", "frus1964-68v14_d252.html", "frus1969-76v13_d33.html"
KINDS = (
    D250,
    D252,
    D33,
    "made1950v01_d7.html",
    "made1950v01_d8.html",
    "index.html",
    "persons.html",
    "frus1964-68v14_d250.tei.html",
)


@pytest.fixture(scope="module")
def built() -> Built:
    return build_once()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    needs("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def chromium() -> str:
    return shutil.which("chromium") or ""


def open_page(browser: Browser, built: Built, name: str, width: int = 900, **options: Any) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}, **options).new_page()
    page.goto((built.folder / name).as_uri())
    return page


def test_a_note_comes_on_hover_and_goes(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250)
    page.hover("#d250fnref2")
    page.wait_for_selector(".peek:not([hidden])")
    assert "footnote 4, Document 207" in page.inner_text(".peek")
    page.mouse.move(5, 5)
    page.wait_for_selector(".peek", state="hidden")


def test_a_note_comes_on_focus_and_goes_on_escape(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250)
    page.focus("#d250-ivanov-igor-1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "d250fnref2"
    page.wait_for_selector(".peek:not([hidden])")
    page.keyboard.press("Escape")
    assert page.is_hidden(".peek")
    page.keyboard.press("Enter")
    page.wait_for_url("**#d250fn2")


def test_the_first_tap_shows_and_the_second_follows(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250, 360, has_touch=True, is_mobile=True)
    page.tap("#d250fnref3")
    assert "telegram 57130" in page.inner_text(".peek")
    assert "#" not in page.url
    page.tap("#d250fnref3")
    page.wait_for_url("**#d250fn3")


def test_a_person_says_who_they_were(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250)
    page.hover("#d250-kornienko-georgi-1")
    page.wait_for_selector(".peek:not([hidden])")
    assert page.inner_text(".peek").split("\n")[0] == "Kornienko, Georgi M."
    assert "Soviet Foreign Ministry" in page.inner_text(".peek")


def test_notes_stand_beside_their_markers_where_there_is_room(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D252, 1280)
    page.wait_for_selector("article.beside")
    page.evaluate("document.fonts.ready")
    for n in (1, 2, 4, 5):
        marker, note = (page.locator(f"#d252fn{ref}{n}").bounding_box() or {} for ref in ("ref", ""))
        assert note["x"] > 700
        assert abs(note["y"] - marker["y"]) < 40, n
    boxes = [page.locator(f"#d252fn{n}").bounding_box() or {} for n in range(1, 6)]
    assert all(a["y"] + a["height"] <= b["y"] for a, b in pairwise(boxes))
    page.set_viewport_size({"width": 900, "height": 800})
    page.wait_for_selector("article:not(.beside)")
    last = page.locator("article .text").bounding_box() or {}
    assert (page.locator("#d252fn1").bounding_box() or {})["y"] > last["y"] + last["height"]


def test_an_unanchored_note_stays_at_the_end(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D33, 1280)
    text, note = (page.locator(path).bounding_box() or {} for path in ("article .text", "#d33fn5"))
    assert note["y"] > text["y"] + text["height"]
    assert page.is_visible("#d33fn5 .says")


def test_without_scripts_everything_is_a_link(browser: Browser, built: Built) -> None:
    for width in (360, 1280):
        page = open_page(browser, built, D250, width, java_script_enabled=False)
        page.click("#d250fnref2")
        page.wait_for_url("**#d250fn2")
        assert page.is_visible("#d250fn2 .note-text")
        page.click("#d250fn2 .n")
        page.wait_for_url("**#d250fnref2")
        assert page.is_hidden(".legend")
        page.check("#show-machine")
        assert page.is_visible(".legend")


def test_selected_text_has_no_page_numbers_and_no_markers(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250)
    page.evaluate("getSelection().selectAllChildren(document.getElementById('d250p3'))")
    chosen = page.evaluate("getSelection().toString()")
    assert "in this case could have an effect" in " ".join(chosen.split())
    assert chosen.rstrip().endswith("gesture of this kind.")


@pytest.mark.parametrize("name", KINDS)
def test_no_page_is_wider_than_a_telephone(browser: Browser, built: Built, name: str) -> None:
    page = open_page(browser, built, name, 320)
    assert page.evaluate(TOO_WIDE) == []


# What is cut off at the right, though no box of its own scrolls it.
TOO_WIDE = """() => {
  const scrolls = (el) => el !== document.body && /auto|scroll|hidden/.test(getComputedStyle(el).overflowX);
  const boxed = (el) => el && el !== document.body && (scrolls(el) || boxed(el.parentElement));
  return [...document.querySelectorAll('body *')].filter((el) => el.checkVisibility() && !boxed(el.parentElement)
    && el.getBoundingClientRect().right > 321).map((el) => el.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_has_contrast_enough(browser: Browser, built: Built, name: str, scheme: Any) -> None:
    page = open_page(browser, built, name, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


# The texts whose colour has less than 4.5:1 against the first background behind them.
CONTRAST = """() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b };
  const behind = (el) => { for (; el; el = el.parentElement) { const c = rgb(getComputedStyle(el).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c } return [255, 255, 255] };
  const bad = new Set();
  for (const el of document.querySelectorAll('body *')) {
    if (![...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(rgb(getComputedStyle(el).color).slice(0, 3)), b = light(behind(el).slice(0, 3));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.add(el.className + ' ' + el.tagName + ' ' + ratio.toFixed(2));
  }
  return [...bad];
}"""


def test_printing_puts_the_notes_after_the_text(browser: Browser, built: Built) -> None:
    page = open_page(browser, built, D250, 1280)
    page.wait_for_selector("article.beside")
    page.emulate_media(media="print")
    text, note = (page.locator(path).bounding_box() or {} for path in ("article .text", "#d250fn1"))
    assert note["y"] > text["y"] + text["height"]
    assert page.is_hidden(".tools")
    assert page.is_hidden(".turn")


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves the pages under the strictest policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address(built: Built) -> Iterator[str]:
    handler = functools.partial(Strict, directory=str(built.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_strict_policy_is_never_violated_and_no_other_host_is_asked(
    browser: Browser, built: Built, address: str
) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name in KINDS:
        page.goto(f"{address}/{name}")
    page.goto(f"{address}/{D252}")
    page.hover("#d252fnref5")
    page.wait_for_selector("article.beside")
    assert said == []
    assert all(url.startswith(address) for url in asked)
    assert any(url.endswith(".woff2") for url in asked)
