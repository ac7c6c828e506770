"""Grammars of others: our verdict is jing's, in both syntaxes, and no grammar takes for ever."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from chancery.diagnostics import ChanceryError
from chancery.validators.rng import read_grammar
from chancery.validators.rng.names import local_of
from chancery.validators.verdict import is_valid
from chancery.validators.why import explain
from conftest import ROOT, needs, shared

from .mutations import mutations

HERE = Path(__file__).parent
TEI_ALL = "schema/tei_all.rng"


def refused_by_jing(schema: Path, files: list[Path]) -> dict[str, int]:
    """The files that jing refuses, and the line of the first thing that it says."""
    needs("jing")
    compact = ["-c"] if schema.suffix == ".rnc" else []
    done = subprocess.run(["jing", "-i", *compact, schema, *files], capture_output=True, text=True, check=False)
    found: dict[str, int] = {}
    for line in done.stdout.splitlines():
        path, number, _ = line.split(":", 2)
        found.setdefault(path, int(number))
    return found


def check(schema: Path, documents: list[Path], count: int, folder: Path) -> None:
    """The same verdict as jing's on mutants of the documents, and nearly always the same line."""
    grammar = read_grammar(schema)
    names = [local_of(name) for name in grammar.names]
    files: dict[Path, bytes] = {}
    for seed, document in enumerate(documents):
        for n, mutant in enumerate(mutations(document.read_bytes(), count, seed, names)):
            files[folder / f"{seed}-{n}.xml"] = mutant
    for path, data in files.items():
        path.write_bytes(data)
    refused = refused_by_jing(schema, list(files))
    assert refused
    elsewhere = 0
    for path, data in files.items():
        found = explain(grammar, data)
        assert is_valid(grammar, data) == (not found) == (str(path) not in refused), path
        elsewhere += bool(found) and found[0].line != refused[str(path)]
    assert elsewhere <= len(refused) / 30


@pytest.mark.parametrize("name", ["frus-compact/schema.rnc", "interleave/schema.rng"])
def test_grammars_with_all_kinds_of_patterns(name: str, tmp_path: Path) -> None:
    schema = HERE / "schemas" / name
    check(schema, [schema.parent / "doc.xml"], 200, tmp_path)


def test_tei_all(tmp_path: Path) -> None:
    check(shared(TEI_ALL), [*sorted((ROOT / "tei").glob("frus*.xml")), HERE / "valid" / "constructs.xml"], 60, tmp_path)


def test_ambiguous_grammars_take_no_longer(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(
        """start = element d { (one | two)*, text }
one = element x { (one | two)*, attribute a { "1" }? }
two = element x { (two | one)*, attribute a { "2" }? }
""",
        "utf-8",
    )
    (found,) = explain(read_grammar(schema), b"<d>" + b"<x>" * 60 + b"<y/>" + b"</x>" * 60 + b"</d>")
    assert found.message == "<y> is not an element of this schema"


def test_any_order_of_many(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(f"start = element a {{ {' & '.join(f'element e{n} {{ empty }}' for n in range(60))} }}", "utf-8")
    grammar = read_grammar(schema)
    right = "".join(f"<e{n}/>" for n in reversed(range(60)))
    assert is_valid(grammar, f"<a>{right}</a>".encode())
    assert [one.code for one in explain(grammar, f"<a>{right}<e7/></a>".encode())] == ["V104"]


def test_a_grammar_too_long_is_told(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(f"start = element a {{ {', '.join(f'element e{n} {{ empty }}' for n in range(2000))} }}", "utf-8")
    with pytest.raises(ChanceryError, match="too long"):
        read_grammar(schema)
