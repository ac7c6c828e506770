"""Every box of the checklist of the three documents, against what the edition's sources become."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from lxml import etree

from chancery.edition import load_edition
from chancery.files import read_source
from chancery.pipeline import encode, stages
from chancery.tei.header import Paths
from chancery.tei.registers import read_register
from conftest import ROOT

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
D250, D252, D33 = "frus1964-68v14_d250", "frus1964-68v14_d252", "frus1969-76v13_d33"


@cache
def encoded(stem: str) -> tuple[etree._Element, str, tuple[str, ...]]:
    """The document's TEI, its source, and the codes of what was found."""
    edition, _ = load_edition(ROOT)
    source, _ = read_source(ROOT / "sources" / f"{stem}.txt", stem)
    assert edition.persons
    steps = stages(read_register(edition.persons.read_bytes(), "persons.xml"))
    done = encode(source, edition.metadata(stem), edition.facts, Paths(), steps)
    return etree.fromstring(done.data), source.text, tuple(d.code for d in done.diagnostics)


def find(stem: str, path: str) -> list[etree._Element]:
    found = encoded(stem)[0].xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


def one(stem: str, path: str) -> etree._Element:
    found = find(stem, path)
    assert len(found) == 1, (path, len(found))
    return found[0]


def words(element: etree._Element) -> str:
    """The running text of an element, its notes left out."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != f"{{{NS['t']}}}note":
            parts.append(words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def before(note: etree._Element) -> str:
    """The text right before a note or page break."""
    previous = note.getprevious()
    if previous is None:
        return note.getparent().text or ""
    return previous.tail or words(previous)


def mentions(stem: str, inside: str) -> Counter[str]:
    """How often each person is linked, by the id in the register."""
    found = find(stem, f"{inside}//*[self::t:persName or self::t:rs][@ref]")
    return Counter(str(e.get("ref")).partition("#")[2] for e in found)


def in_body(stem: str) -> Counter[str]:
    found = find(stem, "//t:div[@type='document']//*[self::t:persName or self::t:rs][@ref][not(ancestor::t:note)]")
    return Counter(str(e.get("ref")).partition("#")[2] for e in found)


def in_notes(stem: str) -> Counter[str]:
    return mentions(stem, "//t:div[@type='document']//t:note")


@pytest.mark.parametrize(
    ("stem", "number", "head"),
    [
        (D250, "250", "250. Telegram From the Embassy in the Soviet Union to the Department of State"),
        (D252, "252", "252. Memorandum of Conversation"),
        (D33, "33", "33. Memorandum From the President’s Deputy Assistant for National Security Affairs (Haig) to the "
         "President’s Assistant for National Security Affairs (Kissinger)"),
    ],
)  # fmt: skip
def test_identity_and_heading(stem: str, number: str, head: str) -> None:
    div = one(stem, "//t:div[@type='document']")
    assert (div.get(ID), div.get("n"), div.get("subtype")) == (f"d{number}", number, "historical-document")
    heading = one(stem, "//t:div[@type='document']/t:head")
    assert words(heading) == head
    assert heading[-1].get("type") == "source"
    assert (heading[-1].tail or "") == ""
    assert not before(heading[-1])[-1].isspace()


@pytest.mark.parametrize("stem", [D250, D252, D33])
def test_text_is_the_source_character_for_character(stem: str) -> None:
    text = encoded(stem)[1]
    for element in find(stem, "//t:body//t:p | //t:body//t:item | //t:body//t:label | //t:body//t:signed"):
        for run in element.itertext():
            assert run in text
    assert not find(stem, "//t:dateline")


def test_250_correspondents_are_organisations() -> None:
    assert [e.text for e in find(D250, "//t:head/t:orgName[@type='from']")] == ["Embassy in the Soviet Union"]
    assert [e.text for e in find(D250, "//t:head/t:orgName[@type='to']")] == ["Department of State"]
    assert not find(D250, "//t:body//t:head//t:persName")


def test_250_source_note_is_taken_apart() -> None:
    keywords = {e.get("type"): e.text for e in find(D250, "//t:keywords/t:term")}
    assert keywords == {"kind": "telegram", "classification": "Secret", "handling": "Limdis"}
    assert one(D250, "//t:msIdentifier/t:repository").text == "National Archives and Records Administration"
    assert one(D250, "//t:msIdentifier/t:collection").text == "RG 59, Central Files 1967–69"
    assert one(D250, "//t:msIdentifier/t:idno[@type='file']").text == "POL 23–4 US"


def test_250_notes() -> None:
    assert [(n.get(ID), n.get("n")) for n in find(D250, "//t:body//t:note")] == [
        ("d250fn1", "1"), ("d250fn2", "2"), ("d250fn3", "3")]  # fmt: skip
    second, third = find(D250, "//t:body//t:note")[1:]
    assert before(second) == "."
    assert (second.tail or "").startswith(" Soviet Government")
    assert "".join(second.getprevious().itertext()) == "Ivanov"
    ref = second.find("t:ref", NS)
    assert (ref.get("target"), ref.text) == ("#d207fn4", "footnote 4, Document 207")
    assert before(third).endswith("gesture of this kind.")
    assert third.getparent() is find(D250, "//t:body//t:p")[2]
    assert not (third.tail or "").strip()


def test_250_paragraphs_page_and_signature() -> None:
    paragraphs = [words(p) for p in find(D250, "//t:body//t:p")]
    assert [p[:22] for p in paragraphs] == [
        "1443. 1. Deputy Minist",
        "2. I said I understood",
        "3. I believe we could ",
    ]
    assert "“As is well known" in paragraphs[0]
    assert paragraphs[0].endswith("Soviet Union.”")
    assert "Imamv Ivanov." in paragraphs[0]
    pb = one(D250, "//t:body//t:pb")
    assert (pb.get("n"), pb.get(ID)) == ("595", "pg_595")
    assert before(pb).endswith("could ")
    assert (pb.tail or "").startswith(" have an effect")
    name = one(D250, "//t:closer/t:signed/t:persName")
    assert (name.text, name.get("ref")) == ("Thompson", "persons.xml#thompson-llewellyn")


def test_250_date_and_place_come_from_the_edition() -> None:
    date, place = one(D250, "//t:creation/t:date"), one(D250, "//t:creation/t:placeName")
    assert (date.get("when"), date.get("resp")) == ("1967-10-13T13:00:00+00:00", "#edition")
    assert (place.text, place.get("resp")) == ("Moscow", "#edition")
    assert one(D250, "//t:respStmt[@xml:id='edition']/t:resp").text


def test_250_mentions() -> None:
    assert in_body(D250) == {
        "vinogradov-vladimir": 2, "kornienko-georgi": 2, "ivanov-igor": 8, "rusk-dean": 1, "thompson-llewellyn": 1,
    }  # fmt: skip
    assert in_notes(D250) == {"ivanov-igor": 1, "zipper-stephen": 1}
    assert one(D250, "//t:persName[@ref='persons.xml#rusk-dean']").text == "Dean Rusk"
    assert "P002" in encoded(D250)[2]  # "Imamv" is reported, not altered


def test_252_lists() -> None:
    lists = find(D252, "//t:body//t:list")
    assert [(e.get("type"), e.findtext("t:head", namespaces=NS)) for e in lists] == [
        ("subject", "SUBJECT"), ("participants", "PARTICIPANTS")]  # fmt: skip
    assert [words(i) for i in lists[0].findall("t:item", NS)] == ["Ivanov Case"]
    assert [words(i).split(",")[0] for i in lists[1].findall("t:item", NS)] == [
        "The Attorney General", "Mr. Walter Yeagley", "Mr. Foy D. Kohler", "Mr. Malcolm Toon"]  # fmt: skip
    assert "B001" in encoded(D252)[2]
    assert not find(D252, "//t:head/*[@type='from' or @type='to']")
    assert not find(D252, "//t:closer")


def test_252_paragraphs_and_pages() -> None:
    paragraphs = find(D252, "//t:body//t:p")
    assert len(paragraphs) == 6
    assert words(paragraphs[0]).startswith("Mr. Kohler called on the Attorney General today at 11:30")
    first, second = find(D252, "//t:body//t:pb")
    assert (first.get("n"), second.get("n")) == ("597", "598")
    assert first.getparent() is paragraphs[1]
    assert before(first).endswith("Department of ")
    assert (first.tail or "").startswith(" Justice")
    assert second.getparent().get("type") == "document"
    assert words(second.getprevious()).endswith("favorable to us.")
    assert words(second.getnext()).startswith("The Attorney General asked")


def test_252_notes() -> None:
    notes = find(D252, "//t:body//t:note")
    assert [n.get(ID) for n in notes] == [f"d252fn{n}" for n in range(1, 6)]
    assert "in 1963 and more recently" in words(find(D252, "//t:body//t:p")[1])
    assert before(notes[1]).endswith("1963")
    assert [r.get("target") for r in notes[1].findall("t:ref", NS)] == [
        "frus1961-63v05#d372", "frus1961-63v05#d374", "frus1961-63v05#d376"]  # fmt: skip
    assert before(notes[2]) == ","
    assert notes[2].getprevious().text == "Gilmour"
    assert notes[2].find("t:ref", NS).get("target") == "#d190fn2"
    assert before(notes[3]).endswith("Talking Paper,")
    assert words(notes[3]) == "Not printed."
    assert before(notes[4]).endswith("disposed of.")
    assert "‘Special Services’" in words(notes[4])
    assert one(D252, "//t:msIdentifier/t:collection").text == "Kohler Files"
    assert one(D252, "//t:msIdentifier/t:idno[@type='lot']").text == "Lot 71 D 460"
    assert [name.text for name in find(D252, "//t:msItem/t:respStmt/*")] == ["drafted by", "Toon", "approved by", "G"]
    assert one(D252, "//t:term[@type='classification']").text == "Secret"


def test_252_date_and_place_come_from_the_edition() -> None:
    date = one(D252, "//t:creation/t:date")
    assert (date.get("when"), date.get("resp")) == ("1967-10-25", "#edition")
    assert one(D252, "//t:creation/t:placeName").text == "Washington"


def test_252_mentions() -> None:
    assert in_body(D252) == {
        "kohler-foy": 14, "clark-ramsey": 16, "ivanov-igor": 12, "yeagley-j-walter": 4, "toon-malcolm": 2,
        "dobrynin-anatoly": 3, "williams-edward-bennett": 3, "barghoorn-frederick": 1, "wortham-buel": 1,
        "gilmour-craddock": 1, "rostow-walt": 1,
    }  # fmt: skip
    assert in_notes(D252) == {"kohler-foy": 5, "dobrynin-anatoly": 3, "ivanov-igor": 2, "toon-malcolm": 1}
    assert all(e.tag == f"{{{NS['t']}}}rs" for e in find(D252, "//t:body//*[@ref='persons.xml#clark-ramsey']"))


def test_33_correspondents() -> None:
    sender, recipient = one(D33, "//t:head/t:persName[@type='from']"), one(D33, "//t:head/t:persName[@type='to']")
    assert (sender.text, sender.get("ref")) == ("Haig", "persons.xml#haig-alexander")
    assert (recipient.text, recipient.get("ref")) == ("Kissinger", "persons.xml#kissinger-henry")


def test_33_blocks() -> None:
    subject = one(D33, "//t:body//t:list[@type='subject']")
    assert subject.findtext("t:head", namespaces=NS) == "SUBJECT"
    assert [words(i) for i in subject.findall("t:item", NS)] == ["Status of the Ivanov Case"]
    assert [words(p)[:11] for p in find(D33, "//t:body//t:p")] == [
        "Attached is", "The current", "My concern ", "That we do "]  # fmt: skip
    label = one(D33, "//t:body//t:label")
    assert label.text == "Recommendation"
    assert words(label.getnext()).startswith("That we do not stir")
    assert not find(D33, "//t:closer")
    pb = one(D33, "//t:body//t:pb")
    assert pb.get("n") == "131"
    assert before(pb).endswith("events ")
    assert (pb.tail or "").startswith(" of the past")
    assert "détente" in words(find(D33, "//t:body//t:p")[1])


def test_33_notes() -> None:
    notes = find(D33, "//t:body//t:note")
    assert [n.get("n") for n in notes] == ["1", "2", "3", "4", "5"]
    assert before(notes[1]).endswith(" case.")
    assert before(notes[2]).endswith("totally flabbergasted.")
    assert before(notes[3]).endswith(" visit.")
    assert "↩" not in etree.tostring(encoded(D33)[0], encoding="unicode")
    last = notes[4]
    assert (last.get("subtype"), last.get("place"), words(last)) == (
        "unanchored", "foot", "Secret; Sensitive; Outside System.")  # fmt: skip
    assert last.getparent().get("type") == "document"
    assert last.getnext() is None
    assert "N001" in encoded(D33)[2]
    identifier = one(D33, "//t:msIdentifier")
    assert identifier.findtext("t:repository", namespaces=NS) == "National Archives"
    assert identifier.findtext("t:collection", namespaces=NS) == "Nixon Presidential Materials, NSC Files"
    assert identifier.findtext("t:idno[@type='box']", namespaces=NS) == "Box 490"
    assert {e.text for e in find(D33, "//t:keywords/t:term")} >= {"Secret", "Sensitive"}


def test_33_no_date_is_invented() -> None:
    [date] = find(D33, "//t:creation/t:date")
    assert date.get("when") is None
    assert date.get("resp") == "#edition"


def test_33_mentions() -> None:
    assert in_body(D33) == {
        "haig-alexander": 1, "kissinger-henry": 1, "ivanov-igor": 3, "downey-arthur": 1, "clay-cassius": 1,
        "mitchell-john": 1, "gromyko-andrei": 1,
    }  # fmt: skip
    notes = in_notes(D33)
    assert notes["ivanov-igor"] == 6  # "Ivanoff" among them
    assert (notes["haig-alexander"], notes["kissinger-henry"], notes["sonnenfeldt-helmut"]) == (4, 4, 1)
    assert "Ivanoff" in [e.text for e in find(D33, "//t:persName[@ref='persons.xml#ivanov-igor']")]
    assert one(D33, "//t:persName[@ref='persons.xml#clay-cassius']").text == "Cassius Clay"
    tagged = {words(e) for e in find(D33, "//t:body//t:persName | //t:body//t:rs[@type='person']")}
    assert not tagged & {"State", "Justice", "Department of State"}


@pytest.mark.parametrize("stem", [D250, D252, D33])
def test_each_tag_of_the_machine_says_so(stem: str) -> None:
    tags = find(stem, "//t:body//t:persName | //t:body//t:rs[@type='person']")
    assert tags
    for element in tags:
        assert element.get("resp") == "#chancery"
        assert element.get("cert") in ("high", "medium", "low")


@pytest.mark.parametrize("stem", [D250, D252, D33])
def test_the_committed_document_is_what_its_source_gives(stem: str) -> None:
    body = encoded(stem)[0].find("t:text", NS)
    committed = etree.parse(str(ROOT / "tei" / f"{stem}.xml")).getroot().find("t:text", NS)
    assert etree.tostring(committed, method="c14n") == etree.tostring(body, method="c14n")
