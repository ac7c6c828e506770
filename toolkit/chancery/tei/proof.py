"""The proof that nothing is lost: TEI text and ledger together give the source back, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from lxml import etree

from chancery.model.ledger import PATTERNS, Entry, Reason
from chancery.model.text import Run
from chancery.tei.places import Piece, find_misplaced
from chancery.tei.tree import TEI

# Elements that hold blocks: white space between these is layout, not text.
_LAYOUT = frozenset(
    TEI + n for n in ("body", "div", "list", "closer", "opener", "postscript", "table", "row", "figure", "quote")
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,32});?")
_WORDS = TEI + "figDesc"  # from an attribute of the source, not its text
_HOLDERS = (TEI + "signed", TEI + "item")


def prove(root: etree._Element, runs: Sequence[Run], ledger: Iterable[Entry], source: str) -> str:
    """What is wrong, in words with its place in the source; nothing when the proof holds."""
    pieces = list(_pieces(root))
    written = "".join(piece for piece in pieces if isinstance(piece, str))
    expected = "".join(run.says or source[run.start : run.end] for run in runs)
    if wrong := next(
        (run for run in runs if run.says and not _stands_for(source[run.start : run.end], run.says)), None
    ):
        return f"{source[wrong.start : wrong.end]!r} does not say {wrong.says!r}"
    if written != expected:
        at = next((n for n, (a, b) in enumerate(zip(written, expected, strict=False)) if a != b), len(expected))
        return f"the TEI text differs from the source at {expected[at : at + 30]!r}"
    entries = list(ledger)
    if odd := next((e for e in entries if not _looks_so(source, e)), None):
        return f"the ledger calls {source[odd.start : odd.end]!r} a {odd.reason.value}"
    at = 0
    for start, end in sorted([(run.start, run.end) for run in runs] + [(e.start, e.end) for e in entries]):
        if start != at:
            return f"{'lost' if start > at else 'doubled'}: {source[min(at, start) : max(at, start)][:60]!r}"
        at = end
    if at != len(source):
        return f"lost: {source[at:][:60]!r}"
    return find_misplaced(pieces, runs, entries, source)


def _stands_for(raw: str, says: str) -> bool:
    """Whether source characters say something else than themselves: a character reference, or white space a blank.

    The tag between two blocks is the blank between their words once they are one. The second of two characters that
    one reference says has no source of its own.
    """
    if not raw:
        return len(says) == 1
    if says == " ":
        return not raw.strip() or unescape(raw).isspace() or bool(PATTERNS[Reason.MARKUP].fullmatch(raw))
    return bool(_REFERENCE.fullmatch(raw)) and unescape(raw).startswith(says)


def _looks_so(source: str, entry: Entry) -> bool:
    """Whether the characters of a ledger's entry, or what their character references say, look as its reason wants."""
    pattern = PATTERNS[entry.reason]
    if pattern.fullmatch(source, entry.start, entry.end):
        return True
    raw = source[entry.start : entry.end]
    return "&" in raw and bool(pattern.fullmatch(unescape(raw)))


def _pieces(root: etree._Element) -> Iterator[Piece]:
    """The text of the body, without the white space of its layout, and the edges of its elements, in their order."""
    body = root.find(f"{TEI}text/{TEI}body")
    if body is None:
        return
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == _WORDS:
            walk.skip_subtree()
            continue
        if element.tag == _WORDS:
            yield from _spoken(element.tail, element.getparent())
            continue
        yield event, element
        if event == "start":
            yield from _spoken(element.text, element)
        elif element is not body:
            yield from _spoken(element.tail, element.getparent())


def _spoken(text: str | None, holder: etree._Element | None) -> Iterator[str]:
    if text and holder is not None and (holder.tag not in _LAYOUT or text.strip()) and not _holds_lists(holder):
        yield text


def _holds_lists(holder: etree._Element) -> bool:
    """Whether a signature or an item holds lists and no text of its own."""
    if holder.tag not in _HOLDERS or not len(holder) or (holder.text or "").strip():
        return False
    return all(child.tag == f"{TEI}list" and not (child.tail or "").strip() for child in holder)
