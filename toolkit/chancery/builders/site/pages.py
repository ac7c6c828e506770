"""The pages of a site: two passes over its files, in which nothing is done again that would come out the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from chancery.builders.catalogue import NAMESPACE, C, find_facts, join_facts, load, load_parameters
from chancery.builders.copies import copy_encoded
from chancery.builders.encoded import show_encoding
from chancery.builders.site.extra import find_title, make_extra, name_extra
from chancery.builders.site.lookups import Lookups, find_targets
from chancery.builders.site.memory import Memory, Work, is_whole
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.files import digest, name_page
from chancery.model.publication import Named, Publication, SiteFacts
from chancery.resources import XSLT
from chancery.tei.tree import line_at, parse
from chancery.xslt import Stylesheet, Tree

LISTS = ""  # the name of the work on the pages that lead to documents

Progress = Callable[[int], None]  # told how many documents are done


@dataclass(slots=True)
class Pages:
    """What a build gives: pages by the name of their file, what it found, and what the next build should remember."""

    made: dict[str, bytes] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)  # files of the last build that would be the same
    findings: list[Diagnostic] = field(default_factory=list)
    works: dict[str, Work] = field(default_factory=dict)

    def add(self, name: str, work: Work, pages: dict[str, bytes] | None) -> None:
        """Take in the work on a file; without pages, those of the last build are kept."""
        self.works[name] = work
        self.findings += work.findings
        if pages is None:
            self.kept |= work.pages.keys()
        else:
            self.made |= pages

    def digests(self) -> dict[str, str]:
        """The digests of all pages by name."""
        found = {name: value for work in self.works.values() for name, value in work.pages.items()}
        return {**found, **_digests(self.made)}


@dataclass(slots=True)
class _Part:
    """A file on its way through both passes."""

    stem: str
    page: str  # the name of its page
    data: bytes
    work: Work
    tree: Tree = None  # read only where it is needed


def make_pages(
    publication: Publication, progress: Progress | None = None, before: Memory | None = None, out: Path | None = None
) -> Pages:
    """Every page that is not in `out` already, as the build that `before` remembers left it there."""
    site = publication.site or SiteFacts(publication.facts)
    sheet = Stylesheet(XSLT / "html.xsl")
    parameters = load_parameters(sheet, replace(publication, facts=site.edition))
    known = before.works if before and out else {}
    pages = Pages()
    parts = list(_read_parts(sheet, parameters, publication, known, pages.findings))
    extra = list(_read_extra(site.pages, pages.findings))
    root = join_facts((part.work.facts for part in parts), site, ((name_extra(file), title) for title, file in extra))
    catalogue = etree.tostring(root, encoding="unicode")
    parameters["catalogue"] = sheet.tree(catalogue)
    see = _find_lookups(sheet, parameters, root, catalogue)
    for done, part in enumerate(parts, 1):
        _add_part(pages, sheet, parameters, part, digest(f"{part.work.data}\n{see(part)}".encode()), out)
        if progress:
            progress(done)
    for _, file in extra:
        pages.made |= read_pages(make_extra(sheet, parameters, file))[0]
    _add_lists(pages, sheet, parameters, catalogue, known.get(LISTS), out)
    return pages


def _find_lookups(
    sheet: Stylesheet, parameters: dict[str, Tree], root: etree._Element, catalogue: str
) -> Callable[[_Part], str]:
    """What of the catalogue a file's pages can show: all of it if it is a volume."""
    frame = sheet.run(parameters["catalogue"], {**parameters, "step": "frame"}).text
    lookups = Lookups(root, frame)
    return lambda part: lookups.find(part.page, part.work.targets) or f"{frame}\n{catalogue}"


def _read_extra(files: Sequence[Named], findings: list[Diagnostic]) -> Iterator[tuple[str, Named]]:
    """The editors' own pages that can be read, with their titles."""
    for file in files:
        try:
            yield find_title(file), file
        except ChanceryError as error:
            findings.append(Diagnostic("H002", file[0], None, error.message, error.hint))


