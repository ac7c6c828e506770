"""What `chancery convert` does: which sources become which TEI files, with what is known of them, if need be."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chancery.conversion import Common, Fate, Job, Outcome, Shelf, convert, know
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.edition.naming import may_hold
from chancery.files import digest, make_folder, read_bytes, read_digests, read_source, shown
from chancery.model.metadata import EditionFacts, Metadata
from chancery.pipeline import Encoded
from chancery.planning import Order, name_source, plan_job, put_schema, refuse_source, warn_of_name
from chancery.stamps import Stamp, is_current, mark_inputs, read_stamps, write_stamps
from chancery.tei.header import Paths
from chancery.tei.registers import read_register
from chancery.tei.terms import read_terms
from chancery.tracing import Item
from chancery.validators.pointers import REGISTERS

_FACTS = 4  # of each document, in a stamp: its name, its line, its volume, its number
FEW = 25  # documents a process: what one needs before its first document takes as long as converting these


def encode_sources(order: Order) -> Iterator[Outcome]:
    """What became of each source, in their order; sources whose TEI is up to date are not converted again.

    Raises ChanceryError when the register cannot be read or nothing can be written to the folder.
    """
    if not order.dry:
        make_folder(order.folder, shown(order.folder))
        put_schema(order)
    common = _read_common(order)
    shelf = Shelf(order.folder, order.force, order.dry, one_volume=order.edition is not None and order.out is None)
    refused = {path: found for path in order.sources if (found := refuse_source(order, path))}
    yield from (_refuse(order, path, found) for path, found in refused.items())
    jobs = [plan_job(order, path) for path in order.sources if path not in refused]
    stamped = _Stamped(order.edition if order.out is None else None, common)
    try:
        yield from _copy_registers(order, common, shelf)
        for job, documents in stamped.convert(jobs, order.processes):
            outcomes = [_store(shelf, job.of(encoded), encoded) for encoded in documents]
            stamped.note(job, outcomes, documents)
            for outcome in outcomes:
                named = warn_of_name(order, outcome.job) if outcome.fate is not Fate.FAILED else ()
                yield replace(outcome, diagnostics=(*outcome.diagnostics, *named))
    finally:
        shelf.close()
        if not order.dry:
            stamped.close()


def read_item(order: Order, path: Path) -> tuple[Item, list[Diagnostic]]:
    """The source at `path` as the order would convert it; without text when it cannot be read."""
    source, findings = read_source(path, shown(path))
    common, job = _read_common(order), plan_job(order, path)
    register = read_register(common.register, common.register_name) if common.register is not None else None
    terms = read_terms(common.terms, common.terms_name) if common.terms is not None else None
    return Item(source, lambda stem: know(job, common, stem), common.facts, register, job.paths, terms), findings


def unencoded(edition: Edition) -> tuple[Path, ...]:
    """The edition's sources that have no TEI file yet."""
    new = [path for path in edition.sources if not (edition.tei / f"{path.stem}.xml").exists()]
    made = {name_source(edition, path) for path in edition.encoded()} if new else set()
    return tuple(path for path in new if path not in made)


def find_orphans(edition: Edition) -> Iterator[Diagnostic]:
    """The documents that were encoded from a source which is not there any more, or does not hold them any more."""
    sources, stamps = {path.stem: path for path in edition.sources}, read_stamps(edition.build)
    for name in sorted(read_digests(edition.tei)):
        path = edition.tei / name
        if not path.is_file() or path in edition.registers or name in REGISTERS:
            continue
        source = name_source(edition, path)
        source = source if source in edition.sources else sources.get(path.stem)
        stamp = stamps.get(f"tei {shown(source)}") if source else None
        hint = "delete it too, if it does not belong to the edition any more"
        if source is None:
            yield Diagnostic("F003", shown(path), None, "its source is gone; it stays in the edition", hint)
        elif stamp and path.relative_to(edition.folder).as_posix() not in stamp.outputs:
            message = f"{shown(source)} does not hold it any more; it stays in the edition"
            yield Diagnostic("F003", shown(path), None, message, hint)


def _read_common(order: Order) -> Common:
    facts = order.edition.facts if order.edition else EditionFacts()
    known = (order.edition.documents, order.edition.volumes) if order.edition else ({}, {})
    persons, terms = order.registers
    return Common(
        facts,
        read_bytes(persons, shown(persons)) if persons else None,
        shown(persons) if persons else REGISTERS[0],
        read_bytes(terms, shown(terms)) if terms else None,
        shown(terms) if terms else REGISTERS[1],
        *known,
    )


