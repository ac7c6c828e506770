"""The HTML edition of the documents in this folder, built once."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
