"""What crawlers and readers of feeds look for; only an edition that knows where it will stand has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml import etree

from chancery.builders.catalogue import C
from chancery.builders.site.memory import Work
from chancery.builders.site.pages import Pages
from chancery.model.publication import SiteFacts
from chancery.tei.tree import parse

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ATOM = "http://www.w3.org/2005/Atom"
MOST = 50


def make_feeds(site: SiteFacts, names: Collection[str], pages: Pages) -> dict[str, bytes]:
    """`sitemap.xml` and, where documents say when they were published, `feed.xml`; nothing without an address."""
    if not site.address:
        return {}
    entries = [facts for facts in map(_read, pages.works.values()) if facts is not None and facts.get("published")]
    feed = {"feed.xml": _make_feed(site, entries)} if entries else {}
    return {"sitemap.xml": _make_sitemap(site, names), **feed}


def _read(work: Work) -> etree._Element | None:
    root = parse(work.facts.encode(), "facts").getroot() if work.facts else None
    return root if root is not None and root.tag == f"{C}document" else None


def _make_sitemap(site: SiteFacts, names: Collection[str]) -> bytes:
    """Every page but those that show the encoding of another."""
    root = etree.Element("urlset", xmlns=SITEMAP)
    for name in sorted(names):
        if name.endswith(".html") and not name.endswith(".tei.html"):
            place = "" if name == "index.html" else name
            etree.SubElement(etree.SubElement(root, "url"), "loc").text = site.address + place
    return _write(root)


def _make_feed(site: SiteFacts, entries: Iterable[etree._Element]) -> bytes:
    """The documents, the one published last first, at most as many as feeds are read for."""
    latest = sorted(entries, key=lambda facts: facts.get("published", ""), reverse=True)[:MOST]
    root = etree.Element("feed", xmlns=ATOM)
    _describe(root, site.address, site.edition.title or site.address, latest[0].get("published", ""))
    etree.SubElement(root, "link", rel="self", href=f"{site.address}feed.xml")
    for name in site.edition.editors or (site.edition.publisher or site.edition.title or site.address,):
        etree.SubElement(etree.SubElement(root, "author"), "name").text = name
    for facts in latest:
        address = f"{site.address}{facts.get('stem')}.html"
        entry = etree.SubElement(root, "entry")
        _describe(entry, address, facts.findtext(f"{C}title") or address, facts.get("published", ""))
        if source := facts.findtext(f"{C}source"):
            etree.SubElement(entry, "summary").text = source
    return _write(root)


def _describe(element: etree._Element, address: str, title: str, published: str) -> None:
    etree.SubElement(element, "id").text = address
    etree.SubElement(element, "title").text = title
    etree.SubElement(element, "updated").text = f"{published[:10]}T00:00:00Z"
    etree.SubElement(element, "link", href=address)


def _write(root: etree._Element) -> bytes:
    """The tree, written; it is in the namespace that its root declares."""
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
