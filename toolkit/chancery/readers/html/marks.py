"""What stands in a page for something other than text: markers of notes, page numbers, labels and ways back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chancery.model.ledger import PATTERNS, Entry, Reason
from chancery.readers.html.characters import say
from chancery.readers.html.tree import Element, Page, Words
from chancery.readers.lines import MARK

_MARKS = re.compile(rf"[ \t\r\n\f]*{MARK}+")  # files that were joined have more than one


@dataclass(slots=True)
class Marks:
    """The marks of a page by their element."""

    page: Page
    markers: dict[Element, int] = field(default_factory=dict)  # the place of the note
    pages: dict[Element, str] = field(default_factory=dict)  # the printed number
    reasons: dict[Element, Reason] = field(default_factory=dict)  # of other elements whose words are no text
    starts: dict[Element, int] = field(default_factory=dict)  # the place of the note that begins there
    ends: set[Element] = field(default_factory=set)  # after these the document goes on
    inline: dict[Element, int] = field(default_factory=dict)  # notes that stand in the text, at their place
    labels: dict[Words, int] = field(default_factory=dict)  # where the text begins behind a label
    cut: list[Entry] = field(default_factory=list)  # the labels

    def takes(self, element: Element) -> bool:
        """Whether an element's words are no text."""
        return element in self.markers or element in self.pages or element in self.reasons

    def after_label(self, words: Words) -> int:
        """Where the text begins in some words: behind a label, or marks of the byte order."""
        marked = None if words in self.labels else _MARKS.match(self.page.text, words.start, words.end)
        return marked.end() if marked else self.labels.get(words, words.start)

    def cut_label(self, words: Words, label: re.Match[str] | None) -> None:
        """Leave out the number at the beginning of some words."""
        if label:
            self.labels[words] = label.end("label")
            self.cut.append(Entry(*label.span("label"), Reason.NOTE_NUMBER))

    def entries(self, element: Element) -> Iterator[Entry]:
        """The ledger's entries for the words of a mark."""
        note, page = element in self.markers, element in self.pages
        reason = Reason.NOTE_MARKER if note else Reason.PAGE_BREAK if page else self.reasons[element]
        for start, end in trimmed(self.page, element):
            yield Entry(start, end, reason)


def trimmed(page: Page, element: Element) -> Iterator[tuple[int, int]]:
    """The places of the words in an element, without white space around them."""
    for node in element.walk():
        if isinstance(node, Words):
            raw = page.text[node.start : node.end]
            if stripped := raw.strip():
                start = node.start + raw.index(stripped)
                yield start, start + len(stripped)


def fits(page: Page, element: Element, reason: Reason) -> bool:
    """Whether the ledger can take the words of an element for this reason."""
    stretches = list(trimmed(page, element))
    return bool(stretches) and all(PATTERNS[reason].fullmatch(say(page.text, *place)) for place in stretches)
