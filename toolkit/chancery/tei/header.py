"""The `teiHeader`: what the document is, where it comes from, who says what of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from chancery import __version__
from chancery.model.document import Block, Document, Kind, Span
from chancery.model.metadata import EditionFacts, Metadata
from chancery.tei.builder import Builder
from chancery.tei.ids import document_id
from chancery.tei.provenance import Provenance, read_provenance
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
class Dating:
    """A date or place of writing: words, attributes for `date`, and whether the text itself says so."""

    date: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    place: str = ""
    date_resp: str = "#edition"
    place_resp: str = "#edition"


def write_header(builder: Builder, document: Document, facts: EditionFacts, paths: Paths) -> None:
    """Write the header of one document."""
    provenance = read_provenance(_source_note(document))
    dating = date_document(document)
    with builder.block("teiHeader"):
        with builder.block("fileDesc"):
            _write_title(builder, document, facts)
            _write_publication(builder, document.metadata, facts)
            _write_source(builder, document, provenance)
        _write_encoding(builder, paths)
        _write_profile(builder, document, facts, provenance, dating)
        with builder.block("revisionDesc"):
            attributes = {"who": "#chancery"} | ({"source": paths.source} if paths.source else {})
            builder.element("change", "Encoded from the source as found.", attributes)


def date_document(document: Document) -> Dating:
    """Date and place of writing: the first dateline's, else the edition's."""
    known = document.metadata
    date, place = _first_span(document, "date"), _first_span(document, "placeName")
    words, attributes = _words(date), tuple(a for a in date[1].attributes if a[0] != "resp") if date else ()
    date_resp, place_resp = "#chancery", "#chancery"
    if not attributes and any((known.date, known.date_from, known.not_before, known.not_after)):
        pairs = (("when", known.date), ("from", known.date_from), ("to", known.date_to),
                 ("notBefore", known.not_before), ("notAfter", known.not_after))  # fmt: skip
        attributes, date_resp = tuple(pair for pair in pairs if pair[1]), "#edition"
        words = known.date_text or known.date or " – ".join(filter(None, (known.date_from, known.date_to))) or "undated"
    named = _words(place).strip(" ,[]")
    if not named and known.place:
        named, place_resp = known.place, "#edition"
    return Dating(words, attributes, named, date_resp, place_resp)


def _first_span(document: Document, name: str) -> tuple[Block, Span] | None:
    """The first date or place of the document's own dateline or heading; an attachment's are not its own."""
    own = list(takewhile(lambda block: block.kind is not Kind.ATTACHMENT, document.blocks))
    for kind in (Kind.DATELINE, Kind.HEAD):
        for block in own:
            if block.kind is kind and (found := [s for s in block.spans if s.name == name]):
                return block, found[0]
    return None


def _words(found: tuple[Block, Span] | None) -> str:
    return " ".join(found[0].text.chars[found[1].start : found[1].end].split()) if found else ""


def title_of(document: Document) -> str:
    """The heading's words, or the name of the source where there is none."""
    head = next((b.text.chars for b in document.blocks if b.kind is Kind.HEAD), "")
    return " ".join(head.split()) or document.source.stem


def _source_note(document: Document) -> str:
    note = next((n for n in document.notes if n.type == "source"), None)
    if note:
        return note.blocks[0].text.chars
    return next((b.text.chars for b in document.blocks if b.kind is Kind.SOURCE), "")


def _write_title(builder: Builder, document: Document, facts: EditionFacts) -> None:
    with builder.block("titleStmt"):
        builder.element("title", title_of(document))
        for editor in facts.editors:
            builder.element("editor", editor)
        with builder.block("respStmt", {XML_ID: "edition"}):
            builder.element("resp", document.metadata.says or "facts that the text does not say")
            builder.element("name", facts.title or "the edition")
        with builder.block("respStmt", {XML_ID: "chancery"}):
            builder.element("resp", "encoding by machine")
            builder.element("name", "Chancery")


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


def _write_source(builder: Builder, document: Document, provenance: Provenance) -> None:
    known, volume = document.metadata, document.metadata.volume
    with builder.block("sourceDesc"):
        with builder.block("bibl"):
            if volume.series:
                builder.element("title", volume.series, {"level": "s"})
            builder.element("title", volume.title or volume.id or title_of(document), {"level": "m"})
            if volume.id:
                builder.element("idno", volume.id, {"type": "volume"})
            if volume.publisher:
                builder.element("publisher", volume.publisher)
            if volume.year:
                builder.element("date", volume.year)
            if known.number:
                builder.element("biblScope", known.number, {"unit": "document"})
            if known.page:
                builder.element("biblScope", known.page, {"unit": "page", **_EDITION})
            if volume.address:
                address = f"{volume.address.rstrip('/')}/{document_id(known.number, document.source.stem)}"
                builder.element("ptr", attributes={"target": address})
        if provenance.repository:
            _write_manuscript(builder, provenance)


def _write_manuscript(builder: Builder, provenance: Provenance) -> None:
    with builder.block("msDesc"), builder.block("msIdentifier"):
        builder.element("repository", provenance.repository)
        if provenance.collection:
            builder.element("collection", provenance.collection)
        for name, value in (("box", provenance.box), ("file", provenance.file)):
            if value:
                builder.element("idno", value, {"type": name})


def _write_encoding(builder: Builder, paths: Paths) -> None:
    with builder.block("encodingDesc"):
        with builder.block("editorialDecl"):
            builder.element("p", PRINCIPLES)
        version = re.match(r"[\d.]*\d", __version__)
        with (
            builder.block("appInfo"),
            builder.block("application", {"ident": "chancery", "version": version[0] if version else "0"}),
        ):
            builder.element("label", "Chancery")
        builder.element("schemaRef", attributes={"type": "relaxng", "url": f"{paths.schema}.rng"})


def _write_profile(
    builder: Builder, document: Document, facts: EditionFacts, provenance: Provenance, dating: Dating
) -> None:
    known = document.metadata
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
            _write_correspondence(builder, document, dating)


def _write_dating(builder: Builder, dating: Dating) -> None:
    if dating.date:
        builder.element("date", dating.date, {**dict(dating.attributes), "resp": dating.date_resp})
    if dating.place:
        builder.element("placeName", dating.place, {"resp": dating.place_resp})


def _write_correspondence(builder: Builder, document: Document, dating: Dating) -> None:
    head = next((b for b in document.blocks if b.kind is Kind.HEAD), None)
    if head is None:
        return
    sides = {role: [s for s in head.spans if ("type", role) in s.attributes] for role in ("from", "to")}
    if not any(sides.values()):
        return
    with builder.block("correspDesc"):
        if sides["from"] or dating.date or dating.place:
            with builder.block("correspAction", {"type": "sent"}):
                _write_names(builder, head, sides["from"])
                _write_dating(builder, Dating(dating.date, dating.attributes, date_resp=dating.date_resp))
                _write_dating(builder, Dating(place=dating.place, place_resp=dating.place_resp))
        if sides["to"]:
            with builder.block("correspAction", {"type": "received"}):
                _write_names(builder, head, sides["to"])


def _write_names(builder: Builder, head: Block, spans: list[Span]) -> None:
    for span in spans:
        attributes = {name: value for name, value in span.attributes if name == "ref"}
        builder.element(span.name, _words((head, span)), attributes)
