"""Commands as people type them: a folder in cases/commands is a working folder with a `run.txt`.

`run.txt` has lines `$ chancery …`, each followed by what it prints: standard output as it is, standard error
behind `! `, and the exit status if it is not 0. `pytest --accept` writes what is printed now; `<here>` is the folder.
"""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import run_chancery

CASES = Path(__file__).parent / "cases" / "commands"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_commands(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    script = case / "run.txt"
    assert script.is_file(), f"{case.name} has no run.txt"
    here = tmp_path / "here"
    shutil.copytree(case, here, ignore=shutil.ignore_patterns("run.txt"))
    monkeypatch.chdir(here)
    lines = script.read_text("utf-8").splitlines()
    assert any(line.startswith("$ chancery") for line in lines), f"{script} runs nothing"
    shown = [line for line in lines if line.startswith("#")]
    for line in lines:
        if line.startswith("$ "):
            shown += [line, *transcript(line[2:], here, capfd)]
    golden(script, "\n".join([*shown, ""]))


def transcript(command: str, here: Path, capfd: pytest.CaptureFixture[str]) -> list[str]:
    name, *arguments = shlex.split(command)
    assert name == "chancery"
    result = run_chancery(arguments, capfd)
    for text in (result.out, result.err):
        assert "Traceback" not in text
        assert "internal error" not in text
    out = result.out.replace(str(here), "<here>").replace(str(here.parent), "<outside>").splitlines()
    err = result.err.replace(str(here), "<here>").replace(str(here.parent), "<outside>").splitlines()
    status = [f"exit status {result.status}"] if result.status else []
    return [*out, *(f"! {line}".rstrip() for line in err), *status]
