"""Web pages of volumes that were imported: a small one with every construct, and a whole one of the series."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from html_edition import Built

from chancery.builders.site import build_site
from chancery.edition import load_edition
from chancery.importing import import_volume
from chancery.publishing import read_publication
from conftest import ROOT, shared

ABOUT = "# About\n\nThis edition has a page of its [editors’ own](index.html).\n\n- One.\n- Two.\n"
SITE = '\n[site]\npages = ["about.md"]\n'


@cache
def build_small() -> Built:
    """The site of the small volume, with search and a page of the editors' own."""
    return _build(ROOT / "tests" / "imports" / "cases" / "constructs" / "volume.xml")


@cache
def build_whole() -> Built:
    """The site of a whole volume of the series, with search."""
    return _build(shared("volumes/frus1964-68v14.xml"))


def _build(volume: Path) -> Built:
    folder = Path(tempfile.mkdtemp(prefix="chancery-imported-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    import_volume(volume, folder)
    settings = folder / "edition.toml"
    settings.write_text(settings.read_text("utf-8") + SITE, "utf-8")
    (folder / "about.md").write_text(ABOUT, "utf-8")
    publication, _ = read_publication(load_edition(folder)[0])
    return Built(folder / "html", build_site(publication, folder / "html"))
