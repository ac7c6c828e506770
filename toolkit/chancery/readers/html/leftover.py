"""What of a page is neither text nor entered elsewhere: tags, white space, the frame, text outside the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chancery.diagnostics import Diagnostic
from chancery.model.division import fill_gaps
from chancery.model.document import Block
from chancery.model.ledger import Entry, Reason
from chancery.model.source import Source
from chancery.readers.html.apparatus import Stretches
from chancery.readers.html.characters import say
from chancery.readers.html.flow import Flow
from chancery.readers.html.frame import SENTENCE, Frame
from chancery.readers.html.tree import Element, Page
from chancery.readers.lines import MARK


@dataclass(frozen=True, slots=True)
class Ledger:
    """A page's ledger, whole and in order."""

    entries: tuple[Entry, ...]

    def diagnose(self, source: Source) -> list[Diagnostic]:
        """What an editor should look at: sentences outside of what was taken for the document."""
        return report_outside(source, self.entries)


def report_outside(source: Source, entries: Iterable[Entry]) -> list[Diagnostic]:
    """The finding that sentences of a page were taken for no part of a document."""
    outside = (e for e in entries if e.reason is Reason.OUTSIDE)
    lost = [e for e in outside if SENTENCE.search(say(source.text, e.start, e.end))]
    if not lost:
        return []
    words = " ".join(say(source.text, lost[0].start, lost[0].end).split())[:60]
    message = f"text outside the document was left out, {len(lost)} in all, the first “{words}”"
    hint = "if it belongs to the document, put it into the page's main part"
    return [Diagnostic("S008", source.path, source.line(lost[0].start), message, hint)]


def enter_rest(page: Page, frame: Frame, blocks: list[Block], flow: Flow, start: int) -> Ledger:
    """The whole ledger of a page whose text stands in `blocks`; what lies before `start` is outside the document."""
    entries = [*flow.entries, *flow.marks.cut]
    entries += [Entry(e.start, e.end, reason) for e, reason in frame.left_out.items()]
    taken = sorted([(run.start, run.end) for b in blocks for run in b.text.runs] + [(e.start, e.end) for e in entries])
    covered, at = [], 0
    for start, end in [*taken, (len(page.text), len(page.text))]:
        if at < start:
            covered.append((at, start))
        at = max(at, end)
    entries = _outermost(entries)
    entries += _enter_gaps(page, covered, (start, frame.document.end))
    return Ledger(tuple(sorted(entries, key=lambda entry: entry.start)))


def enter_shell(page: Page, left_out: dict[Element, Reason], taken: list[tuple[int, int]]) -> tuple[Entry, ...]:
    """The ledger of what of a page belongs to none of the documents that it holds."""
    inside = Stretches([start for start, _ in taken], [end for _, end in taken])
    hidden = [Entry(e.start, e.end, reason) for e, reason in left_out.items() if not inside.cover(e)]
    entries = _outermost(hidden)
    gaps = fill_gaps(len(page.text), [*taken, *((entry.start, entry.end) for entry in entries)])
    return (*entries, *_enter_gaps(page, gaps, (len(page.text), 0)))


def _outermost(entries: list[Entry]) -> list[Entry]:
    """The entries without those inside others: a script in the head of a page."""
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda e: (e.start, -e.end)):
        if not kept or entry.start >= kept[-1].end:
            kept.append(entry)
    return kept


def _enter_gaps(page: Page, gaps: list[tuple[int, int]], document: tuple[int, int]) -> Iterator[Entry]:
    """Entries for stretches of the page that nothing was made of: its tags, and what stands between."""
    markup = iter(page.markup)
    tag = next(markup, None)
    for start, end in gaps:
        while tag and tag.end <= start:
            tag = next(markup, None)
        while tag and tag.start < end:
            yield from _enter_words(page.text, start, tag.start, document)
            yield Entry(tag.start, tag.end, Reason.MARKUP)
            start = tag.end
            tag = next(markup, None)
        yield from _enter_words(page.text, start, end, document)


def _enter_words(text: str, start: int, end: int, document: tuple[int, int]) -> Iterator[Entry]:
    while (mark := text.find(MARK, start, end)) >= 0:
        if start < mark:
            yield from _enter_words(text, start, mark, document)
        yield Entry(mark, mark + 1, Reason.BYTE_ORDER_MARK)
        start = mark + 1
    if start < end:
        outside = (end <= document[0] or start >= document[1]) and say(text, start, end).strip()
        yield Entry(start, end, Reason.OUTSIDE if outside else Reason.BLANK)
