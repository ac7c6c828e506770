"""What stands on the pages of a document."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from html_edition import Built, build_once, documents
from lxml import etree

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
    [mention] = built.text("person_clay-cassius.html", "//ul[@class='mentions']/li")
    assert "the Cassius Clay issue and the horrendous implications" in mention
    assert built.text("persons.html", "//*[@id='ivanov-igor']/p[@class='count']") == ["32 mentions in 3 documents"]
    sentences = built.text("person_ivanov-igor.html", "//ul[@class='mentions']/li")
    assert len(sentences) == 32
    assert "impression that Ivanov’s release" in " ".join(sentences)


def test_how_to_cite(built: Built) -> None:
    chicago, mla = built.text(D252, "//section[@class='cite']//dd")
    bibtex, ris, csl = (pre.text_content() for pre in built.page(D252).xpath("//section[@class='cite']//pre"))
    volume = "Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union"
    address = "history.state.gov/historicaldocuments/frus1964-68v14/d252."
    press = "United States Government Printing Office, 2001"
    placed = "Washington, October 25, 1967"
    assert chicago == f"“Memorandum of Conversation,” {placed}, {volume} ({press}), Document 252, 596–598, {address}"
    assert mla == f"“Memorandum of Conversation.” {placed}. {volume}, {press}, Document 252, pp. 596–598, {address}"
    assert "  pages = {596--598},\n" in bibtex
    assert "SP  - 596\nEP  - 598\n" in ris
    assert json.loads(csl)["chapter-number"] == "252"


def test_the_citations_of_all_documents_are_files_that_programs_read(built: Built) -> None:
    items = json.loads((built.folder / "citations.json").read_bytes())
    stems = [stem for stem, _ in documents()]
    assert [item["id"] for item in items] == stems
    assert items[-1]["title"] == "<script>alert(7)</script> &lt;"
    assert items[1]["issued"] == {"date-parts": [[2001]]}
    ris = (built.folder / "citations.ris").read_text("utf-8")
    assert ris.count("TY  - CHAP\n") == ris.count("ER  - ") == len(stems)
    bibtex = (built.folder / "citations.bib").read_text("utf-8")
    assert [line for line in bibtex.splitlines() if line.startswith("@")] == [
        f"@incollection{{{stem}," for stem in stems
    ]


def test_plain_text(built: Built) -> None:
    lines = (built.folder / "frus1964-68v14_d250.txt").read_text("utf-8").split("\n\n")
    assert lines[0].startswith("250. Telegram From the Embassy in the Soviet Union to the Department of State[1]")
    assert lines[1] == "[Moscow, October 13, 1967, 1300Z]"
    assert lines[2].startswith("1443. 1. Deputy Minister")
    assert " could [Page 595] have " in lines[4]
    assert lines[5:7] == ["Thompson", "Notes"]
    assert lines[7].startswith("[1] Source: National Archives")
    assert lines[-1].startswith("“Telegram From the Embassy")


@pytest.mark.parametrize("name", [D250, D252, D33, CONSTRUCTS, HOSTILE])
def test_the_plain_text_has_every_word_of_the_encoding(built: Built, name: str) -> None:
    file = built.folder / name.replace(".html", ".txt")
    encoded = etree.parse(file.with_suffix(".xml"), etree.XMLParser(collect_ids=False))
    known = "".join(file.read_text("utf-8").split())
    texts = encoded.xpath("//*[local-name() = 'text']//text()[normalize-space()]")
    assert len(texts) > 5
    assert [str(text) for text in texts if "".join(text.split()) not in known] == []


def test_the_encoding_is_shown_as_it_is(built: Built) -> None:
    shown = built.page("frus1964-68v14_d250.tei.html").xpath("string(//pre)")
    file = (built.folder / "frus1964-68v14_d250.xml").read_text("utf-8")
    assert shown.split() == file.split("?>", 1)[1].split()
    hostile = built.page("made1950v01_d8.tei.html").xpath("string(//pre)")
    assert "&lt;script&gt;alert(8)&lt;/script&gt;" in hostile
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
        assert page.xpath("//script[not(@type)]/@src") == ["edition.js"] * (name == HOSTILE)
        assert {script.get("type") for script in page.xpath("//script[not(@src)]")} <= {"application/ld+json"}
        assert not page.xpath("//@*[starts-with(name(), 'on')] | //style | //@style | //img | //iframe"), name
        hrefs = page.xpath("//@href")
        assert all(":" not in h or h.startswith(("https://", "http://", "mailto:")) for h in hrefs), name
    assert "8. <script>alert(7)</script> &lt;" in built.text(HOSTILE, "//h1")
