"""The `teiHeader`: what the document is, where it comes from, who says what of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chancery import __version__
from chancery.model.metadata import EditionFacts, Metadata
from chancery.tei.builder import Builder
from chancery.tei.description import Dating, Description, Party
from chancery.tei.provenance import Provenance
from chancery.tei.tree import XML_ID

PRINCIPLES = (
    "The words, spelling, punctuation and quotation marks are those of the source. Line breaks, bullets and the "
    "numbers of notes and pages are encoded, not kept as text. Names, dates and references were tagged by machine: "
    'each such tag carries resp="#chancery" and, where it is a judgement, its certainty.'
)
CORRESPONDENCE = ("telegram", "letter", "memorandum", "message")
_EDITION = {"resp": "#edition"}
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "ru": "Russian"}


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
            _write_source(builder, described)
        _write_encoding(builder, paths, origin)
        _write_profile(builder, described, facts)
        with builder.block("revisionDesc"):
            attributes = {"who": "#chancery"} | ({"source": paths.source} if paths.source else {})
            builder.element("change", origin.done, attributes)


def _write_title(builder: Builder, described: Description, facts: EditionFacts, origin: Origin) -> None:
    with builder.block("titleStmt"):
        builder.element("title", described.title)
        for editor in facts.editors:
            builder.element("editor", editor)
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


def _write_source(builder: Builder, described: Description) -> None:
    known, volume = described.metadata, described.metadata.volume
    with builder.block("sourceDesc"):
        with builder.block("bibl"):
            if volume.series:
                builder.element("title", volume.series, {"level": "s"})
            builder.element("title", volume.title or volume.id or described.title, {"level": "m"})
            if volume.id:
                builder.element("idno", volume.id, {"type": "volume"})
            for editor in volume.editors:
                builder.element("editor", editor)
            if volume.publisher:
                builder.element("publisher", volume.publisher)
            if volume.year:
                builder.element("date", volume.year)
            if known.number:
                builder.element("biblScope", known.number, {"unit": "document"})
            for title in known.titles:
                builder.element("biblScope", title, {"unit": "chapter"})
            if known.page:
                builder.element("biblScope", known.page, {"unit": "page", **_EDITION})
            if volume.address:
                builder.element("ptr", attributes={"target": f"{volume.address.rstrip('/')}/{described.id}"})
        if described.provenance.repository:
            _write_manuscript(builder, described.provenance)


def _write_manuscript(builder: Builder, provenance: Provenance) -> None:
    with builder.block("msDesc"), builder.block("msIdentifier"):
        builder.element("repository", provenance.repository)
        if provenance.collection:
            builder.element("collection", provenance.collection)
        for name, value in (("box", provenance.box), ("file", provenance.file)):
            if value:
                builder.element("idno", value, {"type": name})


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


def _write_profile(builder: Builder, described: Description, facts: EditionFacts) -> None:
    known, provenance, dating = described.metadata, described.provenance, described.dating
    with builder.block("profileDesc"):
        if dating.attributes or dating.date or dating.place:
            with builder.block("creation"):
                _write_dating(builder, dating)
        with builder.block("langUsage"):
            language = facts.language or "en"
            builder.element("language", _LANGUAGES.get(language, language), {"ident": language})
        terms = [("kind", known.kind), ("classification", provenance.classification)]
        terms += [("handling", mark) for mark in provenance.handling]
        if any(value for _, value in terms):
            with builder.block("textClass"), builder.block("keywords"):
                for name, value in terms:
                    if value:
                        builder.element("term", value, {"type": name})
        if known.kind in CORRESPONDENCE:
            _write_correspondence(builder, described)


def _write_dating(builder: Builder, dating: Dating) -> None:
    if dating.date:
        builder.element("date", dating.date, {**dict(dating.attributes), "resp": dating.date_resp})
    if dating.place:
        builder.element("placeName", dating.place, {"resp": dating.place_resp})


def _write_correspondence(builder: Builder, described: Description) -> None:
    dating = described.dating
    if not described.senders and not described.recipients:
        return
    with builder.block("correspDesc"):
        if described.senders or dating.date or dating.place:
            with builder.block("correspAction", {"type": "sent"}):
                _write_parties(builder, described.senders)
                _write_dating(builder, Dating(dating.date, dating.attributes, date_resp=dating.date_resp))
                _write_dating(builder, Dating(place=dating.place, place_resp=dating.place_resp))
        if described.recipients:
            with builder.block("correspAction", {"type": "received"}):
                _write_parties(builder, described.recipients)


def _write_parties(builder: Builder, parties: Sequence[Party]) -> None:
    for party in parties:
        builder.element(party.element, party.words, {"ref": party.ref} if party.ref else {})
