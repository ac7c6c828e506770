"""The README and the tutorial: every command in them runs."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, needs, run_chancery

SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
ELSEWHERE = {"pip install .": "test_wheel.py"}  # installed from the wheel


def commands_of(page: Path) -> list[str]:
    return [line for block in SHELL.findall(page.read_text("utf-8")) for line in block.splitlines() if line.strip()]


def run_make(target: str) -> None:
    """What make would do, without doing it: the tests cannot run themselves."""
    needs("make")
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert ("chancery build" if target == "edition" else "pytest") in done.stdout


def run_line(line: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    program, *words = shlex.split(line)
    if line in ELSEWHERE:
        assert (ROOT / "tests" / ELSEWHERE[line]).is_file()
    elif program == "make":
        run_make(*words)
    elif program == "cd":
        monkeypatch.chdir(*words)
    else:
        assert program == "chancery", f"no test runs: {line}"
        arguments = [str(path) for word in words for path in (sorted(Path().glob(word)) if "*" in word else [word])]
        result = run_chancery(arguments, capfd)
        assert result.status == 0, f"{line}\n{result.err}"


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_every_command_runs(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = commands_of(ROOT / name)
    assert lines
    for line in lines:
        run_line(line, capfd, monkeypatch)
    assert Path("build/html/index.html").is_file()
    assert list(Path("build/pdf").glob("*.pdf"))


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md")))]
)
def test_links_arrive(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        if not target.startswith("https:"):
            assert ((ROOT / page).parent / target).exists(), f"{page} points to {target}"
