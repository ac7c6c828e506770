"""That text stands where the source has it: in its order, blocks ending where the source was cut, lines broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lxml import etree

from chancery.model.ledger import Entry, Reason
from chancery.model.text import Run
from chancery.tei.tree import TEI

# Elements that may begin and end in the middle of a line; all others stand where something was left out.
PHRASES = frozenset(
    TEI + n
    for n in ("persName", "orgName", "placeName", "name", "rs", "date", "time", "ref", "term", "hi", "gloss", "seg")
)
_BREAKS = frozenset((TEI + "lb", TEI + "pb"))
# What stands inside a line: no block ends where nothing else was left out.
_INSIDE = frozenset((Reason.NOTE_MARKER, Reason.PAGE_BREAK, Reason.CONTROL))

Piece = str | tuple[str, etree._Element]  # text, or the "start" or "end" of an element


_LINE_ENDS = frozenset("\n\v\f\r\x85\u2028\u2029")


@dataclass(slots=True)
class _Stream:
    """How far the running text, or one note, has come in the source."""

    at: int = -1  # after its last character
    edge: bool = False  # whether a block began or ended since
    broken: bool = False  # whether a line or page break stood since


def find_misplaced(pieces: Iterable[Piece], runs: Sequence[Run], ledger: Iterable[Entry], source: str) -> str:
    """What stands in the wrong place, in words; nothing where all is right. `runs` make the text of `pieces`."""
    cuts, parts = _cuts(runs, source), (run for run in runs if run.size)
    entries = {entry.start: entry for entry in ledger}
    streams, offset, taken = [_Stream()], 0, 0
    for piece in pieces:
        if isinstance(piece, str):
            offset += len(piece)
            while taken < offset:
                run = next(parts)
                if trouble := _go_on(streams[-1], run, entries, source):
                    return trouble
                taken += run.size
        elif piece[1].tag not in PHRASES:
            if offset not in cuts:
                return f"a {etree.QName(piece[1]).localname} begins or ends inside a line of the source"
            _mark(streams, *piece)
    return ""


def _mark(streams: list[_Stream], side: str, element: etree._Element) -> None:
    """Note in the stream what stands here; a note is a stream of its own."""
    if element.tag == TEI + "note" and element.get("place"):
        if side == "start":
            streams.append(_Stream())
        else:
            streams.pop()
    elif element.tag in _BREAKS:
        streams[-1].broken = True
    else:
        streams[-1].edge = True


def _go_on(stream: _Stream, run: Run, entries: dict[int, Entry], source: str) -> str:
    """Let the stream go on with `run`; what is wrong with that."""
    last, edge, broken = stream.at, stream.edge, stream.broken
    stream.at, stream.edge, stream.broken = run.end, False, False
    if last < 0 or last == run.start:
        return ""
    words = repr(source[run.start : run.start + 30])
    if run.start < last:
        return f"out of order: {words}"
    between = list(_between(last, run.start, entries))
    if edge and between and all(entry.reason in _INSIDE for entry in between):
        return f"a block was cut in two before {words}"
    if not edge and not broken and any(entry.reason is Reason.LINE_BREAK for entry in between):
        return f"a line break is lost before {words}"
    return ""


def _between(start: int, end: int, entries: dict[int, Entry]) -> Iterator[Entry]:
    """The ledger's entries from `start` on, as long as nothing else stands there."""
    while start < end and (entry := entries.get(start)):
        yield entry
        start = entry.end


def _cuts(runs: Sequence[Run], source: str) -> set[int]:
    """The offsets in the text at which it doesn't go on in the source, or only with the end of a line."""
    offsets = list(accumulate((run.size for run in runs), initial=0))
    between = zip(offsets[1:], pairwise(runs), strict=False)
    apart = (o for o, (a, b) in between if a.end != b.start or source[b.start : b.start + 1] in _LINE_ENDS)
    return {0, offsets[-1], *apart}
