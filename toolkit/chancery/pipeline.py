"""One document's way from source to TEI: reader, annotators, linking, writer, each an arrow of docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from chancery.annotators import ANNOTATORS
from chancery.diagnostics import Diagnostic
from chancery.edition.naming import name_document
from chancery.linking import linker, term_tagger
from chancery.model.division import Division, take_part
from chancery.model.document import Document
from chancery.model.ledger import PATTERNS, Reason
from chancery.model.metadata import EditionFacts, Metadata
from chancery.model.persons import Register
from chancery.model.source import Source
from chancery.model.terms import Terms
from chancery.readers import divide, read
from chancery.tei.header import Paths
from chancery.tei.writer import write_tei
from chancery.validators.faults import find_faults

Stage = tuple[str, Callable[[Document], Document]]

OUR_FAULT = "this is a fault of the converter, not of the text; please report it with the source"


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document's TEI and what was found on the way; no bytes when it must not be written."""

    data: bytes
    volume: str  # with the number, what document it is
    number: str
    diagnostics: tuple[Diagnostic, ...]
    stem: str = ""  # of the file's name, where it is not that of the source
    line: int | None = None  # of the source, on which the document begins, where there are several


def stages(register: Register | None, terms: Terms | None = None) -> tuple[Stage, ...]:
    """The annotators in their order, the last of them linking names to `register`, terms to `terms`."""
    return (*ANNOTATORS, ("persons", linker(register)), ("terms", term_tagger(terms)))


def read_document(source: Source, metadata: Metadata) -> Document:
    """The document as its layout's reader cuts it, with what the edition knows of it."""
    return replace(read(source), metadata=metadata)


def trace(source: Source, metadata: Metadata, steps: tuple[Stage, ...]) -> Iterator[tuple[str, Document]]:
    """The document after each stage, by the stage's name."""
    document = read_document(source, metadata)
    yield "reader", document
    for name, annotate in steps:
        document = annotate(document)
        yield name, document


def encode_all(
    source: Source, know: Callable[[str], Metadata], facts: EditionFacts, paths: Paths, steps: tuple[Stage, ...]
) -> tuple[Encoded, ...]:
    """The TEI of each document in a source; `know` tells what is known of a document, by its name."""
    division, items = read_parts(source, know)
    if fault := division.find_fault(source.text):
        return (Encoded(b"", "", "", (Diagnostic("W001", source.path, None, fault, OUR_FAULT),)),)
    made = []
    for number, (part, metadata) in enumerate(items):
        encoded = encode(part, metadata, facts, paths, steps)
        told = (*division.diagnostics, *encoded.diagnostics) if number == 0 else encoded.diagnostics
        line = part.line(0) if len(items) > 1 else None
        made.append(replace(encoded, diagnostics=told, stem=part.stem, line=line))
    return tuple(made)


def read_parts(source: Source, know: Callable[[str], Metadata]) -> tuple[Division, list[tuple[Source, Metadata]]]:
    """How a source is divided, and each document in it with what is known of it."""
    division = divide(source)
    if len(division.parts) < 2:
        return division, [(source, know(source.stem))]
    items = []
    for place, part in enumerate(division.parts, 1):
        stem = name_document(source.stem, part.number, place)
        metadata = replace(know(stem), titles=tuple(PATTERNS[Reason.CONTROL].sub("", title) for title in part.titles))
        items.append((take_part(source, division, part, stem), metadata))
    return division, items


def encode(source: Source, metadata: Metadata, facts: EditionFacts, paths: Paths, steps: tuple[Stage, ...]) -> Encoded:
    """The TEI of a source; W002 and no bytes when it is not valid, which is our fault."""
    document = next(document for name, document in trace(source, metadata, steps) if name == steps[-1][0])
    written = write_tei(document, facts, paths)
    found = [*document.diagnostics, *written.diagnostics]
    data, volume, number = written.data, document.metadata.volume.id, document.metadata.number
    del document  # of a large source it takes more room than the check that follows
    if invalid := find_faults(data, source.path) if data else []:
        deep = invalid[0].code == "V103"
        message = f"the TEI made of it would not be valid: {invalid[0].message}"
        found.append(
            Diagnostic("W002", source.path, None, message, "mend the indents of its lists" if deep else OUR_FAULT)
        )
        data = b""
    return Encoded(data, volume, number, tuple(found))
