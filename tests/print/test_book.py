"""The book of the edition: its pages, its tags, its text, its register, and that it is the same every time."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from chancery.builders.print import Book, build_book, name_book
from chancery.builders.print.typesetter import Typeset, Typesetter
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication
from conftest import ROOT, needs

FACTS = EditionFacts(title="The Ivanov Case", editors=("A. Editor",), publisher="Chancery", licence="CC0 1.0.")
EDITION = [(path.stem, path.read_bytes()) for path in sorted((ROOT / "tei").glob("*_d*.xml"))]
REGISTER = (ROOT / "tei" / "persons.xml").read_bytes()
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return build_book(Publication(FACTS, tuple(EDITION), REGISTER), tmp_path_factory.mktemp("pdf"))


@pytest.fixture(scope="module")
def pdf(book: Book) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(book.files[0]) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, str]:
    """The text of each page, by its printed number."""
    needs("pdftotext")
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", book.files[0], "-"], capture_output=True, check=True)
    texts = done.stdout.decode().split("\f")
    with pikepdf.open(book.files[0]) as opened:
        return dict(zip(labels(opened), texts, strict=False))


def labels(pdf: pikepdf.Pdf) -> list[str]:
    return [page.label for page in pdf.pages]


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """The structure elements in reading order."""
    found: list[pikepdf.Dictionary] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for part in node:  # type: ignore[attr-defined]
                walk(part)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.Root.StructTreeRoot["/K"])
    return found


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [link for page in pdf.pages for link in page.get("/Annots", []) if link["/Subtype"] == "/Link"]


def documents() -> list[etree._Element]:
    return [etree.fromstring(data).find(f".//{TEI}div[@type='document']") for _, data in EDITION]


def headings() -> list[str]:
    texts = (
        "".join(div.find(f"{TEI}head").xpath(".//text()[not(ancestor::*[local-name()='note'])]")) for div in documents()
    )
    return [" ".join(text.split()) for text in texts]


def test_the_same_input_gives_the_same_bytes(book: Book, tmp_path: Path) -> None:
    again = build_book(Publication(FACTS, tuple(EDITION), REGISTER), tmp_path)
    assert again.files[0].read_bytes() == book.files[0].read_bytes()


def test_nothing_is_odd(book: Book) -> None:
    assert book.diagnostics == ()
    assert [path.name for path in book.files] == ["the-ivanov-case.pdf"]
    assert [path.name for path in book.files[0].parent.iterdir()] == ["the-ivanov-case.pdf"]


def test_it_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    with pdf.open_metadata() as told:
        assert told["dc:title"] == FACTS.title
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "A")
    fonts = {str(font["/BaseFont"]) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert fonts
    assert all("LibertinusSerif" in font for font in fonts)


def test_headings_are_headings_without_their_notes(pdf: pikepdf.Pdf) -> None:
    titles = [str(tag.get("/T", "")) for tag in tags(pdf) if tag["/S"] == "/H1"]
    assert titles == ["Contents", "How this was encoded", *headings(), "Persons"]
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == titles


def test_notes_are_notes_and_links_lead_both_ways(pdf: pikepdf.Pdf) -> None:
    anchored = [note for div in documents() for note in div.iter(f"{TEI}note") if note.get("subtype") != "unanchored"]
    kinds = [str(tag["/S"]) for tag in tags(pdf)]
    assert kinds.count("/Note") == len(anchored) == 12
    assert {"/Title", "/TOC", "/TOCI", "/P", "/L", "/LI", "/Link"} <= set(kinds)
    there = [link for link in links(pdf) if str(link.get("/Contents", "")).startswith("Footnote ")]
    assert [str(link["/Contents"]) for link in there] == [f"Footnote {note.get('n')}" for note in anchored]
    back = [str(link["/Contents"]) for link in links(pdf) if re.fullmatch(r"\d+", str(link.get("/Contents", "")))]
    assert sorted(back) == sorted(note.get("n", "") for note in anchored)


def test_links_to_the_web_are_those_of_the_text(pdf: pikepdf.Pdf) -> None:
    addresses = {str(link["/A"]["/URI"]) for link in links(pdf) if "/A" in link}
    assert "https://history.state.gov/historicaldocuments/frus1961-63v05/d372" in addresses
    assert all(address.startswith("https://") for address in addresses)


def test_pages_are_numbered_as_in_a_book(pdf: pikepdf.Pdf) -> None:
    numbers = labels(pdf)
    front = numbers.index("1")
    assert front % 2 == 0  # page 1 is a right-hand page
    assert numbers[:front] == ["i", "ii", "iii", "iv", "v", "vi"][:front]
    assert numbers[front:] == [str(number + 1) for number in range(len(numbers) - front)]


def words(text: str) -> list[str]:
    """The words without hyphens at line ends and without punctuation."""
    joined = re.sub(r"[-\u00ad\u2010]\n", "", text)
    return [word for word in (re.sub(r"[\W_]", "", word) for word in re.split(r"[\s\u2014]+", joined)) if word]


def test_the_text_is_there_in_order(pages: dict[str, str]) -> None:
    printed = words("\n".join(text for number, text in pages.items() if number.isdigit()))
    printed = [re.sub(r"(?<=[^\W\d])\d$", "", word) for word in printed]  # the marker of a note
    written = [
        word
        for div in documents()
        for word in words("".join(div.xpath(".//text()[not(ancestor::*[local-name()='note'])]")))
    ]
    same = SequenceMatcher(None, written, printed, autojunk=False).get_matching_blocks()
    missed = len(written) - sum(block.size for block in same)
    assert missed < 10, missed  # words divided over two pages, a year with a marker


def test_notes_and_margin_pages_are_printed(pages: dict[str, str]) -> None:
    text = " ".join(" ".join(pages.values()).split())
    for part in ("Secret; Sensitive; Outside System.", "A note without a marker in the text", "595", "[Moscow]"):
        assert part in text
    for page in (page for div in documents() for page in div.iter(f"{TEI}pb")):
        assert any(re.search(rf"^{page.get('n')}$", text, re.MULTILINE) for text in pages.values())


@pytest.mark.parametrize("name", ["Gromyko", "Mitchell", "Barghoorn", "Rusk", "Zipper", "Yeagley", "Wortham", "Toon"])
def test_the_register_has_the_right_pages(pages: dict[str, str], name: str) -> None:
    start = next(number for number, text in pages.items() if number.isdigit() and re.search("^Persons$", text, re.M))
    body = {number: text for number, text in pages.items() if number.isdigit() and int(number) < int(start)}
    named = [int(number) for number, text in body.items() if name in text.replace("-\n", "")]
    rest = (text for number, text in pages.items() if number.isdigit() and number not in body)
    register = " ".join(" ".join(re.sub(r"\n\d+\s*$|^Persons$", "", text, flags=re.M) for text in rest).split())
    names = etree.fromstring(REGISTER).iterfind(f".//{TEI}persName[@type='heading']")
    entries = re.split("(?=" + "|".join(re.escape(heading.text or "") for heading in names) + ")", register)
    [entry] = [entry for entry in entries if entry.startswith(name)]
    found = re.search(r"((?:\d+(?:–\d+)?, )*\d+(?:–\d+)?)\D*$", entry)
    assert found
    assert list(numbers(found[1])) == named


def numbers(ranges: str) -> Iterator[int]:
    for part in ranges.split(", "):
        first, _, last = part.partition("–")
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Ivanov Case", "the-ivanov-case"),
        ("Élan & Co.: 'A' / B", "elan-co-a-b"),
        ("Дело", "edition"),
        ("../x", "x"),
    ],
)
def test_the_file_is_named_after_the_title(title: str, name: str) -> None:
    assert name_book(title) == name


def test_what_the_typesetter_warns_of_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Typesetter.set_book

    def set_book(typesetter: Typesetter, content: bytes) -> Typeset:
        return replace(whole(typesetter, content), warnings=("a line is too long",))

    monkeypatch.setattr(Typesetter, "set_book", set_book)
    [found] = build_book(Publication(FACTS, tuple(EDITION[:1]), REGISTER), tmp_path).diagnostics
    assert (found.code, found.message) == ("H013", "the typesetter says: a line is too long")
