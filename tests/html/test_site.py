"""The site as a whole: its files, its links, its speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_edition import FACTS, REGISTER, Built, build_once, documents, find_broken_links
from lxml import etree

from chancery.builders.site import build_site, make_pages
from chancery.diagnostics import ChanceryError
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication


@pytest.fixture(scope="module")
def built() -> Built:
    return build_once()


def test_no_internal_link_is_broken_and_no_id_is_there_twice(built: Built) -> None:
    assert find_broken_links(built) == []


def test_nothing_is_loaded_from_elsewhere(built: Built) -> None:
    for path in built.folder.glob("*.html"):
        page = built.page(path.name)
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        assert set(loaded) <= {"edition.css", "edition.js", "edition.svg", "search.js", "tables.js"}
    style = (built.folder / "edition.css").read_text("utf-8")
    assert "http" not in style
    assert "@import" not in style
    assert sum(f.stat().st_size for f in (built.folder / "fonts").glob("*.woff2")) < 150_000
    assert (built.folder / "fonts" / "OFL.txt").is_file()


def test_the_same_input_gives_the_same_bytes(built: Built) -> None:
    pages = make_pages(Publication(FACTS, tuple(documents()), REGISTER)).made
    assert all((built.folder / name).read_bytes() == data for name, data in pages.items())


def test_stale_files_go_and_other_files_stay(tmp_path: Path) -> None:
    build_site(Publication(FACTS, tuple(documents()[:2]), REGISTER), tmp_path)
    (tmp_path / "mine.html").write_text("kept")
    listed = tmp_path / ".chancery-files"
    listed.write_text(listed.read_text("utf-8") + "../outside.txt\n")
    (tmp_path.parent / "outside.txt").write_text("kept")
    build_site(Publication(FACTS, tuple(documents()[:1]), REGISTER), tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"mine.html", "frus1964-68v14_d250.html"} <= names
    assert not any("d252" in name for name in names)
    assert (tmp_path.parent / "outside.txt").is_file()


@pytest.mark.parametrize("stem", ["../d1", "index", "Persons", "", "con", "d<1", ".d1"])
def test_a_document_whose_name_cannot_be_an_address_is_left_out(stem: str, tmp_path: Path) -> None:
    good = documents()[0]
    site = build_site(
        Publication(
            FACTS,
            (
                (stem, good[1]),
                good,
            ),
            None,
        ),
        tmp_path / "out",
    )
    assert [d.code for d in site.diagnostics] == ["H002"]
    assert (tmp_path / "out" / f"{good[0]}.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out.json", "out"]


def test_a_name_that_is_no_address_is_made_one(tmp_path: Path) -> None:
    (stem, data), *_ = documents()
    site = build_site(Publication(FACTS, (("Brief an Jürgen", data), (stem, data)), None), tmp_path / "out")
    assert not [found for found in site.diagnostics if found.code == "H002"]
    assert (tmp_path / "out" / "Brief-an-Juergen.html").is_file()
    assert (tmp_path / "out" / "Brief-an-Juergen.xml").is_file()


def test_two_names_that_become_one_give_one_page(tmp_path: Path) -> None:
    (_, data), *_ = documents()
    site = build_site(Publication(FACTS, (("a b", data), ("a-b", data)), None), tmp_path / "out")
    assert [(found.code, found.file) for found in site.diagnostics] == [("H002", "a-b.xml")]


DEEP = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">' + b"<div>" * 1500 + b"</div>" * 1500 + b"</TEI>"


ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize("data", [DEEP, ENTITY, b"", b"<TEI>", b"<a/>", b"\xff\xfe"])
def test_a_document_that_cannot_be_read_stops_no_other(data: bytes, tmp_path: Path) -> None:
    site = build_site(
        Publication(
            FACTS,
            (
                ("broken", data),
                *documents(),
            ),
            REGISTER,
        ),
        tmp_path,
    )
    assert [d.file for d in site.diagnostics if d.code == "H002"] == ["broken.xml"]
    assert not any("broken.xml" in d.message for d in site.diagnostics)
    assert not (tmp_path / "broken.html").exists()


def test_an_empty_edition_and_one_without_a_register_have_a_first_page(tmp_path: Path) -> None:
    site = build_site(Publication(EditionFacts(), (), None), tmp_path)
    assert "0 documents." in (tmp_path / "index.html").read_text("utf-8")
    assert not (tmp_path / "persons.html").exists()
    assert not site.diagnostics


def test_a_bad_register_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ChanceryError, match=r"persons\.xml"):
        build_site(Publication(FACTS, tuple(documents()), b"<TEI"), tmp_path)


def test_a_bare_document_has_a_page(tmp_path: Path) -> None:
    text = b"<text><body><p>Only text.<note>And a note.</note></p></body></text>"
    bare = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">' + text + b"</TEI>"
    site = build_site(Publication(FACTS, (("bare", bare),), REGISTER), tmp_path)
    assert not site.diagnostics
    page = (tmp_path / "bare.html").read_text("utf-8")
    assert 'id="barep1"' in page
    assert 'id="barefn1"' in page


def test_the_encoded_files_do_nothing_in_a_browser(tmp_path: Path) -> None:
    sheet = b'<?xml-stylesheet href="https://elsewhere.example/x.xsl" type="text/xsl"?>'
    script = b'<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'
    data = documents()[0][1]
    build_site(
        Publication(
            FACTS,
            (
                ("plain", data),
                ("lively", data.replace(b"<TEI", sheet + b"<TEI", 1)),
            ),
            REGISTER,
        ),
        tmp_path,
    )
    build_site(Publication(FACTS, (("script", data.replace(b"</p>", script + b"</p>", 1)),), REGISTER), tmp_path / "b")
    assert (tmp_path / "plain.xml").read_bytes() == data
    assert b"xml-stylesheet" not in (tmp_path / "lively.xml").read_bytes()
    copy = etree.parse(tmp_path / "b" / "script.xml")
    assert [etree.QName(el).namespace for el in copy.iter("{*}script")] == ["urn:chancery:inert"]


def test_hundreds_of_documents_are_built(tmp_path: Path) -> None:
    data = documents()[1][1]
    many = [(f"frus1964-68v14_d{n}", data.replace(b"d252", b"d%d" % n)) for n in range(200)]
    done: list[int] = []
    site = build_site(Publication(FACTS, tuple(many), REGISTER), tmp_path, done.append)
    assert done[-1] == 200
    assert not site.diagnostics
