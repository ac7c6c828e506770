"""Documents that are hard to print: each case of cases/ becomes a book, and what was done to it is said."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from chancery.builders.print import Book, build_book
from chancery.diagnostics import ChanceryError
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication
from conftest import ROOT, needs

HERE = Path(__file__).parent
FACTS = EditionFacts(title='#panic("title")', language="x-none")
REGISTER = (ROOT / "tei" / "persons.xml").read_bytes()
CASES = {  # case: the codes it gives
    "constructs": set(),
    "empty-heading": set(),
    "hostile": {"H012"},
    "long-notes": set(),
    "nested": {"H010", "H011"},
    "nothing": set(),
}


HOSTILE = (
    '#eval("x") #import "@preview/x:0.1.0" $ \\ @ref <label> <script>alert(1)</script> // /* = - + `raw` ~ http:',
    "'single' \"double\" -- --- ...",
    '#panic("note")',
    "[U+4E2D][U+6587] [U+E000] [U+1F600] end.",
)


def make(name: str, folder: Path) -> Book:
    return build_book(Publication(FACTS, ((name, (HERE / "cases" / f"{name}.xml").read_bytes()),), REGISTER), folder)


def text_of(book: Book) -> str:
    needs("pdftotext")
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", book.files[0], "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_every_case_has_its_row() -> None:
    assert {path.stem for path in (HERE / "cases").iterdir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_hard_document_becomes_a_book(name: str, tmp_path: Path) -> None:
    book = make(name, tmp_path)
    assert {found.code for found in book.diagnostics} == CASES[name]
    assert all(found.file == f"{name}.xml" for found in book.diagnostics)
    with pikepdf.open(book.files[0]) as pdf:
        assert pdf.docinfo["/Title"] == FACTS.title


def test_hostile_text_is_text(tmp_path: Path) -> None:
    book = make("hostile", tmp_path)
    text = text_of(book)
    for part in HOSTILE:
        assert part.replace(" ", "") in text.replace(" ", "")  # a line may end anywhere
    with pikepdf.open(book.files[0]) as pdf:
        targets = [str(link.get("/A", {}).get("/URI", "")) for page in pdf.pages for link in page.get("/Annots", [])]
    assert not [target for target in targets if target and not target.startswith("https://")]


def test_constructs_are_printed(tmp_path: Path) -> None:
    text = text_of(make("constructs", tmp_path))
    for part in ("611.94/2–1752: Telegram 700. Every construct shown", "SUBJECT", "Mr. Deeper", "begins in a word",
                 "Imamv [Imam], [added], [illegible]", "and the sentence goes on.", "bullet two", "wide",
                 "[Figure: A map]", "Sincerely, A. Haig Second Signer", "Nobody knows where."):  # fmt: skip
        assert part in text


def test_a_long_note_follows_its_heading(tmp_path: Path) -> None:
    text = text_of(make("long-notes", tmp_path))
    assert text.rindex("703. Long notes") < text.index("Source: The note goes on")
    assert text.count("The note goes on and does not end") > 280  # of 290; a page may end in one
    assert all(f"Note {number}." in text for number in range(3, 63))


def test_what_is_nested_too_deep_keeps_its_text(tmp_path: Path) -> None:
    text = text_of(make("nested", tmp_path))
    assert all(text.count(f"core{number}") == 1 for number in range(8))


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<TEI", "broken.xml"), (b"<!DOCTYPE x><x/>", "broken.xml"), (b"<x>" * 150 + b"</x>" * 150, "broken.xml")],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(ChanceryError, match=words):
        build_book(Publication(FACTS, (("broken", data),), None), tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_edition_without_documents_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(ChanceryError, match="no document"):
        build_book(Publication(FACTS, (), None), tmp_path)


def test_a_book_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where a folder is wanted")
    with pytest.raises(ChanceryError, match="cannot be written"):
        make("nothing", tmp_path / "out")


def test_headings_inside_a_document_are_below_its_own(tmp_path: Path) -> None:
    with pikepdf.open(make("constructs", tmp_path).files[0]) as pdf:
        kinds = [str(item["/S"]) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    assert (kinds.count("/H1"), kinds.count("/H2")) == (4, 1)
    assert {"/Table", "/TH", "/BlockQuote"} <= set(kinds)