def _read_parts(
    sheet: Stylesheet,
    parameters: dict[str, Tree],
    publication: Publication,
    known: Mapping[str, Work],
    findings: list[Diagnostic],
) -> Iterator[_Part]:
    """The first pass: each file that can be read, with its facts."""
    taken: set[str] = set()
    for stem, data in (*publication.documents, *publication.volumes):
        try:
            part = _Part(stem, _name_page(stem, taken), data, Work(digest(data)))
            if (last := known.get(stem)) and last.data == part.work.data:
                part.work = last
            else:
                part.tree = load(sheet, part.page, data)
                facts = find_facts(sheet, part.tree, parameters)
                part.work = replace(part.work, facts=facts, targets=find_targets(parse(data, f"{stem}.xml")))
        except ChanceryError as error:
            findings.append(_left_out(stem, error))
            continue
        taken |= {part.page.lower(), f"{part.page.lower()}.tei"}
        yield part


def _add_part(
    pages: Pages, sheet: Stylesheet, parameters: dict[str, Tree], part: _Part, key: str, out: Path | None
) -> None:
    """The second pass: the file's pages, or the word that they are what they were."""
    if out and part.work.key == key and is_whole(part.work, out):
        pages.add(part.stem, part.work, None)
        return
    result = sheet.run(part.tree or load(sheet, part.page, part.data), parameters)
    made, mentions = read_pages(result.text)
    made[f"{part.page}.xml"] = copy_encoded(part.data, f"{part.page}.xml")
    if (shown := f"{part.page}.tei.html") in made:
        made[shown] = show_encoding(made[shown], part.data, f"{part.page}.xml")
    findings = tuple(unhandled(result.messages, part.stem, part.data))
    work = replace(part.work, key=key, mentions=mentions, pages=_digests(made), findings=findings)
    pages.add(part.stem, work, made)


def _add_lists(
    pages: Pages, sheet: Stylesheet, parameters: dict[str, Tree], catalogue: str, last: Work | None, out: Path | None
) -> None:
    """The pages that lead to the documents."""
    found = "".join(work.mentions for work in pages.works.values())
    mentions = f'<c:all xmlns:c="{NAMESPACE}">{found}</c:all>'
    key = digest(f"{catalogue}\n{mentions}".encode())
    if out and last and last.key == key and is_whole(last, out):
        pages.add(LISTS, last, None)
        return
    result = sheet.run(parameters["catalogue"], {**parameters, "mentions": sheet.tree(mentions)})
    made = {name: page for name, page in read_pages(result.text)[0].items() if name not in pages.made}
    pages.add(LISTS, Work("", key=key, pages=_digests(made)), made)


def _digests(pages: dict[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in pages.items()}


def read_pages(text: str) -> tuple[dict[str, bytes], str]:
    """The pages in a `c:pages` by name, and what it says of the document's mentions."""
    root = parse(text.encode(), "pages").getroot()
    mentions = "".join(
        etree.tostring(found, encoding="unicode", with_tail=False) for found in root.iter(f"{C}mentions")
    )
    pages = {page.get("name", ""): (page.text or "").strip("\n").encode() + b"\n" for page in root.iter(f"{C}page")}
    return pages, mentions


def unhandled(messages: Sequence[str], stem: str, data: bytes) -> Iterator[Diagnostic]:
    """A finding for each element that the stylesheets have no template for, with its line."""
    if not messages:
        return
    tree = parse(data, f"{stem}.xml")
    for mark in (mark for text in messages for mark in etree.fromstring(f"<m>{text}</m>").iter(f"{C}unhandled")):
        yield Diagnostic(
            "H001",
            f"{stem}.xml",
            line_at(tree, mark.get("path", "")),
            f"the pages show the text of <{mark.get('name')}>, but nothing of what it means",
            "the outputs know the elements of the schema: `chancery validate` says which can stand there",
        )


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
