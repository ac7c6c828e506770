"""The book among the pages: linked where it was typeset, at the place where the document begins."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pytest
from lxml import html

from chancery.edition import load_edition
from chancery.publishing import Output, publish, read_publication
from conftest import ROOT

PAGE = "frus1964-68v14_d250.html"


def build(folder: Path, *names: str) -> list[Output]:
    edition, _ = load_edition(folder)
    return list(publish(edition, names, read_publication(edition)[0]))


def links(folder: Path) -> list[str]:
    return html.parse(folder / "build" / "html" / PAGE).xpath("//section[@class='files']//a/@href")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (tmp_path / "sources").mkdir()
    shutil.copy(ROOT / "edition.toml", tmp_path)
    return tmp_path


def test_the_book_is_linked_where_there_is_one(folder: Path) -> None:
    build(folder, "html")
    assert [link.rpartition(".")[2] for link in links(folder)] == ["txt", "xml", "html"]
    assert [output.name for output in build(folder, "html", "pdf")] == ["pdf", "html"]
    book, _, place = links(folder)[-1].partition("#nameddest=")
    assert (folder / "build" / "html" / book).read_bytes() == (folder / "build" / "pdf" / book).read_bytes()
    with pikepdf.open(folder / "build" / "html" / book) as pdf:
        assert unquote(place) in pikepdf.NameTree(pdf.Root.Names.Dests)
    assert not any(output.fresh for output in build(folder, "html", "pdf"))


def test_an_edition_that_makes_no_book_any_more_links_none(folder: Path) -> None:
    build(folder, "html", "pdf")
    settings = folder / "edition.toml"
    settings.write_text(settings.read_text("utf-8").replace('["html", "pdf"]', '["html"]'), "utf-8")
    build(folder, "html")
    assert not any(".pdf" in link for link in links(folder))
    assert not list((folder / "build" / "html").glob("*.pdf"))
