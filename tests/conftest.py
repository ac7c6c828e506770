"""What all tests share: tools that may be missing, golden files, the command in-process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def needs(tool: str) -> None:
    """Skip the test where a program is missing; where CI is set, nothing may skip."""
    if not shutil.which(tool):
        words = f"{tool} is not installed"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)


def shared(path: str) -> Path:
    """A file of the folder `shared` beside the checkout; skip the test where it is missing, as `needs` does."""
    found = ROOT.parent / "shared" / path
    if not found.exists():
        words = f"../shared/{path} is not beside the checkout"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    return found


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed, and its exit status."""

    out: str
    err: str
    status: int


def run_chancery(arguments: Sequence[str], capfd: pytest.CaptureFixture[str]) -> Result:
    """Run the command in this process and in the current folder, as its users would."""
    from chancery.cli import main

    capfd.readouterr()
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    out, err = capfd.readouterr()
    return Result(out, err, int(caught.value.code or 0))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files; then read the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text with a golden file, or rewrites the file under --accept."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing: pytest --accept writes it"
        assert text == path.read_bytes().decode(), f"{path} differs: pytest --accept rewrites it"

    return compare
