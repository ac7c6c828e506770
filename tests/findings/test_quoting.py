"""The line of a finding: cut around the place, marked under it, harmless on a terminal."""

from __future__ import annotations

import pytest

from chancery.cli.styling import style_finding
from chancery.diagnostics import Diagnostic
from chancery.findings.quoting import cells, quote, split_lines


def finding(column: int | None, message: str = "words", line: int = 1) -> Diagnostic:
    return Diagnostic("N102", "f.xml", line, message, "a hint", column)


def marked(lines: list[str], found: Diagnostic, width: int = 80) -> str:
    """What stands over the mark."""
    quoted = quote(lines, found, width)
    assert quoted is not None
    assert cells(quoted.text) <= width
    return quoted.text[quoted.start : quoted.start + quoted.width]


def test_the_tag_at_the_place_is_marked_and_the_indent_left_out() -> None:
    lines = ['      <p>One <note n="1">Two.</note></p>']
    assert marked(lines, finding(14)) == "<note"
    assert marked(lines, finding(30)) == "</note"
    assert quote(lines, finding(None), 80).width == 0  # type: ignore[union-attr]
    assert quote(lines, finding(7), 80).text == lines[0].strip()  # type: ignore[union-attr]


def test_words_that_the_message_quotes_are_marked_through_tags() -> None:
    lines = ["<p>To Mr. <placeName>Wilson</placeName> , they said</p>"]
    assert marked(lines, finding(1, "white space: “Wilson ,”")) == "Wilson</placeName> ,"
    assert marked(lines, finding(1, "white space: “elsewhere”")) == "<p"


@pytest.mark.parametrize("at", [0, 37, 500, 990])
def test_a_long_line_is_cut_around_the_place(at: int) -> None:
    line = "x " * 500
    line = f"{line[:at]}<note>{line[at:]}"
    quoted = quote([line], finding(at + 1), 60)
    assert quoted is not None
    assert cells(quoted.text) <= 60
    assert quoted.text[quoted.start : quoted.start + quoted.width] == "<note"
    assert quoted.text.startswith("…") is (at >= 37)


def test_a_column_behind_the_end_of_the_line_and_lines_that_are_not_there() -> None:
    assert quote(["<p>"], finding(99), 60) is not None
    assert quote(["<p>"], finding(1, line=2), 60) is None
    assert quote(["  "], finding(1), 60) is None
    assert quote([], finding(1), 60) is None


def test_wide_characters_tabs_and_controls_keep_the_mark_under_its_place() -> None:
    quoted = quote(["\t毛澤東\x1b[31m\u202e<p>"], finding(11), 80)
    assert quoted is not None
    assert "\x1b" not in quoted.text
    assert "\u202e" not in quoted.text
    before = quoted.text[: quoted.text.index("<p")]
    assert cells(before) == quoted.start == 6 + len(r"\x1b[31m") + len(r"\u202e")


def test_lines_are_those_of_xml_in_any_encoding() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e".encode()) == ["a", "b", "c", "d\u2028e"]
    assert split_lines("\ufeffa".encode()) == ["a"]
    assert split_lines("<é>".encode("utf-16")) == ["<é>"]
    assert split_lines('<?xml version="1.0" encoding="latin-1"?>é'.encode("latin-1"))[0].endswith("é")
    assert split_lines(b'<?xml encoding="no-such"?>\xff')[0].endswith("\ufffd")


def test_a_finding_is_coloured_and_its_parts_stand_below_one_another() -> None:
    text = style_finding(finding(4, "note 3 follows note 1"), ["<p><note/></p>"], 80)
    assert text.plain == (
        "f.xml:1:4: warning N102 note 3 follows note 1\n  1 | <p><note/></p>\n    |    ^^^^^\n  hint: a hint"
    )
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert styles["warning N102 "] == "yellow"
    assert styles["   ^^^^^"] == "yellow"
