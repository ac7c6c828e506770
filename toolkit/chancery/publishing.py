"""The outputs of an edition from its encoded documents, each made only when something it is made from has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition import Edition
from chancery.edition.site import SiteSettings
from chancery.files import check_name, inside, read_bytes
from chancery.model.publication import Named, Publication, SiteFacts
from chancery.stamps import Stamp, is_current, make_stamp, mark_inputs, read_stamps, write_stamps
from chancery.tei.tree import TEI, Tree, parse
from chancery.validators.wellformed import find_places

Progress = Callable[[int], None]  # told how many documents are done
Made = tuple[tuple[Path, ...], tuple[Diagnostic, ...]]
Builder = Callable[[Publication, Path, Progress | None], Made]


@dataclass(frozen=True, slots=True)
class Output:
    """One output of an edition: its files and what was found on the way."""

    name: str
    files: tuple[Path, ...]
    findings: tuple[Diagnostic, ...] = ()
    fresh: bool = True  # made now, not found unchanged
    error: ChanceryError | None = None  # why there are no files

    @property
    def entrance(self) -> Path:
        """The file to open."""
        return next((path for path in self.files if path.name == "index.html"), self.files[0])


def publish(
    edition: Edition, names: Sequence[str], publication: Publication, progress: Progress | None = None
) -> Iterator[Output]:
    """The outputs, one after another; a builder that cannot go on gives an output without files and its error."""
    if not publication.documents:
        message = f"there is no encoded document in {_relative(edition, edition.tei)}"
        raise ChanceryError(message, "put texts where the edition has its sources and run `chancery convert`")
    files = (part for file in (*publication.documents, *publication.volumes) for part in file)
    inputs = mark_inputs(repr((publication.facts, publication.site)), publication.persons, publication.terms, *files)
    for name in sorted(names, key="html".__eq__):  # the pages come last: they bring the book along
        if name == "html" and (book := _find_book(edition)):
            site = replace(publication.site or SiteFacts(publication.facts), book=book)
            yield _make(edition, name, replace(publication, site=site), mark_inputs(inputs, *book), progress)
        else:
            yield _make(edition, name, publication, inputs, progress)


def _find_book(edition: Edition) -> Named | None:
    """The book as it was typeset last, where the edition is to have one."""
    stamp = read_stamps(edition.build).get("pdf") if "pdf" in edition.outputs else None
    paths = (edition.folder / path for path in (stamp.outputs if stamp else ()))
    return next(((path.name, read_bytes(path)) for path in paths if path.suffix == ".pdf" and path.is_file()), None)


def read_publication(edition: Edition) -> tuple[Publication, list[Diagnostic]]:
    """The edition's encoded files; what cannot be read is reported and left out."""
    documents: dict[str, bytes] = {}
    volumes: dict[str, bytes] = {}
    order: list[str] = []  # of documents, as their volumes list them
    findings: list[Diagnostic] = []
    for path in edition.encoded():
        read, found = _read(edition, path)
        findings += found
        if read is None:
            continue
        data, tree = read
        if tree.find(f".//{TEI}div[@type='document']") is not None:
            documents[path.stem] = data
        elif (listed := tree.findall(f".//{TEI}list[@type='documents']//{TEI}ref")) or tree.find(f".//{TEI}body"):
            volumes[path.stem] = data
            order += [(ref.get("target") or "").removesuffix(".xml") for ref in listed]
    place = {stem: number for number, stem in enumerate(dict.fromkeys(order))}
    sequence = _merge(list(documents), place)
    persons = read_bytes(edition.persons) if edition.persons else None
    publication = Publication(
        edition.facts,
        tuple((stem, documents[stem]) for stem in sequence),
        persons,
        read_bytes(edition.terms) if edition.terms else None,
        tuple(volumes.items()),
        _read_site(edition.site),
    )
    return publication, findings


