"""Notes without links in one list for all documents of a page: given to the documents whose markers count them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.model.division import Stretch
from chancery.readers.division.dealing import Listed, deal_notes
from chancery.readers.division.shapes import has_marker
from chancery.readers.html.apparatus import Apparatus, Body, Stretches, said
from chancery.readers.html.characters import say
from chancery.readers.html.outline import breaks_line
from chancery.readers.html.trailing import read_label
from chancery.readers.html.tree import Page

_MARKER = "[{}]"
_RAISED = re.compile(r"\[\d{1,3}\]")


def share_notes(page: Page, apparatus: Apparatus, bodies: Sequence[Stretch]) -> dict[Stretch, int]:
    """The places of the notes that belong to other documents than the last, below which all stand, and to which."""
    linked = {body for marker, body in apparatus.markers.items() if marker.name == "a"}
    notes = [body for body in apparatus.bodies if body not in linked]
    if not notes or linked or len(bodies) < 2 or notes[0].block.start < bodies[-1][0]:
        return {}
    noted = Stretches.of(apparatus.holders)
    texts = [_read_text(page, stretch, noted) for stretch in bodies]
    listed = _list_notes(page, notes)
    marker = _MARKER if any(_RAISED.search(text) for text in texts) else "{}"
    counts = deal_notes(listed, texts, [has_marker(text.split("\n", 1)[0]) for text in texts], marker)
    owners = [document for document, count in enumerate(counts) for _ in range(count)]
    places = [(note.block.start, note.block.end) for note in notes]
    return {place: owner for place, owner in zip(places, owners, strict=True) if owner < len(bodies) - 1}


def _list_notes(page: Page, notes: Sequence[Body]) -> list[Listed]:
    """The notes as they are dealt: those whose numbers begin again count for each document."""
    labels = [read_label(page, note.block) for note in notes]
    anew = [n > 0 and label in ("0", "1") for n, label in enumerate(labels)]
    opens = [a or said(page, note.block, 60).find("Source:") in range(8) for a, note in zip(anew, notes, strict=True)]
    through = all(labels) and not any(anew)
    return [Listed(label if through else "", opened) for label, opened in zip(labels, opens, strict=True)]


def _read_text(page: Page, stretch: Stretch, noted: Stretches) -> str:
    """The words of a document, a line a block, without its notes, what is raised in brackets."""
    parts, end = list[str](), -1
    for words, element in page.speaking:
        if not stretch[0] <= words.start < stretch[1] or noted.cover(words):
            continue
        if end >= 0 and breaks_line(page.text, end, words.start):
            parts.append("\n")
        said = say(page.text, words.start, words.end)
        raised = element.name == "sup" and said.strip("[]() \n").isdecimal()
        parts.append(_MARKER.format(said.strip("[]() \n")) if raised else said)
        end = words.end
    return "".join(parts).strip()
