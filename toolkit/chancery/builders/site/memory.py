"""What was made from what at the last build of a site: a page is made again only when it would be another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.files import digest, read_bytes, write_whole
from chancery.stamps import read_finding


@dataclass(frozen=True, slots=True)
class Work:
    """A file's part in a build: its facts, and its pages with what they were made from."""

    data: str  # digest of the file
    facts: str = ""  # its c:document or c:volume
    targets: tuple[str, ...] = ()  # of its references: names of files, ids
    key: str = ""  # digest of all that its pages were made from
    mentions: str = ""  # of persons and terms, its c:mentions
    pages: Mapping[str, str] = field(default_factory=dict)  # digests by name
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """A build: what all pages were made from, and the work on each file by its name; that on the lists has none."""

    common: str = ""
    works: Mapping[str, Work] = field(default_factory=dict)


def read_memory(path: Path, common: str) -> Memory:
    """The last build, if all that every page is made from is still the same; else one that knows nothing."""
    try:
        rows = json.loads(read_bytes(path))
        if rows["common"] == common:
            return Memory(common, {name: _read_work(row) for name, row in rows["works"].items()})
    except (ChanceryError, ValueError, KeyError, TypeError, AttributeError):
        pass  # missing, or not ours: then everything is made again
    return Memory(common)


def write_memory(path: Path, memory: Memory) -> None:
    """Write it down for the next build."""
    rows = {name: _write_work(work) for name, work in memory.works.items()}
    write_whole(path, json.dumps({"common": memory.common, "works": rows}).encode())


def is_whole(work: Work, out: Path) -> bool:
    """Whether all its pages are in the folder as they were written."""
    try:
        return all(digest(read_bytes(out / name)) == value for name, value in work.pages.items())
    except ChanceryError:  # one is gone
        return False


def _write_work(work: Work) -> dict[str, object]:
    return {**asdict(work), "findings": [found.as_dict() for found in work.findings]}


def _read_work(row: Mapping[str, object]) -> Work:
    texts = [row[name] for name in ("data", "facts", "key", "mentions")]
    targets, pages, findings = row["targets"], row["pages"], row["findings"]
    if not (isinstance(targets, list) and isinstance(pages, dict) and isinstance(findings, list)):
        raise ValueError(row)
    data, facts, key, mentions = map(str, texts)
    return Work(data, facts, tuple(targets), key, mentions, pages, tuple(map(read_finding, findings)))
