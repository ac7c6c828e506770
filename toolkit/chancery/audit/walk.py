"""The source explained from a document's streams alone: every character is text in its place, or has a reason.

A reason may only occur where it makes sense: a marker at the place of its own note, the number of a note before its
text, a bullet before a block. What its characters may look like stands in `forms`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import chain

from chancery.audit.comparison import begins
from chancery.audit.differences import Difference, is_moved
from chancery.audit.forms import SIGNS, Numbering, forms_of
from chancery.audit.links import Links
from chancery.audit.sight import WHITE, Sight
from chancery.audit.streams import Mark, Note, Piece, Space, Streams
from chancery.audit.trail import BLANK, end_of
from chancery.model.ledger import Reason

_NEAR, _FIRST = 1500, 40  # characters in which the next document must begin; of its text, to know it by


class Walk(Sight):
    """One pass over a source, for the documents that it holds, one after the other."""

    def __init__(
        self,
        source: str,
        document: Streams,
        page: bool = False,
        frames: Sequence[tuple[int, int]] = (),
        links: Mapping[int, int] | None = None,
    ) -> None:
        super().__init__(source, page, frames)
        self.document = document  # that is being explained
        self.missing: list[Mark] = []  # notes and page breaks that the source does not have
        self._placed: deque[Note] = deque()  # notes not yet met in the source, in the order of the text
        self._free: dict[str, Note] = {}  # those without a place, by the place in the list that they claim
        self._titles: deque[str] = deque()  # of a chapter, not yet met
        self._links = Links(links or {})
        self._marked: deque[Note] = deque()  # notes whose place in the text was not yet reached
        self._later: list[tuple[Streams, deque[Note], dict[str, Note]]] = []  # notes in a list after all documents

    def explain(self, document: Streams, following: Streams | None = None) -> None:
        """Go along the document's text and notes; raises Difference where that is not possible."""
        self.document = document
        self._titles = deque(document.titles)
        self._placed = deque(note for note in document.notes if note.placed)
        self._marked = deque(self._placed)
        free = [note for note in document.notes if not note.placed]
        self._free = {note.n: note for note in free}
        self._placed.extend(note for note in free if self._free[note.n] is not note)  # two claim one place
        self.numbering, self.missing = Numbering(), []
        self._pass_titles()
        if self.page:
            self._find_beginning(document.body[0])
        self._go(document.body, inside=False)
        if self._later and following is None:  # the last of the documents whose notes come after all
            self._later.append((document, self._placed, self._free))
        else:
            self._take_notes(following)

    def finish(self) -> None:
        """The rest of the source holds notes that were not met yet, and else must be blank."""
        for document, placed, free in self._later:
            self.document, self._placed, self._free, self.numbering = document, placed, free, Numbering()
            self._take_notes(None)
        while self.pass_number():
            pass
        self.pass_by(len(self.source) if self.page else 0)
        self.stay_in_line("")
        self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
        if self.at < len(self.source):
            raise Difference(self.at, "", 0)

    def _find_beginning(self, first: Piece) -> None:
        """Go over what a page has before the document, if its first piece begins further down."""
        at = end_of(BLANK, self.source, self.at)
        word = re.split(r"[ \t\r\n]", first.text, maxsplit=1)[0]
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
        while self._titles and self.pass_title(self._titles[0], anywhere=self.page):
            self._titles.popleft()

    # text

    def _go(self, pieces: Sequence[Piece], inside: bool) -> None:
        for place, piece in enumerate(pieces):
            before = pieces[place - 1].text[-40:] if place else ""
            self._cross(piece, inside, before)
            if self._titles and piece.text:
                raise Difference(self.at, self._titles[0], 0)
            said = self.say(piece.text)
            while inside and said < len(piece.text) and self.take_arrow():  # a way back may stand in the middle
                self.leave(end_of(WHITE, self.source, self.at), Reason.BLANK)
                said += self.say(piece.text[said:])
            if said < len(piece.text):
                if place and not said:
                    self.stay_in_line(piece.text)
                rest = " ".join([piece.text[said:], *(p.text for p in pieces[place + 1 : place + 8])])
                line = piece.line + piece.text.count("\n", 0, said)
                raise Difference(self.at, rest, line, piece.text[:said][-40:])
            self.last = piece if piece.text else self.last

    def _cross(self, piece: Piece, inside: bool, before: str) -> None:
        """Go over the gap before a piece: its marks must be met in order, and words must stay apart or together."""
        start, spaces, blanks, met = self.at, [piece.spaces[0]], [], list[Mark]()
        for number, mark in enumerate(piece.marks):
            self.pass_bullet(forms_of(mark), spaces[-1])
            blank = self._meet(mark, spaces[-1], piece.text if number == len(piece.marks) - 1 else None, inside)
            if blank is None:
                if self.page and mark.note and not inside and self._take_note():
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
        note = self._marked.popleft() if mark.note and not inside and self._marked else None
        at, form = self.find(mark)
        while not form and (self.take_arrow() if inside else space and self._take_note()):
            at, form = self.find(mark)
        if not form or (text and not self.begins_at(text, at + len(form)) and self.begins_at(text, self.at)):
            return None
        self.skip(at, space)
        self.leave(at + len(form), Reason.NOTE_MARKER if mark.note else Reason.PAGE_BREAK)
        if note is not None:
            self._links.meet(note, at, self.at, self.source)
        return at > start

    def _reach_text(self, text: str, space: Space, inside: bool) -> bool:
        """Go over white space, and what may stand between two blocks, to where `text` begins; whether there was any."""
        start = self.at
        if not text and not inside:
            return True
        while not self._step_to(text, space):
            if not (space or self.page) or not self._pass_over(text, inside):
                self.skip(end_of(WHITE, self.source, self.at), space)
                break
        return self.at > start

    def _pass_over(self, text: str, inside: bool) -> bool:
        """Go over what may stand before a text: in a note a way back or a frame, else a note."""
        if inside:
            return self.take_arrow() or (self.page and self.pass_frame())
        return self._take_note(text)

    def _step_to(self, text: str, space: Space) -> bool:
        """Go over white space and a bullet, if `text` begins after them."""
        for pattern in (WHITE, BLANK):
            at = end_of(pattern, self.source, self.at)
            if not text or begins(self.source, at, text):
                self.skip(at, space)
                return True
            reason = Reason.SIGN if self.source.startswith("#", at) else Reason.BULLET
            bullet = SIGNS[reason].match(self.source, at) if space is Space.BREAK else None
            if bullet and begins(self.source, end_of(BLANK, self.source, bullet.end()), text):
                self.skip(at, space)
                self.leave(bullet.end(), reason)
                self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
                return True
        return False

    # notes

    def _take_notes(self, following: Streams | None) -> None:
        """Go over the notes that are left; where the next document begins instead, they must come after all."""
        while self._placed or self._free:
            if self._take_note() or self.pass_number():
                continue
            if following and self._comes(following):
                self._later.append((self.document, self._placed, self._free))
                return
            self._refuse_note(next(iter([*self._placed, *self._free.values()])))
        ahead = next((piece.text for piece in following.body if piece.text), "") if following else ""
        while not self._is_next(ahead) and self.pass_number():
            pass

    def _take_note(self, ahead: str = "") -> bool:
        """Go over the next note of the list, if it is here: the next in order, or one that has no place in the text.

        One without a place says which it is in the list, if its number is one. Behind it comes `ahead`.
        """
        linked = self._links.find_note(end_of(BLANK, self.source, self.at), self._placed)
        waiting = [self._free.get(str(self.numbering.count + 1)), linked or next(iter(self._placed), None)]
        others = (note for note in self._free.values() if not note.n.isdecimal())
        for note in chain(filter(None, waiting), others):
            if opening := self.opens(note):
                break
        else:
            return self.pass_heading(anywhere=self.page) or (self.page and self.pass_frame())
        if note.placed:
            del self._placed[next(n for n, other in enumerate(self._placed) if other is note)]
        else:
            del self._free[note.n]
        self.take_number(note, *opening)
        self._go(note.pieces, inside=True)
        while not self._is_next(ahead) and self.take_arrow():  # one a marker
            pass
        return True

    def _is_next(self, ahead: str) -> bool:
        """Whether a text that may begin with an arrow is here, or a note that a link leads to."""
        at = end_of(BLANK, self.source, self.at)
        return self._links.leads_to(at) or (bool(ahead) and begins(self.source, at, ahead))

    def _refuse_note(self, note: Note) -> None:
        """Say where the text of a note that must be here differs."""
        self.stay_in_line(note.pieces[0].text)
        self.leave(end_of(BLANK, self.source, self.at), Reason.BLANK)
        opening = SIGNS[Reason.NOTE_NUMBER].match(self.source, self.at)
        if opening and self.numbering.allows(opening[0], note):
            self.leave(opening.end(), Reason.NOTE_NUMBER)
            self._go(note.pieces, inside=True)
        raise Difference(self.at, note.pieces[0].text, note.pieces[0].line)
