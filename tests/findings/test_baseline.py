"""What a project knows already: known again wherever it moves, told when it is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.findings.baseline import read_baseline, subtract_baseline, write_baseline
from chancery.findings.fingerprints import take_fingerprints

PAGE = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
 <div xml:id="d1">
  <p>One is bad.</p>
  <p>Two is good.</p>
  <p>Three is bad.<note xml:id="d1fn1" n="1"><p>Four is bad</p></note></p>
 </div>
</TEI>
"""


def find_bad(text: str, name: str = "a.xml") -> list[Diagnostic]:
    """A finding for each paragraph that is bad, as a rule would give it."""
    rows = ((number, line.find("<p>", at), line) for number, line in enumerate(text.splitlines(), 1) for at in (0, 10))
    return list(
        dict.fromkeys(
            Diagnostic("N106", name, number, f"bad at line {number}", "", at + 1)
            for number, at, line in rows
            if at >= 0 and "bad" in line[at : at + 20]
        )
    )


def left(before: str, after: str, tmp_path: Path) -> tuple[list[int | None], list[str]]:
    """The lines of what is new in `after`, and what is told to be gone, for a baseline of `before`."""
    path = tmp_path / "known.json"
    write_baseline(path, find_bad(before), {"a.xml": before.encode()})
    known = read_baseline(path, "known.json")
    new, gone = subtract_baseline(find_bad(after), {"a.xml": after.encode()}, known, {"a.xml"})
    return [found.line for found in new], [found.message for found in gone]


def test_the_same_is_known(tmp_path: Path) -> None:
    assert len(find_bad(PAGE)) == 3
    assert left(PAGE, PAGE, tmp_path) == ([], [])


def test_what_shifts_is_known(tmp_path: Path) -> None:
    shifted = PAGE.replace(" <div", "\n\n <!-- new -->\n <div").replace("  <p>One", "  <p>Zero.</p>\n    <p>One")
    assert left(PAGE, shifted, tmp_path) == ([], [])


def test_what_changes_in_its_place_is_known(tmp_path: Path) -> None:
    assert left(PAGE, PAGE.replace("Three is bad", "3 is still bad"), tmp_path) == ([], [])


def test_what_is_new_is_told_though_it_is_like_what_is_known(tmp_path: Path) -> None:
    again = PAGE.replace("  <p>Two is good.</p>", "  <p>One is bad.</p>\n  <p>Two is good.</p>")
    assert left(PAGE, again, tmp_path) == ([4], [])
    assert left(PAGE, PAGE.replace("Two is good", "Two is bad"), tmp_path) == ([4], [])


def test_what_is_gone_is_told_once_for_a_code(tmp_path: Path) -> None:
    assert left(PAGE, PAGE.replace("One is bad", "One is good"), tmp_path) == (
        [],
        ["a finding N106 that the baseline knows is gone"],
    )
    assert left(PAGE, PAGE.replace("bad", "good"), tmp_path)[1] == ["3 findings N106 that the baseline knows are gone"]


def test_files_that_were_not_looked_at_are_not_told_to_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    write_baseline(path, find_bad(PAGE), {"a.xml": PAGE.encode()})
    assert subtract_baseline([], {}, read_baseline(path, ""), {"b.xml"}) == ([], [])


def test_a_file_that_cannot_be_read_is_never_known(tmp_path: Path) -> None:
    broken = Diagnostic("V101", "a.xml", 1, "not well-formed", "", 1)
    path = tmp_path / "known.json"
    assert write_baseline(path, [broken], {}) == 0
    assert subtract_baseline([broken], {}, read_baseline(path, ""), {"a.xml"})[0] == [broken]


def test_the_file_does_not_change_when_lines_do(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    write_baseline(one, find_bad(PAGE), {"a.xml": PAGE.encode()})
    write_baseline(other, find_bad("\n" + PAGE), {"a.xml": ("\n" + PAGE).encode()})
    rows = [
        [{k: v for k, v in r.items() if k != "message"} for r in json.loads(p.read_text())["known"]]
        for p in (one, other)
    ]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"known": [1]}', '{"known": [{"code": "N102"}]}', "\udcff"])
def test_what_is_no_baseline_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ChanceryError, match="is not a baseline") as caught:
        read_baseline(tmp_path / "known.json", "known.json")
    assert "--write-baseline" in caught.value.hint
    with pytest.raises(ChanceryError, match="is not a baseline"):
        write_baseline(tmp_path / "known.json", [], {})


def test_the_place_of_a_finding_is_said_from_the_nearest_id() -> None:
    paths = [one.path for one in take_fingerprints(find_bad(PAGE), {"a.xml": PAGE.encode()})]
    assert paths == ["#d1/p[1]", "#d1/p[3]", "#d1fn1/p[1]"]


def test_what_cannot_be_read_to_its_end_has_fingerprints_too() -> None:
    found = [Diagnostic("V101", "a.xml", 3, "", "", 2), Diagnostic("V101", "b.xml", None, "")]
    assert [one.path for one in take_fingerprints(found, {"a.xml": b"<a>\n<b>\n </a>"})] == ["a/b[1]", ""]
