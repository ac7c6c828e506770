"""Many sources at once: in several processes, each file written whole, nothing overwritten that a person edited."""

from __future__ import annotations

import gc
import multiprocessing
import re
import signal
import sys
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from multiprocessing.context import BaseContext
from pathlib import Path
from urllib.parse import unquote

from chancery.diagnostics import ChanceryError, Diagnostic, Severity
from chancery.edition.documents import describe
from chancery.files import digest, is_edited, read_bytes, read_digests, read_source, write_digests, write_whole
from chancery.model.metadata import EditionFacts, Metadata, Volume
from chancery.pipeline import OUR_FAULT, Encoded, Stage, encode_all, stages
from chancery.tei.header import Paths
from chancery.tei.registers import read_register
from chancery.tei.terms import read_terms
from chancery.xslt import has_begun

_SAID = re.compile(rb'<change\b[^<>]*?\ssource="([^"<>]*)"')  # what a TEI file of ours was made from


@dataclass(frozen=True, slots=True)
class Job:
    """One source to convert and what is known of it."""

    source: Path
    shown: str  # the source as the user names it
    target: Path
    metadata: Metadata
    paths: Paths

    def of(self, encoded: Encoded) -> Job:
        """The job of one document, where the source holds several."""
        return replace(self, target=self.target.with_name(f"{encoded.stem}.xml")) if encoded.stem else self


@dataclass(frozen=True, slots=True)
class Common:
    """What all documents of a run share."""

    facts: EditionFacts
    register: bytes | None = None  # the register of persons, TEI
    register_name: str = "persons.xml"
    terms: bytes | None = None  # the register of terms, TEI
    terms_name: str = "terms.xml"
    documents: Mapping[str, Metadata] = field(default_factory=dict)  # that the edition describes, by name
    volumes: Mapping[str, Volume] = field(default_factory=dict)


class Fate(StrEnum):
    """What became of a document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    EDITED = "edited"  # by hand, and left as it is
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document converted: its TEI, what became of it, what was found."""

    job: Job
    data: bytes
    fate: Fate
    diagnostics: tuple[Diagnostic, ...]


