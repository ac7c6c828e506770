"""The `teiHeader`: what the document is, where it comes from, who says what of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery import __version__
from chancery.model.metadata import EditionFacts, Metadata
from chancery.tei.builder import Builder
from chancery.tei.description import Description
from chancery.tei.profile import write_profile
from chancery.tei.sourcing import write_source
from chancery.tei.tree import XML_ID

PRINCIPLES = (
    "The words, spelling, punctuation and quotation marks are those of the source. Line breaks, bullets and the "
    "numbers of notes and pages are encoded, not kept as text. Names, dates and references were tagged by machine: "
    'each such tag carries resp="#chancery" and, where it is a judgement, its certainty.'
)


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a TEI file's neighbours lie, as seen from it."""

    schema: str = "../schema/chancery"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """How the TEI came to be: who says what, by which principles, what was done."""

    principles: str = PRINCIPLES
    done: str = "Encoded from the source as found."
    responsible: tuple[tuple[str, str, str], ...] = (("chancery", "encoding by machine", "Chancery"),)  # id, resp, name


ENCODED = Origin()


def write_header(
    builder: Builder, described: Description, facts: EditionFacts, paths: Paths, origin: Origin = ENCODED
) -> None:
    """Write the header of one document."""
    with builder.block("teiHeader"):
        with builder.block("fileDesc"):
            _write_title(builder, described, facts, origin)
            _write_publication(builder, described.metadata, facts)
            write_source(builder, described)
        _write_encoding(builder, paths, origin)
        write_profile(builder, described, facts.language or "en")
        with builder.block("revisionDesc"):
            attributes = {"who": "#chancery"} | ({"source": paths.source} if paths.source else {})
            builder.element("change", origin.done, attributes)


def _write_title(builder: Builder, described: Description, facts: EditionFacts, origin: Origin) -> None:
    with builder.block("titleStmt"):
        builder.element("title", described.title)
        for name, role in described.editors or [(editor, "") for editor in facts.editors]:
            builder.element("editor", name, {"role": role} if role else {})
        with builder.block("respStmt", {XML_ID: "edition"}):
            builder.element("resp", described.metadata.says or "facts that the text does not say")
            builder.element("name", facts.title or "the edition")
        for ident, what, name in origin.responsible:
            with builder.block("respStmt", {XML_ID: ident}):
                builder.element("resp", what)
                builder.element("name", name)


def _write_publication(builder: Builder, known: Metadata, facts: EditionFacts) -> None:
    with builder.block("publicationStmt"):
        builder.element("publisher", facts.publisher or facts.title or "unpublished")
        if facts.licence or known.volume.rights:
            with builder.block("availability"):
                if facts.licence:
                    target = {"target": facts.licence_address} if facts.licence_address else {}
                    builder.element("licence", facts.licence, target)
                if known.volume.rights:
                    builder.element("p", known.volume.rights)


def _write_encoding(builder: Builder, paths: Paths, origin: Origin) -> None:
    with builder.block("encodingDesc"):
        with builder.block("editorialDecl"):
            builder.element("p", origin.principles)
        version = re.match(r"[\d.]*\d", __version__)
        with (
            builder.block("appInfo"),
            builder.block("application", {"ident": "chancery", "version": version[0] if version else "0"}),
        ):
            builder.element("label", "Chancery")
        builder.element("schemaRef", attributes={"type": "relaxng", "url": f"{paths.schema}.rng"})
