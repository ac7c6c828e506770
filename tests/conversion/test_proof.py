"""The proof finds whatever was done to the TEI or to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

from chancery.annotators import ANNOTATORS
from chancery.model.ledger import Entry, Reason
from chancery.model.metadata import EditionFacts
from chancery.model.source import Source
from chancery.model.text import Run
from chancery.readers import read
from chancery.tei import writer
from chancery.tei.header import Paths
from chancery.tei.proof import prove
from chancery.tei.tree import TEI
from conftest import ROOT

TEXT = """\ufeff7. Telegram From the Embassy in France to the Department of State1

Paris, March 3, 1962.

PARTICIPANTS

  • The Secretary
    • his interpreter
  • Mr. Couve

The talk2 went on about Ber[Page 9]lin and

[Page 10]

all that was said of it in 19613 by Dean Rusk.

Sincerely,

James Gavin
Ambassador

P.S. Abandon nothing.

  1. Source: Department of State, Central Files, 611.41/3–1462. Secret.
  2. Not printed.
  3. See Document 5.
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What the proof is given."""

    root: etree._Element
    runs: tuple[Run, ...]
    ledger: tuple[Entry, ...]
    source: str

    def prove(self) -> str:
        return prove(self.root, self.runs, self.ledger, self.source)


def write(text: str, monkeypatch: pytest.MonkeyPatch) -> Written:
    """What the writer hands to the proof."""
    handed: list[Written] = []

    def keep(*given: object) -> str:
        root, runs, ledger, source = given
        assert isinstance(root, etree._Element)
        assert isinstance(runs, list)
        assert isinstance(ledger, tuple)
        assert isinstance(source, str)
        handed.append(Written(root, tuple(runs), ledger, source))
        return ""

    monkeypatch.setattr(writer, "prove", keep)
    document = read(Source("v1_d7.txt", "v1_d7", text))
    for _, annotate in ANNOTATORS:
        document = annotate(document)
    writer.write_tei(document, EditionFacts(), Paths())
    return handed[0]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    return write(TEXT, monkeypatch)


def first(root: etree._Element, name: str, within: str = "body") -> etree._Element:
    """The first element of a name in the first of another name in the body."""
    body = next(root.iter(TEI + "body"))
    return next(next(body.iter(TEI + within)).iter(TEI + name))


def test_the_proof_holds(written: Written) -> None:
    assert written.prove() == ""


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*.txt")), ids=lambda path: path.stem)
def test_the_proof_finds_any_character_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of a real document in turn: a character lost, doubled, changed, two exchanged."""
    written = write(path.read_bytes().decode(), monkeypatch)
    assert written.prove() == ""
    for element in first(written.root, "div").iter():
        for side in ("text", "tail"):
            said = getattr(element, side) or ""
            if said.strip():
                for wrong in wrongs(said, len(said) // 2):
                    setattr(element, side, wrong)
                    assert written.prove(), (element.tag, side, wrong)
                setattr(element, side, said)
    assert written.prove() == ""


def wrongs(said: str, at: int) -> Iterator[str]:
    """A text with one character lost, doubled, changed, and put elsewhere."""
    yield said[:at] + said[at + 1 :]
    yield said[:at] + said[at] + said[at:]
    yield said[:at] + "¿" + said[at + 1 :]
    if said[at:] != said[at] * (len(said) - at):
        yield said[:at] + said[at + 1 :] + said[at]


def drop_break(root: etree._Element) -> None:
    """A line break, its two lines become one."""
    signed, lb = first(root, "signed"), first(root, "lb")
    signed.text = (signed.text or "") + (lb.tail or "")
    signed.remove(lb)


def split_words(root: etree._Element) -> None:
    """The end of one block at the start of the next: the text of the whole stays the same."""
    valediction, signed = first(root, "salute", "closer"), first(root, "signed")
    said = valediction.text or ""
    valediction.text, signed.text = said[:-3], said[-3:] + (signed.text or "")


def after_note(root: etree._Element) -> None:
    """What follows a note in a paragraph in a paragraph of its own."""
    note = first(root, "note", "p")
    new = etree.Element(TEI + "p")
    new.text, note.tail = note.tail, None
    new.extend(list(note.itersiblings()))
    first(root, "p").addnext(new)


def move_page(root: etree._Element) -> None:
    """A page break some letters further."""
    note, pb = first(root, "note", "p"), first(root, "pb")
    said = pb.tail or ""
    note.tail, pb.tail = (note.tail or "") + said[:2], said[2:]


def move_note(root: etree._Element) -> None:
    """A note one word back."""
    paragraph, note = first(root, "p"), first(root, "note", "p")
    paragraph.text, note.tail = "The ", "talk" + (note.tail or "")


def swap_items(root: etree._Element) -> None:
    items = [element for element in first(root, "list").iter(TEI + "item") if not len(element)]
    items[0].text, items[1].text = items[1].text, items[0].text


@pytest.mark.parametrize("tamper", [drop_break, split_words, after_note, move_page, move_note, swap_items])
def test_the_proof_finds_what_was_moved(tamper: Callable[[etree._Element], None], written: Written) -> None:
    tamper(written.root)
    assert written.prove()


def test_text_and_record_moved_together_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two paragraphs exchanged before they are written: text and record agree, the source does not."""
    document = read(Source("v1_d7.txt", "v1_d7", "7. A\n\nOne is here.\n\nTwo is there.\n\nThree.\n"))
    for _, annotate in ANNOTATORS:
        document = annotate(document)
    head, one, two, three = document.blocks
    assert writer.write_tei(document, EditionFacts(), Paths()).data
    moved = replace(document, blocks=(head, two, one, three))
    found = writer.write_tei(moved, EditionFacts(), Paths())
    assert not found.data
    assert [d.code for d in found.diagnostics] == ["W001"]


def entry_of(written: Written, reason: Reason) -> int:
    return next(n for n, entry in enumerate(written.ledger) if entry.reason is reason)


@pytest.mark.parametrize("reason", [Reason.BULLET, Reason.NOTE_MARKER, Reason.NOTE_NUMBER, Reason.PAGE_BREAK])
def test_a_wrong_reason_is_found(reason: Reason, written: Written) -> None:
    at = entry_of(written, reason)
    wrong = replace(written.ledger[at], reason=Reason.BLANK)
    assert replace(written, ledger=(*written.ledger[:at], wrong, *written.ledger[at + 1 :])).prove()


@pytest.mark.parametrize("reason", [Reason.BYTE_ORDER_MARK, Reason.BLANK, Reason.LINE_BREAK, Reason.NOTE_MARKER])
def test_a_gap_or_overlap_in_the_ledger_is_found(reason: Reason, written: Written) -> None:
    at = entry_of(written, reason)
    entry = written.ledger[at]
    rest = (*written.ledger[:at], *written.ledger[at + 1 :])
    assert replace(written, ledger=rest).prove()
    assert replace(written, ledger=(*written.ledger, entry)).prove()
    longer = replace(entry, end=entry.end + 1)
    assert replace(written, ledger=(*rest, longer)).prove()


def test_text_lost_with_its_record_is_found(written: Written) -> None:
    paragraph = first(written.root, "p", "postscript")
    said, paragraph.text = paragraph.text, None
    runs = tuple(run for run in written.runs if written.source[run.start : run.end] != said)
    assert len(runs) == len(written.runs) - 1
    assert "lost" in replace(written, runs=runs).prove()
