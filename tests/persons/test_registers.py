"""Registers read, checked and refused."""

from __future__ import annotations

import re

import pytest

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.model.persons import FormKind
from chancery.tei.registers import read_register
from chancery.validators import read_file
from chancery.validators.registers import check_registers
from conftest import ROOT

TEI = "http://www.tei-c.org/ns/1.0"
EDITION = ROOT / "tei" / "persons.xml"


def register(*persons: str) -> bytes:
    lines = "\n".join(persons)
    return f'<listPerson xmlns="{TEI}">\n{lines}\n</listPerson>'.encode()


def person(ident: str, *names: str, more: str = "") -> str:
    return f'<person xml:id="{ident}">{"".join(f"<persName>{n}</persName>" for n in names)}{more}</person>'


def document(*targets: str) -> bytes:
    names = "".join(f'<p>\n<persName ref="{t}">A</persName></p>' for t in targets)
    return f'<TEI xmlns="{TEI}"><text><body><div>{names}</div></body></text></TEI>'.encode()


def check(files: dict[str, bytes]) -> list[Diagnostic]:
    read = [read_file(data, name).file for name, data in files.items()]
    return check_registers([file for file in read if file is not None])


def codes(files: dict[str, bytes]) -> list[str]:
    return [d.code for d in check(files)]


def test_the_edition_has_its_register() -> None:
    persons = {p.id: p for p in read_register(EDITION.read_bytes(), "persons.xml").persons}
    assert len(persons) == 24
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", ident) for ident in persons)
    assert all(p.note for p in persons.values())
    ivanov = persons["ivanov-igor"]
    assert ivanov.heading == "Ivanov, Igor A."
    assert {"Ivanov", "Ivanoff"} <= {f.text for f in ivanov.forms}
    assert not any("Imamv" in f.text for f in ivanov.forms), "a typing error is no form"
    assert {("frus1964-68v14", "p_IIA1"), ("frus1969-76v13", "p_II1"), ("people", "106451")} == set(ivanov.identifiers)
    assert ("people", "115120") in persons["clay-cassius"].identifiers
    offices = [(p.id, f) for p in persons.values() for f in p.forms if f.kind is FormKind.OFFICE]
    assert [(ident, f.text, f.start) for ident, f in offices] == [("clark-ramsey", "Attorney General", "1966-09")]


def test_the_edition_register_has_no_fault() -> None:
    assert not check({"persons.xml": EDITION.read_bytes()})


def test_a_bare_list_is_read_with_its_ids() -> None:
    read = read_register(register(person("p_KFD1", "Kohler, Foy\n  D.", more="<note>Ambassador</note>")), "v14.xml")
    assert [(p.id, p.heading, p.note, p.line) for p in read.persons] == [("p_KFD1", "Kohler, Foy D.", "Ambassador", 2)]


def test_the_heading_and_the_remark_are_known_by_their_types() -> None:
    names = '<persName type="form">Foy Kohler</persName><persName type="heading">Kohler, Foy</persName>'
    notes = '<note type="remark">not his brother</note><note>Ambassador</note>'
    read = read_register(register(f'<person xml:id="k">{names}{notes}</person>'), "r.xml").persons[0]
    assert (read.heading, [f.text for f in read.forms], read.note) == ("Kohler, Foy", ["Foy Kohler"], "Ambassador")


def test_text_after_an_element_belongs_to_the_note() -> None:
    note = "<note>Editor of <hi>Pravda</hi> from May 1966</note>"
    assert (
        read_register(register(person("k", "K", more=note)), "r.xml").persons[0].note
        == "Editor of Pravda from May 1966"
    )


def test_entries_without_id_or_name_are_left_out() -> None:
    read = read_register(register("<person/>", person("a"), person("b", "  "), person("c", "C")), "r.xml")
    assert [p.id for p in read.persons] == ["c"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "r.xml"),
        (b"Kohler, Foy", "not well-formed"),
        (b"<listPerson", "not well-formed"),
        (b"\xff\xfe\x00", "not well-formed"),
        (b"<html/>", "no person"),
        (b"<listPerson><person/></listPerson>", "no person"),
        (f'<!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/passwd">]><listPerson xmlns="{TEI}"><person xml:id="a">'
         "<persName>&e;</persName></person></listPerson>".encode(), "document type"),
        (f'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 50}">]><listPerson xmlns="{TEI}">&b;</listPerson>'
         .encode(), "document type"),
    ],
)  # fmt: skip
def test_what_is_no_register_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ChanceryError, match=words) as caught:
        read_register(data, "r.xml")
    assert "r.xml" in caught.value.message


def test_a_register_may_be_empty() -> None:
    assert read_register(register(), "r.xml").persons == ()


@pytest.mark.parametrize("same", ["name", "form", "idno"])
def test_two_entries_of_one_person(same: str) -> None:
    idno = '<idno type="people">107327</idno>'
    first = person("kohler-foy", "Kohler, Foy D.", "Foy D. Kohler", more=idno if same == "idno" else "")
    other = {
        "name": person("kohler-f", "kohler, Foy D."),
        "form": person("kohler-f", "Kohler, Foy", "Foy D. Kohler"),
        "idno": person("kohler-f", "Kohler", more=idno),
    }[same]
    found = check({"r.xml": register(first, other)})
    assert [(d.code, d.line) for d in found] == [("P003", 3)]
    assert "kohler-f and kohler-foy (line 2)" in found[0].message


def test_an_entry_that_nobody_uses_and_a_link_to_nobody() -> None:
    links = document("persons.xml#a", "persons.xml#c")
    files = {"tei/persons.xml": register(person("a", "A"), person("b", "B")), "tei/d1.xml": links}
    found = [(d.code, d.file, d.line) for d in check(files)]
    assert found == [("P005", "tei/d1.xml", 2 + 1), ("P004", "tei/persons.xml", 3)]


def test_without_documents_nobody_is_unused() -> None:
    assert codes({"persons.xml": register(person("a", "A"))}) == []


def test_links_to_another_register_are_not_judged_by_this_one() -> None:
    assert codes({"persons.xml": register(person("a", "A")), "d.xml": document("others.xml#z", "persons.xml#a")}) == []


def test_a_form_that_means_two_persons_at_one_time() -> None:
    def office(ident: str, start: str, end: str) -> str:
        dates = f' from="{start}" to="{end}"' if start else ""
        form = f'<persName type="office"{dates}>Attorney General</persName>'
        return f'<person xml:id="{ident}"><persName>{ident}, A.</persName>{form}</person>'

    clark = office("clark", "1966-09", "1968")
    assert codes({"r.xml": register(clark, office("mitchell", "1969", "1972"))}) == []
    assert codes({"r.xml": register(clark, office("mitchell", "1968-11", "1972"))}) == ["P006"]
    assert codes({"r.xml": register(office("clark", "", ""), office("mitchell", "1969", "1972"))}) == ["P006"]


def test_files_that_are_not_xml_are_left_to_others() -> None:
    assert codes({"d.xml": b"<TEI", "e.xml": b"", "persons.xml": register(person("a", "A"))}) == []
