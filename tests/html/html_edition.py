"""The HTML edition of the documents in this folder, built once."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import html

from chancery.builders.site import Site, build_site
from chancery.model.metadata import EditionFacts
from chancery.model.publication import File, Publication
from conftest import ROOT

DOCUMENTS = Path(__file__).parent / "documents"
REGISTER = (ROOT / "tei" / "persons.xml").read_bytes()
FACTS = EditionFacts(
    "The Ivanov Case", ("Jane Roe",), "Chancery", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
)


def documents() -> list[File]:
    return [(path.stem, path.read_bytes()) for path in sorted(DOCUMENTS.glob("*.xml"))]


@dataclass(frozen=True, slots=True)
class Built:
    """A site in a folder."""

    folder: Path
    site: Site

    def page(self, name: str) -> html.HtmlElement:
        return html.fromstring((self.folder / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    def text(self, name: str, path: str) -> list[str]:
        """The texts, on one line each, of what the path finds on the page."""
        return [" ".join(found.text_content().split()) for found in self.page(name).xpath(path)]


@cache
def build_once() -> Built:
    """The site of all documents here, in a folder that goes when the tests have run."""
    folder = Path(tempfile.mkdtemp(prefix="chancery-html-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Built(folder, build_site(Publication(FACTS, tuple(documents()), REGISTER), folder))


def find_broken_links(built: Built) -> list[str]:
    """The links to files and places that are not there, and the ids that stand twice on a page."""
    pages = {path.name: built.page(path.name) for path in built.folder.glob("*.html")}
    listed = {name: page.xpath("//@id") for name, page in pages.items()}
    ids = {name: set(found) for name, found in listed.items()}
    files = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    faults = [f"{name}: an id twice" for name in pages if len(listed[name]) > len(ids[name])]
    for name, page in pages.items():
        for address in page.xpath("//@href | //@src"):
            file, _, place = address.partition("#")
            if address.startswith(("https:", "http:", "mailto:")):
                continue
            if (file or name) not in files or (place and unquote(place) not in ids[file or name]):
                faults.append(f"{name}: {address}")
    return faults
