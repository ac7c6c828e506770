"""What `chancery convert` does: which sources become which TEI files, with what is known of them, if need be."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chancery.conversion import Common, Fate, Job, Outcome, Shelf, convert
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition import Edition
from chancery.files import digest, make_folder, read_bytes, read_source, shown
from chancery.model.metadata import EditionFacts, Metadata
from chancery.pipeline import Encoded
from chancery.planning import Order, plan_job, put_schema, refuse_source, warn_of_name
from chancery.stamps import Stamp, is_current, mark_inputs, read_stamps, write_stamps
from chancery.tei.header import Paths
from chancery.tei.registers import read_register
from chancery.tei.terms import read_terms
from chancery.tracing import Item
from chancery.validators.pointers import REGISTERS

FEW = 12  # documents a process: starting one takes longer than converting these


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
        for job, encoded in stamped.convert(jobs, order.processes):
            outcome = _store(shelf, job, encoded)
            stamped.note(outcome, encoded)
            named = warn_of_name(order, job.source) if outcome.fate is not Fate.FAILED else ()
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
    return Item(source, job.metadata, common.facts, register, job.paths, terms), findings


def unencoded(edition: Edition) -> tuple[Path, ...]:
    """The edition's sources that have no TEI file yet."""
    return tuple(path for path in edition.sources if not (edition.tei / f"{path.stem}.xml").exists())


def _read_common(order: Order) -> Common:
    facts = order.edition.facts if order.edition else EditionFacts()
    persons, terms = order.registers
    return Common(
        facts,
        read_bytes(persons, shown(persons)) if persons else None,
        shown(persons) if persons else REGISTERS[0],
        read_bytes(terms, shown(terms)) if terms else None,
        shown(terms) if terms else REGISTERS[1],
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

    def convert(self, jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Encoded]]:
        """Each job with its TEI, in order, made now or found as it was made before."""
        known = {job.shown: stamp for job in jobs if (stamp := self._recall(job))}
        todo = [job for job in jobs if job.shown not in known]
        made = convert(todo, self._common, processes or min(os.cpu_count() or 1, len(todo) // FEW))
        for job in jobs:
            stamp = known.get(job.shown)
            if stamp:
                yield job, Encoded(read_bytes(job.target), stamp.facts[0], stamp.facts[1], stamp.findings)
            else:
                yield next(made)

    def note(self, outcome: Outcome, encoded: Encoded) -> None:
        """Remember what was made; not what failed, nor what differs from the file."""
        job = outcome.job
        self._stamps.pop(_name(job), None)
        if self._edition and job.shown in self._marks and outcome.fate in (Fate.WRITTEN, Fate.UNCHANGED):
            output = (self._edition.tei / job.target.name).relative_to(self._edition.folder).as_posix()
            self._stamps[_name(job)] = Stamp(
                self._marks[job.shown],
                {output: digest(encoded.data)},
                outcome.diagnostics,
                (encoded.volume, encoded.number),
            )

    def close(self) -> None:
        """Write down what is remembered."""
        if self._edition and self._marks:
            write_stamps(self._edition.build, self._stamps)

    def _recall(self, job: Job) -> Stamp | None:
        """The stamp of the job, if what it made would be made again."""
        if not self._edition:
            return None
        try:
            parts = (
                repr((job.metadata, job.paths, self._common.facts)),
                self._common.register,
                self._common.terms,
                job.source,
            )
            mark = self._marks[job.shown] = mark_inputs(*parts)
        except ChanceryError:  # the source cannot be read: converting it says why
            return None
        stamp = self._stamps.get(_name(job))
        return stamp if stamp and len(stamp.facts) == 2 and is_current(stamp, mark, self._edition.folder) else None


def _name(job: Job) -> str:
    return f"tei {job.shown}"