def _read_site(site: SiteSettings) -> SiteFacts:
    """What the edition says of its pages, with the files that it names."""
    logo = (f"logo{site.logo.suffix.lower()}", read_bytes(site.logo)) if site.logo else None
    pages = tuple((f"{path.stem}{path.suffix.lower()}", read_bytes(path)) for path in site.pages)
    return replace(site.facts, logo=logo, pages=pages)


def _merge(stems: Sequence[str], place: Mapping[str, int]) -> list[str]:
    """The stems in their order, those that volumes list in the lists' order, where the first of them stands."""
    listed = sorted((stem for stem in stems if stem in place), key=lambda stem: place[stem])
    if not listed:
        return list(stems)
    at = min(stems.index(stem) for stem in listed)
    before = [stem for stem in stems[:at] if stem not in place]
    return [*before, *listed, *(stem for stem in stems[at:] if stem not in place)]


def _read(edition: Edition, path: Path) -> tuple[tuple[bytes, Tree] | None, list[Diagnostic]]:
    """The bytes and the tree of a file, or what is wrong with it."""
    shown = _relative(edition, path)
    try:
        check_name(path.name)
    except ChanceryError as error:
        return None, [Diagnostic("F002", shown, None, error.message, error.hint)]
    try:
        data = read_bytes(inside(edition.folder, path), shown)
        if isinstance(refused := find_places(data, shown), Diagnostic):
            return None, [refused]
        return (data, parse(data, shown)), []
    except ChanceryError as error:
        return None, list(error.diagnostics or [Diagnostic("S005", shown, None, error.message, error.hint)])


def _make(edition: Edition, name: str, publication: Publication, inputs: str, progress: Progress | None) -> Output:
    stamps = read_stamps(edition.build)
    stamp = stamps.get(name)
    if stamp and is_current(stamp, inputs, edition.folder):
        return Output(name, tuple(edition.folder / path for path in stamp.outputs), stamp.findings, fresh=False)
    try:
        out = inside(edition.folder, edition.build / name)
        files, found = BUILDERS[name](publication, out, progress)
    except ChanceryError as error:
        return Output(name, (), error=error)
    findings = tuple(_show(edition, found))
    done = make_stamp(edition.folder, inputs, files, findings)
    _remove_old(edition, stamp, done)
    write_stamps(edition.build, {**read_stamps(edition.build), name: done})
    return Output(name, files, findings)


def _show(edition: Edition, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings with the paths of the documents as the user knows them."""
    tei = _relative(edition, edition.tei)
    for found in findings:
        yield replace(found, file=f"{tei}/{found.file}") if (edition.tei / found.file).is_file() else found


def _remove_old(edition: Edition, before: Stamp | None, now: Stamp) -> None:
    """Remove what the last build of this output made and this one didn't."""
    old: Mapping[str, str] = before.outputs if before else {}
    for name in set(old) - set(now.outputs):
        path = edition.folder / name
        if path.resolve().is_relative_to(edition.build.resolve()) and path.is_file():
            path.unlink()


def _relative(edition: Edition, path: Path) -> str:
    return path.relative_to(edition.folder).as_posix()


@contextmanager
def _tools() -> Iterator[None]:
    """Say which library is missing or broken, should one be."""
    try:
        yield
    except ImportError as error:
        hint = "install chancery again: pip install --force-reinstall chancery"
        raise ChanceryError(f"{error.name or error} cannot be loaded", hint, Exit.TOOL_MISSING) from None


def _build_html(publication: Publication, out: Path, progress: Progress | None) -> Made:
    with _tools():
        from chancery.builders.site import build_site
    site = build_site(publication, out, progress)
    return site.files, site.diagnostics


def _build_pdf(publication: Publication, out: Path, progress: Progress | None) -> Made:
    with _tools():
        from chancery.builders.print import build_book
    book = build_book(publication, out)
    return book.files, book.diagnostics


BUILDERS: dict[str, Builder] = {"html": _build_html, "pdf": _build_pdf}
