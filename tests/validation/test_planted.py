r"""Real documents with one mistake planted in each, and the first thing that is said of it.

A case is a text: the document in `base`, then a line `--- old`, the words to be changed, `+++ new`, what they become,
and `=== finding`, what is said first. \xE9 stands for a byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from chancery.diagnostics import Diagnostic, Severity
from chancery.validators import validate_edition

HERE = Path(__file__).parent / "planted"
CASES = sorted(HERE.glob("*.txt"))
_PARTS = re.compile(r"(?s)(\S+)\n--- old\n(.*?)\n\+\+\+ new\n(.*?)\n?=== finding\n(.*)")
BASES = {path.name: path.read_bytes() for path in sorted((HERE / "base").glob("*.xml"))}


def plant(name: str, old: str, new: str) -> dict[str, bytes]:
    """The documents, one of them with the mistake."""
    data = BASES[name]
    wanted = old.encode()
    assert data.count(wanted) >= 1, f"{name} does not have {old}"
    changed = re.sub(rb"\\x([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), new.encode())
    return {**BASES, name: data.replace(wanted, changed, 1)}


def first_new(files: dict[str, bytes]) -> str:
    """The first finding, by file and line, that the documents do not have without the mistake."""
    known = {one.message for one in validate_edition(BASES)}
    found = [one for one in validate_edition(files) if one.message not in known]
    return _told(found[0]) if found else ""


def _told(one: Diagnostic) -> str:
    assert one.severity in Severity
    return f"{one}\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_planted(path: Path, golden: Callable[[Path, str], None]) -> None:
    text = path.read_text("utf-8")
    parts = _PARTS.fullmatch(text)
    assert parts, f"{path} is not written as a case"
    told = first_new(plant(parts[1], parts[2], parts[3]))
    golden(path, text[: parts.start(4)] + told)
    assert told, "something must be said"


def test_there_are_fifty() -> None:
    assert len(CASES) >= 50
