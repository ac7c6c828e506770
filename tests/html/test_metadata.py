"""What pages say of themselves to programs, and what the settings of a site change on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from html_edition import FACTS, REGISTER, Built, documents
from lxml import etree

from chancery.builders.site import build_site
from chancery.model.publication import Publication, SiteFacts

ADDRESS = "https://example.org/ivanov/"
D250, RUSK = "frus1964-68v14_d250.html", "person_rusk-dean.html"
TEI = (
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Of the text</title></titleStmt>'
    b'</fileDesc></teiHeader><text><body><p>Words.<note n="1">A note.</note></p></body></text></TEI>'
)
MARKDOWN = b"""# About &c.

<script>alert(1)</script> [x](javascript:alert(2)) ![seal](https://e.org/s.png)

| a | b |
|---|---|
| 1 | 2 |
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("site") / "out"
    files = [(stem, data.replace(b"<change ", b'<change when="2026-03-04" ')) for stem, data in documents()]
    pages = (("about.md", MARKDOWN), ("text.xml", TEI), ("bad.md", b"\xff\xfe\x00"))
    site = SiteFacts(FACTS, "What it is.", ADDRESS, "#1b4f8c", "#9cc3f0", False, ("logo.png", b"png"), None, pages)
    register = REGISTER.replace(b"</person>", b"<idno>https://www.wikidata.org/wiki/Q1</idno></person>")
    return Built(folder, build_site(Publication(FACTS, tuple(files), register, site=site), folder))


def metas(built: Built, name: str) -> dict[str, str]:
    found = built.page(name).xpath("//meta[@name or @property]")
    return {meta.get("name") or meta.get("property"): meta.get("content") for meta in found}


def data_of(built: Built, name: str) -> Any:
    [script] = built.page(name).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_zotero_finds_a_part_of_a_book(built: Built) -> None:
    said = metas(built, D250)
    assert said["citation_title"].startswith("250. Telegram From the Embassy")
    assert said["citation_inbook_title"] == "1964–1968, Volume XIV, Soviet Union"
    assert said["citation_public_url"] == said["og:url"] == said["DC.identifier"] == ADDRESS + D250
    assert (said["DC.date"], said["og:type"]) == ("1967-10-13T13:00:00+00:00", "article")
    assert built.page(D250).xpath("//link[@rel='canonical']/@href") == [ADDRESS + D250]
    assert said["og:image"] == ADDRESS + "logo.png"


def test_documents_and_persons_are_one_web(built: Built) -> None:
    document, person = data_of(built, D250), data_of(built, RUSK)
    assert document["isPartOf"]["name"] == "1964–1968, Volume XIV, Soviet Union"
    assert person["@id"] in {one["@id"] for one in document["mentions"]}
    assert (person["@type"], person["sameAs"]) == ("Person", "https://www.wikidata.org/wiki/Q1")
    assert data_of(built, "index.html")["collectionSize"] == len(documents())
    assert "<" not in built.page("made1950v01_d8.html").xpath("string(//script[@type='application/ld+json'])")


def test_the_sitemap_lists_every_page_and_the_feed_what_was_published(built: Built) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "a": "http://www.w3.org/2005/Atom"}
    listed = etree.parse(built.folder / "sitemap.xml").xpath("//s:loc/text()", namespaces=space)
    pages = {path.name for path in built.folder.glob("*.html") if not path.name.endswith(".tei.html")}
    assert {str(address).removeprefix(ADDRESS) or "index.html" for address in listed} == pages
    feed = etree.parse(built.folder / "feed.xml")
    assert set(feed.xpath("//a:updated/text()", namespaces=space)) == {"2026-03-04T00:00:00Z"}
    assert ADDRESS + D250 in feed.xpath("//a:entry/a:link/@href", namespaces=space)


def test_pages_of_ones_own_are_in_the_frame_and_harmless(built: Built) -> None:
    assert built.text("index.html", "//footer//li") == ["About &c.", "Of the text"]
    page = built.page("page_about.html")
    assert built.text("page_about.html", "//h1") == ["About &c."]
    assert len(page.xpath("//td")) == 2
    assert not page.xpath("//main//script | //main//img | //a[starts-with(@href, 'javascript')]")
    assert page.xpath("//main//a/@href") == ["https://e.org/s.png"]
    assert built.text("page_text.html", "//h1") == ["Of the text"]
    assert built.text("page_text.html", "//section//li//p | //section//li//div")[0].startswith("A note.")
    assert [(d.code, d.file) for d in built.site.diagnostics if d.file.startswith("bad")] == [("H002", "bad.md")]


def test_colours_and_logo(built: Built) -> None:
    style = (built.folder / "edition.css").read_text("utf-8")
    assert style.rstrip().endswith(
        ":root { --link: #1b4f8c; }\n@media (prefers-color-scheme: dark) { :root { --link: #9cc3f0; } }"
    )
    assert built.page(D250).xpath("//header//img/@src") == ["logo.png"]
    assert not (built.folder / "search.html").exists()


def test_without_an_address_nothing_is_absolute(tmp_path: Path) -> None:
    build_site(Publication(FACTS, tuple(documents()), REGISTER, site=SiteFacts(FACTS, search=False)), tmp_path / "a")
    assert not (tmp_path / "a" / "sitemap.xml").exists()
    assert not (tmp_path / "a" / "feed.xml").exists()
    text = (tmp_path / "a" / D250).read_text("utf-8")
    assert "canonical" not in text
    assert "og:url" not in text
