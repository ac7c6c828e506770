"""The short way to a file's errors says what the long way says."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.diagnostics import Severity
from chancery.validators import validate_document
from chancery.validators.faults import find_faults
from conftest import ROOT

HERE = Path(__file__).parent
FILES = sorted({*HERE.glob("cases/*/*.xml"), *HERE.glob("valid/*.xml"), *(ROOT / "tei").glob("*.xml")})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_short_way_finds_the_same_errors(path: Path) -> None:
    data = path.read_bytes()
    errors = [
        found
        for found in validate_document(data, path.name)
        if found.severity is Severity.ERROR and not found.code.startswith("X")
    ]
    assert find_faults(data, path.name) == errors
