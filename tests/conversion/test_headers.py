"""The header of each document of a small edition (pytest --accept): what the text says, what the edition says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from chancery.annotators import ANNOTATORS
from chancery.edition import load_edition
from chancery.files import read_source
from chancery.pipeline import encode
from chancery.tei.header import Paths

EDITION = Path(__file__).parent / "headers"
HEADER = re.compile(r"<teiHeader>.*</teiHeader>", re.S)
VERSION = re.compile(r'(<application ident="chancery" version=")[\d.]+')


@pytest.mark.parametrize("path", sorted((EDITION / "sources").iterdir()), ids=lambda path: path.stem)
def test_header(path: Path, golden: Callable[[Path, str], None]) -> None:
    edition, findings = load_edition(EDITION)
    assert not findings
    source, _ = read_source(path, path.name)
    encoded = encode(
        source, edition.metadata(path.stem), edition.facts, Paths(source=f"../sources/{path.name}"), ANNOTATORS
    )
    header = HEADER.search(encoded.data.decode())
    assert header, encoded.diagnostics
    golden(EDITION / "expected" / f"{path.stem}.xml", VERSION.sub(r"\1…", header[0]) + "\n")
