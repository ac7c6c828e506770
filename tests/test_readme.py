"""The README and the tutorial: every command in them runs, on the files that they say to save."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, needs, run_chancery

STEP = re.compile(r"```sh\n(?P<shell>.*?)```|Save this as `(?P<path>[^`]+)`:\n\n```\w+\n(?P<text>.*?)```", re.DOTALL)
ELSEWHERE = {"pip install .": "test_wheel.py"}  # installed from the wheel


def steps_of(page: Path) -> list[re.Match[str]]:
    return list(STEP.finditer(page.read_text("utf-8")))


def commands_of(step: re.Match[str]) -> list[str]:
    return [line for line in (step["shell"] or "").splitlines() if line.strip()]


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
    steps = steps_of(ROOT / name)
    assert any(map(commands_of, steps))
    for step in steps:
        if step["path"]:
            Path(step["path"]).write_text(step["text"], "utf-8")
        for line in commands_of(step):
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
