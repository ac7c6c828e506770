"""What `chancery report` does: the doubts of an edition or a folder of TEI files, and all findings with their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from chancery.builders.report import as_dict, make_json, make_report
from chancery.checking import check_edition, check_files
from chancery.diagnostics import ChanceryError, Diagnostic, Exit, Severity
from chancery.doubts import Namesakes, read_namesakes, read_tei, seek_doubts, words_of_line
from chancery.edition import Edition
from chancery.edition.folders import sort_key
from chancery.encoding import encode_sources
from chancery.files import inside, read_bytes, read_source, shown, write_whole
from chancery.model.doubts import Counts, Doubt, Matter, Review, Words
from chancery.planning import Order
from chancery.tei.registers import read_register
from chancery.validators.pointers import REGISTERS

# Findings that the TEI itself shows, with more words: of what is doubtful in it there is no need to hear twice.
_SEEN = frozenset(("N001", "D001", "D106", "F001"))
_PERSONS = frozenset(("P001", "P002", "P009"))  # they say why a name is doubtful
_QUIET = frozenset(("P004", "V120", "V121", "V122"))  # nothing of the encoding's


@dataclass(slots=True)
class _Gathered:
    """What was found so far."""

    counts: Counts = field(default_factory=Counts)
    doubts: list[Doubt] = field(default_factory=list)
    unlisted: Counter[str] = field(default_factory=Counter)
    unread: list[Diagnostic] = field(default_factory=list)


def review_edition(edition: Edition) -> tuple[Review, list[Diagnostic]]:
    """The review of an edition, and the files that could not be read."""
    paths = [path for path in edition.encoded() if _may_read(path, edition.folder)]
    found = list(check_edition(edition).findings)
    order = Order(edition.sources, edition, dry=True)
    converted = [f for outcome in encode_sources(order) for f in outcome.diagnostics] if edition.sources else []
    return _review(
        edition.facts.title, paths, edition.persons, [*found, *_only_converted(converted, found)], edition.sources
    )


def review_folder(folder: Path) -> tuple[Review, list[Diagnostic]]:
    """The review of a folder of TEI files; raises ChanceryError where there are none."""
    files = sorted((p for p in folder.glob("*.xml") if p.is_file()), key=lambda path: sort_key(path.stem))
    paths = [path for path in files if path.name not in REGISTERS]
    if not paths:
        raise ChanceryError(f"there are no TEI files in {shown(folder)}", status=Exit.UNREADABLE)
    register = folder / REGISTERS[0]
    found = check_files(paths, None).findings
    return _review(f"Documents in {folder.resolve().name}", paths, register if register.is_file() else None, found)


def write_review(review: Review, out: Path) -> tuple[Path, Path]:
    """Write the page, and the JSON beside it; the two files."""
    data = out.with_suffix(".json")
    write_whole(out, make_report(review))
    write_whole(data, make_json(review))
    return out, data


def describe(review: Review) -> dict[str, object]:
    """The review as plain data."""
    return as_dict(review)


def _may_read(path: Path, folder: Path) -> bool:
    try:
        inside(folder, path)
    except ChanceryError:  # the finding of `check_edition` says so
        return False
    return True


def _only_converted(converted: Iterable[Diagnostic], found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of the conversion that the TEI files do not give again."""
    codes = {one.code for one in found}
    return (one for one in converted if one.code not in codes)


def _review(
    title: str,
    paths: Sequence[Path],
    register: Path | None,
    found: Sequence[Diagnostic],
    sources: Sequence[Path] = (),
) -> tuple[Review, list[Diagnostic]]:
    gathered = _Gathered()
    namesakes = read_namesakes(
        read_register(read_bytes(register, shown(register)), shown(register)) if register else None
    )
    for path in paths:
        _look_at(path, namesakes, gathered)
    reasons = {(Path(one.file).stem, _quoted(one.message)): one.message for one in found if one.code in _PERSONS}
    doubts = [_with_reason(doubt, reasons) for doubt in gathered.doubts]
    lines = _lines_of([*paths, *sources])
    doubts += [_as_doubt(one, lines) for one in found if one.code not in (_SEEN | _PERSONS | _QUIET)]
    order = {matter: n for n, matter in enumerate(Matter)}
    doubts.sort(key=lambda doubt: (order[doubt.matter], sort_key(Path(doubt.file).stem), doubt.line or 0))
    names = tuple(sorted(gathered.unlisted.items(), key=lambda pair: (-pair[1], pair[0])))
    return Review(title, gathered.counts, tuple(doubts), names), gathered.unread


def _look_at(path: Path, namesakes: Namesakes, gathered: _Gathered) -> None:
    name = shown(path)
    try:
        reading = read_tei(read_bytes(path, name), name)
    except ChanceryError as error:
        gathered.unread += error.diagnostics or (Diagnostic("A011", name, None, error.message, error.hint),)
        return
    sought = seek_doubts(reading, namesakes)
    gathered.counts += sought.counts
    gathered.doubts += sought.doubts
    gathered.unlisted.update(sought.unlisted)


def _quoted(message: str) -> str:
    """The last word of the name that a finding is about."""
    name = message.partition("“")[2].partition("”")[0]
    return name.rpartition(" ")[2]


def _with_reason(doubt: Doubt, reasons: dict[tuple[str, str], str]) -> Doubt:
    """The doubt about a name with what the conversion found odd about it."""
    if doubt.matter not in (Matter.PERSON, Matter.PERSON_LOW):
        return doubt
    reason = reasons.get((Path(doubt.file).stem, doubt.words.at.rpartition(" ")[2]), "")
    return replace(doubt, why=f"{doubt.why}; {reason}") if reason else doubt


def _as_doubt(found: Diagnostic, lines: Callable[[str], Sequence[str]]) -> Doubt:
    """A finding as something to look at, with the words of its line."""
    matters = {Severity.ERROR: Matter.ERROR, Severity.WARNING: Matter.WARNING, Severity.INFO: Matter.REMARK}
    words = Words()
    if found.line:
        line = "".join(lines(found.file)[found.line - 1 : found.line])
        words = words_of_line(line, found.message.partition("“")[2].partition("”")[0], found.column or 0)
    why = f"{found.message} ({found.code})"
    return Doubt(matters[found.severity], found.file, found.line, why, words, hint=found.hint)


def _lines_of(paths: Iterable[Path]) -> Callable[[str], Sequence[str]]:
    """Gives the lines of a file of these by its name; none where it cannot be read."""
    known = {shown(path): path for path in paths}

    @cache
    def read(name: str) -> Sequence[str]:
        if name not in known:
            return ()
        if name.endswith(".xml"):
            return read_bytes(known[name], name).decode("utf-8", "replace").split("\n")
        return read_source(known[name], name)[0].text.split("\n")

    return read
