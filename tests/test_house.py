"""The size of things, and other rules of the house that a machine can see."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from conftest import ROOT

MODULES = sorted((ROOT / "toolkit").rglob("*.py"))
SHEETS = sorted((ROOT / "xslt").rglob("*.xsl"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is too long"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_say_what_they_are_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "a docstring for the module"


@pytest.mark.parametrize("path", SHEETS, ids=relative)
def test_stylesheets_are_small_and_3_0(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 150
    assert re.search(r'<xsl:(stylesheet|transform|package)[^>]*\bversion="3\.0"', text)


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_data_classes_are_slotted_and_the_models_frozen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for decorator in node.decorator_list if isinstance(node, ast.ClassDef) else ():
            words = ast.unparse(decorator)
            if words.startswith("dataclass"):
                assert "slots=True" in words, f"{node.name}: {words}"
                assert "frozen=True" in words or path.parent.name != "model", f"{node.name}: {words}"
