"""`--watch` without waiting: the pauses are functions that change files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from chancery.cli import validate as command
from chancery.watching import watch
from conftest import run_chancery


def touch(path: Path, text: str, at: int) -> None:
    """Write with a time of its own, since two writes may have one."""
    path.write_text(text, "utf-8")
    os.utime(path, (at, at))


def rounds(folder: Path, steps: list[Callable[[], None]]) -> list[list[str]]:
    """The names that each round tells, with a step in each pause."""
    left: Iterator[Callable[[], None]] = iter(steps)

    def wait() -> None:
        try:
            next(left)()
        except StopIteration:
            raise KeyboardInterrupt from None

    told: list[list[str]] = []
    with suppress(KeyboardInterrupt):
        for changed in watch(lambda: folder.glob("*.xml"), wait):
            told.append([path.name for path in changed])
    assert next(left, None) is None
    return told


def nothing() -> None:
    pass


def test_what_changes_appears_or_goes_away_is_told_once_it_keeps_still(tmp_path: Path) -> None:
    a, b = tmp_path / "a.xml", tmp_path / "b.xml"
    touch(a, "1", 1)
    steps = [nothing, nothing, lambda: touch(a, "2", 2), lambda: touch(a, "3", 3), nothing, lambda: touch(b, "1", 4)]
    steps += [nothing, nothing, a.unlink, nothing]
    assert rounds(tmp_path, steps) == [[], ["a.xml"], ["b.xml"], ["a.xml"]]


def test_a_change_that_is_taken_back_at_once_is_none(tmp_path: Path) -> None:
    a = tmp_path / "a.xml"
    touch(a, "1", 1)
    inode_kept = lambda: touch(a, "2", 2)  # noqa: E731
    assert rounds(tmp_path, [inode_kept, lambda: touch(a, "1", 1), nothing, nothing]) == [[]]


def test_rounds_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A pointer into another file is right again when that file alone changes; what did not change is not checked."""
    case = Path(__file__).parent / "validation" / "cases" / "X104"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tei").mkdir()
    (tmp_path / "edition.toml").write_text("", "utf-8")
    for name in ("v01_d7.xml", "v01_d8.xml"):
        touch(tmp_path / "tei" / name, (case / name).read_text("utf-8"), 1)
    d8 = tmp_path / "tei" / "v01_d8.xml"
    spoilt = d8.read_text("utf-8").replace("</TEI>", "")
    mended = d8.read_text("utf-8").replace("d8fna", "d8fn2")
    steps = iter([lambda: touch(d8, spoilt, 2), nothing, lambda: touch(d8, mended, 3), nothing,
                  lambda: touch(tmp_path / "edition.toml", "title = 7", 4), nothing])  # fmt: skip
    validated: list[str] = []

    def wait(_: float) -> None:
        try:
            next(steps)()
        except StopIteration:
            raise KeyboardInterrupt from None

    def validate_file(data: bytes, name: str, *schema: object) -> object:
        validated.append(name)
        return real(data, name, *schema)

    real = command.check_edition.__globals__["validate_file"]
    monkeypatch.setitem(command.check_edition.__globals__, "validate_file", validate_file)
    monkeypatch.setattr(command.time, "sleep", wait)
    result = run_chancery(["validate", "--watch"], capfd)
    assert result.status == 0
    assert [re.sub(r"^[0-9:]{8} ", "", line) for line in result.out.splitlines()] == [
        "watching; Ctrl-C ends it",
        "2 files checked, 1 error",
        "tei/v01_d8.xml changed",
        "2 files checked, 1 error",
        "tei/v01_d8.xml changed",
        "2 files checked",
        "edition.toml changed",
    ]
    assert validated == ["tei/v01_d7.xml", "tei/v01_d8.xml", "tei/v01_d8.xml", "tei/v01_d8.xml"]
    assert re.findall(r"(?:error|warning) [A-Z]\d{3}", result.err) == ["error X104", "error V101", "error C003"]
