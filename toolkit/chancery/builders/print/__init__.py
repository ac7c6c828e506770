"""The PDF edition: one book of all documents, typeset by Typst from a small print XML that a stylesheet writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from chancery.builders.print.content import write_content
from chancery.builders.print.fit import flatten_deep, replace_missing
from chancery.builders.print.typesetter import Typesetter
from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.files import check_name, write_whole
from chancery.model.publication import Publication
from chancery.model.slugs import slug


@dataclass(frozen=True, slots=True)
class Book:
    """The files that were written, and what was odd on the way."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_book(
    publication: Publication,
    out: Path,
    fonts: Sequence[Path] = (),
) -> Book:
    """Write `out`/<title>.pdf, whole or not at all, and say what was odd.

    `fonts` are folders with further fonts, for characters that Typst's own lack. Raises
    ChanceryError when there is nothing to set, or when Typst cannot set it.
    """
    if not publication.documents:
        raise ChanceryError("there is no document to put into the book", "run `chancery convert` first")
    name = check_name(f"{name_book(publication.facts.title)}.pdf")
    content, found = write_content(publication)
    found += flatten_deep(content)
    with Typesetter(fonts) as typesetter:
        found += replace_missing(content, typesetter.missing)
        result = typesetter.set_book(etree.tostring(content, encoding="utf-8"))
    if result.errors:
        raise ChanceryError(f"{name} cannot be typeset: {'; '.join(dict.fromkeys(result.errors))}")
    write_whole(out / name, result.pdf)
    found += [Diagnostic("H013", name, None, f"the typesetter says: {warning}") for warning in result.warnings]
    return Book((out / name,), tuple(found))


def name_book(title: str) -> str:
    """The name of the book's file without its ending: its title's words, `edition` where nothing is left of them."""
    return slug(title)[:80].strip("-") or "edition"
