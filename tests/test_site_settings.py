"""The table [site]: what it says, and what is said of its mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chancery.diagnostics import ChanceryError
from chancery.edition import Edition, load_edition
from chancery.edition.site import CONTRAST, PAPERS, contrast
from chancery.resources import XSLT


def load(folder: Path, toml: str) -> tuple[Edition, list[str]]:
    (folder / "edition.toml").write_text(toml, "utf-8")
    (folder / "about.md").write_text("# About")
    (folder / "About.xml").write_text("<TEI/>")
    (folder / "logo.gif").write_bytes(b"GIF89a")
    try:
        edition, findings = load_edition(folder)
    except ChanceryError as error:
        return load_edition_of(folder), [str(found) for found in error.diagnostics]
    return edition, [str(found) for found in findings]


def load_edition_of(folder: Path) -> Edition:
    (folder / "edition.toml").write_text("")
    return load_edition(folder)[0]


def test_what_the_site_does_not_say_is_the_editions(tmp_path: Path) -> None:
    toml = 'title = "E"\nlicence = "CC0"\nlicence_address = "https://a.org/"\neditors = ["A"]\nlanguage = "de"\n'
    edition, _ = load(tmp_path, toml + '[site]\ntitle = "S"\naddress = "https://b.org/e"\nsearch = false\n')
    site = edition.site.facts
    assert (site.edition.title, site.edition.editors, site.edition.language) == ("S", ("A",), "de")
    assert (site.edition.licence_address, site.address, site.search) == ("https://a.org/", "https://b.org/e/", False)
    assert edition.facts.title == "E"
    edition, _ = load(tmp_path, toml + '[site]\nlicence = "CC BY"\n')
    assert (edition.site.facts.edition.licence, edition.site.facts.edition.licence_address) == ("CC BY", "")
    assert edition.site.facts.search


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('accent = "blue"', "error C003 accent must be a colour such as #1b4f8c, not 'blue'"),
        ('accent = "#ff9900"', "warning C010 accent: #ff9900 has a contrast of 1."),
        ('accent_dark = "#333333"', "warning C010 accent_dark: #333333 has a contrast of 1."),
        ('search = "no"', "error C003 search must be true or false, without quotes, not a text"),
        ('language = "xx"', "error C003 the pages cannot speak 'xx': there are labels in de, en, fr"),
        ('logo = "logo.gif"', "error C003 logo: logo.gif is none of .png"),
        ('logo = "gone.png"', "error C009 logo: there is no file gone.png"),
        ('logo = "../x.png"', "error C005 logo: ../x.png leads out of"),
        ('pages = ["about.md", "About.xml"]', "error C003 pages: two pages would be called About"),
        ('pages = ["edition.toml"]', "error C003 pages: edition.toml is none of .md, .xml"),
        ('adress = "https://a.org"', "error C002 there is no key 'adress' here"),
    ],
)
def test_mistakes_have_their_line(toml: str, words: str, tmp_path: Path) -> None:
    edition, findings = load(tmp_path, f"[site]\n{toml}\n")
    assert any(f"edition.toml:2: {words}" in found for found in findings), findings
    assert not edition.site.facts.accent  # one that cannot be read is not taken


def test_a_site_that_is_no_table(tmp_path: Path) -> None:
    assert "must be a table [site], not a text" in load(tmp_path, 'site = "x"')[1][0]


def test_colours_are_checked_against_those_of_the_pages() -> None:
    style = "".join(path.read_text("utf-8") for path in sorted((XSLT / "html").rglob("*.css")))
    schemes = re.findall(r"--paper: (#\w+); --raised: (#\w+);.*?--link: (#\w+); --lit: (#\w+);", style)
    found = [(paper, raised, lit) for paper, raised, _, lit in schemes]
    assert found[:2] == list(PAPERS.values())
    for (_, _, link, _), papers in zip(schemes, PAPERS.values(), strict=False):
        assert min(contrast(link, paper) for paper in papers) >= CONTRAST
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
