"""edition.toml: what it says, and what is said of its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition import Edition, load_edition
from chancery.edition.lines import find_line
from conftest import ROOT


def load(folder: Path, toml: str, csv: str = "") -> tuple[Edition, list[Diagnostic]]:
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "v1_d2.txt").write_text("2. B")
    (folder / "sources" / "v1_d10.txt").write_text("10. A")
    (folder / "edition.toml").write_bytes(toml.encode())
    if csv:
        (folder / "documents.csv").write_bytes(csv.encode())
    return load_edition(folder)


def fail(folder: Path, toml: str, csv: str = "") -> tuple[Diagnostic, ...]:
    with pytest.raises(ChanceryError) as caught:
        load(folder, toml, csv)
    assert caught.value.diagnostics
    return caught.value.diagnostics


def test_the_edition_of_this_repository() -> None:
    edition, findings = load_edition(ROOT)
    assert findings == []
    assert [path.stem for path in edition.sources] == list(edition.documents)
    d250, d252, d33 = edition.documents.values()
    assert (d250.date, d250.place, d250.page) == ("1967-10-13T13:00:00+00:00", "Moscow", "594")
    assert (d252.date, d252.place, d252.page) == ("1967-10-25", "Washington", "596")
    assert (d33.date, d33.not_before, d33.place, d33.page) == ("", "1970-10-28", "", "130")
    assert all(d.says and d.volume.title and d.number for d in (d250, d252, d33))


def test_an_empty_file_is_an_edition(tmp_path: Path) -> None:
    edition, findings = load(tmp_path, "")
    assert findings == []
    assert [path.name for path in edition.sources] == ["v1_d2.txt", "v1_d10.txt"]  # as people count
    assert (edition.tei.name, edition.build.name, edition.persons, edition.outputs) == (
        "tei",
        "build",
        None,
        ("html", "pdf"),
    )
    assert (edition.metadata("v1_d2").volume.id, edition.metadata("v1_d2").number) == ("v1", "2")
    assert edition.metadata("letter").number == ""


def test_facts_about_documents(tmp_path: Path) -> None:
    volume = '[volumes.v1]\ntitle = "V"\nrights = "R"\n'
    two = '[documents.v1_d2]\nvolume = "v1"\ndate = 1967-10-13T13:00:00Z\nrights = "S"\n'
    ten = '[documents.v1_d10]\nfrom = 1967-10-01\nto = "1967-11-02"\n'
    edition, _ = load(tmp_path, volume + two + ten)
    d2, d10 = edition.metadata("v1_d2"), edition.metadata("v1_d10")
    assert (d2.date, d2.volume.title, d2.volume.rights) == ("1967-10-13T13:00:00+00:00", "V", "S")
    assert (d10.date_from, d10.date_to) == ("1967-10-01", "1967-11-02")
    assert (d10.volume.title, d10.volume.rights) == ("V", "R")


def test_facts_from_a_table_of_documents(tmp_path: Path) -> None:
    csv = '\ufeffdocument,place,date,page\r\nv1_d2,"Moscow, U.S.S.R.",1967-10-13,594\r\n\r\nv1_d10,,1967,\r\n'
    edition, findings = load(tmp_path, 'documents = "documents.csv"\n', csv)
    assert findings == []
    assert edition.documents["v1_d2"].place == "Moscow, U.S.S.R."
    assert edition.documents["v1_d10"].date == "1967"


@pytest.mark.parametrize(
    ("toml", "code", "line", "words"),
    [
        ('title = "A"\n\npublischer = "B"\n', "C002", 3, "did you mean publisher?"),
        ('[documents.v1_d2]\nplaec = "B"\n', "C002", 2, "did you mean place?"),
        ('[volumes.v1]\n# none\ntitel = "B"\n', "C002", 3, "did you mean title?"),
        ("title = 3\n", "C003", 1, "must be a text in quotes, not a number"),
        ('editors = "A"\n', "C003", 1, "list of texts"),
        ('editors = [\n"A",\n3]\n', "C003", 1, "not a number"),
        ("volumes = 3\n", "C003", 1, "must be tables"),
        ("[documents]\nv1_d2 = 3\n", "C003", 2, "must be a table"),
        ('licence_address = "javascript:x"\n', "C003", 1, "https://"),
        ('language = "English!"\n', "C003", 1, "language code"),
        ('outputs = ["epub"]\n', "C003", 1, "there are html and pdf"),
        ('title = "\\u0007"\n', "C003", 1, "control character U+0007"),
        ('[documents.v1_d2]\ndate = "October 13, 1967"\n', "C004", 2, "such as 1967-10-13"),
        ('[documents.v1_d2]\ndate = "1967-02-30"\n', "C004", 2, "no date of the calendar"),
        ('[documents.v1_d2]\nfrom = "1967-02-02"\nto = "1967-01"\n', "C004", 1, "before from"),
        ('[documents.v1_d2]\ndate = "1967"\nnot_before = "1967"\n', "C004", 1, "one way of dating"),
        ('\ntei = "../elsewhere"\n', "C005", 2, "leads out of"),
        ('sources = "/etc"\n', "C005", 1, "leads out of"),
        ('sources = "../*.txt"\n', "C005", 1, "leads out of"),
        ('documents = "../facts.csv"\n', "C005", 1, "leads out of"),
        ('build = "."\n', "C005", 1, "holds files of the edition"),
        ('build = "sources"\n', "C005", 1, "holds files of the edition"),
        ('sources = "/etc/*"\n', "C005", 1, "leads out of"),
        ('sources = "sources/../../none/*"\n', "C005", 1, "leads out of"),
        ('build = "schema"\n[volumes.v1]\n', "C005", 1, "holds files of the edition"),
        ('build = "edition.toml"\n', "C009", 1, "is a file"),
        ('documents = "none.csv"\n', "C009", 1, "there is no file none.csv"),
        ('title = "A"\n[documents.v1_d2]\npage = 123456789012\n', "C003", 3, "too large"),
        ('licence_address = "https://x/\\" onclick=\\"y"\n', "C003", 1, "must be an address"),
        ('licence_address = "javascript:alert(1)"\n', "C003", 1, "must be an address"),
        ('sources = "texts"\n', "C009", 1, "nothing at texts"),
        ('persons = "who.xml"\n', "C009", 1, "no register"),
    ],
)
def test_mistakes_have_a_line_and_a_hint(tmp_path: Path, toml: str, code: str, line: int, words: str) -> None:
    (tmp_path.parent / "outside.txt").write_text("x")
    (tmp_path / "schema").mkdir()
    [found] = fail(tmp_path, toml)
    assert (found.code, found.file, found.line) == (code, "edition.toml", line)
    assert words in f"{found.message} {found.hint}"


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ("title = \n", 1, "not valid TOML"),
        ('a = 1\ntitle = "A', None, "not valid TOML"),
        ("x = " + "[" * 10_000, None, "too deeply"),
        ('title = "A"\ntitle = "B"\n', 2, "not valid TOML"),
        ("page = " + "9" * 5000, None, "not valid TOML"),
    ],
)
def test_what_is_no_toml_cannot_be_read(tmp_path: Path, toml: str, line: int | None, words: str) -> None:
    with pytest.raises(ChanceryError) as caught:
        load(tmp_path, toml)
    [found] = caught.value.diagnostics
    assert (found.code, caught.value.status) == ("C001", Exit.UNREADABLE)
    assert words in found.message
    assert line is None or found.line == line


def test_other_encodings_are_refused_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes(b'title = "A"\npublisher = "Caf\xe9"\n')
    with pytest.raises(ChanceryError) as caught:
        load_edition(tmp_path)
    assert caught.value.diagnostics[0].line == 2


@pytest.mark.parametrize(
    ("csv", "code", "line", "words"),
    [
        ("name,place\nv1_d2,X\n", "C006", 1, "must be called document"),
        ("document;place\nv1_d2;X\n", "C006", 1, "commas"),
        ("document,plaec\nv1_d2,X\n", "C002", 1, "did you mean place?"),
        ("document,place,place\nv1_d2,X,Y\n", "C006", 1, "two columns"),
        ("document,place\nv1_d2,Washington, D.C.\n", "C006", 2, "3 fields for 2 columns"),
        ("document,date\nv1_d10,1967\nv1_d2,May 1967\n", "C004", 3, "such as 1967-10-13"),
        ("document,place\nv1_d2,X\nv1_d2,Y\n", "C006", 3, "second time"),
        ('document,place\nv1_d2,"X"Y\n', "C006", 2, "not CSV"),
        ("document,place\n,Y\n", "C006", 2, "without a document"),
    ],
)
def test_mistakes_in_the_csv_file_have_its_lines(tmp_path: Path, csv: str, code: str, line: int, words: str) -> None:
    [found] = fail(tmp_path, 'documents = "documents.csv"\n', csv)
    assert (found.code, found.file, found.line) == (code, "documents.csv", line)
    assert words in f"{found.message} {found.hint}"


def test_facts_that_find_nothing_are_warnings(tmp_path: Path) -> None:
    _, findings = load(tmp_path, '[documents.v1_d22]\nvolume = "w"\n[volumes.v1]\n')
    assert [(f.code, f.line) for f in findings] == [("C007", 1), ("C008", 2)]
    assert findings[0].hint == "did you mean v1_d2?"


def test_no_edition_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(ChanceryError, match=r"there is no edition\.toml") as caught:
        load_edition(tmp_path)
    assert caught.value.status == Exit.USAGE


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    (tmp_path / "secret.txt").write_text("1. S")
    load(tmp_path / "e", "")
    (tmp_path / "e" / "linked").symlink_to(tmp_path)
    [found] = fail(tmp_path / "e", 'sources = "linked"\n')
    assert found.code == "C005"


def test_many_mistakes_are_told_at_once(tmp_path: Path) -> None:
    findings = fail(tmp_path, "".join(f'k{n}."a b" = """\n"""\n' for n in range(3000)))
    assert [found.line for found in findings] == list(range(1, 6000, 2))


def test_patterns_catch_sources_only(tmp_path: Path) -> None:
    load(tmp_path, "")
    for name in ("tei/v1_d2.xml", "build/html/index.html", "facts.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("document\n")
    edition, _ = load(tmp_path, 'sources = "**/*"\ndocuments = "facts.csv"\n')
    assert [path.name for path in edition.sources] == ["v1_d2.txt", "v1_d10.txt"]


def test_lines_of_keys_in_long_files() -> None:
    text = "".join(f'[documents.d{n}]\nsays = """\na\n[documents.x]\n"""\nplace = "P"\n' for n in range(300))
    assert find_line(text, ("documents", "d299", "place")) == 300 * 6
    assert find_line(text, ("documents", "d100", "says")) == 100 * 6 + 2
    assert find_line(text, ("documents", "x")) is None
