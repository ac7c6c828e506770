"""The HTML edition: a folder of pages that any web server can serve, or that are opened from the disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from chancery.builders.catalogue import NAMESPACE, C, catalogue, load, load_parameters
from chancery.builders.copies import copy_encoded
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.files import name_page, write_whole
from chancery.model.publication import File, Publication
from chancery.resources import XSLT
from chancery.tei.tree import line_at, parse
from chancery.xslt import Stylesheet, Tree

STATIC = ("edition.css", "edition.js", "edition.svg")
WRITTEN = ".chancery-files"  # in the output folder: the names this builder wrote there, a line each

_FILE = re.compile(r"(fonts/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,130}")


@dataclass(frozen=True, slots=True)
class Site:
    """What was built: the files, each written or already the same, and what there is to say."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_site(publication: Publication, out: Path, progress: Callable[[int], None] | None = None) -> Site:
    """The HTML edition in `out`.

    A document that cannot be read is left out with a finding; `progress` is told how many documents are done.
    Raises ChanceryError where the register cannot be read or the folder cannot be written.
    """
    pages, findings = make_pages(publication, progress)
    files = {**pages, **_static()}
    for name, register in (("persons.xml", publication.persons), ("terms.xml", publication.terms)):
        if register is not None:
            files[name] = copy_encoded(register, name)
    return Site(tuple(_write(files, out)), tuple(findings))


def make_pages(
    publication: Publication, progress: Callable[[int], None] | None = None
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Every page by the name of its file, with the findings; nothing is written."""
    sheet = Stylesheet(XSLT / "html.xsl")
    named = load_parameters(sheet, publication)
    good, trees, findings = _load_all(sheet, (*publication.documents, *publication.volumes))
    entries = catalogue(sheet, trees, named, publication.facts)
    parameters: dict[str, Tree] = {**named, "catalogue": entries}
    pages: dict[str, bytes] = {}
    mentions = [f'<c:all xmlns:c="{NAMESPACE}">']
    for done, ((file, data), tree) in enumerate(zip(good, trees, strict=True), 1):
        stem = name_page(file)
        result = sheet.run(tree, parameters)
        pages |= _pages(result.text, mentions)
        pages[f"{stem}.xml"] = copy_encoded(data, f"{stem}.xml")
        findings += unhandled(result.messages, file, data)
        if progress:
            progress(done)
    mentions.append("</c:all>")
    lists = sheet.run(entries, {**parameters, "mentions": sheet.tree("".join(mentions))})
    return pages | _pages(lists.text, []), findings


def unhandled(messages: Sequence[str], stem: str, data: bytes) -> list[Diagnostic]:
    """A finding for each element that the stylesheets have no template for, with its line."""
    if not messages:
        return []
    tree = parse(data, f"{stem}.xml")
    marks = (mark for text in messages for mark in etree.fromstring(f"<m>{text}</m>").iter(f"{C}unhandled"))
    return [
        Diagnostic(
            "H001",
            f"{stem}.xml",
            line_at(tree, mark.get("path", "")),
            f"the pages show the text of <{mark.get('name')}>, but nothing of what it means",
            "the outputs know the elements of the schema: `chancery validate` says which can stand there",
        )
        for mark in marks
    ]


def _load_all(sheet: Stylesheet, documents: Sequence[File]) -> tuple[list[File], list[Tree], list[Diagnostic]]:
    good: list[File] = []
    trees: list[Tree] = []
    findings: list[Diagnostic] = []
    taken: set[str] = set()
    for stem, data in documents:
        try:
            page = _name_page(stem, taken)
            trees.append(load(sheet, page, data))
        except ChanceryError as error:
            findings.append(_left_out(stem, error))
            continue
        good.append((stem, data))
        taken |= {page.lower(), f"{page.lower()}.tei"}
    return good, trees, findings


def _left_out(stem: str, error: ChanceryError) -> Diagnostic:
    """The finding for a document that cannot be shown; a place at the start of the message becomes the finding's."""
    place = re.match(rf"{re.escape(stem)}\.xml:(?:(\d+):)? ", error.message)
    line = int(place[1]) if place and place[1] else None
    return Diagnostic("H002", f"{stem}.xml", line, error.message[place.end() if place else 0 :], error.hint)


def _name_page(stem: str, taken: set[str]) -> str:
    """The name of the document's page; raises ChanceryError where it is taken."""
    page = name_page(stem)
    if page.lower() in taken or f"{page.lower()}.tei" in taken:
        raise ChanceryError(f"there is another page of the name {page}", "rename the file")
    return page


def _pages(text: str, mentions: list[str]) -> dict[str, bytes]:
    """The pages in a `c:pages` by name; the document's mentions of persons go to the end of `mentions`."""
    root = parse(text.encode(), "pages").getroot()
    mentions += [etree.tostring(found, encoding="unicode", with_tail=False) for found in root.iter(f"{C}mentions")]
    return {page.get("name", ""): (page.text or "").strip("\n").encode() + b"\n" for page in root.iter(f"{C}page")}


def _static() -> dict[str, bytes]:
    folder = XSLT / "html"
    fonts = sorted((folder / "fonts").iterdir())
    return {
        **{name: (folder / name).read_bytes() for name in STATIC},
        **{f"fonts/{path.name}": path.read_bytes() for path in fonts if _FILE.fullmatch(path.name)},
    }


def _write(files: Mapping[str, bytes], out: Path) -> list[Path]:
    """Write the files; afterwards remove those that an earlier build wrote and this one didn't."""
    for name in files:
        if not _FILE.fullmatch(name):
            raise ChanceryError(f"{name!r} cannot be the name of a page")
        write_whole(out / name, files[name])
    for name in _written_before(out) - set(files):
        if not (out / name).is_dir():
            (out / name).unlink(missing_ok=True)
    write_whole(out / WRITTEN, "".join(f"{name}\n" for name in sorted(files)).encode())
    return [out / name for name in sorted(files)]


def _written_before(out: Path) -> set[str]:
    try:
        names = (out / WRITTEN).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {name for name in names if _FILE.fullmatch(name)}  # the list may have been edited
