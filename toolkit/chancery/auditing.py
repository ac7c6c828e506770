"""What `chancery audit` does: TEI files, each held against the source that it says it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from chancery.audit import Streams, audit_source, read_streams, source_of
from chancery.diagnostics import ChanceryError, Diagnostic, Severity
from chancery.edition import Edition
from chancery.edition.folders import sort_key
from chancery.files import inside, read_bytes, read_source, shown
from chancery.model.account import Account

Found = Account | Diagnostic  # what became of a source, or why there is no saying


def audit_edition(edition: Edition, asked: Collection[str] | None = None) -> Iterator[Found]:
    """The account of every source that the edition's documents, or those of the names asked for, were made from."""
    known = {path.stem: path for path in edition.sources}
    return _audit(edition.encoded(), known, edition.folder, asked=asked)


def audit_files(paths: Sequence[Path], edition: Edition | None) -> Iterator[Found]:
    """The account of the sources of the files; a last one that is not XML is itself the source of all others."""
    if len(paths) > 1 and paths[-1].suffix.lower() != ".xml":
        return _audit(paths[:-1], {}, None, paths[-1])
    known = {path.stem: path for path in edition.sources} if edition else {}
    return _audit(paths, known, edition.folder if edition else None)


def _audit(
    paths: Sequence[Path],
    known: dict[str, Path],
    folder: Path | None,
    source: Path | None = None,
    asked: Collection[str] | None = None,
) -> Iterator[Found]:
    groups: dict[Path, list[Streams]] = {}  # several documents may have been made from one source
    for path in sorted(paths, key=lambda path: sort_key(path.stem)):
        try:
            data = read_bytes(inside(folder, path) if folder and path.is_absolute() else path, shown(path))
            streams = read_streams(data, shown(path))
            origin = source or _find_source(path, source_of(data, shown(path)), known, folder)
        except ChanceryError as error:
            yield from error.diagnostics or (Diagnostic("A006", shown(path), None, error.message, error.hint),)
        else:
            groups.setdefault(origin, []).append(streams)
    for origin, documents in groups.items():
        if asked is None or any(document.file in asked for document in documents):
            yield from _account(origin, documents)


def _account(origin: Path, documents: list[Streams]) -> Iterator[Found]:
    source, findings = read_source(origin, shown(origin))
    yield from findings
    if any(found.severity is Severity.ERROR for found in findings):
        return
    together = audit_source(source, documents)
    alone = [] if _holds(together) else [audit_source(source, [document]) for document in documents]
    if any(map(_holds, alone)):  # two encodings of one source
        yield from alone
    else:
        yield together


def _holds(account: Account) -> bool:
    return not any(found.severity is Severity.ERROR for found in account.findings)


def _find_source(path: Path, said: str, known: dict[str, Path], folder: Path | None) -> Path:
    """The file that a document says it was made from, else the source of its name; raises ChanceryError without one.

    What a document says is followed only within its edition, or the folder above it.
    """
    address = urlsplit(said)
    home = (folder or path.absolute().parent.parent).resolve()
    if said and not address.scheme and not address.netloc:
        named = (path.absolute().parent / unquote(address.path)).resolve()
        if named.is_relative_to(home) and named.is_file():
            return named
    beside = (path.absolute().parent.parent / "sources").glob(f"{path.stem}.*")
    found = known.get(path.stem) or next((p for p in sorted(beside) if p.is_file() and not folder), None)
    if found is None:
        where = f"{said}, which it names, and a source of its name are" if said else "a source of its name is"
        hint = "name the source after the file, or put it into revisionDesc/change/@source"
        raise ChanceryError(f"{where} not there", hint)
    return found
