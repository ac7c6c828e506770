"""The source explained from a document's streams alone: every character is text in its place, or has a reason.

A reason may only occur where it makes sense: a marker at the place of its own note, the number of a note before its
text, a bullet before a block. What its characters may look like stands in `forms`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import chain

from chancery.audit.comparison import begins, compare
from chancery.audit.differences import Difference, is_moved
from chancery.audit.forms import PAGE_BACK_LINK, SIGNS, Numbering, forms_of
from chancery.audit.streams import Mark, Note, Piece, Space, Streams
from chancery.audit.trail import BLANK, Trail, end_of
from chancery.model.ledger import Reason

_WHITE = re.compile(r"[ \t\r\n]*")
_NEAR, _FIRST = 1500, 40  # characters in which the next document must begin; of its text, to know it by


class Walk(Trail):
    """One pass over a source, for the documents that it holds, one after the other."""

    def __init__(
        self, source: str, document: Streams, page: bool = False, frames: Sequence[tuple[int, int]] = ()
    ) -> None:
        super().__init__(source, frames)
        self.document = document  # that is being explained
        self._page = page  # whose notes may have no numbers, and which may hold other text around the document
        self.missing: list[Mark] = []  # notes and page breaks that the source does not have
        self._placed: deque[Note] = deque()  # notes not yet met in the source, in the order of the text
        self._free: dict[str, Note] = {}  # those without a place, by the place in the list that they claim
        self._numbering = Numbering()
        self._titles: deque[str] = deque()  # of a chapter, not yet met
        self._later: list[tuple[Streams, deque[Note], dict[str, Note]]] = []  # notes in a list after all documents

    def explain(self, document: Streams, following: Streams | None = None) -> None:
        """Go along the document's text and notes; raises Difference where that is not possible."""
        self.document = document
        self._titles = deque(document.titles)
        self._placed = deque(note for note in document.notes if note.placed)
        free = [note for note in document.notes if not note.placed]
        self._free = {note.n: note for note in free}
        self._placed.extend(note for note in free if self._free[note.n] is not note)  # two claim one place
        self._numbering, self.missing = Numbering(), []
        self._pass_titles()
        if self._page:
            self._find_beginning(document.body[0])
        self._go(document.body, inside=False)
        if self._later and following is None:  # the last of the documents whose notes come after all
            self._later.append((document, self._placed, self._free))
        else:
            self._take_notes(following)

    def finish(self) -> None:
        """The rest of the source holds notes that were not met yet, and else must be blank."""
        for document, placed, free in self._later:
            self.document, self._placed, self._free, self._numbering = document, placed, free, Numbering()
            self._take_notes(None)
        self.pass_by(len(self.source) if self._page else 0)
        self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
        if self.at < len(self.source):
            raise Difference(self.at, "", 0)

    def _find_beginning(self, first: Piece) -> None:
        """Go over what a page has before the document, if its first piece begins further down."""
        at = end_of(BLANK, self.source, self.at)
        word = first.text.split(maxsplit=1)[0] if first.text else ""
        while word and at >= 0 and not begins(self.source, at, first.text):
            at = self.source.find(word, at + 1)
        if not word or at < 0:
            return
        before = self.source[self.at : at]
        for mark in reversed(first.marks):  # page breaks before the first words
            form = next((form for form in forms_of(mark) if before.rstrip().endswith(form)), "")
            before = before.rstrip().removesuffix(form)
        self.pass_by(self.at + len(before))

    def _comes(self, following: Streams) -> bool:
        """Whether the next document begins here, though this one has notes left."""
        first = " ".join(next((piece.text for piece in following.body if piece.text), "").split())[:_FIRST]
        return bool(first) and first in " ".join(self.source[self.at : self.at + _NEAR].split())

    def _pass_titles(self) -> None:
        """Go over the titles of a chapter that begin here; in a page, wherever they do."""
        while self._titles and self.pass_title(self._titles[0], anywhere=self._page):
            self._titles.popleft()

    # text

    def _go(self, pieces: Sequence[Piece], inside: bool) -> None:
        for place, piece in enumerate(pieces):
            before = pieces[place - 1].text[-40:] if place else ""
            self._cross(piece, inside, before)
            if self._titles and piece.text:
                raise Difference(self.at, self._titles[0], 0)
            reach = compare(self.source, self.at, piece.text)
            said, met = piece.text[: reach.text], reach.source - self.at
            self.text += min(len(said), met)
            self.ledger[Reason.BLANK] += max(0, met - len(said))
            self.at = reach.source
            if reach.text < len(piece.text):
                rest = " ".join([piece.text[reach.text :], *(p.text for p in pieces[place + 1 : place + 8])])
                raise Difference(self.at, rest, piece.line + said.count("\n"), said[-40:])

    def _cross(self, piece: Piece, inside: bool, before: str) -> None:
        """Go over the gap before a piece: its marks must be met in order, and words must stay apart or together."""
        start, spaces, blanks, met = self.at, [piece.spaces[0]], [], list[Mark]()
        for number, mark in enumerate(piece.marks):
            self.pass_bullet(forms_of(mark), spaces[-1])
            blank = self._meet(mark, spaces[-1], piece.text if number == len(piece.marks) - 1 else None, inside)
            if blank is None:
                if self._page and mark.note and not inside and self._take_note():
                    start = 0  # the note stands in the text, and took the white space around it
                else:
                    self.missing.append(mark)
                spaces[-1] = max(spaces[-1], piece.spaces[number + 1])
                continue
            met.append(mark)
            blanks.append(blank)
            spaces.append(piece.spaces[number + 1])
            self._pass_titles()
        blanks.append(self._reach_text(piece.text, spaces[-1], inside))
        if piece.text and start and (piece.marks or spaces != [Space.LINE]) and is_moved(met, spaces, blanks):
            raise Difference(start, piece.text, piece.line, before, met)

    def _meet(self, mark: Mark, space: Space, text: str | None, inside: bool) -> bool | None:
        """Take the characters of a mark; whether they follow white space, None where they are not there."""
        start = self.at
        at, form = self._find(mark)
        while not form and space and not inside and self._take_note():
            at, form = self._find(mark)
        if not form or (text and not self._begins(text, at + len(form)) and self._begins(text, self.at)):
            return None
        self.skip(at, space)
        self.leave(at + len(form), Reason.NOTE_MARKER if mark.note else Reason.PAGE_BREAK)
        return at > start

    def _find(self, mark: Mark) -> tuple[int, str]:
        """Where a mark's characters would be, and what they look like, if they are there."""
        at = end_of(BLANK, self.source, self.at)
        return at, next((form for form in forms_of(mark) if self.source.startswith(form, at)), "")

    def _begins(self, text: str, at: int) -> bool:
        return begins(self.source, end_of(_WHITE, self.source, at), text)

    def _reach_text(self, text: str, space: Space, inside: bool) -> bool:
        """Go over white space, and what may stand between two blocks, to where `text` begins; whether there was any."""
        start = self.at
        if not text and not inside:
            return True
        while not self._step_to(text, space):
            if not (space or self._page) or not (self._take_arrow() if inside else self._take_note()):
                self.skip(end_of(_WHITE, self.source, self.at), space)
                break
        return self.at > start

    def _step_to(self, text: str, space: Space) -> bool:
        """Go over white space and a bullet, if `text` begins after them."""
        for pattern in (_WHITE, BLANK):
            at = end_of(pattern, self.source, self.at)
            if not text or begins(self.source, at, text):
                self.skip(at, space)
                return True
            bullet = SIGNS[Reason.BULLET].match(self.source, at) if space is Space.BREAK else None
            if bullet and begins(self.source, end_of(BLANK, self.source, bullet.end()), text):
                self.skip(at, space)
                self.leave(bullet.end(), Reason.BULLET)
                self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
                return True
        return False

    # notes

    def _take_notes(self, following: Streams | None) -> None:
        """Go over the notes that are left; where the next document begins instead, they must come after all."""
        while self._placed or self._free:
            if self._take_note():
                continue
            if following and self._comes(following):
                self._later.append((self.document, self._placed, self._free))
                return
            self._refuse_note(next(iter([*self._placed, *self._free.values()])))

    def _take_note(self) -> bool:
        """Go over the next note of the list, if it is here: the next in order, or one that has no place in the text.

        One without a place says which it is in the list, if its number is one.
        """
        waiting = [self._free.get(str(self._numbering.count + 1)), next(iter(self._placed), None)]
        others = (note for note in self._free.values() if not note.n.isdecimal())
        for note in chain(filter(None, waiting), others):
            if opening := self._opens(note):
                break
        else:
            return self._page and (self.pass_heading() or self.pass_frame())
        if note.placed:
            self._placed.popleft()
        else:
            del self._free[note.n]
        self._number(note, *opening)
        self._go(note.pieces, inside=True)
        while self._take_arrow():  # one for each marker
            pass
        return True

    def _number(self, note: Note, number: tuple[int, int], end: int) -> None:
        """Go over the number of a note and what is around it, to where its text begins."""
        self.leave(number[0], Reason.BLANK)
        self._numbering.take(self.source[number[0] : number[1]], note)
        self.leave(number[1], Reason.NOTE_NUMBER)
        if self.source[self.at : end].strip():
            self._take_arrow()
        self.leave(end, Reason.BLANK)

    def _opens(self, note: Note) -> tuple[tuple[int, int], int] | None:
        """Where the number is with which the note begins here, and where its text begins."""
        at = end_of(BLANK, self.source, self.at)
        number = SIGNS[Reason.NOTE_NUMBER].match(self.source, at)
        ends = [number.end()] if number and self._numbering.allows(number[0], note) else []
        for end in [*ends, at] if self._page else ends:
            text = end_of(BLANK, self.source, end)
            arrow = PAGE_BACK_LINK.match(self.source, text) if self._page else None
            for start in (text, end_of(BLANK, self.source, arrow.end())) if arrow else (text,):
                if begins(self.source, start, note.pieces[0].text):
                    return (at, end), start
        return None

    def _take_arrow(self) -> bool:
        at = end_of(BLANK, self.source, self.at)
        arrow = (PAGE_BACK_LINK if self._page else SIGNS[Reason.BACK_LINK]).match(self.source, at)
        if arrow:
            self.leave(at, Reason.BLANK)
            self.leave(arrow.end(), Reason.BACK_LINK)
        return bool(arrow)

    def _refuse_note(self, note: Note) -> None:
        """Say where the text of a note that must be here differs."""
        self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
        opening = SIGNS[Reason.NOTE_NUMBER].match(self.source, self.at)
        if opening and self._numbering.allows(opening[0], note):
            self.leave(opening.end(), Reason.NOTE_NUMBER)
            self._go(note.pieces, inside=True)
        raise Difference(self.at, note.pieces[0].text, note.pieces[0].line)
