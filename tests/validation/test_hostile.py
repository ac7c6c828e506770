"""Files that nobody means well with, and facts that hold for every finding."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from chancery.diagnostics import Diagnostic, Exit, exit_status
from chancery.validators import validate_document, validate_edition
from chancery.xslt import Stylesheet

GOOD = (Path(__file__).parent / "valid" / "v01_d7.xml").read_bytes()
NS = b'xmlns="http://www.tei-c.org/ns/1.0"'


def codes(data: bytes) -> list[str]:
    return [d.code for d in validate_document(data, "tei/x.xml")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "S001"),
        (b" \n", "S001"),
        (b"\x00\x01\x02", "V101"),
        (b"\x89PNG\r\n\x1a\n\x00", "V101"),
        (b"just words", "V101"),
        (b"<TEI", "V101"),
        (b"<a:b/>", "V101"),
        (b'<?xml version="1.0" encoding="no-such"?><TEI/>', "V101"),
        (b'<?xml version="1.0" encoding="UTF-8"?><TEI>\xff</TEI>', "V101"),
        (b"<html><body/></html>", "V104"),
        (b"<TEI/>", "V109"),
        (b"<TEI " + NS + b"/>", "V105"),
        (b"<!DOCTYPE TEI><TEI/>", "V102"),
        (b'<!DOCTYPE TEI SYSTEM "file:///etc/passwd"><TEI/>', "V102"),
        (b"<a>" * 1_000_000, "V103"),
        (b"<TEI " + NS + b">" + b"<hi>" * 90 + b"</hi>" * 90 + b"</TEI>", "V105"),
    ],
)
def test_bad_input(data: bytes, code: str) -> None:
    assert code in codes(data)


def test_unreadable_files_have_the_exit_status_of_such() -> None:
    assert exit_status(validate_document(b"<TEI", "x.xml")) is Exit.UNREADABLE


def test_other_encodings_are_read() -> None:
    text = GOOD.decode().replace("Moscow", "Orléans")
    for name in ("ISO-8859-1", "UTF-16", "windows-1252"):
        assert codes(text.replace("UTF-8", name).encode(name)) == []


def test_comments_and_instructions_do_not_shift_places() -> None:
    data = GOOD.replace(b"<body>", b"<!-- a --><?b?><body>").replace(b"Not printed.", b"Not <!-- c --> printed")
    (finding,) = validate_document(data, "x.xml")
    assert (finding.code, finding.line, finding.column) == ("N106", 25, 32)


def test_lines_are_right_in_a_large_file() -> None:
    data = GOOD.replace(b"        <closer>", b"        <p>Words.</p>\n" * 100_000 + b"        <closer>")
    data = data.replace(b"<signed><persName>Doe</persName></signed>", b"<signed>Doe</signed>")
    (finding,) = validate_document(data, "x.xml")
    assert (finding.code, finding.line, finding.column) == ("P104", 100_027, 17)


def test_thousands_of_findings_are_all_told() -> None:
    bad = b'        <p>Words.<note n="1" place="foot" xml:id="d7fn1">A</note><foo/></p>\n' * 3000
    found = validate_document(GOOD.replace(b"        <closer>", bad + b"        <closer>"), "x.xml")
    assert len(found) > 9000


def test_findings_pickle_and_are_sorted() -> None:
    bad = GOOD.replace(b"Not printed.", b"Not printed").replace(b'n="12"', b'n="13"')
    found = validate_edition({"tei/v01_d7.xml": bad, "tei/a_d1.xml": b"<TEI"})
    assert pickle.loads(pickle.dumps(found)) == found
    assert [(d.file, d.code) for d in found] == [
        ("tei/a_d1.xml", "V101"),
        ("tei/v01_d7.xml", "N106"),
        ("tei/v01_d7.xml", "G102"),
    ]
    assert all(isinstance(d, Diagnostic) for d in found)


@pytest.mark.parametrize(
    "expression", ["environment-variable('HOME')", "available-environment-variables()", "system-property('user.home')"]
)
def test_rules_hear_nothing_of_the_environment(expression: str) -> None:
    text = f"""<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">
      <xsl:template match="/">said:<xsl:value-of select="{expression}"/></xsl:template></xsl:stylesheet>"""
    sheet = Stylesheet(text=text)
    assert sheet.run(sheet.tree("<a/>")).text.endswith("said:")
