"""What stands on the pages of a document."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from html_edition import Built, build_once

D250, D252, D33 = "frus1964-68v14_d250.html", "frus1964-68v14_d252.html", "frus1969-76v13_d33.html"
CONSTRUCTS, HOSTILE = "made1950v01_d7.html", "made1950v01_d8.html"


@pytest.fixture(scope="module")
def built() -> Built:
    return build_once()


def facts(built: Built, page: str) -> dict[str, str]:
    labels, values = (built.text(page, f"//dl[@class='facts']//{name}") for name in ("dt", "dd"))
    return dict(zip(labels, values, strict=True))


def test_facts_above_the_text(built: Built) -> None:
    found = facts(built, D250)
    assert found["From"] == "Embassy in the Soviet Union"
    assert found["To"] == "Department of State"
    assert found["Classification"] == "Secret; Limdis"
    assert found["Source"].startswith("National Archives and Records Administration, RG 59")


def test_what_the_edition_added_looks_different_and_says_who_says_so(built: Built) -> None:
    assert built.text(D250, "//dl[@class='facts']//*[@class='added']") == ["Moscow,", "October 13, 1967, 1300Z"]
    assert built.text(D250, "//*[@class='says']")[0].startswith("Added by the edition. Date and place as printed")
    assert facts(built, D33)["Date"].startswith("undated, not before October 28, 1970")
    assert built.text(CONSTRUCTS, "//dl[@class='facts']//*[@class='said']") == ["Paris,", "February 30, 1950"]


def test_one_heading_with_the_number_as_printed(built: Built) -> None:
    assert built.text(D252, "//h1") == ["252. Memorandum of Conversation1"]
    for path in built.folder.glob("*.html"):
        page = built.page(path.name)
        assert len(page.xpath("//h1")) == 1, path.name
        assert page.get("lang"), path.name
        assert len(page.xpath("//main")) == 1, path.name


@pytest.mark.parametrize("name", [D250, D252, D33, CONSTRUCTS, HOSTILE])
def test_notes_are_linked_both_ways(built: Built, name: str) -> None:
    page = built.page(name)
    markers = page.xpath("//*[@class='call']/a")
    for marker in markers:
        note = page.get_element_by_id(unquote(marker.get("href")[1:]))
        assert note.xpath("a[@role='doc-backlink']/@href") == ["#" + marker.get("id")]
        assert note.xpath("string(*[contains(@class, 'n')][1])") == marker.text
    anchored = page.xpath("//li[contains(@class, 'note') and not(contains(@class, 'unanchored'))]")
    assert len(anchored) == len(markers)


def test_promised_addresses(built: Built) -> None:
    ids = set(built.page(D250).xpath("//@id"))
    assert {"d250", "d250fn1", "d250fnref1", "pg_595", "d250p1", "d250p3", "d250-ivanov-igor-1"} <= ids
    assert "ivanov-igor" in built.page("persons.html").xpath("//@id")
    assert {"own", "d7fnstar", "d7fn1", "d7fn1-2", "pg_14"} <= set(built.page(CONSTRUCTS).xpath("//@id"))


def test_a_note_without_a_marker_is_shown_as_such(built: Built) -> None:
    assert built.text(D33, "//li[@id='d33fn5']//p") == ["The source has no marker for this note."]
    assert built.text(D33, "//li[@id='d33fn5']/div")[0].endswith("Secret; Sensitive; Outside System.")
    assert not built.page(D33).xpath("//li[@id='d33fn5']//a | //a[@href='#d33fn5']")


def test_references_lead_where_they_can(built: Built) -> None:
    links = {a.text_content(): a.get("href") for a in built.page(CONSTRUCTS).xpath("//blockquote/a")}
    assert links == {
        "page 12": "#pg_12",
        "note 3": f"{D250}#d250fn3",
        "a note that is not there": D250,
        "a volume": "https://history.state.gov/historicaldocuments/frus1949v02",
        "the web": "https://example.org/a?b=1&c=2",
    }
    assert built.page(D250).xpath("//li[@id='d250fn2']//a[@class='ref official']/@href") == [
        "https://history.state.gov/historicaldocuments/frus1964-68v14/d207fn4"
    ]


def test_what_html_forbids_in_a_paragraph_is_not_in_one(built: Built) -> None:
    page = built.page(CONSTRUCTS)
    assert not page.xpath("//p//ul | //p//dl | //p//table | //p//blockquote | //p//p | //a//a")
    assert page.xpath("//table//th[@colspan='2']")
    assert not page.xpath("//*[@rowspan]")
    assert page.xpath("//li/span[@id='pg_12'] | //dd/span[@id='pg_13'] | //td/span[@id='pg_14']/@id")


def test_persons_of_the_page_and_of_the_register(built: Built) -> None:
    here = built.text(D250, "//section[@class='persons']//dt")
    assert here == [
        "Ivanov, Igor A.",
        "Kornienko, Georgi M.",
        "Rusk, Dean",
        "Thompson, Llewellyn E.",
        "Vinogradov, Vladimir M.",
        "Zipper, Stephen",
    ]
    mentions = built.text("persons.html", "//*[@id='clay-cassius']//li")
    assert mentions == [
        "… of the case’s linkage with wire tapping evidence, the Cassius Clay issue and the "
        "horrendous implications of this case to our …"
    ]
    assert built.text("persons.html", "//*[@id='ivanov-igor']//summary") == ["32 mentions in 3 documents"]
    assert "impression that Ivanov’s release" in " ".join(built.text("persons.html", "//*[@id='ivanov-igor']//li"))


def test_how_to_cite(built: Built) -> None:
    chicago, mla, bibtex = built.text(D252, "//section[@class='cite']//dd")[:3]
    volume = "Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union"
    address = "history.state.gov/historicaldocuments/frus1964-68v14/d252."
    press = "United States Government Printing Office, 2001"
    placed = "Washington, October 25, 1967"
    assert chicago == f"“Memorandum of Conversation,” {placed}, {volume} ({press}), Document 252, 596–598, {address}"
    assert mla == f"“Memorandum of Conversation.” {placed}. {volume}, {press}, Document 252, pp. 596–598, {address}"
    assert "pages = {596--598}" in bibtex


def test_the_encoding_is_shown_as_it_is(built: Built) -> None:
    shown = built.page("frus1964-68v14_d250.tei.html").xpath("string(//pre)")
    file = (built.folder / "frus1964-68v14_d250.xml").read_text("utf-8")
    assert shown.split() == file.split("?>", 1)[1].split()
    hostile = built.page("made1950v01_d8.tei.html").xpath("string(//pre)")
    assert "&lt;script>alert(8)&lt;/script>" in hostile
    assert "urn:chancery" not in hostile


def test_an_unknown_element_keeps_its_text_and_is_reported_with_its_line(built: Built) -> None:
    assert "An unheard-of element." in built.text(CONSTRUCTS, "//p")
    found = next(d for d in built.site.diagnostics if "<unheardOf>" in d.message)
    lines = (built.folder / "made1950v01_d7.xml").read_text("utf-8").splitlines()
    assert (found.code, found.file) == ("H001", "made1950v01_d7.xml")
    assert "<unheardOf" in lines[(found.line or 0) - 1]


def test_text_never_becomes_markup(built: Built) -> None:
    for name in (HOSTILE, "made1950v01_d8.tei.html", "index.html", "persons.html"):
        page = built.page(name)
        assert page.xpath("//script/@src") == ["edition.js"] == [s.get("src") for s in page.xpath("//script")]
        assert not page.xpath("//@*[starts-with(name(), 'on')] | //style | //@style | //img | //iframe"), name
        hrefs = page.xpath("//@href")
        assert all(":" not in h or h.startswith(("https://", "http://", "mailto:")) for h in hrefs), name
    assert "8. <script>alert(7)</script> &lt;" in built.text(HOSTILE, "//h1")
