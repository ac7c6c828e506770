"""The report: doubts read from the TEI alone, in their order, and a page that shows hostile text as text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from chancery.builders.report import make_json, make_report
from chancery.doubts import read_namesakes, read_tei, seek_doubts, words_of_line
from chancery.edition import load_edition
from chancery.model.doubts import Counts, Doubt, Matter, Review, Words
from chancery.reviewing import review_edition, review_folder
from chancery.tei.registers import read_register
from conftest import ROOT

REGISTER = b"""<listPerson xmlns="http://www.tei-c.org/ns/1.0">
  <person xml:id="a"><persName>Johnson, Lyndon B.</persName><persName>LBJ</persName><note>President</note></person>
  <person xml:id="b"><persName>Johnson, U. Alexis</persName></person>
  <person xml:id="c"><persName>Rusk, Dean</persName></person>
</listPerson>"""
NAMESAKES = read_namesakes(read_register(REGISTER, "persons.xml"))


def sought(body: str, header: str = "") -> tuple[Counts, list[Doubt]]:
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    found = seek_doubts(read_tei(tei.encode(), "d1.xml"), NAMESAKES)
    return found.counts, [doubt for doubt in found.doubts if doubt.matter is not Matter.UNDATED]


def test_a_doubtful_note_tells_where_else_it_could_stand() -> None:
    note = '<note n="2" cert="{}">See it.</note>'
    _, [doubt] = sought(f"<p>In 1962 the first time,{note.format('low')} then 22 men and then all.</p>")
    assert doubt.matter is Matter.PLACE_LOW
    assert doubt.words == Words("In 1962 the first time,", "[2]", " then 22 men and then all. ")
    assert [place.partition("⟦")[0][-4:] for place in doubt.alternatives] == [" 196", "en 2"]
    _, [doubt] = sought(f"<p>The first time,{note.format('medium')} then all.</p>")
    assert doubt.matter is Matter.PLACE
    assert not doubt.alternatives


def test_other_places_lie_between_the_neighbours() -> None:
    notes = [f'<note n="{n}"{cert}>N.</note>' for n, cert in ((1, ""), (2, ' cert="low"'), (3, ""))]
    _, [doubt] = sought(f"<p>Room 12 one{notes[0]} two{notes[1]} Room 22 three{notes[2]} Room 32</p>")
    assert len(doubt.alternatives) == 1
    assert "Room 2⟦2⟧" in doubt.alternatives[0]


def test_a_note_without_a_place() -> None:
    counts, [doubt] = sought('<p>Room 12, then.</p><note n="2" subtype="unanchored">Lost.</note>')
    assert (counts.notes, counts.lost_notes) == (0, 1)
    assert doubt.matter is Matter.LOST_NOTE
    assert doubt.words.at == "Lost."
    assert len(doubt.alternatives) == 1


def test_names_tell_whom_else_they_could_mean() -> None:
    tag = '<persName ref="persons.xml#a" cert="{}">Johnson</persName>'
    counts, doubts = sought(f"<p>{tag.format('high')}, {tag.format('medium')}, {tag.format('medium')}</p>")
    assert counts.persons == {"high": 1, "medium": 2}
    [doubt] = doubts
    assert (doubt.matter, doubt.times, doubt.alternatives) == (Matter.PERSON, 2, ("Johnson, U. Alexis",))
    _, [doubt] = sought('<p><persName cert="low">Johnson’s</persName></p>')
    assert doubt.matter is Matter.PERSON_LOW
    assert doubt.alternatives == ("Johnson, Lyndon B.: President", "Johnson, U. Alexis")
    _, [doubt] = sought('<p><persName cert="medium">Lee Smith</persName></p>')
    assert (doubt.matter, doubt.alternatives) == (Matter.UNLISTED, ())


def test_a_document_without_a_date() -> None:
    def undated(body: str, header: str = "") -> int:
        return sought(body, header)[0].undated

    created = "<profileDesc><creation><date {}>then</date></creation></profileDesc>"
    assert undated("<p>One</p>") == 1
    assert undated("<p>One</p>", created.format("")) == 1
    assert undated("<p>One</p>", created.format('notBefore="1962"')) == 0
    assert undated('<p rend="dateline"><date when="1962-01-01">then</date></p>') == 0


def test_words_of_a_line() -> None:
    line = '  <p>One <hi rend="x">two</hi> three four</p>'
    assert words_of_line(line, "three", 0) == Words("One two ", "three", " four")
    assert words_of_line(line, "", line.index("three") + 1) == Words("One two ", "", "three four")
    assert words_of_line("", "", 0) == Words()


def test_the_page_needs_nothing_and_shows_hostile_text_as_text() -> None:
    nasty = "<script>alert(1)</script>&\"'⟦<b>⟧"
    doubt = Doubt(Matter.PERSON, f"{nasty}.xml", 7, nasty, Words(nasty, nasty, nasty), (nasty,), 2, nasty)
    review = Review(nasty, Counts(persons={nasty: 1}), (doubt,), ((nasty, 3),))
    page = make_report(review, nasty).decode()
    assert "<script" not in page
    assert "<b>" not in page
    assert "src=" not in page
    assert "url(" not in page
    root = etree.HTML(page)
    assert root.findtext(".//h1") == nasty
    assert json.loads(make_json(review))["doubts"][0]["why"] == nasty


def test_nothing_to_look_at() -> None:
    assert "Nothing to look at." in make_report(Review("", Counts(), (), ())).decode()


def test_doubts_come_in_the_order_of_their_weight() -> None:
    edition, _ = load_edition(ROOT)
    review, unread = review_edition(edition)
    assert not unread
    assert review.counts.documents == len(edition.encoded())
    order = list(Matter)
    ranks = [order.index(doubt.matter) for doubt in review.doubts]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("data", [b"", b"<TEI", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"])
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "d1.xml").write_bytes(data)
    review, unread = review_folder(tmp_path)
    assert review.counts.documents == 0
    assert unread