def convert(jobs: Iterable[Job], common: Common, processes: int = 1) -> Iterator[tuple[Job, tuple[Encoded, ...]]]:
    """Each job with the TEI of its documents, in order; one that fails has findings and no bytes."""
    jobs = list(jobs)
    if processes < 2 or len(jobs) < 2:
        yield from ((job, _convert(job, common)) for job in jobs)
        return
    pool = ProcessPoolExecutor(min(processes, len(jobs)), _choose_context(), _begin, (common,))
    chunk = max(1, min(8, len(jobs) // (processes * 4)))  # the last chunks should end together
    try:
        with _uninterrupted():  # workers inherit this while they are not ready to hear of it
            encoded = pool.map(_convert_shared, jobs, chunksize=chunk)
        yield from zip(jobs, encoded, strict=True)
    except BrokenProcessPool:
        raise ChanceryError("a process came to an end, perhaps for want of memory", "try again with --jobs 1") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _choose_context() -> BaseContext:
    """How workers begin: as copies of this process, which have read all code already, or where that is not safe, anew.

    Neither Saxon nor a lock that another thread holds survives a fork, and other systems than Linux have such threads
    of their own.
    """
    alone = sys.platform == "linux" and not has_begun() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "spawn")


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """No interrupt is heard; only a main thread can see to that."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_shared: list[Common] = []  # set once in each worker


def _begin(common: Common) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears an interrupt too, and ends its workers
    _shared[:] = [common]
    gc.freeze()  # what is there now stays


def _convert_shared(job: Job) -> tuple[Encoded, ...]:
    return _convert(job, _shared[0])


def _convert(job: Job, common: Common) -> tuple[Encoded, ...]:
    source, found = read_source(job.source, job.shown)
    if any(d.severity is Severity.ERROR for d in found):
        return (Encoded(b"", "", "", tuple(found)),)
    steps = _steps(common.register, common.register_name, common.terms, common.terms_name)
    try:
        first, *others = encode_all(source, lambda stem: know(job, common, stem), common.facts, job.paths, steps)
    except Exception as error:  # whatever we overlooked, one document must not stop the others
        message = f"the converter failed: {type(error).__name__}: {error}"
        return (Encoded(b"", "", "", (*found, Diagnostic("W005", job.shown, None, message, OUR_FAULT))),)
    return (replace(first, diagnostics=(*found, *first.diagnostics)), *others)


def said_source(path: Path) -> str:
    """What a TEI file of ours says that it was made from, as a path from its folder; nothing where it says nothing."""
    said = _SAID.search(read_bytes(path)) if path.is_file() else None
    return unquote(said[1].decode("utf-8", "replace").replace("&amp;", "&")) if said else ""


def know(job: Job, common: Common, stem: str) -> Metadata:
    """What is known of a document by its name: of one among several in a source, also the source's volume."""
    if stem == job.source.stem:
        return job.metadata
    known = common.documents.get(stem) or describe(stem, {}, common.volumes)
    volume = job.metadata.volume
    return replace(known, volume=volume, says=known.says or job.metadata.says) if volume.id else known


@cache
def _steps(register: bytes | None, name: str, terms: bytes | None, terms_name: str) -> tuple[Stage, ...]:
    return stages(
        read_register(register, name) if register is not None else None,
        read_terms(terms, terms_name) if terms is not None else None,
    )


@dataclass(slots=True)
class Shelf:
    """A folder of TEI files, what was written to it, and which documents it has had in this run."""

    folder: Path
    force: bool = False
    dry: bool = False  # say what would be done, and do nothing
    one_volume: bool = False  # documents of no named volume are of one
    digests: dict[str, str] = field(init=False)
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.digests = read_digests(self.folder)

    def store(self, job: Job, encoded: Encoded) -> Outcome:
        """Write the document, unless it failed, is another one's double, or was edited by hand."""
        clash = self._clash(job, encoded)
        found = (*encoded.diagnostics, *clash)
        if clash or not encoded.data:
            return Outcome(job, encoded.data, Fate.FAILED, found)
        target = job.target
        if target.exists() and read_bytes(target) == encoded.data:
            self.digests[target.name] = digest(encoded.data)
            return Outcome(job, encoded.data, Fate.UNCHANGED, found)
        if claim := self._claim(job, encoded):
            return Outcome(job, encoded.data, Fate.FAILED, (*found, *claim))
        if not self.force and is_edited(target, self.digests):
            message = "the file was edited by hand since it was written, and is left as it is"
            hint = "--diff shows what would change, --force writes over it"
            kept = Diagnostic("F001", str(target), None, message, hint)
            return Outcome(job, encoded.data, Fate.EDITED, (*found, kept))
        if not self.dry:
            write_whole(target, encoded.data)
            self.digests[target.name] = digest(encoded.data)
        return Outcome(job, encoded.data, Fate.WRITTEN, found)

    def close(self) -> None:
        """Write down what was written, but for files that are gone."""
        kept = {name: value for name, value in self.digests.items() if (self.folder / name).is_file()}
        if not self.dry and (kept or self.digests):
            write_digests(self.folder, kept)

    def _clash(self, job: Job, encoded: Encoded) -> tuple[Diagnostic, ...]:
        """The finding that another source of this run, or another part of it, gave the same document or file."""
        here = f"{job.shown}:{encoded.line}" if encoded.line else job.shown
        keys = [("file", unicodedata.normalize("NFC", job.target.name).casefold())]  # as macOS and Windows compare
        if encoded.data and encoded.number and (encoded.volume or self.one_volume):
            keys.append((encoded.volume, encoded.number))
        for key in keys:
            other = self._seen.setdefault(key, here)
            if other != here:
                document = f"document {key[1]}{' of ' if key[0] else ''}{key[0]}"
                what = document if key[0] != "file" else f"the file {job.target.name}"
                message = f"this is {what}, and so is {other}; it was not written"
                hint = "give one of them another number in edition.toml, or another name"
                return (Diagnostic("W004", job.shown, encoded.line, message, hint),)
        return ()

    def _claim(self, job: Job, encoded: Encoded) -> tuple[Diagnostic, ...]:
        """The finding that the file was made from another source, which is still there."""
        other = said_source(job.target) if job.paths.source else ""
        if not other or other == unquote(job.paths.source) or not (self.folder / other).is_file():
            return ()
        message = f"the file {job.target.name} was made from {other}; it was not written over"
        hint = "take one of the two sources out, or give the document another number"
        return (Diagnostic("W004", job.shown, encoded.line, message, hint),)
