"""The audit: a source explained from its TEI alone, without anything that the converter remembers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from chancery.audit.copies import Copy, read_copy
from chancery.audit.differences import Difference, excerpt, name_difference
from chancery.audit.pages import is_page, read_page
from chancery.audit.streams import Mark, Streams, read_streams, source_of
from chancery.audit.walk import Walk
from chancery.diagnostics import Diagnostic, Severity
from chancery.model.account import Account
from chancery.model.ledger import Reason, is_quoted
from chancery.model.source import Source

_KNOWN, _FOLLOWING = 200, 6  # characters by which a piece is known, pieces by which the beginning of a document is

__all__ = ["Streams", "audit_source", "read_streams", "source_of"]


def audit_source(source: Source, documents: Sequence[Streams]) -> Account:
    """The account of a source and the documents that it holds.

    A page may be read as one, or as the characters that it is made of; a text as it stands, or as one that was quoted
    in a mail: what explains it holds.
    """
    accounts = (_audit(source, documents, copy, page) for page, copy in _read(source.text))
    first = next(accounts)
    return first if _explains(first) else next(filter(_explains, accounts), first)


def _read(text: str) -> Iterator[tuple[bool, Copy]]:
    """What a source may be, and its copy as such: the likely first."""
    page, quoted = is_page(text), is_quoted(text)
    if page:
        yield True, read_page(text)
    yield False, read_copy(text, quoted)
    if ">" in text:
        yield False, read_copy(text, not quoted)
    if not page and "<" in text:
        yield True, read_page(text)


def _explains(account: Account) -> bool:
    return not any(found.severity is Severity.ERROR for found in account.findings)


def _audit(source: Source, documents: Sequence[Streams], copy: Copy, page: bool) -> Account:
    """The account of a source that is read as its copy."""
    documents = sort_documents(copy.text, documents)
    walk, findings = Walk(copy.text, documents[0], page, copy.frames, copy.links), list[Diagnostic]()
    walk.turns = copy.turns
    try:
        for document, following in zip_longest(documents, documents[1:]):
            walk.explain(document, following)
            findings += _without_marker(document.file, source.path, walk.missing)
        walk.missing = []
        walk.finish()
    except Difference as difference:
        findings.append(_describe(walk.document, source, copy, difference))
        findings += _without_marker(walk.document.file, source.path, walk.missing)
    findings += [_outside(walk.document, source, copy, start, end) for start, end in walk.outside]
    counts = Counter[Reason](walk.ledger)
    counts.update(copy.left_out)
    counts[Reason.LINE_BREAK] += min(counts[Reason.BLANK], 0)  # that a tag made
    ledger = tuple((reason, counts[reason]) for reason in Reason if counts[reason] > 0)
    files = tuple(document.file for document in documents)
    return Account(files, source.path, len(source.text), walk.text, ledger, tuple(findings))


def sort_documents(text: str, documents: Sequence[Streams]) -> Sequence[Streams]:
    """The documents in the order in which a source holds them, by their first words; unknown ones stay in theirs."""
    if len(documents) < 2:
        return documents
    text = " ".join(text.split())
    said = [[" ".join(piece.text.split()) for piece in document.body if piece.text] for document in documents]
    starts = [_find_starts(text, words) for words in said]
    places, taken = [-1] * len(documents), list[range]()
    for n in sorted(range(len(documents)), key=lambda n: -max(starts[n].values(), default=0)):
        places[n] = next((at for at in starts[n] if not any(at in stretch for stretch in taken)), -1)
        taken.append(range(places[n], places[n] + sum(map(len, said[n]))))  # no other can begin in it
    order = sorted(range(len(documents)), key=lambda n: max(places[: n + 1]) if places[n] < 0 else places[n])
    return [documents[n] for n in order]


def _find_starts(text: str, words: Sequence[str]) -> dict[int, int]:
    """Where a document may begin, and how many of its pieces follow there: most, else below any list of contents."""
    first = words[0][:_KNOWN] if words else ""
    found = [match.start() for match in re.finditer(re.escape(first), text)] if first else []
    starts = {at: _follow(text, at, words[:_FOLLOWING]) for at in found if not at or not text[at - 1].isalnum()}
    order = sorted(starts, key=lambda at: (-starts[at][0], starts[at][1], at if starts[at][0] > 1 else -at))
    return {at: starts[at][0] for at in order}


def _follow(text: str, start: int, words: Sequence[str]) -> tuple[int, int]:
    """How many of a document's pieces come one soon after the other, and how far they reach."""
    at = start
    for count, piece in enumerate(words):
        found = text.find(piece[:_KNOWN], at, at + _KNOWN * 2)
        if found < 0:
            return count, at - start
        at = found + len(piece)
    return len(words), at - start


def _without_marker(file: str, source: str, marks: Sequence[Mark]) -> list[Diagnostic]:
    hint = "fine where you put it there from the printed volume"
    return [Diagnostic("A005", file, m.line, f"{_name(m)} has no marker there in {source}", hint) for m in marks]


def _outside(document: Streams, source: Source, copy: Copy, start: int, end: int) -> Diagnostic:
    """The finding that a page has text outside the document: nobody but a reader can say whether it belongs to it."""
    text = " ".join(copy.text[start:end].split())
    where = f"{source.path}:{source.line(copy.origin(start))}"
    message = f"text of the page was taken for its frame: {where} has “{excerpt(text, 0)}” ({len(text)} characters)"
    return Diagnostic("A007", document.file, None, message, "see whether it belongs to the document")


def _name(mark: Mark) -> str:
    return f"{'note' if mark.note else 'page break'} {mark.n}"


def _describe(document: Streams, source: Source, copy: Copy, difference: Difference) -> Diagnostic:
    """The finding: what differs, with the words on both sides."""
    at = difference.at
    ended = at == len(copy.text)
    where = f"{source.path}:{source.line(copy.origin(at))}"
    there = f"{where} ends" if ended else f"{where} has “{excerpt(copy.text, at)}”"
    whole = difference.before + ("" if not difference.moved else " ") + difference.text
    here = f"the TEI has “{excerpt(whole, len(difference.before))}”" if difference.text else "the TEI ends there"
    code, count = ("A004", 0) if difference.moved else name_difference(copy.text, at, difference.text)
    size = f" ({count} character{'' if count == 1 else 's'})" if count else ""
    words = {
        "A001": f"text is missing{size}",
        "A002": f"there is text that the source does not have{size}",
        "A003": "the text is not that of the source",
        "A004": f"{' and '.join(map(_name, difference.moved))} must stand where the marker does",
    }
    hint = "compare the two; a correction is a choice of sic and corr, an addition is supplied"
    return Diagnostic(code, document.file, difference.line or None, f"{words[code]}: {here}, {there}", hint)
