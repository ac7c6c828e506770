"""The book's content as print XML: what goes into the stylesheet, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.model.metadata import EditionFacts
from chancery.resources import XSLT
from chancery.tei.tree import parse
from chancery.xslt import Parameter, Stylesheet, Tree

PREPARED = "urn:chancery:prepared"  # the namespace of what prepare.xsl reads and adds


def write_content(
    facts: EditionFacts, documents: Sequence[tuple[str, bytes]], register: bytes | None
) -> tuple[etree._Element, list[Diagnostic]]:
    """The print XML that xslt/print.xsl describes, and a finding for every element that it has no form for."""
    stylesheet = Stylesheet(XSLT / "print.xsl")
    language, region = _language(facts.language)
    trees = [_read_tree(stylesheet, stem, data) for stem, data in documents]
    parameters: dict[str, Parameter] = {"documents": trees, "language": language, "region": region}
    if register is not None:
        parameters["register"] = stylesheet.tree(etree.tostring(parse(register, "the register"), encoding="utf-8"))
    done = stylesheet.run(stylesheet.tree(_describe(facts)), parameters)
    return parse(done.text.encode(), "the print XML").getroot(), [_unhandled(message) for message in done.messages]


def _language(tag: str) -> tuple[str, str]:
    """en-US as Typst wants it: en, US; English where it is no language tag."""
    language, _, region = tag.replace("_", "-").partition("-")
    known = re.fullmatch("[A-Za-z]{2,3}", language)
    return (language.lower() if known else "en", region.upper() if re.fullmatch("[A-Za-z]{2}", region) else "")


def _read_tree(stylesheet: Stylesheet, stem: str, data: bytes) -> Tree:
    root = parse(data, f"{stem}.xml").getroot()
    root.set(f"{{{PREPARED}}}stem", stem)
    try:
        return stylesheet.tree(etree.tostring(root, encoding="utf-8"))
    except ChanceryError as error:  # Saxon's parser has limits that lxml's lacks: a hundred elements in each other
        raise ChanceryError(f"{stem}.xml: {error.message}", error.hint, error.status) from None


def _describe(facts: EditionFacts) -> bytes:
    root = etree.Element(f"{{{PREPARED}}}edition", nsmap={"c": PREPARED})
    root.set("title", facts.title)
    root.set("publisher", facts.publisher)
    root.set("licence", facts.licence)
    root.set("licence-address", facts.licence_address)
    for editor in facts.editors:
        etree.SubElement(root, f"{{{PREPARED}}}editor").text = editor
    return etree.tostring(root, encoding="utf-8")


def _unhandled(message: str) -> Diagnostic:
    told = parse(message.encode(), "a message").getroot()
    named = told if told.get("name") else next(iter(told.iter(f"{{{PREPARED}}}unhandled")), told)
    words = f"the book has no form for <{named.get('name')}>, its text was kept: {named.get('path')}"
    return Diagnostic("H010", f"{named.get('stem')}.xml", None, words)
