"""The site as a server shows it: search in a real browser, under the strict policy, and the server itself."""

from __future__ import annotations

import gzip
import http.client
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from html_edition import Built, build_once
from playwright.sync_api import expect
from test_browser import browser  # noqa: F401

from chancery.builders.search import is_searchable
from chancery.diagnostics import ChanceryError
from chancery.serving import Server, find_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def built() -> Built:
    return build_once()


@pytest.fixture(scope="module")
def server(built: Built) -> Iterator[Server]:
    with Server(built.folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:  # noqa: F811
    assert is_searchable(), "the tests need pagefind[bin]"
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []  # the policy was not hurt, nothing failed
    page.close()


def hits(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator("#results ul a").all()]


def test_words_are_found_at_their_place(page: Page, server: Server) -> None:
    page.goto(server.address + "search.html")
    page.fill("#query", "appellate")
    page.wait_for_selector("#results ul a")
    assert "1 document found" in page.inner_text("#found")
    assert hits(page)[0] == "frus1964-68v14_d250.html#d250p1"
    assert {word.inner_text().lower().strip(".,") for word in page.locator("mark").all()} == {"appellate"}
    page.locator("#results ul a").first.click()
    page.wait_for_url("**/frus1964-68v14_d250.html#d250p1")


def test_the_first_page_asks_for_words(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.fill("[name=q]", "appellate")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=appellate")
    expect(page.locator("#found")).to_have_text("1 document found")


def test_facets_narrow_without_a_word_and_stand_in_the_address(page: Page, server: Server) -> None:
    page.goto(server.address + "search.html")
    page.wait_for_selector("#search:not([hidden])")
    offered = page.locator("#facet-year option").all_inner_texts()
    assert "1967 (2)" in offered
    page.select_option("#facet-year", "1967")
    expect(page.locator("#results > li")).to_have_count(2)
    assert page.url.endswith("search.html?year=1967")
    page.select_option("#facet-person", "Rusk, Dean")
    page.wait_for_function(
        "document.querySelectorAll('#results > li').length < 3 && location.search.includes('person')"
    )
    page.reload()
    page.wait_for_selector("#results > li")
    assert page.input_value("#facet-person") == "Rusk, Dean"
    page.fill("#query", "xylophone")
    expect(page.locator("#found")).to_have_text("Nothing found.")


def indexed(built: Built) -> list[str]:
    fragments = built.folder.glob("pagefind/fragment/*.pf_fragment")
    return [gzip.decompress(path.read_bytes()).decode() for path in fragments]


def test_words_of_neighbouring_items_are_two(built: Built) -> None:
    words = " ".join(indexed(built)).split()
    assert "SUBJECT" in words
    assert "PARTICIPANTS" in words


def test_what_stands_around_the_text_is_not_found(built: Built) -> None:
    found = indexed(built)
    assert len(found) == 5
    assert any("appellate" in text for text in found)
    for words in ("BibTeX", "Chicago", "Skip to the text", "Encoded text", "edited by"):
        assert not any(words in text for text in found), words


def test_it_says_why_it_cannot_search(browser: Browser, built: Built) -> None:  # noqa: F811
    page = browser.new_page()
    page.goto((built.folder / "search.html").as_uri())
    assert page.is_hidden("#search")
    without = browser.new_context(java_script_enabled=False).new_page()
    without.goto((built.folder / "search.html").as_uri())
    assert "needs JavaScript" in without.inner_text("main")


def test_pages_reload_when_something_changed(page: Page, server: Server) -> None:
    with page.expect_response("**/-state"):
        page.goto(server.address)
    with page.expect_response("**/-state"):
        pass
    with page.expect_navigation():
        server.state += 1


def ask(server: Server, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    with closing(connection):
        connection.request("GET", path, headers={"Connection": "close", **headers})
        answer = connection.getresponse()
        answer.read()
        return answer


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/.chancery-files", "/link.txt", "//etc/passwd", "/a%00b", "/fonts"],
)
def test_nothing_else_of_this_computer_is_shown(path: str, server: Server, built: Built) -> None:
    (built.folder.parent / "secret.txt").write_text("secret")
    link = built.folder / "link.txt"
    link.unlink(missing_ok=True)
    link.symlink_to(built.folder.parent / "secret.txt")
    try:
        assert ask(server, path).status == 404
    finally:
        link.unlink()
        (built.folder.parent / "secret.txt").unlink()


def test_others_are_refused_and_a_strict_policy_is_sent(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server, "/", Host="evil.example:80").status == 403
    answer = ask(server, "/index.html")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert "'wasm-unsafe-eval'" in (ask(server, "/search.html").getheader("Content-Security-Policy") or "")


def test_a_port_that_is_taken_is_said(server: Server, built: Built) -> None:
    with pytest.raises(ChanceryError, match="another program has it"):
        Server(built.folder, server.server_address[1])


def test_the_first_page_is_the_index(built: Built) -> None:
    assert find_file(built.folder.resolve(), "/") == built.folder.resolve() / "index.html"
    assert find_file(Path(built.folder), "/nowhere.html") is None


def test_a_browser_that_goes_before_its_answer_is_no_fault(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    for error, told in ((ConnectionResetError("reset"), False), (ValueError("odd"), True)):
        try:
            raise error
        except (ConnectionResetError, ValueError):
            server.handle_error(None, ("127.0.0.1", 1))
        assert ("ValueError: odd" in capfd.readouterr().err) is told
