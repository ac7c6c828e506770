"""The book's content as print XML: what goes into the stylesheet, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from chancery.builders.catalogue import NAMESPACE, C, load, load_parameters
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication
from chancery.resources import XSLT
from chancery.tei.tree import line_at, parse
from chancery.xslt import Parameter, Stylesheet, Tree


def write_content(publication: Publication) -> tuple[etree._Element, list[Diagnostic]]:
    """The print XML that xslt/print.xsl describes, and a finding for every element that it has no form for."""
    stylesheet = Stylesheet(XSLT / "print.xsl")
    facts, documents = publication.facts, publication.documents
    language, region = _language(facts.language)
    trees = [_load(stylesheet, stem, data) for stem, data in documents]
    parameters: dict[str, Parameter] = {"documents": trees, "language": language, "region": region}
    parameters.update(load_parameters(stylesheet, publication))
    done = stylesheet.run(stylesheet.tree(_describe(facts)), parameters)
    return parse(done.text.encode(), "the print XML").getroot(), _unhandled(done.messages, dict(documents))


def _language(tag: str) -> tuple[str, str]:
    """en-US as Typst wants it: en, US; English where it is no language tag."""
    language, _, region = tag.replace("_", "-").partition("-")
    known = re.fullmatch("[A-Za-z]{2,3}", language)
    return (language.lower() if known else "en", region.upper() if re.fullmatch("[A-Za-z]{2}", region) else "")


def _load(stylesheet: Stylesheet, stem: str, data: bytes) -> Tree:
    try:
        return load(stylesheet, stem, data)
    except ChanceryError as error:  # Saxon's parser has limits that lxml's lacks: a hundred elements in each other
        words = error.message if stem in error.message else f"{stem}.xml: {error.message}"
        raise ChanceryError(words, error.hint, error.status) from None


def _describe(facts: EditionFacts) -> bytes:
    root = etree.Element(f"{C}edition", nsmap={"c": NAMESPACE})
    root.set("title", facts.title)
    root.set("publisher", facts.publisher)
    root.set("licence", facts.licence)
    root.set("licence-address", facts.licence_address)
    for editor in facts.editors:
        etree.SubElement(root, f"{C}editor").text = editor
    return etree.tostring(root, encoding="utf-8")


def _unhandled(messages: Sequence[str], documents: dict[str, bytes]) -> list[Diagnostic]:
    """One finding for each name of element in each document, where it stands first."""
    first: dict[tuple[str, str], str] = {}
    for message in messages:
        for told in parse(message.encode(), "a message").getroot().iter(f"{C}unhandled"):
            first.setdefault((told.get("stem", ""), told.get("name", "")), told.get("path", ""))
    found = []
    for (stem, name), path in first.items():
        line = line_at(parse(documents[stem], stem), path) if stem in documents else None
        words = f"the book has no form for <{name}> here, its text was kept"
        found.append(Diagnostic("H010", f"{stem}.xml", line, words))
    return found
