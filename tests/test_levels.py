"""Imports point down: the table of levels in docs/architecture.md, and who may know which library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "toolkit" / "chancery"
MODULES = sorted(PACKAGE.rglob("*.py"))

# The most specific name counts. What has no row here has no place in the architecture yet.
LEVELS = {
    "chancery": 0,
    "chancery.diagnostics": 0,
    "chancery.model": 0,
    "chancery.resources": 0,
    "chancery.decode": 1,
    "chancery.edition": 1,
    "chancery.files": 1,
    "chancery.findings": 1,
    "chancery.rulebook": 1,
    "chancery.scaffold": 1,
    "chancery.stamps": 1,
    "chancery.tei.layout": 1,
    "chancery.tei.tree": 1,
    "chancery.xslt": 1,
    "chancery.annotators": 2,
    "chancery.audit": 2,
    "chancery.doubts": 2,
    "chancery.evaluation": 2,
    "chancery.importers": 2,
    "chancery.linking": 2,
    "chancery.odd": 2,
    "chancery.readers": 2,
    "chancery.tei": 2,
    "chancery.validators": 2,
    "chancery.builders": 3,
    "chancery.auditing": 4,
    "chancery.checking": 4,
    "chancery.conversion": 4,
    "chancery.encoding": 4,
    "chancery.evaluating": 4,
    "chancery.foreign": 4,
    "chancery.importing": 4,
    "chancery.fidelity": 4,
    "chancery.pipeline": 4,
    "chancery.planning": 4,
    "chancery.publishing": 4,
    "chancery.reviewing": 4,
    "chancery.schemas": 4,
    "chancery.serving": 4,
    "chancery.suggesting": 4,
    "chancery.tracing": 4,
    "chancery.watching": 4,
    "chancery.cli": 5,
    "chancery.__main__": 5,
}
ALONE = {2, 3}  # at these levels the rows do not see each other
NOT_FOR_THE_COMMAND = {2, 3}  # it goes through the pipeline
ONLY = {  # library: the modules that may import it
    "click": ("chancery.cli",),
    "rich": ("chancery.cli",),
    "saxonche": ("chancery.xslt",),
    "typst": ("chancery.builders",),
    "lxml": (
        "chancery.audit",
        "chancery.builders",
        "chancery.doubts",
        "chancery.evaluation",
        "chancery.importers",
        "chancery.odd",
        "chancery.schemas",
        "chancery.tei",
        "chancery.validators",
    ),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def row_of(module: str) -> str:
    """The row of LEVELS that a module belongs to."""
    while module and module not in LEVELS:
        module = module.rpartition(".")[0]
    return module


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out"
            base = node.module or ""
            names = (f"{base}.{alias.name}" for alias in node.names)
            found.update(name if is_module(name) else base for name in names)
    return found


def is_module(name: str) -> bool:
    path = PACKAGE.parent / Path(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    module, row = name_of(path), row_of(name_of(path))
    assert row != "chancery" or module == "chancery", f"{module} has no row in the table of levels"
    level = LEVELS[row]
    for imported in imports_of(path):
        if imported.split(".")[0] != "chancery" or imported == "chancery":
            continue
        other = row_of(imported)
        assert LEVELS[other] <= level, f"{module} imports {imported}, which is above it"
        if level in ALONE and LEVELS[other] == level:
            assert other == row, f"{module} imports {imported}, which is beside it"
        if level == LEVELS["chancery.cli"]:
            assert LEVELS[other] not in NOT_FOR_THE_COMMAND, f"{module} imports {imported} past the pipeline"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_are_known_where_they_belong(path: Path) -> None:
    module = name_of(path)
    for imported in imports_of(path):
        allowed = ONLY.get(imported.split(".")[0])
        assert allowed is None or module.startswith(allowed), f"{module} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_prints(path: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    assert not any(isinstance(func, ast.Name) and func.id in ("print", "input") for func in calls)


def test_the_model_knows_only_the_standard_library() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        assert not {name.split(".")[0] for name in imports_of(path)} & set(ONLY)


def test_every_row_of_the_table_is_documented() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for row in LEVELS:
        path = row.removeprefix("chancery.").replace(".", "/")
        named = f"`{path}`" in page or f"`{path}/`" in page
        assert named or row in ("chancery", "chancery.__main__"), f"docs/architecture.md does not mention {row}"
