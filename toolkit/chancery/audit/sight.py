"""What stands at a place of a source: marks, numbers of notes, ways back, and whether a text begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.audit.comparison import begins, compare
from chancery.audit.differences import Difference
from chancery.audit.forms import PAGE_BACK_LINK, SIGNS, Numbering, forms_of
from chancery.audit.streams import Mark, Note, Piece
from chancery.audit.trail import BLANK, Trail, end_of
from chancery.model.ledger import Reason

WHITE = re.compile(r"[ \t\r\n]*")


class Sight(Trail):
    """A way through a source that looks ahead."""

    def __init__(self, source: str, page: bool, frames: Sequence[tuple[int, int]] = ()) -> None:
        super().__init__(source, frames)
        self.page = page  # whose notes may have no numbers, and which may hold other text around the document
        self.numbering = Numbering()
        self.last = Piece((), (), "", 0)  # that was gone over, of those with text

    def find(self, mark: Mark) -> tuple[int, str]:
        """Where a mark's characters would be, and what they look like, if they are there."""
        at = end_of(BLANK, self.source, self.at)
        return at, next((form for form in forms_of(mark) if self.source.startswith(form, at)), "")

    def begins_at(self, text: str, at: int) -> bool:
        """Whether a text begins at an offset, or after the white space there."""
        return begins(self.source, end_of(WHITE, self.source, at), text)

    def opens(self, note: Note) -> tuple[tuple[int, int], int] | None:
        """Where the number is with which the note begins here, and where its text begins."""
        at = end_of(BLANK, self.source, self.at)
        number = SIGNS[Reason.NOTE_NUMBER].match(self.source, at)
        places = [(at, number.end())] if number and self.numbering.allows(number[0], note) else []
        bare = end_of(WHITE, self.source, self.at)
        for at, end in [*places, (bare, bare)] if self.page else places:
            starts = [end_of(WHITE, self.source, end), end_of(BLANK, self.source, end)]
            if self.page and (arrow := PAGE_BACK_LINK.match(self.source, starts[-1])):
                starts.append(end_of(BLANK, self.source, arrow.end()))
            for start in starts:
                if begins(self.source, self._after_marks(note.pieces[0], start), note.pieces[0].text):
                    return (at, end), start
        return None

    def _after_marks(self, piece: Piece, at: int) -> int:
        """Where the text of a piece begins whose page breaks may begin here."""
        for mark in piece.marks:
            start = end_of(BLANK, self.source, at)
            form = next((form for form in forms_of(mark) if self.source.startswith(form, start)), "")
            at = end_of(BLANK, self.source, start + len(form))
        return at

    def take_number(self, note: Note, number: tuple[int, int], end: int) -> None:
        """Go over the number of a note and what is around it, to where its text begins."""
        self.leave(number[0], Reason.BLANK)
        self.numbering.take(self.source[number[0] : number[1]], note)
        self.leave(number[1], Reason.NOTE_NUMBER)
        if self.source[self.at : end].strip():
            self.take_arrow()
        self.leave(end, Reason.BLANK)

    def take_arrow(self) -> bool:
        """Go over a way back, if it is here."""
        at = end_of(BLANK, self.source, self.at)
        arrow = (PAGE_BACK_LINK if self.page else SIGNS[Reason.BACK_LINK]).match(self.source, at)
        if arrow:
            self.leave(at, Reason.BLANK)
            self.leave(arrow.end(), Reason.BACK_LINK)
        return bool(arrow)

    def stay_in_line(self, ahead: str) -> None:
        """Where the line of the source goes on, what it says belongs to the last piece and not to what is ahead."""
        start, end = self.source.rfind("\n", 0, self.at) + 1, self.source.find("\n", self.at)
        rest = self.source[self.at : end if end >= 0 else None]
        if self.source[start : self.at].strip() and rest.strip():
            line = self.last.line + self.last.text.count("\n")
            raise Difference(self.at, ahead, line, self.last.text[-40:])

    def say(self, text: str) -> int:
        """Go along text as far as the source says it; how much of it."""
        reach = compare(self.source, self.at, text)
        met = reach.source - self.at
        self.text += min(reach.text, met)
        self.ledger[Reason.BLANK] += max(0, met - reach.text)
        self.at = reach.source
        return reach.text
