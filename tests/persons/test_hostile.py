"""Whatever the text and the register are: no traceback, the text untouched, and no tag across another."""

from __future__ import annotations

import pickle
import random

import pytest

from chancery.linking import linker
from chancery.model.document import Block, Document, Kind, Mark, Milestone, Span
from chancery.model.persons import FormKind, NameForm, Person, Register
from chancery.model.source import Source
from chancery.model.text import cut
from chancery.tei.inline import nest

PIECES = [
    *"AZaz.,;:()[]-–—/'’“”\n\u00a0\u2028\u0301߷ǅß", " ", " ", "Mr. ", "General ", "the ", "Attorney General",
    "Kohler", "KOHLER", "Foy D. ", "F.D.", "de Gaulle", "Chou En-lai", "Sir ", "’s", "Jr.", "II", "K: ", "O’Neill", "İ",
    "ﬁ", "𝔘x",
]  # fmt: skip
HEADINGS = [
    "Kohler, Foy D.", "Kohler", ",", "(", "de Gaulle, Charles", "Chou En-lai", "O’Neill, Tip “Tip,”", "A, B, C (D, E)",
    "Foy, Jr.", "General", "Prince", "II", "–", "ﬁ, ß", "Smith, Sir John (Smythe)", "ǅ, ǅ", "Nguyen Van Thieu",
]  # fmt: skip
NOTES = ["", "General", "President of the United States", "from March 1966–1968; thereafter", "–1966–"]


def someone(chance: random.Random, number: int) -> Person:
    kind = chance.choice(list(FormKind))
    start, end = chance.choice(["", "1966", "x"]), chance.choice(["", "1968-02"])
    form = NameForm(chance.choice(PIECES + HEADINGS), kind, start, end)
    return Person(f"p{number}", chance.choice(HEADINGS), (form,), chance.choice(NOTES))


def document(chance: random.Random) -> Document:
    blocks = []
    for kind in (Kind.HEAD, Kind.P, Kind.ITEM, Kind.SIGNED, Kind.P):
        text = "".join(chance.choices(PIECES, k=chance.randint(0, 60)))
        places = sorted(chance.sample(range(len(text) + 1), min(4, len(text) + 1)))
        spans = tuple(Span(a, b, chance.choice(["persName", "orgName", "ref", "date"]))
                      for a, b in zip(places[::2], places[1::2], strict=False))  # fmt: skip
        marks = tuple(Milestone(at, chance.choice(list(Mark))) for at in places)
        blocks.append(Block(kind, cut(text, 0, len(text)), spans, marks, list_type="participants"))
    return Document(Source("x", "x", "".join(b.text.chars for b in blocks)), tuple(blocks))


@pytest.mark.parametrize("seed", range(150))
def test_anything_goes_in(seed: int) -> None:
    chance = random.Random(seed)
    persons = tuple(someone(chance, n) for n in range(chance.randint(0, 12)))
    link = pickle.loads(pickle.dumps(linker(Register(persons) if persons else None)))
    before = document(chance)
    after = link(before)
    for old, new in zip(before.blocks, after.blocks, strict=True):
        assert (new.text, new.milestones, new.kind) == (old.text, old.milestones, old.kind)
        assert not nest(new.spans).crossing
        assert len(set(new.spans)) == len(new.spans)
        assert all(0 <= s.start < s.end <= len(new.text) for s in new.spans)
        assert [(s.start, s.end) for s in old.spans] == [
            (s.start, s.end) for s in new.spans if s not in set(new.spans) - set(old.spans) or touched(s, old)
        ]


def touched(span: Span, old: Block) -> bool:
    """Whether a new span is an old name with a link."""
    return any((s.start, s.end, s.name) == (span.start, span.end, span.name) for s in old.spans)


def test_linking_again_changes_nothing() -> None:
    register = Register((Person("k", "Kohler, Foy D."),))
    text = "Mr. Kohler and Mr. Smith, then Kohler."
    once = linker(register)(Document(Source("x", "x", text), (Block(Kind.P, cut(text, 0, len(text))),)))
    assert linker(register)(once).blocks == once.blocks
