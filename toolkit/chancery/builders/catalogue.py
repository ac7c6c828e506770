"""The first pass over an edition's documents, shared by the outputs: trees that know their name, and a catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication
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


def catalogue(sheet: Stylesheet, trees: Iterable[Tree], parameters: dict[str, Tree], facts: EditionFacts) -> Tree:
    """A `c:edition` of the facts of all documents, in their order: the parameter `catalogue`."""
    root = etree.Element(f"{C}edition", nsmap={"c": NAMESPACE})
    for name in ("title", "publisher", "licence", "licence_address", "language"):
        root.set(name.replace("_", "-"), getattr(facts, name))
    for editor in facts.editors:
        etree.SubElement(root, f"{C}editor").text = editor
    for tree in trees:
        done = sheet.run(tree, {"step": "facts", **parameters})
        root.append(parse(done.text.encode(), "facts").getroot())
    return sheet.tree(etree.tostring(root, encoding="unicode"))
