"""Each case is a folder: a source, the TEI body it becomes, and what is said on the way (pytest --accept).

Names are linked only where the case has a register.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from chancery.annotators import ANNOTATORS
from chancery.model.metadata import UNKNOWN, EditionFacts
from chancery.model.source import Source
from chancery.pipeline import encode, stages
from chancery.tei.header import Paths
from chancery.tei.registers import read_register

CASES = sorted((Path(__file__).parent / "cases").iterdir())
BODY = re.compile(r"<body>.*</body>", re.S)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, golden: Callable[[Path, str], None]) -> None:
    source = next((path for path in sorted(case.iterdir()) if path.suffix in (".txt", ".html")), None)
    assert source, f"{case} holds no source"
    register = case / "persons.xml"
    linked = stages(read_register(register.read_bytes(), register.name)) if register.exists() else ANNOTATORS
    text = source.read_bytes().decode()
    encoded = encode(Source(source.name, source.stem, text), UNKNOWN, EditionFacts(), Paths(), linked)
    assert encoded.data, encoded.diagnostics
    body = BODY.search(encoded.data.decode())
    assert body
    golden(case / "expected.xml", body[0] + "\n")
    golden(case / "findings.out", "".join(f"{found}\n" for found in encoded.diagnostics))
