"""What `chancery persons suggest` does: names in sources and encoded documents, and a register proposed from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic, Exit, Severity
from chancery.edition import Edition
from chancery.edition.documents import describe
from chancery.edition.folders import ENDINGS, sort_key
from chancery.files import read_bytes, read_source, shown
from chancery.linking.proposal import propose, sight
from chancery.model.metadata import Metadata
from chancery.model.proposal import Paper, Proposal, Unsure
from chancery.pipeline import Stage, read_parts, stages, trace
from chancery.tei.proposal import read_paper, write_proposal
from chancery.tei.tree import TEI, parse
from chancery.validators.pointers import REGISTERS

Papers = tuple[tuple[Paper, ...], tuple[Diagnostic, ...]]


def find_papers(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named, and in folders all sources and TEI files but registers, as people count.

    Raises ChanceryError where a folder has none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [p for p in path.iterdir() if p.suffix.lower() in (*ENDINGS, ".xml") and p.name not in REGISTERS]
        if not inside:
            raise ChanceryError(f"there are no documents in {shown(path)}", "name sources or TEI files", Exit.USAGE)
        found += sorted((p for p in inside if not p.name.startswith(".")), key=lambda p: sort_key(p.name))
    return tuple(dict.fromkeys(found))


def read_papers(paths: Iterable[Path], edition: Edition | None = None) -> Iterator[Papers]:
    """The names of each file's documents, with what was found on the way; none of a file that cannot be read."""
    steps = stages(None)

    def know(stem: str) -> Metadata:
        return edition.metadata(stem) if edition else describe(stem, {}, {})

    for path in paths:
        try:
            yield _read_encoded(path) if path.suffix.lower() == ".xml" else _read_source(path, know, steps)
        except ChanceryError as error:
            found = Diagnostic("S005", shown(path), None, error.message, error.hint)
            yield (), error.diagnostics or (found,)


def suggest(papers: Iterable[Paper], title: str) -> tuple[Proposal, bytes]:
    """The register proposed, and as TEI."""
    proposal = propose(papers)
    return proposal, write_proposal(proposal, title)


def tell_doubts(proposal: Proposal, name: str) -> Iterator[Diagnostic]:
    """What an editor has to decide."""
    for unsure in proposal.unsure:
        hint = f"look into {', '.join(unsure.papers[:4])}{' …' if len(unsure.papers) > 4 else ''}"
        yield Diagnostic("P008", name, None, _say(unsure), hint)


def _say(unsure: Unsure) -> str:
    times = "" if unsure.mentions == 1 else f", {unsure.mentions} times"
    return f"“{unsure.name}” could be {' or '.join(unsure.persons[:4])}{times}; they were not joined"


def _read_source(path: Path, know: Callable[[str], Metadata], steps: tuple[Stage, ...]) -> Papers:
    source, found = read_source(path, shown(path))
    if any(d.severity is Severity.ERROR for d in found):
        return (), tuple(found)
    _, items = read_parts(source, know)
    papers = []
    for part, metadata in items:
        *_, (_, document) = trace(part, metadata, steps)
        papers.append(sight(document, part.stem))
    return tuple(papers), tuple(found)


def _read_encoded(path: Path) -> Papers:
    root = parse(read_bytes(path, shown(path)), shown(path)).getroot()
    if root.find(f".//{TEI}div[@type='document']") is None:
        return (), ()
    return (read_paper(root, path.stem),), ()
