"""What a folder of cases cannot say: terminals, pipes, full disks, work done once, hostile names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chancery import conversion
from chancery.cli.forms import KEYS
from chancery.model.source import Source
from conftest import Result, run_chancery

STEM = "frus1964-68v14_d250"


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Path:
    """A new edition, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    assert run_chancery(["new", "e"], capfd).status == 0
    monkeypatch.chdir("e")
    return tmp_path / "e"


def chancery(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    words = [sys.executable, "-m", "chancery", *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def files_below(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_second_run_does_no_work(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for command in ("convert", "build"):
        assert run_chancery([command], capfd).status == 0
    before = files_below(edition)
    assert "1 unchanged" in run_chancery(["convert"], capfd).out
    assert run_chancery(["build"], capfd).out.count("(nothing has changed)") == 2
    assert files_below(edition) == before


@pytest.mark.parametrize("change", ["source", "edition.toml", "register", "output"])
def test_what_has_changed_is_made_again(edition: Path, capfd: pytest.CaptureFixture[str], change: str) -> None:
    run_chancery(["convert"], capfd)
    run_chancery(["build", "html"], capfd)
    page, tei = edition / "build" / "html" / f"{STEM}.html", edition / "tei" / f"{STEM}.xml"
    if change == "output":
        page.write_text("spoilt")
    else:
        path, old, new = {
            "source": (edition / "sources" / f"{STEM}.txt", "Vinogradov called", "Winogradow called"),
            "edition.toml": (edition / "edition.toml", 'place = "Moscow"', 'place = "Winogradow"'),
            "register": (edition / "tei" / "persons.xml", "Nobody is listed yet", "Winogradow is not listed yet"),
        }[change]
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        assert run_chancery(["convert"], capfd).status == 0
        assert ("Winogradow" in tei.read_text("utf-8")) is (change != "register")
    result = run_chancery(["build", "html"], capfd)
    assert "nothing has changed" not in result.out
    assert "spoilt" not in page.read_text("utf-8")


def test_findings_are_said_again_when_nothing_is_done(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = edition / "sources" / "v_d1.txt"
    source.write_text("1. A Memorandum\n\nWords.\n\n  1. A note that has no marker.\n")
    first, second = (run_chancery(["convert"], capfd) for _ in range(2))
    assert "N001" in first.err
    assert first.err == second.err
    assert "2 unchanged" in second.out


def test_changes_are_shown_and_not_made(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run_chancery(["convert"], capfd)
    tei = edition / "tei" / f"{STEM}.xml"
    tei.write_bytes(tei.read_bytes().replace(b"Imamv", b"Imam"))
    before = files_below(edition)
    result = run_chancery(["convert", "--diff"], capfd)
    removed = [line for line in result.out.splitlines() if line.startswith("-") and "Imam " in line]
    added = [line for line in result.out.splitlines() if line.startswith("+") and "Imamv " in line]
    assert (len(removed), len(added), result.status) == (1, 1, 0)
    assert "F001" in result.err
    assert files_below(edition) == before


def test_what_lies_elsewhere_is_none_of_the_editions(
    edition: Path, tmp_path_factory: pytest.TempPathFactory, capfd: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    [source] = (edition / "sources").glob("*.txt")
    other = elsewhere / "frus1964-68v14_d999.txt"
    other.write_bytes(source.read_bytes())
    register = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="v"><persName>Vinogradov'
    register += "</persName></person></listPerson></standOff></TEI>"
    (edition / "tei" / "persons.xml").write_text(register, "utf-8")
    assert run_chancery(["convert", str(other), "--out", str(elsewhere / "out")], capfd).status == 0
    assert b"persons.xml#v" not in (elsewhere / "out" / "frus1964-68v14_d999.xml").read_bytes()
    assert run_chancery(["convert", str(source), "--out", str(elsewhere / "own")], capfd).status == 0
    assert b"persons.xml#v" in (elsewhere / "own" / source.with_suffix(".xml").name).read_bytes()


def test_json_is_an_array_and_nothing_else(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (edition / "sources" / "v_d1.txt").write_bytes(b"")
    for command in ("convert", "validate", "build"):
        result = run_chancery([command, "--format", "json"], capfd)
        rows = json.loads(result.out)
        assert isinstance(rows, list)
        assert all(tuple(row) == KEYS for row in rows)
        assert result.err == ""


def test_quiet_says_only_what_is_wrong(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for command in ("convert", "build", "validate"):
        assert run_chancery([command, "--quiet"], capfd) == Result("", "", 0)
    (edition / "sources" / "v_d1.txt").write_bytes(b"")
    result = run_chancery(["convert", "-q"], capfd)
    assert (result.out, result.status) == ("", 3)
    assert result.err.startswith("sources/v_d1.txt: error S001")


def test_names_cannot_move_the_cursor(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    name = "v_d1\x1b[2J.txt"
    (edition / "sources" / name).write_text("1. A Memorandum\n\nWords.\n")
    result = run_chancery(["convert"], capfd)
    assert "\x1b" not in result.out + result.err
    assert result.status == 1
    assert "cannot be the name of a file" in result.err


@pytest.mark.skipif(os.name != "posix", reason="names of bytes are a matter of POSIX")
def test_names_that_are_no_unicode(edition: Path) -> None:
    Path(os.fsdecode(b"sources/v_d\xff.txt")).write_text("1. A Memorandum\n\nWords.\n")
    for form in ("text", "json"):
        done = chancery("convert", "--format", form, cwd=edition)
        assert "Traceback" not in done.stderr
        assert "internal error" not in done.stderr
        assert done.returncode in (0, 1)


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def test_a_reader_that_goes_away(edition: Path, closed_pipe: int) -> None:
    words = [sys.executable, "-m", "chancery", "show", f"sources/{STEM}.txt"]
    done = subprocess.run(words, stdout=closed_pipe, stderr=subprocess.PIPE, text=True, cwd=edition, check=False)
    assert done.stderr == ""
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk(edition: Path) -> None:
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "chancery", "show", f"sources/{STEM}.txt"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, cwd=edition, check=False)
    assert "no space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_old_locales(edition: Path) -> None:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = chancery("show", f"sources/{STEM}.txt", "--after", "notes", cwd=edition, env=environment)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str) -> None:
    done = chancery(env={**os.environ, "_CHANCERY_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert "_CHANCERY_COMPLETE" in done.stdout


def test_a_fault_of_ours_stops_one_document_only(
    edition: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = conversion.encode_all

    def encode_all(source: Source, *rest: Any) -> Any:
        if source.stem == "v_d1":
            raise KeyError("overlooked")
        return whole(source, *rest)

    monkeypatch.setattr(conversion, "encode_all", encode_all)
    (edition / "sources" / "v_d1.txt").write_text("1. A Memorandum\n\nWords.\n")
    result = run_chancery(["convert"], capfd)
    assert "1 written, 1 failed" in result.out
    assert "sources/v_d1.txt: error W005 the converter failed: KeyError" in result.err
    assert result.status == 1


def test_jobs_in_several_processes_give_the_same(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = (edition / "sources" / f"{STEM}.txt").read_text("utf-8")
    for number in range(4):
        (edition / "sources" / f"v_d{number}.txt").write_text(text.replace("250.", f"{number}.", 1), "utf-8")
    assert run_chancery(["convert"], capfd).status == 0
    done = chancery(
        "convert", *map(str, sorted(Path("sources").iterdir())), "--out", "again", "--jobs", "2", cwd=edition
    )
    assert done.returncode == 0, done.stderr
    for path in (edition / "again").glob("*d[0-9].xml"):
        assert path.read_bytes() == (edition / "tei" / path.name).read_bytes()


def test_what_was_closed_is_not_written_to(edition: Path) -> None:
    closed = [sys.executable, "-c", f"import os; os.close(1); os.close(2); os.execv({sys.executable!r}, sys.argv[1:])"]
    closed[2] = f"import sys; {closed[2]}"
    done = subprocess.run([*closed, sys.executable, "-m", "chancery", "convert"], cwd=edition, check=False)
    assert done.returncode == 0
    assert (edition / "tei" / f"{STEM}.xml").read_bytes().startswith(b"<?xml")


INTERRUPTED = """
import sys
class Loading:
    def find_spec(self, name, *_):
        if name == "chancery.pipeline":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Loading())
from chancery.cli import main
main(["convert"])
"""


def test_an_interrupt_while_loading_is_quiet(edition: Path) -> None:
    words = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(words, cwd=edition, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted")


def test_a_link_out_of_the_edition_stops_one_source_only(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    secret = edition.parent / "secret.txt"
    secret.write_text("1. A Secret\n\nWords.\n")
    (edition / "sources" / "v_d1.txt").symlink_to(secret)
    (edition / "sources" / "v_d2.txt").symlink_to("nothing.txt")
    result = run_chancery(["convert"], capfd)
    assert result.status == 3
    assert "1 written, 2 failed" in result.out
    assert "sources/v_d1.txt: error S005" in result.err
    assert "sources/v_d2.txt: error S005" in result.err


def test_one_file_is_held_against_its_own_edition_only(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run_chancery(["convert"], capfd)
    data = (edition / "tei" / f"{STEM}.xml").read_bytes()
    linked = data.replace(b"Kornienko", b'<persName ref="persons.xml#nobody">Kornienko</persName>', 1)
    elsewhere = edition.parent / "elsewhere"
    elsewhere.mkdir()
    for folder, code in ((elsewhere, "X106"), (edition / "tei", "P005")):
        (folder / "other.xml").write_bytes(linked)
        result = run_chancery(["validate", str(folder / "other.xml")], capfd)
        assert code in result.err
        assert ("X107" in result.err) is False


def test_a_sources_name_is_on_one_line(edition: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (edition / "sources" / "v\nd1.txt").write_text("1. A Memorandum\n\nWords.\n")
    assert "sources/v\\nd1.txt: error F002" in run_chancery(["convert"], capfd).err
