"""A document as TEI, proved to have lost nothing."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.diagnostics import Diagnostic
from chancery.model.document import Document
from chancery.model.metadata import EditionFacts
from chancery.tei.body import Body
from chancery.tei.builder import Builder
from chancery.tei.description import describe
from chancery.tei.header import Paths, write_header
from chancery.tei.ids import Ids, document_id
from chancery.tei.inline import nest
from chancery.tei.proof import prove
from chancery.tei.tree import XML_LANG, parse

_MODELS = (
    ("rng", "http://relaxng.org/ns/structure/1.0"),
    ("sch", "http://purl.oclc.org/dsdl/schematron"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The TEI file's bytes and what was found on the way; no bytes when the proof failed."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...]


def write_tei(document: Document, facts: EditionFacts, paths: Paths) -> Written:
    """The document as TEI; W001 and no bytes when text and ledger do not give the source back."""
    builder = Builder()
    with builder.block("TEI", {XML_LANG: facts.language or "en"}):
        write_header(builder, describe(document), facts, paths)
        with builder.block("text"), builder.block("body"):
            ids = Ids(document_id(document.metadata.number, document.source.stem))
            Body(builder, document, ids).write()
    data = frame(builder.finish(), paths)
    found = list(_crossings(document))
    if trouble := prove(
        parse(data, document.source.path).getroot(), builder.runs, document.ledger, document.source.text
    ):
        hint = "this is a fault of the converter, not of the text; please report it with the source"
        found.append(Diagnostic("W001", document.source.path, None, trouble, hint))
        data = b""
    return Written(data, tuple(found))


def frame(root: str, paths: Paths) -> bytes:
    """The file's bytes, its root element with the instructions by which editors find the schema."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += [
        f'<?xml-model href="{paths.schema}.{kind}" type="application/xml" schematypens="{namespace}"?>'
        for kind, namespace in _MODELS
    ]
    return "\n".join([*lines, root, ""]).encode()


def _crossings(document: Document) -> list[Diagnostic]:
    blocks = [*document.blocks, *(block for note in document.notes for block in note.blocks)]
    found = []
    for block in blocks:
        for span in nest(block.spans).crossing:
            words = block.text.chars[span.start : span.end]
            line = document.source.line(block.text.origin(span.start))
            message = f"the tag {span.name} for “{words}” crosses another and was left out"
            found.append(Diagnostic("W003", document.source.path, line, message, "tag it by hand in the TEI"))
    return found
