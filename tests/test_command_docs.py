"""docs/commands.md: what it shows is what `--help` prints, its codes are those of the table; the examples run."""

from __future__ import annotations

import re
import shlex
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from chancery.cli.commands import chancery
from chancery.diagnostics import CODES
from chancery.watching import PAUSE
from conftest import ROOT, run_chancery

PAGE = ROOT / "docs" / "commands.md"
BARE = click.Context(chancery)
CONTEXTS: dict[click.Command, tuple[click.Command, ...]] = {  # each command with the groups that it is in
    command: groups
    for top in (chancery.get_command(BARE, name) for name in chancery.list_commands(BARE))
    if top is not None
    for command, groups in [(top, (chancery,))]
    + [(sub, (chancery, top)) for sub in (top.commands.values() if isinstance(top, click.Group) else ())]
}


def help_of(command: click.Command) -> str:
    wide = {"terminal_width": 100, "max_content_width": 100}
    context = click.Context(chancery, info_name="chancery", **chancery.context_settings, **wide)
    for one in () if command is chancery else (*CONTEXTS[command][1:], command):
        context = click.Context(one, parent=context, info_name=one.name, **wide)
    return context.get_help()


def name_of(command: click.Command) -> str:
    """What is typed after `chancery`."""
    return " ".join(str(one.name) for one in (*CONTEXTS.get(command, ())[1:], command))


def examples_of(command: click.Command) -> list[str]:
    text = command.help or ""
    return [line.strip() for line in text.partition("Example")[2].splitlines() if line.strip().startswith("chancery")]


SLEEP = time.sleep


def interrupt(seconds: float) -> None:
    """What waits for changes is interrupted; what waits for a program waits."""
    if seconds == PAUSE:
        raise KeyboardInterrupt
    SLEEP(seconds)


def test_the_page_is_what_help_prints(golden: Callable[[Path, str], None]) -> None:
    shown = "".join(f"\n## {name_of(c)}\n\n```\n{help_of(c)}\n```\n" for c in (chancery, *CONTEXTS))
    codes = "".join(f"| {code} | {severity} | {words} |\n" for code, (severity, words) in CODES.items())
    text = re.sub(r"(?s)(<!-- help -->\n).*?(<!-- end -->)", lambda m: m[1] + shown + m[2], PAGE.read_text("utf-8"))
    table = f"| code | severity | what it means |\n|---|---|---|\n{codes}"
    golden(PAGE, re.sub(r"(?s)(<!-- codes -->\n).*?(<!-- end -->)", lambda m: m[1] + table + m[2], text))


@pytest.mark.parametrize("command", [chancery, *CONTEXTS], ids=name_of)
def test_every_example_works(
    command: click.Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    examples = examples_of(command)
    assert examples, "the help ends in an example"
    monkeypatch.chdir(tmp_path)
    if command.name not in ("chancery", "new"):
        assert run_chancery(["new", "here"], capfd).status == 0
        monkeypatch.chdir("here")
    shutil.copyfile(ROOT / "tests" / "imports" / "cases" / "constructs" / "volume.xml", "frus1964-68v14.xml")
    monkeypatch.setattr("time.sleep", interrupt)
    for line in " && ".join(examples).split(" && "):
        program, *words = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(*words)
        else:
            result = run_chancery(words, capfd)
            assert result.status == 0, f"{line}\n{result.err}"


@pytest.mark.parametrize("command", list(CONTEXTS), ids=name_of)
def test_help_ends_in_its_example(command: click.Command) -> None:
    last = (command.help or "").strip().splitlines()[-1]
    assert last.strip().startswith("chancery "), last
