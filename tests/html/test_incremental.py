"""A build after a change gives, byte for byte, what a build from nothing gives, and makes again only what it must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from html_edition import FACTS, REGISTER, documents
from test_volume import VOLUME

from chancery.builders.site import build_site, make_pages
from chancery.builders.site.memory import read_memory
from chancery.model.publication import File, Publication, SiteFacts

FILES = {path.stem: path.read_bytes() for path in sorted(VOLUME.glob("frus*.xml"))}
VOLUMES: tuple[File, ...] = (("frus1950v09", FILES.pop("frus1950v09")),)
START = Publication(
    FACTS,
    (*FILES.items(), *documents()),
    REGISTER,
    (VOLUME / "terms.xml").read_bytes(),
    VOLUMES,
    SiteFacts(FACTS, address="https://example.org/e/", search=False, pages=(("about.md", b"# About\n\nIt."),)),
)
LETTER, TELEGRAM = "frus1950v09_d1", "frus1950v09_d2"


def edit(stem: str, old: str, new: str) -> Callable[[Publication], Publication]:
    """The publication with one document changed."""

    def change(publication: Publication) -> Publication:
        assert old.encode() in dict(publication.documents)[stem], old
        changed = [
            (name, data.replace(old.encode(), new.encode(), 1) if name == stem else data)
            for name, data in publication.documents
        ]
        return replace(publication, documents=tuple(changed))

    return change


def drop(stem: str) -> Callable[[Publication], Publication]:
    return lambda old: replace(old, documents=tuple(file for file in old.documents if file[0] != stem))


def site(**facts: object) -> Callable[[Publication], Publication]:
    return lambda old: replace(old, site=replace(old.site or SiteFacts(), **facts))  # type: ignore[arg-type]


EDITS: dict[str, Callable[[Publication], Publication]] = {
    "words": edit(LETTER, "powers", "states"),
    "a heading": edit(TELEGRAM, "<head>", "<head>New "),
    "a date": edit(LETTER, 'when="1950-05-02">May 2, 1950', 'when="1951-05-02">May 2, 1951'),
    "a year less": edit(TELEGRAM, '<date when="1950-06-03">June 3, 1950</date>', "June"),
    "a place": edit(TELEGRAM, "Rome", "Milan"),
    "a note that others point to": edit(TELEGRAM, 'xml:id="d2fn1"', 'xml:id="d2fn9"'),
    "an id that others point to": edit(TELEGRAM, "<body>", '<body><pb n="44" xml:id="pg_44"/>'),
    "a reference": edit(LETTER, 'target="#d1fn1"', 'target="#d2"'),
    "a person less": edit(LETTER, "persons.xml#kohler-foy", ""),
    "a person more": edit(TELEGRAM, "Rome", '<persName ref="persons.xml#rusk-dean">Rusk</persName>'),
    "an element that is not known": edit(LETTER, "broke", "<unheardOf>broke</unheardOf>"),
    "a day of publication": edit(LETTER, "<revisionDesc>", '<revisionDesc><change when="2026-01-02"/>'),
    "a document less": drop(TELEGRAM),
    "a document that cannot be read": edit(TELEGRAM, "</TEI>", ""),
    "another order": lambda old: replace(old, documents=tuple(reversed(old.documents))),
    "the register": lambda old: replace(old, persons=REGISTER.replace(b"Kornienko", b"Kornienkow")),
    "no register": lambda old: replace(old, persons=None),
    "no volume": lambda old: replace(old, volumes=()),
    "another volume": lambda old: replace(old, volumes=((VOLUMES[0][0], VOLUMES[0][1].replace(b"Begin", b"Start")),)),
    "the title of the site": site(edition=replace(FACTS, title="Another")),
    "the language": site(edition=replace(FACTS, language="de")),
    "a page of one's own": site(pages=(("about.md", b"# Of this\n\nIt."),)),
    "words on a page of one's own": site(pages=(("about.md", b"# About\n\nIt is."),)),
    "a logo": site(logo=("logo.svg", b"<svg/>")),
}


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", EDITS)
def test_a_build_after_a_change_is_a_build_from_nothing(name: str, tmp_path: Path) -> None:
    if name == "a day of publication":
        start = edit(LETTER, "</teiHeader>", "<revisionDesc><change>A</change></revisionDesc></teiHeader>")(START)
    else:
        start = START
    changed = EDITS[name](start)
    first = build_site(start, tmp_path / "a")
    before = read(tmp_path / "a")
    again = build_site(changed, tmp_path / "a")
    clean = build_site(changed, tmp_path / "b")
    assert read(tmp_path / "a") == read(tmp_path / "b")
    assert again.diagnostics == clean.diagnostics
    assert read(tmp_path / "a") != before
    back = build_site(start, tmp_path / "a")
    assert (read(tmp_path / "a"), back.diagnostics) == (before, first.diagnostics)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("words", {LETTER}),
        ("a heading", {LETTER, TELEGRAM, "frus1964-68v14_d250"}),  # its neighbours
        ("an element that is not known", {LETTER}),
    ],
)
def test_only_what_would_be_another_page_is_made_again(name: str, made: set[str], tmp_path: Path) -> None:
    out = tmp_path / "a"
    build_site(START, out)
    memory = read_memory(tmp_path / ".a.json", common(tmp_path))
    pages = make_pages(EDITS[name](START), before=memory, out=out)
    assert {file.removesuffix(".tei.html") for file in pages.made if file.endswith(".tei.html")} == made


def common(folder: Path) -> str:
    import json

    return str(json.loads((folder / ".a.json").read_text())["common"])


def test_a_page_that_somebody_changed_or_took_away_is_made_again(tmp_path: Path) -> None:
    build_site(START, tmp_path / "a")
    before = read(tmp_path / "a")
    (tmp_path / "a" / f"{LETTER}.html").write_text("mine")
    (tmp_path / "a" / "index.html").unlink()
    build_site(START, tmp_path / "a")
    assert read(tmp_path / "a") == before
    (tmp_path / ".a.json").write_text("{")
    build_site(START, tmp_path / "a")
    assert read(tmp_path / "a") == before
