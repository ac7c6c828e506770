"""Sources in whatever encoding, files written whole, digests, names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from chancery import files
from chancery.diagnostics import ChanceryError, Exit, exit_status

TEXT = "1. A Memorandum\r\n\r\n“Détente” – at last.\n"


def read(tmp_path: Path, data: bytes) -> tuple[files.Source, list[files.Diagnostic]]:
    path = tmp_path / "v_d1.txt"
    path.write_bytes(data)
    return files.read_source(path, "sources/v_d1.txt")


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", ""), ("utf-8", "\ufeff"), ("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff")]
)
def test_unicode_is_read_as_it_stands(tmp_path: Path, encoding: str, mark: str) -> None:
    source, findings = read(tmp_path, (mark + TEXT).encode(encoding))
    assert (source.text, source.stem, source.path, findings) == (mark + TEXT, "v_d1", "sources/v_d1.txt", [])


@pytest.mark.parametrize(
    ("stem", "page"),
    [
        ("frus1964-68v14_d250", "frus1964-68v14_d250"),
        ("Gespräch mit Müller", "Gespraech-mit-Mueller"),
        ("Gespra\u0308ch mit Mu\u0308ller", "Gespraech-mit-Mueller"),
        ("A–B  c (1)", "A-B-c-1"),
        ("Записка 3", "3-bee68a75"),
        ("日本", "document-cf2abf0c"),
    ],
)
def test_a_page_is_named_after_its_file(stem: str, page: str) -> None:
    assert files.name_page(stem) == page


@pytest.mark.parametrize("stem", ["index", "Persons", "edïtion"])
def test_names_of_pages_that_are_always_there_are_refused(stem: str) -> None:
    with pytest.raises(ChanceryError):
        files.name_page(stem)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_one_byte_encodings_are_read_with_a_warning(tmp_path: Path, encoding: str) -> None:
    text = TEXT if encoding == "cp1252" else "1. A Memo\n\nDétente\x81\n"
    source, findings = read(tmp_path, text.encode(encoding))
    assert source.text == text
    assert [(f.code, f.line) for f in findings] == [("S003", 3)]
    assert ("windows-1252" if encoding == "cp1252" else "Latin-1") in findings[0].message
    assert exit_status(findings) == Exit.CLEAN


def test_a_mixture_of_encodings_is_named(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "Détente\n".encode() + "Détente\n".encode("latin-1"))
    assert findings[0].line == 2
    assert "parts of it are UTF-8" in findings[0].hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "S001"),
        (b" \r\n\t\n", "S001"),
        (b"\xef\xbb\xbf\n", "S001"),
        (b"%PDF-1.7\n%...", "S002"),
        (b"PK\x03\x04word/document.xml", "S002"),
        (bytes(range(256)) * 4, "S002"),
        (b"text\0text", "S002"),
        (b"\xff\xfea", "S002"),
        (b"\x0c\x1c\n", "S001"),
        (b"\x01\x02\xf1\xf2\x03", "S002"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- ? -->\n<TEI xml:lang='en'>", "S002"),
    ],
)
def test_what_cannot_be_converted_has_a_code_and_no_text(tmp_path: Path, data: bytes, code: str) -> None:
    source, findings = read(tmp_path, data)
    assert (source.text, [f.code for f in findings], exit_status(findings)) == ("", [code], Exit.UNREADABLE)


def test_a_control_character_has_line_and_column(tmp_path: Path) -> None:
    source, [found] = read(tmp_path, b"1. A Memo\n\npage one\x0cpage two\x01\n")
    assert "\x0c" in source.text  # the reader leaves it out, into the ledger
    assert (found.code, found.line, found.column, exit_status([found])) == ("S007", 3, 9, Exit.CLEAN)
    assert "nor can 1 more" in found.message


def test_missing_files_and_folders_are_findings(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, Path("nul\0.txt"), Path("/dev/zero")):
        _, [found] = files.read_source(path, "x")
        assert found.code == "S005"


def test_writing_leaves_no_trace_and_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.xml"
    assert files.write_whole(path, b"one")
    before = path.stat().st_mtime_ns
    assert not files.write_whole(path, b"one")
    assert path.stat().st_mtime_ns == before
    assert files.write_whole(path, b"two")
    assert [p.name for p in path.parent.iterdir()] == ["b.xml"]
    with pytest.raises(ChanceryError, match="cannot be written"):
        files.write_whole(path / "c.xml", b"")
    with pytest.raises(ChanceryError, match="cannot be written"):
        files.write_whole(path.parent, b"")
    assert [p.name for p in path.parent.iterdir()] == ["b.xml"]


def test_digests_are_those_of_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "d1.xml").write_bytes(b"<TEI/>")
    files.write_digests(tmp_path, {"d2.xml": "0" * 64, "d1.xml": hashlib.sha256(b"<TEI/>").hexdigest()})
    lines = (tmp_path / files.DIGESTS).read_text().splitlines()
    assert lines[0] == f"{hashlib.sha256(b'<TEI/>').hexdigest()}  d1.xml"
    digests = files.read_digests(tmp_path)
    assert not files.is_edited(tmp_path / "d1.xml", digests)
    assert not files.is_edited(tmp_path / "d2.xml", digests)  # not there
    (tmp_path / "d1.xml").write_bytes(b"<TEI />")
    assert files.is_edited(tmp_path / "d1.xml", digests)
    (tmp_path / "d3.xml").write_bytes(b"")
    assert files.is_edited(tmp_path / "d3.xml", digests)  # without a digest


def test_broken_digests_count_for_nothing(tmp_path: Path) -> None:
    (tmp_path / files.DIGESTS).write_bytes(b"<<<<<<< HEAD\n\xff\n" + b"0" * 64 + b"  d1.xml\n")
    assert files.read_digests(tmp_path) == {"d1.xml": "0" * 64}


def test_paths_stay_in_their_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "link").symlink_to(tmp_path)
    assert files.inside(home, "a/b.xml") == home / "a/b.xml"
    for path in ("..", "../home2/x", "/etc/passwd", "link/x", "a/../../x", "a\0b"):
        with pytest.raises(ChanceryError):
            files.inside(home, path)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "con", "NUL.txt", "a:b", "-x", "a\n", "x" * 300, "a."])
def test_names_that_do_not_work_everywhere(name: str) -> None:
    with pytest.raises(ChanceryError):
        files.check_name(name)


def test_names_that_work(tmp_path: Path) -> None:
    assert files.check_name("frus1964-68v14_d250") == "frus1964-68v14_d250"
    assert files.check_name("Brief an Müller 2") == "Brief an Müller 2"
