"""A TEI file put together from a header and a text that is there already."""

from __future__ import annotations

from lxml import etree

from chancery.model.metadata import EditionFacts
from chancery.tei.builder import Builder
from chancery.tei.description import Description
from chancery.tei.header import Origin, Paths, write_header
from chancery.tei.layout import lay_out
from chancery.tei.tree import TEI, XML_LANG, parse
from chancery.tei.writer import frame


def assemble(described: Description, text: etree._Element, facts: EditionFacts, paths: Paths, origin: Origin) -> bytes:
    """The file of `text`, which is a volume's or, as a `div`, a document's; it is laid out in place."""
    builder = Builder()
    with builder.block("TEI", {XML_LANG: facts.language or "en"}):
        write_header(builder, described, facts, paths, origin)
    root = parse(builder.finish().encode(), described.id).getroot()
    if text.tag == f"{TEI}div":
        whole = etree.Element(f"{TEI}text")
        etree.SubElement(whole, f"{TEI}body").append(text)
        text = whole
    root[-1].tail = "\n  "
    root.append(text)
    lay_out(text, 1)
    text.tail = "\n"
    etree.cleanup_namespaces(root)
    return frame(etree.tostring(root, encoding="unicode"), paths)
