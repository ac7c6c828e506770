"""How long the web pages of an edition take, in one process: `python benchmarks/site.py EDITION`.

EDITION is a folder with an edition.toml and its encoded documents, one of `chancery import` for example. It is not
changed: the pages go to a folder that is removed. CPU time is that of Pagefind too; memory is the most that was held.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chancery.builders.site import build_site
from chancery.edition import load_edition
from chancery.model.publication import Publication, SiteFacts
from chancery.publishing import read_publication


def spent() -> float:
    """CPU seconds of this process and of those that it started."""
    own, started = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


def measure(words: str, work: Callable[[], object]) -> None:
    """Print how long the work took."""
    before, began = spent(), time.perf_counter()
    work()
    print(f"{words:32} {spent() - before:6.2f} s CPU {time.perf_counter() - began:6.2f} s")


def edit(publication: Publication) -> Publication:
    """The same with a word more in its middle document."""
    documents = list(publication.documents)
    stem, data = documents[middle := len(documents) // 2]
    documents[middle] = (stem, data.replace(b"</p>", b" Edited.</p>", 1))
    return replace(publication, documents=tuple(documents))


def main(folder: Path) -> None:
    publication, _ = read_publication(load_edition(folder)[0])
    site = publication.site or SiteFacts(publication.facts)
    plain = replace(publication, site=replace(site, search=False))
    print(f"{len(publication.documents)} documents")
    with tempfile.TemporaryDirectory() as out:
        measure("all pages, without search", lambda: build_site(plain, Path(out, "a")))
        print(f"{'memory':32} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
        measure("after a change to one document", lambda: build_site(edit(plain), Path(out, "a")))
        measure("nothing changed", lambda: build_site(edit(plain), Path(out, "a")))
        measure("all pages, with search", lambda: build_site(publication, Path(out, "b")))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
