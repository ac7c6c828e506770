"""Volumes that were imported: a folder a case, with volume.xml and, in expected/, what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from chancery.builders.site.pages import make_pages
from chancery.diagnostics import ChanceryError
from chancery.edition import load_edition
from chancery.importing import import_volume
from chancery.publishing import read_publication
from conftest import ROOT, needs, run_chancery, shared

HERE = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in HERE.iterdir())


def import_case(name: str, folder: Path) -> list[str]:
    """The findings; the edition is in the folder."""
    done = import_volume(HERE / name / "volume.xml", folder)
    return [str(found).replace(str(HERE / name) + "/", "") for found in done.findings]


def text_of(path: Path) -> str:
    """The file without what its header says of this version."""
    return re.sub(r'version="[0-9.]+"', 'version="0"', path.read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    expected = HERE / name / "expected"
    found = import_case(name, tmp_path)
    golden(expected / "findings.txt", "\n".join([*found, ""]))
    golden(expected / "edition.toml", (tmp_path / "edition.toml").read_text("utf-8"))
    made = sorted(path.name for path in (tmp_path / "tei").glob("*.xml"))
    golden(expected / "files.txt", "\n".join([*made, ""]))
    for file in made:
        golden(expected / file, text_of(tmp_path / "tei" / file))


@pytest.mark.parametrize("name", ["constructs", "bare"])
def test_what_was_imported_is_valid(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import_case(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    result = run_chancery(["validate"], capfd)
    assert result.status == 0, result.err


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    import_case("constructs", tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "tei").iterdir()}
    import_case("constructs", tmp_path)
    assert before == {path: path.read_bytes() for path in (tmp_path / "tei").iterdir()}


def test_what_was_edited_stays(tmp_path: Path) -> None:
    import_case("constructs", tmp_path)
    edited = tmp_path / "tei" / "frus1948v99_d3.xml"
    edited.write_bytes(edited.read_bytes().replace(b"Editorial Note", b"Editor's Note"))
    after = edited.read_bytes()
    done = import_volume(HERE / "constructs" / "volume.xml", tmp_path)
    assert edited.read_bytes() == after
    assert "F001" in {found.code for outcome in done.outcomes for found in outcome.diagnostics}
    import_volume(HERE / "constructs" / "volume.xml", tmp_path, force=True)
    assert edited.read_bytes() != after


def test_a_register_keeps_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "edition.toml").write_text('title = "Mine"\n', "utf-8")
    register = (ROOT / "tei" / "persons.xml").read_bytes()
    (tmp_path / "tei" / "persons.xml").write_bytes(register)
    import_case("constructs", tmp_path)
    after = (tmp_path / "tei" / "persons.xml").read_bytes()
    assert b"Rusk, Dean" in register
    assert after.count(b">Rusk, Dean<") == register.count(b">Rusk, Dean<")
    assert b'<idno type="frus1948v99">p_RD1</idno>' in after
    for person in etree.fromstring(register).iter("{*}person"):
        assert person.get("{http://www.w3.org/XML/1998/namespace}id", "").encode() in after


def test_each_volume_says_who_a_person_was_then(tmp_path: Path) -> None:
    import_case("constructs", tmp_path)
    first = (HERE / "constructs" / "volume.xml").read_text("utf-8")
    second = tmp_path / "frus1961v99.xml"
    second.write_text(
        first.replace("frus1948v99", "frus1961v99").replace("Consul General at Yokohama", "Deputy"), "utf-8"
    )
    done = import_volume(second, tmp_path)
    assert {"I008", "I010"} <= {found.code for found in done.findings}
    persons = etree.parse(tmp_path / "tei" / "persons.xml")
    notes = persons.xpath(
        "//t:person[@xml:id='johnson-u-alexis']/t:note", namespaces={"t": "http://www.tei-c.org/ns/1.0"}
    )
    assert [(note.get("source"), note.text) for note in notes] == [
        ("frus1948v99.xml", "Consul General at Yokohama"),
        ("frus1961v99.xml", "Deputy"),
    ]
    publication, _ = read_publication(load_edition(tmp_path)[0])
    pages = make_pages(publication).made
    shown = {volume: next(data for name, data in pages.items() if volume in name and b"johnson-u-alexis" in data)
             for volume in ("frus1948v99_d", "frus1961v99_d")}  # fmt: skip
    assert b"Consul General" in shown["frus1948v99_d"]
    assert b"Consul General" not in shown["frus1961v99_d"]
    assert b"Consul General" in pages["person_johnson-u-alexis.html"]


@pytest.mark.parametrize("volume", ["frus1964-68v14", "frus1969-76v12"])
def test_official_volumes_lose_nothing_and_are_valid(
    volume: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_chancery(["import", str(shared(f"volumes/{volume}.xml"))], capfd).status == 0
    assert run_chancery(["validate"], capfd).status == 0


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"<TEI", "V101"), (b"<!DOCTYPE TEI><TEI/>", "V102"), (b"<html/>", "I004"), (b"", "V101")],
)
def test_what_is_no_volume_is_refused(
    data: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("volume.xml").write_bytes(data)
    result = run_chancery(["import", "volume.xml"], capfd)
    assert code in result.err
    assert result.status == 3
    assert not Path("edition.toml").exists()


@pytest.mark.parametrize("name", ["persons", "terms", "../evil", "con"])
def test_a_volume_cannot_be_called_anything(name: str, tmp_path: Path) -> None:
    volume = (HERE / "bare" / "volume.xml").read_text("utf-8").replace("frus1949v98", name)
    (tmp_path / "volume.xml").write_text(volume, "utf-8")
    with pytest.raises(ChanceryError, match=re.escape(f"{name}.xml")):
        import_volume(tmp_path / "volume.xml", tmp_path / "edition")
    assert [path.name for path in tmp_path.iterdir()] == ["volume.xml"]


def test_jing_agrees_with_tei_all(tmp_path: Path) -> None:
    import subprocess

    needs("jing")
    import_case("constructs", tmp_path)
    schema = shared("schema/tei_all.rng")
    files = sorted(map(str, (tmp_path / "tei").glob("*.xml")))
    done = subprocess.run(["jing", str(schema), *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
