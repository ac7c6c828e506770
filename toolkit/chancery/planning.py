"""What `chancery convert` is asked for, and what that means for each source: where its TEI goes, or why it cannot."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from chancery.conversion import Job, said_source
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.edition.documents import describe
from chancery.files import check_name, inside, name_page, read_bytes, shown, write_whole
from chancery.resources import SCHEMA, SCHEMA_FILES
from chancery.schemas import edition_schema
from chancery.tei.header import Paths
from chancery.validators.pointers import REGISTERS


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be converted, and how."""

    sources: tuple[Path, ...]
    edition: Edition | None = None
    persons: Path | None = None  # instead of the edition's register
    terms: Path | None = None  # instead of the edition's register of terms
    out: Path | None = None  # instead of the edition's folder
    processes: int = 0  # 0: as many as are worth starting
    force: bool = False
    dry: bool = False

    @property
    def folder(self) -> Path:
        """Where the TEI files go."""
        return self.out or (self.edition.tei if self.edition else Path("tei"))

    @property
    def registers(self) -> tuple[Path | None, Path | None]:
        """The registers of persons and of terms, where there are any."""
        own = (self.edition.persons, self.edition.terms) if self.edition else (None, None)
        return self.persons or own[0], self.terms or own[1]

    @property
    def at_home(self) -> bool:
        """Whether the TEI files go into the folder of the edition, or somewhere below it."""
        return self.edition is not None and self.folder.resolve().is_relative_to(self.edition.folder)


def plan_job(order: Order, source: Path) -> Job:
    """The source with what is known of it and with the file that it will become."""
    edition, target = order.edition, Path(shown(order.folder)) / f"{source.stem}.xml"
    metadata = edition.metadata(source.stem) if edition else describe(source.stem, {}, {})
    return Job(source, shown(source), target, metadata, _find_paths(order, source))


def refuse_source(order: Order, source: Path) -> Diagnostic | None:
    """Why nothing can be written for the source: its name, or that it is a link to something outside the edition."""
    edition, target = order.edition, order.folder / f"{source.stem}.xml"
    try:
        check_name(target.name)
    except ChanceryError as error:
        return Diagnostic("F002", shown(source), None, error.message, error.hint)
    if target.name.lower() in REGISTERS or (edition and target.absolute() in edition.registers):
        message = f"{target.name} is a register, which is not written over"
        return Diagnostic("F002", shown(source), None, message, "rename the source")
    try:
        if edition and source in edition.sources:
            inside(edition.folder, source)
    except ChanceryError as error:
        return Diagnostic("S005", shown(source), None, error.message, error.hint)
    return None


def warn_of_name(order: Order, job: Job) -> tuple[Diagnostic, ...]:
    """The finding that the document's page cannot have its name, or can have none."""
    stem = job.target.stem
    try:
        page = name_page(stem) if order.edition and order.out is None else stem
    except ChanceryError as error:
        return (Diagnostic("F004", job.shown, None, error.message, error.hint),)
    hint = "rename the file now if the page shall have another address: letters, digits, dot, hyphen, underscore"
    message = f"{stem!r} cannot be part of a page's address; its page is called {page}.html"
    return () if page == stem else (Diagnostic("F004", job.shown, None, message, hint),)


def name_source(edition: Edition, encoded: Path) -> Path | None:
    """The file that a TEI file of the edition says it was made from; None where it says none."""
    said = said_source(encoded)
    return Path(os.path.normpath(edition.tei / said)) if said else None


def put_schema(order: Order) -> None:
    """Put the schema where the TEI files look for it; in an edition its own, compiled, or of ours what is missing."""
    if order.edition and order.edition.schema and order.at_home:
        edition_schema(order.edition)
        return
    home = order.edition.folder if order.edition and order.at_home else order.folder
    for name in SCHEMA_FILES:
        target = home / "schema" / name
        if not (order.at_home and target.exists()):
            write_whole(target, read_bytes(SCHEMA / name))


def _find_paths(order: Order, source: Path) -> Paths:
    """Where schema and source lie as seen from the TEI file; outside an edition its source may be anywhere."""
    edition = order.edition
    if edition is None or not order.at_home:
        return Paths("schema/chancery")
    start = order.folder.resolve()

    def seen(path: Path) -> str:
        return quote(Path(os.path.relpath(path, start)).as_posix())

    near = source.resolve().is_relative_to(edition.folder)
    return Paths(seen(edition.compiled_schema), seen(source.resolve()) if near else "")
