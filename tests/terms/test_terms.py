"""Terms and abbreviations: each case is a text file with its terms marked, held against terms.xml here.

    what the case shows, in words

    p: The [CIA|cia] and [Sov|sov|medium] policy.
    to: [G|g|medium] – Mr. <persName>Kohler</persName>

`[term|id]` is tagged with high certainty, `[term|id|medium]` with another; `<name>…</name>` was tagged before.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from chancery.diagnostics import ChanceryError
from chancery.linking import term_tagger
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Note, Span
from chancery.model.source import Source
from chancery.model.terms import Term, Terms
from chancery.model.text import cut
from chancery.tei.inline import nest
from chancery.tei.terms import read_terms
from conftest import shared

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.txt"))
REGISTER = read_terms((HERE / "terms.xml").read_bytes(), "terms.xml")
LISTS = {"participants", "to"}
MARKED = re.compile(r"\[([^\[\]|]+)\|[\w-]+(?:\|\w+)?\]|<(/?)(\w+)>")


def read_block(kind: str, marked: str) -> Block:
    """A block without its marks, but for what was tagged before."""
    plain, spans, start, at = "", [], 0, 0
    for m in MARKED.finditer(marked):
        plain += marked[at : m.start()] + (m[1] or "")
        at = m.end()
        if m[3] and m[2]:
            spans.append(Span(start, len(plain), m[3]))
        elif m[3]:
            start = len(plain)
    plain += marked[at:]
    block = Block(Kind.ITEM if kind in LISTS else Kind.P, cut(plain, 0, len(plain)), tuple(spans))
    return replace(block, list_type=kind if kind in LISTS else "")


def show(block: Block) -> str:
    """A block's text with its terms marked as in a case."""
    edges: list[tuple[int, str]] = []
    for span in block.spans:
        said = dict(span.attributes)
        if span.name == "term":
            assert said["resp"] == "#chancery"
            cert = "" if said["cert"] == "high" else f"|{said['cert']}"
            edges += [(span.start, "["), (span.end, f"|{said['ref'].removeprefix('terms.xml#')}{cert}]")]
        else:
            edges += [(span.start, f"<{span.name}>"), (span.end, f"</{span.name}>")]
    out, at = "", 0
    for offset, mark in sorted(edges, key=lambda edge: edge[0]):
        out += block.text.chars[at:offset] + mark
        at = offset
    return out + block.text.chars[at:]


def tag(*blocks: Block, notes: tuple[Note, ...] = (), register: Terms | None = REGISTER) -> Document:
    return term_tagger(register)(Document(Source("x", "x", ""), blocks, notes))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    title, _, text = path.read_text("utf-8").partition("\n\n")
    assert title.strip(), f"{path.name} does not say what it shows"
    lines = [line.partition(": ")[::2] for line in text.splitlines() if line.strip()]
    assert lines
    for kind, marked in lines:
        block = read_block(kind, marked)
        assert show(block) == re.sub(r"\[([^\[\]|]+)\|[^\]]*\]", r"\1", marked)
        document = tag(notes=(Note((block,), "1"),)) if kind == "note" else tag(block)
        assert show(document.notes[0].blocks[0] if kind == "note" else document.blocks[0]) == marked


def test_there_are_cases() -> None:
    assert len(CASES) > 5


def test_without_a_register_nothing_is_tagged() -> None:
    block = read_block("p", "The CIA")
    assert tag(block, register=None).blocks == (block,)


def test_an_official_volume_has_its_list_read() -> None:
    read = {term.id: term for term in read_terms(shared("volumes/frus1964-68v14.xml").read_bytes(), "v.xml").terms}
    assert len(read) == 134
    assert read["t_ABM1"] == Term("t_ABM1", ("ABM",), "anti-ballistic missile")
    assert read["t_SOV1"].gloss.startswith("Soviet; Office of Soviet Union Affairs")


def test_a_list_inside_lists_is_read() -> None:
    entry = '<item><hi rend="strong"><term xml:id="t_A_1">A, a,</term></hi> the letter <hi>A</hi> itself</item>'
    data = f'<list xmlns="http://www.tei-c.org/ns/1.0"><item><list>{entry}</list></item></list>'.encode()
    assert read_terms(data, "t.xml").terms == (Term("t_A_1", ("A", "a"), "the letter A itself"),)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "t.xml"), (b"<list", "not well-formed"), (b"<html/>", "no term"), (b"<!DOCTYPE a><a/>", "document type")],
)
def test_what_is_no_register_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ChanceryError, match=words):
        read_terms(data, "t.xml")


PIECES = [
    *"AGKPSaz.,;()–-/'’_1 \n\u00a0İß", "CIA", "US", " US ", "S/S–I", "S/S", "Sovs", "U.N.", "U.", "EUR/", "EUR/SOV",
    "Cleared by ", " and ", ", ", "K said", "reftel",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_anything_goes_in(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices(PIECES, k=60))
    places = sorted(chance.sample(range(len(text)), 8))
    names = ["persName", "ref", "hi", "orgName"]
    spans = tuple(
        Span(a, b, chance.choice(names))
        for a, b in zip(places[::2], places[1::2], strict=True)
        if chance.random() > 0.5
    )
    marks = tuple(Milestone(at, chance.choice([Mark.NOTE, Mark.LINE, Mark.PAGE])) for at in places)
    before = Block(chance.choice([Kind.P, Kind.HEAD, Kind.ITEM]), cut(text, 0, len(text)), spans, marks)
    after = tag(before).blocks[0]
    assert (after.text, after.milestones) == (before.text, before.milestones)
    assert set(before.spans) <= set(after.spans)
    assert not nest(after.spans).crossing
    assert tag(after).blocks[0] == after
