"""Names and the register: each case is a text file with its mentions marked.

    what the case shows, in words
    register: soviet-union          a file of registers/; "edition" is tei/persons.xml; none: no register
    date: 1967-10-25                the document's date, if the case needs one
    findings: P001 P002             codes expected, in order of the text; none if left out
    certainty: shown                the case is about certainties: `[name|id]` is of high, `[name|id|low]` of another

    head: Memorandum From A (<from>[Haig|haig-alexander]</from>) to …
    participants: Mr. [Walter Yeagley|yeagley-j-walter], …
    p: Mr. [Kohler|kohler-foy] and [Smith|] saw the {Attorney General|clark-ramsey}.

`[name|id]` is linked, `[name|]` is a name without a link and `{office|id}` an office. `<from>…</from>` is a name that
is tagged before linking. A slash is the end of a line in a signature.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from chancery.linking import linker
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Note, Span
from chancery.model.metadata import Metadata
from chancery.model.source import Source
from chancery.model.text import cut
from chancery.tei.registers import read_register
from conftest import ROOT

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.txt"))
LISTS = {"participants", "to", "from", "subject"}
MARKED = re.compile(r"\[([^\[\]|]+)\|([\w-]*)(?:\|(\w+))?\]|\{([^{}|]+)\|([\w-]+)\}|</?(?:from|to)>")
RESP = ("resp", "#chancery")


def read_case(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """A case's settings, and its blocks as (kind, marked text)."""
    title, _, rest = path.read_text("utf-8").partition("\n")
    assert title.strip(), f"{path.name} does not say what it shows"
    settings, _, text = rest.partition("\n\n")
    pairs = [line.partition(": ") for line in text.splitlines() if line.strip()]
    return dict(line.split(": ", 1) for line in settings.splitlines() if line), [(k, v) for k, _, v in pairs]


def read_block(kind: str, marked: str) -> Block:
    """A block without its marks, but for the names tagged before."""
    plain, spans, start, at = "", [], 0, 0
    for m in MARKED.finditer(marked):
        plain += marked[at : m.start()]
        at = m.end()
        if m.group() in ("<from>", "<to>"):
            start = len(plain)
        elif m.group().startswith("</"):
            spans.append(Span(start, len(plain), "persName", (("type", m.group()[2:-1]), RESP)))
        else:
            plain += m.group(1) or m.group(4)
    plain += marked[at:]
    ends = [m.start() for m in re.finditer("/", plain)] if kind == "signed" else []
    lines = tuple(Milestone(end - n, Mark.LINE) for n, end in enumerate(ends))
    text = plain.replace("/", "") if kind == "signed" else plain
    block = Block(Kind.ITEM if kind in LISTS else Kind(kind if kind != "note" else "p"), cut(text, 0, len(text)))
    return replace(block, spans=tuple(spans), milestones=lines, list_type=kind if kind in LISTS else "")


def show(block: Block, certainty: bool) -> str:
    """A block's text with the names in it marked as in a case."""
    edges: list[tuple[int, int, str]] = []
    for span in block.spans:
        said = dict(span.attributes)
        ident = said.get("ref", "").rpartition("#")[2]
        assert RESP in span.attributes
        assert "cert" in said or "type" in said
        if span.name == "rs":
            assert said["type"] == "person"
            edges += [(span.start, 1, "{"), (span.end, 0, f"|{ident}}}")]
            continue
        kind = said.get("type")
        cert = f"|{said['cert']}" if certainty and ident and said["cert"] != "high" else ""
        if kind and not ident:
            edges += [(span.start, 1, f"<{kind}>"), (span.end, 0, f"</{kind}>")]
        else:
            before, after = (f"<{kind}>", f"</{kind}>") if kind else ("", "")
            edges += [(span.start, 1, f"{before}["), (span.end, 0, f"|{ident}{cert}]{after}")]
    edges += [(m.at, 2, "/") for m in block.milestones]
    out, at = "", 0
    for offset, _, mark in sorted(edges):
        out += block.text.chars[at:offset] + mark
        at = offset
    return out + block.text.chars[at:]


def register_of(settings: dict[str, str]) -> Path | None:
    name = settings.get("register", "none")
    if name == "none":
        return None
    return ROOT / "tei" / "persons.xml" if name == "edition" else HERE / "registers" / f"{name}.xml"


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    settings, lines = read_case(path)
    file = register_of(settings)
    given = [(kind, read_block(kind, marked)) for kind, marked in lines]
    source = Source("case.txt", "case", "\n".join(b.text.chars for _, b in given))
    document = Document(
        source,
        tuple(b for kind, b in given if kind != "note"),
        tuple(Note((b,), str(n + 1)) for n, (_, b) in enumerate(x for x in given if x[0] == "note")),
        metadata=Metadata(date=settings.get("date", "")),
    )
    linked = linker(read_register(file.read_bytes(), file.name) if file else None)(document)
    blocks = [*linked.blocks, *(b for note in linked.notes for b in note.blocks)]
    shown = [show(b, settings.get("certainty") == "shown") for b in blocks]
    wanted = [m for k, m in lines if k != "note"] + [m for k, m in lines if k == "note"]
    assert shown == wanted
    assert " ".join(d.code for d in linked.diagnostics) == settings.get("findings", "")


def test_there_are_cases() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("All but Harold [Brown] agree.", "Harold [Brown]"),
        ("So does Governor [John J.] Gilligan.", "[John J.] Gilligan"),
        ("He told him [Kohler] to wait.", "Kohler"),
        ("Ask the Ambassador [Kohler].", "Kohler"),
    ],
)
def test_brackets_that_complete_a_name_are_part_of_it(text: str, name: str) -> None:
    file = HERE / "registers" / "namesakes.xml"
    document = Document(Source("x", "x", text), (Block(Kind.P, cut(text, 0, len(text))),))
    spans = linker(read_register(file.read_bytes(), file.name))(document).blocks[0].spans
    assert [text[s.start : s.end] for s in spans] == [name]
