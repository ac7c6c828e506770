"""Sources of several documents: a case is one source and what it is divided into (pytest --accept).

What must not divide a document stands in the cases that begin with `one-`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chancery.audit import audit_source, read_streams
from chancery.edition.documents import describe
from chancery.edition.naming import may_hold, name_document
from chancery.files import read_source
from chancery.model.division import Division
from chancery.model.metadata import EditionFacts, Metadata
from chancery.model.source import Source
from chancery.pipeline import encode, encode_all, read_parts, stages
from chancery.readers import divide
from chancery.tei.header import Paths
from conftest import ROOT, shared

CASES = sorted((Path(__file__).parent / "cases").iterdir())
DOCUMENTS = sorted(p for p in (ROOT / "tests" / "conversion" / "cases").glob("*/*.*") if p.suffix in (".txt", ".html"))
LAYOUTS = ("web", "reader", "plain", "slash", "html", "rough")


def source_of(case: Path) -> Source:
    path = next((path for path in sorted(case.iterdir()) if path.suffix in (".txt", ".html")), None)
    assert path, f"{case} holds no source"
    return read_source(path, path.name)[0]


def know(stem: str) -> Metadata:
    return describe(stem, {}, {})


def tell(division: Division, parts: list[tuple[Source, Metadata]], source: Source) -> Iterator[str]:
    for part, metadata in parts:
        yield f"== {part.stem}, from line {part.line(0)}"
        yield from (f"== title: {title}" for title in metadata.titles)
        yield part.text.rstrip("\n")
    for entry in division.ledger:
        yield f"-- {entry.reason.value}: {source.text[entry.start : entry.end]!r}"
    yield from (f"! {found}" for found in division.diagnostics)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, golden: Callable[[Path, str], None]) -> None:
    source = source_of(case)
    division, parts = read_parts(source, know)
    assert not division.find_fault(source.text)
    assert (len(parts) == 1) == case.name.startswith("one-")
    golden(case / "expected.out", "\n".join([*tell(division, parts, source), ""]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_character_is_in_one_document_or_has_a_reason(case: Path) -> None:
    source = source_of(case)
    made = encode_all(source, know, EditionFacts(), Paths(), stages(None))
    assert all(encoded.data for encoded in made), made
    account = audit_source(source, [read_streams(encoded.data, encoded.stem) for encoded in reversed(made)])
    assert [found for found in account.findings if found.code not in ("A005", "A007")] == []
    assert account.unexplained == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_a_document_is_not_divided(path: Path) -> None:
    assert len(divide(read_source(path, path.name)[0]).parts) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_document_of_the_benchmark_is_divided(layout: str) -> None:
    paths = sorted(shared(f"bench/dev/{layout}").iterdir())
    assert [path.name for path in paths if len(divide(read_source(path, path.name)[0]).parts) > 1] == []


@pytest.mark.parametrize("layout", LAYOUTS[:4])
def test_documents_in_a_row_become_what_each_becomes_alone(layout: str) -> None:
    paths = [shared(f"bench/dev/{layout}") / f"frus1964-68v14_d{number}.txt" for number in (118, 120, 124, 131)]
    sources = [read_source(path, path.name)[0] for path in paths]
    alone = [encode(source, know(source.stem), EditionFacts(), Paths(), stages(None)) for source in sources]
    chapter = Source("chapter.txt", "frus1964-68v14_ch1", "\n".join(source.text for source in sources))
    together = encode_all(chapter, know, EditionFacts(), Paths(), stages(None))
    assert [encoded.stem for encoded in together] == [path.stem for path in paths]
    assert [encoded.data for encoded in together] == [encoded.data for encoded in alone]


@pytest.mark.parametrize(
    ("stem", "number", "name"),
    [
        ("frus1964-68v14_ch3", "250", "frus1964-68v14_d250"),
        ("frus1964-68v14_chapter-3", "250", "frus1964-68v14_d250"),
        ("frus1964-68v14_comp1", "7a", "frus1964-68v14_d7a"),
        ("frus1964-68v14_d250-d255", "251", "frus1964-68v14_d251"),
        ("frus1964-68v14_d250", "251", "frus1964-68v14_d251"),
        ("frus1964-68v14", "250", "frus1964-68v14_d250"),
        ("my chapter", "250", "my chapter_d250"),
        ("frus1949v07p1_ch2", "", "frus1949v07p1_ch2_4"),
    ],
)
def test_names_are_made_of_the_source_and_the_number(stem: str, number: str, name: str) -> None:
    assert name_document(stem, number, 4) == name
    assert may_hold(stem, name) or stem == "frus1964-68v14_d250"  # which says of itself that it is one document
