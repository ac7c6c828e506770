"""Comments that switch rules off: from where to where, what they cannot do, and when they are told."""

from __future__ import annotations

import pytest

from chancery.diagnostics import CODES, FIXED, Diagnostic
from chancery.validators.switches import apply_switches, read_switches

TEXT = b"""<a>
  <!-- chancery: off N102, N103 because
   of this -->
  <b/>
  <!-- chancery: on N103 -->
  <!-- chancery: ignore N106: so > printed -->
  <!-- chancery: ignore N107 so printed -->

  <c/>
  <d/> <!-- chancery: ignore N101 -->
  <e/>
</a>"""


def left(text: bytes, code: str, line: int | None) -> list[str]:
    """The codes that are left of one finding, but for switches that it does not need."""
    switches, _ = read_switches(text, "f.xml")
    found = [Diagnostic(code, "f.xml", line, "words")]
    return [d.code for d in apply_switches(switches, found, "f.xml") if d.code != "V130"]


@pytest.mark.parametrize(
    ("code", "off", "on"),
    [
        ("N102", [3, 4, 11, 12, None], [1]),
        ("N103", [2, 4, 5], [1, 6, 9]),
        ("N106", [9], [6, 8, 10]),
        ("N107", [9], [7, 10]),
        ("N101", [10], [9, 11]),
        ("N104", [], [4]),
    ],
)
def test_from_where_to_where(code: str, off: list[int | None], on: list[int | None]) -> None:
    assert [line for line in off if left(TEXT, code, line)] == []
    assert [line for line in on if not left(TEXT, code, line)] == []


def test_on_alone_ends_all() -> None:
    text = b"<a>\n<!-- chancery: off N102 N103 -->\n<!-- CHANCERY: off N104 --><!-- chancery: on -->\n<b/></a>"
    assert [left(text, code, 3) for code in ("N102", "N103", "N104")] == [[], [], ["N104"]]
    assert [left(text, code, 4) for code in ("N102", "N103", "N104")] == [["N102"], ["N103"], ["N104"]]


def test_what_nothing_is_switched_off_by_is_told_unless_it_was_not_asked() -> None:
    switches, unclear = read_switches(TEXT, "f.xml")
    assert unclear == []
    assert len(apply_switches(switches, [], "f.xml")) == 5
    assert len(apply_switches(switches, [], "f.xml", {"N102", "N103", "N106"})) == 2


@pytest.mark.parametrize("code", sorted(FIXED & CODES.keys()))
def test_some_cannot_be_switched_off(code: str) -> None:
    text = f"<a><!-- chancery: off {code} --><b/></a>".encode()
    switches, [unclear] = read_switches(text, "f.xml")
    assert switches == []
    assert unclear.code == "V131"
    assert left(text, code, 1) == [code]


@pytest.mark.parametrize(
    ("comment", "hint"),
    [
        ("chancery: ignroe N101", "did you mean ignore?"),
        ("chancery: ignore N1O1", "did you mean N101?"),
        ("chancery: ignore n102", "did you mean N102?"),
        ("chancery: off", "say which: <!-- chancery: off N102 -->"),
        ("chancery:", "there are off, on, ignore, each with codes"),
        ("chancery: ignore the note", "`chancery rules` lists all codes"),
    ],
)
def test_what_cannot_be_followed_has_a_hint(comment: str, hint: str) -> None:
    switches, [unclear] = read_switches(f"<a><!--{comment}--></a>".encode(), "f.xml")
    assert (switches, unclear.hint) == ([], hint)


def test_comments_that_are_not_addressed_to_chancery_and_text_that_looks_like_one() -> None:
    assert read_switches(b"<a><!-- see chancery: off N102 --><![CDATA[<!-- chancery: off N102 -->]]></a>", "f") == (
        [],
        [],
    )
