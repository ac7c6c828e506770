"""Saved pages: damaged ones are encoded whole, hostile ones in good time, and no sentence is lost as frame."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from random import Random
from time import process_time

import pytest

from chancery.model.ledger import FURNITURE, Reason
from chancery.model.metadata import UNKNOWN, EditionFacts
from chancery.model.source import Source
from chancery.pipeline import encode, stages
from chancery.readers import html, recognise
from chancery.tei.header import Paths

PAGES = sorted((Path(__file__).parent / "cases").glob("*/*.html"))
JUNK = (
    "<", ">", '"', "'", "&", "&amp", "&#", "</p>", "<p>", "<table>", "</table>", "<td>", "<tr>", "<caption>", "<li>",
    "<ol>", "</ol>", "<!--", "-->", "<sup>1</sup>", '<a href="#fn1">1</a>', "<h2>", "</div>", "<div>", "<br>", "\0",
    "\u2028", "\r", "\ufeff", "<script>", "</script>", '<aside id="fn1">', "[Page 3]", "<![CDATA[", "]]>", "<i>",
    "</i>", "<pre>", "<main>", "<nav>", "<title>", "<dl><dd>", "<header>", '<div class="tei-closer">',
    '<div class="tei-signed">', '<div class="tei-dateline">', '<ul class="footnotes">', "<select>",
    "<a name=1></a>", '<td rowspan="2">',
)  # fmt: skip
START = "<!doctype html><h1>1. Editorial Note</h1>"
MANY = 2000
HOSTILE = {
    "tags-without-end": "<a " * 50000,
    "quotes-without-end": '<a x="' * 30000,
    "comments-without-end": "<!--" * 30000,
    "scripts-without-end": "<script>" * 10000,
    "deep": "<div>" * 20000 + "text",
    "bold": "<p>" + "<b>" * 10000 + "text",
    "attributes": "<a" + " b=c" * 50000 + ">t</a>",
    "long-attribute": '<a x="' + "y" * 500000 + '">t</a>',
    "blanks": "<p>" + " " * 200000 + "x",
    "references": "<p>&" + "a" * 100000 + "&#" + "9" * 100000,
    "notes": "".join(f'<p>t<a href="#n{n}">{n}</a></p>' for n in range(MANY))
    + "<ol>" + "".join(f'<li id="n{n}">note {n}</li>' for n in range(MANY)) + "</ol>",
    "tables": "<table><tr><td>a<td>" * MANY,
    "lists": "<ul><li>a" * MANY,
}  # fmt: skip


def damage(text: str, rng: Random) -> str:
    """Put tags and pieces of the text itself into it, and take pieces out."""
    for _ in range(rng.randint(1, 10)):
        at, start = rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)
        piece = rng.choice((rng.choice(JUNK), text[start : start + 150], ""))
        text = text[:at] + piece + text[at + (0 if piece else rng.randint(1, 200)) :]
    return text


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_page_is_encoded_whole(seed: int) -> None:
    rng = Random(seed)
    for _ in range(20):
        text = START[:15] + damage(rng.choice(PAGES).read_bytes().decode(), rng)
        encoded = encode(Source("x.html", "x_d1", text), UNKNOWN, EditionFacts(), Paths(), stages(None))
        assert encoded.data, (encoded.diagnostics, text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_good_time(name: str) -> None:
    before = process_time()
    document = html.read(Source("x.html", "x_d1", START + HOSTILE[name]))
    assert document.blocks
    assert process_time() - before < 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_page_is_known_from_its_text(page: Path) -> None:
    assert recognise(page.read_bytes().decode()).name == "html"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_what_is_left_out_is_no_sentence_of_the_document(page: Path) -> None:
    text = page.read_bytes().decode()
    document = html.read(Source(page.name, page.stem, text))
    told = "".join(d.message for d in document.diagnostics if d.code == "S008")
    for entry in document.ledger:
        words = " ".join(unescape(re.sub(r"<[^>]*>", " ", text[entry.start : entry.end])).split())
        says_so = FURNITURE.match(text, entry.start)  # the page itself calls it its frame
        if (
            entry.reason in (Reason.FRAME, Reason.OUTSIDE)
            and not says_so
            and re.search(r"(\S+ ){5,}\S*[.!?]( |$)", words)
        ):
            assert words[:40] in told
