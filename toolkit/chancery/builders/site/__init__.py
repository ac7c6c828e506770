"""The HTML edition: a folder of pages that any web server can serve, or that are opened from the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.builders.copies import copy_encoded
from chancery.builders.search import add_search, drop_search, is_searchable, mark_pages, missing
from chancery.builders.site.feeds import make_feeds
from chancery.builders.site.memory import Memory, read_memory, write_memory
from chancery.builders.site.pages import Pages, make_pages
from chancery.builders.site.static import make_static
from chancery.builders.site.writing import write_files
from chancery.diagnostics import Diagnostic
from chancery.model.publication import Publication, SiteFacts
from chancery.stamps import mark_inputs

__all__ = ["Pages", "Site", "build_site", "make_pages"]


@dataclass(frozen=True, slots=True)
class Site:
    """What was built: the files, each written or already the same, and what there is to say."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_site(publication: Publication, out: Path, progress: Callable[[int], None] | None = None) -> Site:
    """The HTML edition in `out`; pages that would be the same are not made again.

    A document that cannot be read is left out with a finding; `progress` is told how many documents are done.
    Raises ChanceryError where the register cannot be read or the folder cannot be written.
    """
    site = publication.site or SiteFacts(publication.facts)
    lacking = site.search and not is_searchable()
    if lacking:
        site = replace(site, search=False)
        publication = replace(publication, site=site)
    memory = out.with_name(f".{out.name}.json")
    before = read_memory(memory, _mark_common(publication, site))
    pages = make_pages(publication, progress, before, out)
    files = {**pages.made, **make_static(site)}
    for name, register in (("persons.xml", publication.persons), ("terms.xml", publication.terms)):
        if register is not None:
            files[name] = copy_encoded(register, name)
    files |= make_feeds(site, {*pages.kept, *files}, pages)
    written = write_files(files, pages.kept, out)
    write_memory(memory, Memory(before.common, pages.works))
    index: list[Path] = []
    findings = [missing()] if lacking else []
    if site.search:
        index, findings = add_search(out, mark_pages(pages.digests()))
    else:
        drop_search(out)
    return Site((*written, *index), (*pages.findings, *findings))


def _mark_common(publication: Publication, site: SiteFacts) -> str:
    """A digest of what every page depends on, whatever it shows."""
    settings = replace(site, pages=(), logo=site.logo and (site.logo[0], b""), book=site.book and (site.book[0], b""))
    return mark_inputs(repr(settings), publication.persons, publication.terms)
