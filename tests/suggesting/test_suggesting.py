"""Names taken apart, and registers proposed from whatever there is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from chancery.linking.proposal import propose
from chancery.linking.proposal.names import read_name
from chancery.model.proposal import Line, Paper, Place
from chancery.tei.proposal import write_proposal
from chancery.tei.registers import read_register
from chancery.validators import validate_document

NAMES = [
    [part.strip() for part in line.split("|")]
    for line in (Path(__file__).parent / "names.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "heading", "given"), NAMES, ids=[name[0] for name in NAMES])
def test_a_name_is_taken_apart(text: str, heading: str, given: str) -> None:
    said = read_name(text)
    assert (said.heading if said else "-") == heading
    assert " ".join(said.given if said else ()) == given


PIECES = [
    *"AJ.-,’ \n(\u00a0İß1", "Kohler", "Foy ", "F. ", "Mrs. ", "President ", "de ", "Jr.", "McGeorge ", "Bundy", "BUNDY",
    ", Ambassador", " (", ")", "Chou En-lai", "O’Neill", "Van ", "Somebody-Else",
]  # fmt: skip


def paper(chance: random.Random, number: int) -> Paper:
    lines = []
    for _ in range(6):
        text = "".join(chance.choices(PIECES, k=20))
        places = sorted(chance.sample(range(len(text) + 1), 6))
        link = chance.choice(["", "", "a", "b"])
        names = tuple((a, b, link) for a, b in zip(places[::2], places[1::2], strict=True))
        lines.append(Line(text, chance.choice(list(Place)), names))
    return Paper(f"d{number}", tuple(lines))


@pytest.mark.parametrize("seed", range(40))
def test_a_proposal_is_a_valid_register(seed: int) -> None:
    chance = random.Random(seed)
    papers = [paper(chance, n) for n in range(5)]
    proposal = propose(papers)
    data = write_proposal(proposal, "Persons")
    assert not validate_document(data, "persons.xml")
    listed = read_register(data, "persons.xml").persons
    assert [person.id for person in listed] == [person.id for person in proposal.persons]
    assert len({person.id for person in listed}) == len(listed)
    again = propose(papers)
    assert again == proposal
    said = sum(p.mentions for p in proposal.persons)
    assert said <= sum(len(line.names) for one in papers for line in one.lines)


def test_no_documents_give_an_empty_register() -> None:
    assert not validate_document(write_proposal(propose([]), "Persons"), "persons.xml")
