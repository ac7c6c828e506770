"""The first pass over an edition's documents, shared by the outputs: trees that know their name, and a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.model.publication import Publication, SiteFacts
from chancery.resources import find_labels
from chancery.tei.tree import TEI, parse
from chancery.xslt import Stylesheet, Tree

NAMESPACE = "urn:chancery:prepared"  # what prepare.xsl adds
C = f"{{{NAMESPACE}}}"


def load(sheet: Stylesheet, stem: str, data: bytes) -> Tree:
    """The document's tree for `sheet`, with the stem of its file on the root; raises ChanceryError if it is no TEI."""
    root = parse(data, f"{stem}.xml").getroot()
    if root.tag != f"{TEI}TEI":
        raise ChanceryError(f"{stem}.xml: its root element is not TEI", status=Exit.UNREADABLE)
    root.set(f"{C}stem", stem)
    try:
        return sheet.tree(etree.tostring(root.getroottree(), encoding="unicode"))
    except ChanceryError as error:
        if "maxElementDepth" not in error.message:
            raise
        raise ChanceryError(f"{stem}.xml: more than 100 elements inside each other") from None


def load_parameters(sheet: Stylesheet, publication: Publication) -> dict[str, Tree]:
    """What every run over an edition is told: `labels`, and the registers `register` and `terms` where it has them."""
    registers = {"register": ("persons.xml", publication.persons), "terms": ("terms.xml", publication.terms)}
    trees = {
        parameter: sheet.tree(etree.tostring(parse(data, name), encoding="unicode"))
        for parameter, (name, data) in registers.items()
        if data is not None
    }
    return {**trees, "labels": sheet.tree(find_labels(publication.facts.language).read_bytes())}


def find_facts(sheet: Stylesheet, tree: Tree, parameters: Mapping[str, Tree]) -> str:
    """The facts of one file: a c:document or a c:volume."""
    return sheet.run(tree, {"step": "facts", **parameters}).text


def join_facts(found: Iterable[str], site: SiteFacts, pages: Iterable[tuple[str, str]] = ()) -> etree._Element:
    """A `c:edition` of the facts of all files, in their order: the parameter `catalogue`.

    `pages` are the names and titles of pages that the editors wrote.
    """
    root = etree.Element(f"{C}edition", nsmap={"c": NAMESPACE})
    for name in ("title", "publisher", "licence", "licence_address", "language"):
        root.set(name.replace("_", "-"), getattr(site.edition, name))
    root.set("description", site.description)
    root.set("address", site.address)
    root.set("logo", site.logo[0] if site.logo else "")
    root.set("book", site.book[0] if site.book else "")
    root.set("search", str(site.search).lower())
    for editor in site.edition.editors:
        etree.SubElement(root, f"{C}editor").text = editor
    for name, title in pages:
        etree.SubElement(root, f"{C}page", name=name, title=title)
    for facts in found:
        root.append(parse(facts.encode(), "facts").getroot())
    return root
