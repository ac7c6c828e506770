"""A document in its volume: the way up, the panel beside it, previews, what there is to take away."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_edition import FACTS, REGISTER, Built, documents

from chancery.builders.site import build_site
from chancery.model.publication import Publication

VOLUME = Path(__file__).parent / "volume"
SITE = "https://history.state.gov/historicaldocuments"
LETTER, TELEGRAM = "frus1950v09_d1.html", "frus1950v09_d2.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {path.stem: path.read_bytes() for path in sorted(VOLUME.glob("frus*.xml"))}
    volume = ("frus1950v09", files.pop("frus1950v09"))
    publication = Publication(
        FACTS, (*files.items(), documents()[0]), REGISTER, (VOLUME / "terms.xml").read_bytes(), (volume,)
    )
    folder = tmp_path_factory.mktemp("volume")
    return Built(folder, build_site(publication, folder))


def test_the_way_up_leads_through_the_volume(built: Built) -> None:
    way = [(a.text, a.get("href")) for a in built.page(LETTER).xpath("//ol[@class='crumbs']//a")]
    assert way == [
        ("1950, Volume IX, A Volume Made for Tests", "frus1950v09.html"),
        ("Elsewhere", "frus1950v09.html#comp1"),
        ("Beginnings", "frus1950v09.html#ch1"),
    ]
    assert "Telegram" in " ".join(built.text("frus1950v09.html", "//section//ol//a"))
    assert {"comp1", "ch1"} <= set(built.page("frus1950v09.html").xpath("//@id"))


def test_a_page_that_begins_between_documents_has_its_address_in_the_contents(built: Built) -> None:
    assert built.page("frus1950v09.html").xpath("//*[@id='pg_12']/a/@data-n") == ["12"]


def test_one_reads_on_to_the_end_of_the_volume(built: Built) -> None:
    assert built.page(LETTER).xpath("//nav[@class='turn']/a/@href") == [TELEGRAM]
    assert built.page(TELEGRAM).xpath("//nav[@class='turn']/a/@href") == [LETTER]
    assert built.page(documents()[0][0] + ".html").xpath("//nav[@class='turn']/a/@href") == []


def test_whose_hands_it_went_through(built: Built) -> None:
    labels, values = (built.text(LETTER, f"//dl[@class='facts']//{name}") for name in ("dt", "dd"))
    facts = dict(zip(labels, values, strict=True))
    assert facts["Printed in"] == "Bulletin, May 1, 1950, p. 3"
    assert (facts["Drafted by"], facts["Cleared by"]) == ("Kohler", "S/S; EUR")
    assert facts["Transmission"] == "Repeated to London."


def test_the_panel_says_what_terms_mean_and_where_the_pages_are(built: Built) -> None:
    assert built.text(LETTER, "//section[@class='terms']//dt") == ["NATO"]
    assert built.text(LETTER, "//section[@class='terms']//dd/*") == ["North Atlantic Treaty Organization", "2×"]
    first = built.page(LETTER).xpath("string(//section[@class='terms']//a[@class='count']/@href)")
    assert built.text(LETTER, f"//*[@id='{first[1:]}']") == ["NATO"]
    pages = [
        [(a.text, a.get("href")) for a in li.xpath("a")] for li in built.page(LETTER).xpath("//*[@class='pages']//li")
    ]
    assert pages == [
        [("Picture", f"{SITE}/frus1950v09/pg_10")],
        [("Page 11", "#pg_11"), ("Picture", f"{SITE}/frus1950v09/pg_11")],
    ]


def test_front_matter_has_its_pages_too(built: Built) -> None:
    images = built.page("frus1950v09_preface.html").xpath("//*[@class='pages']//a[@class='image']/@href")
    assert images == [f"{SITE}/frus1950v09/pg_III"]


def test_references_say_where_they_lead(built: Built) -> None:
    refs = {a.text: dict(a.attrib) for a in built.page(LETTER).xpath("//*[@class='note-text']//a")}
    assert refs["Document 2"]["data-title"] == "2.Telegram"
    assert refs["Document 2"]["data-facts"] == "Rome, June 3, 1950"
    assert refs["footnote 1 there"]["data-title"] == "2.Telegram, note 1"
    assert refs["footnote 1 there"]["href"] == f"{TELEGRAM}#d2fn1"
    assert set(refs["another volume"]) == {"class", "href"}


def test_every_way_in_is_there_and_says_where_one_is(built: Built) -> None:
    for page in built.folder.glob("*.html"):
        ways = built.page(page.name).xpath("//header//nav/a")
        assert all((built.folder / way.get("href")).is_file() for way in ways)
        here = [way.get("href") for way in ways if way.get("aria-current")]
        assert here == [way.get("href") for way in ways if way.get("href") == page.name], page.name


def test_the_plain_text_of_quotations_tables_and_broken_words(built: Built) -> None:
    lines = (built.folder / "frus1950v09_d1.txt").read_text("utf-8").split("\n\n")
    assert lines[:2] == ["1. Letter", "Paris, May 2, 1950."]
    assert "Mr. Kohler[1] broke[Page 11]n off" in lines[2]
    assert lines[3:6] == ["> One line. Another.", "a\tb", "c\td"]
    assert lines[6:8] == ["Notes", "[1] See Document 2, footnote 1 there, and another volume."]