def _copy_registers(order: Order, common: Common, shelf: Shelf) -> Iterator[Outcome]:
    """With a folder of their own, the registers beside the documents, under the names that their links have."""
    found = (common.register, common.terms) if order.out is not None else ()
    for name, path, data in zip(REGISTERS, order.registers, found, strict=False):
        if path and data is not None:
            job = Job(path, shown(path), order.folder / name, Metadata(), Paths())
            yield _store(shelf, job, Encoded(data, "", "", ()))


def _store(shelf: Shelf, job: Job, encoded: Encoded) -> Outcome:
    try:
        return shelf.store(job, encoded)
    except ChanceryError as error:
        found = error.diagnostics or (Diagnostic("F002", job.shown, None, error.message, error.hint),)
        return Outcome(job, encoded.data, Fate.FAILED, (*encoded.diagnostics, *found))


def _refuse(order: Order, source: Path, found: Diagnostic) -> Outcome:
    job = Job(source, shown(source), order.folder / f"{source.stem}.xml", Metadata(), Paths())
    return Outcome(job, b"", Fate.FAILED, (found,))


class _Stamped:
    """Conversion that remembers what it has done for an edition; without one it remembers nothing."""

    def __init__(self, edition: Edition | None, common: Common) -> None:
        self._edition, self._common = edition, common
        self._stamps: dict[str, Stamp] = read_stamps(edition.build) if edition else {}
        self._marks: dict[str, str] = {}

    def convert(self, jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, tuple[Encoded, ...]]]:
        """Each job with the TEI of its documents, in order, made now or found as it was made before."""
        known = {job.shown: stamp for job in jobs if (stamp := self._recall(job))}
        todo = [job for job in jobs if job.shown not in known]
        made = convert(todo, self._common, processes or min(os.cpu_count() or 1, len(todo) // FEW))
        for job in jobs:
            stamp = known.get(job.shown)
            if stamp:
                yield job, tuple(_recall_documents(job, stamp))
            else:
                yield next(made)

    def note(self, job: Job, outcomes: Sequence[Outcome], documents: Sequence[Encoded]) -> None:
        """Remember what was made; not where a document failed or differs from its file."""
        self._stamps.pop(_name(job), None)
        done = all(outcome.fate in (Fate.WRITTEN, Fate.UNCHANGED) for outcome in outcomes)
        if self._edition and job.shown in self._marks and done:
            targets = (self._edition.tei / outcome.job.target.name for outcome in outcomes)
            names = [path.relative_to(self._edition.folder).as_posix() for path in targets]
            made = {name: digest(encoded.data) for name, encoded in zip(names, documents, strict=True)}
            found = tuple(found for outcome in outcomes for found in outcome.diagnostics)
            facts = (fact for one in documents for fact in (one.stem, str(one.line or ""), one.volume, one.number))
            self._stamps[_name(job)] = Stamp(self._marks[job.shown], made, found, tuple(facts))

    def close(self) -> None:
        """Write down what is remembered."""
        if self._edition and self._marks:
            write_stamps(self._edition.build, self._stamps)

    def _recall(self, job: Job) -> Stamp | None:
        """The stamp of the job, if what it made would be made again."""
        if not self._edition:
            return None
        try:
            common = self._common
            known = (job.metadata, job.paths, common.facts, _may_need(job, common))
            parts = (repr(known), common.register, common.terms, job.source)
            mark = self._marks[job.shown] = mark_inputs(*parts)
        except ChanceryError:  # the source cannot be read: converting it says why
            return None
        stamp = self._stamps.get(_name(job))
        return (
            stamp
            if stamp
            and stamp.facts
            and len(stamp.facts) % _FACTS == 0
            and is_current(stamp, mark, self._edition.folder)
            else None
        )


def _recall_documents(job: Job, stamp: Stamp) -> Iterator[Encoded]:
    """The documents that were made from a source before; what was found then is said with the first."""
    for place in range(0, len(stamp.facts), _FACTS):
        stem, line, volume, number = stamp.facts[place : place + _FACTS]
        encoded = Encoded(b"", volume, number, () if place else stamp.findings, stem, int(line) if line else None)
        yield replace(encoded, data=read_bytes(job.of(encoded).target))


def _may_need(job: Job, common: Common) -> tuple[Metadata, ...]:
    """What the edition says of documents that the source may hold among others."""
    return tuple(known for name, known in common.documents.items() if may_hold(job.source.stem, name))


def _name(job: Job) -> str:
    return f"tei {job.shown}"
