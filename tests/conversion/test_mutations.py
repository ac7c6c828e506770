"""Damaged sources: whatever is done to a text, it is encoded, the proof holds and the result is valid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from chancery.model.metadata import UNKNOWN, EditionFacts
from chancery.model.source import Source
from chancery.pipeline import Stage, encode, stages
from chancery.tei.header import Paths
from chancery.tei.registers import read_register
from conftest import ROOT

SOURCES = sorted([*(ROOT / "sources").glob("*.txt"), *(Path(__file__).parent / "cases").glob("*/*.txt")])
MUTATIONS = 40  # of each seed
OURS = {"W001", "W002", "W003", "W005"}  # these are never the text's fault
LINES = (
    "SUBJECT", "PARTICIPANTS", "US Side:", "Attachment", "[Enclosure]", "Tab A", "Paper Prepared by the Staff",
    "Dear Sir:", "Sincerely,", "P.S. One more word.", "Dean Rusk", "Acting Secretary", "Washington, March 3, 1962.",
    "No. 5", "7. Letter From A to B1", "[Page 9]", "[Page 10]", "[Page ]", "[Page <x>]", "[Page IX]",
    "Source: Department of State. Secret.", "See footnote 2, supra, and ibid., Documents 3–5.",
    "/1/", "[2]", "  1. ", "- ↩", "  • ", "“", "]]>", "&amp;", "\u2028", "\x00", "\ud7ff",
)  # fmt: skip


def damage_lines(lines: list[str], rng: Random) -> None:
    """Delete, double, move, mark up or replace a line."""
    here, there = rng.randrange(len(lines)), rng.randrange(len(lines))
    changes: tuple[Callable[[], object], ...] = (
        lambda: lines.pop(here) if len(lines) > 1 else None,
        lambda: lines.insert(there, lines[here]),
        lambda: lines.insert(there, rng.choice(LINES)),
        lambda: lines.__setitem__(here, rng.choice(("  • ", "    • ", "- ", f"  {rng.randrange(9)}. ")) + lines[here]),
        lambda: lines.__setitem__(here, lines[here] + rng.choice(("↩", "[Page 9]", " [Page x] ", "1", "\r", "\u00a0"))),
        lambda: lines.__setitem__(slice(here, None), lines[:here:-1]),
        lambda: rng.shuffle(lines),
    )
    rng.choice(changes)()


def damage_characters(text: str, rng: Random) -> str:
    """Put a few characters of any plane, or a piece of the text itself, somewhere into it."""
    at, start = rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)
    planes = (range(1, 32), range(32, 0x250), range(0x2000, 0x2070), range(0xFFF0, 0x10010))
    strange = "".join(chr(rng.choice(rng.choice(planes))) for _ in range(rng.randint(1, 4)))
    return text[:at] + rng.choice((strange, text[start : start + 40])) + text[at:]


def damage(text: str, rng: Random) -> str:
    for _ in range(rng.randint(1, 6)):
        if rng.random() < 0.25:
            text = damage_characters(text, rng)
            continue
        lines = text.split("\n")
        damage_lines(lines, rng)
        text = "\n".join(lines)
    return text


@pytest.fixture(scope="module")
def steps() -> tuple[Stage, ...]:
    register = ROOT / "tei" / "persons.xml"
    return stages(read_register(register.read_bytes(), register.name))


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_source_is_encoded_whole(seed: int, steps: tuple[Stage, ...]) -> None:
    rng = Random(seed)
    for _ in range(MUTATIONS):
        path = rng.choice(SOURCES)
        text = damage(path.read_bytes().decode(), rng)
        if not text.strip():
            continue
        encoded = encode(Source(path.name, path.stem, text), UNKNOWN, EditionFacts(), Paths(), steps)
        faults = [str(found) for found in encoded.diagnostics if found.code in OURS]
        assert encoded.data, (path.name, text, faults)
        assert not faults, (path.name, text, faults)
