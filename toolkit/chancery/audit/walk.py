"""The source explained from a document's streams alone: every character is text in its place, or has a reason.

A reason may only occur where it makes sense: a marker at the place of its own note, the number of a note before its
text, a bullet before a block. What its characters may look like stands in `forms`.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from itertools import chain

from chancery.audit.comparison import begins, compare
from chancery.audit.forms import SIGNS, Numbering, forms_of
from chancery.audit.streams import Mark, Note, Piece, Space, Streams
from chancery.model.ledger import Reason

_WHITE = re.compile(r"[ \t\r\n]*")
_BLANK = re.compile(r"\s*")
_LINE_ENDS = "\n\r\u2028\u2029"


class Difference(Exception):
    """Where source and TEI part."""

    def __init__(self, at: int, text: str, line: int, before: str = "", moved: Sequence[Mark] = ()) -> None:
        super().__init__(text)
        self.at = at  # in the source
        self.text, self.before = text, before  # the TEI's, from there on and up to there
        self.line = line  # of the TEI file
        self.moved = moved  # notes and page breaks that lie elsewhere among the white space


class Walk:
    """One pass over a source, for the documents that it holds, one after the other."""

    def __init__(self, source: str) -> None:
        self.source, self.at, self.text = source, 0, 0
        self.ledger: Counter[Reason] = Counter()
        self.missing: list[Mark] = []  # notes and page breaks that the source does not have
        self._placed: deque[Note] = deque()  # notes not yet met in the source, in the order of the text
        self._free: dict[str, Note] = {}  # those without a place, by the place in the list that they claim
        self._numbering = Numbering()
        if source.startswith("\ufeff"):
            self._leave(1, Reason.BYTE_ORDER_MARK)

    def explain(self, document: Streams) -> None:
        """Go along the document's text and notes; raises Difference where that is not possible."""
        self._placed = deque(note for note in document.notes if note.placed)
        free = [note for note in document.notes if not note.placed]
        self._free = {note.n: note for note in free}
        self._placed.extend(note for note in free if self._free[note.n] is not note)  # two claim one place
        self._numbering, self.missing = Numbering(), []
        self._go(document.body, inside=False)
        while self._placed or self._free:
            if not self._take_note():
                self._refuse_note(next(iter([*self._placed, *self._free.values()])))

    def finish(self) -> None:
        """The rest of the source must be blank."""
        self._leave(_end(_BLANK, self.source, self.at), Reason.BLANK)
        if self.at < len(self.source):
            raise Difference(self.at, "", 0)

    # text

    def _go(self, pieces: Sequence[Piece], inside: bool) -> None:
        for place, piece in enumerate(pieces):
            before = pieces[place - 1].text[-40:] if place else ""
            self._cross(piece, inside, before)
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
            blank = self._meet(mark, spaces[-1], piece.text if number == len(piece.marks) - 1 else None, inside)
            if blank is None:
                self.missing.append(mark)
                spaces[-1] = max(spaces[-1], piece.spaces[number + 1])
                continue
            met.append(mark)
            blanks.append(blank)
            spaces.append(piece.spaces[number + 1])
        blanks.append(self._reach_text(piece.text, spaces[-1], inside))
        if piece.text and start and (piece.marks or spaces != [Space.LINE]) and _moved(met, spaces, blanks):
            raise Difference(start, piece.text, piece.line, before, met)

    def _meet(self, mark: Mark, space: Space, text: str | None, inside: bool) -> bool | None:
        """Take the characters of a mark; whether they follow white space, None where they are not there."""
        start = self.at
        at, form = self._find(mark)
        while not form and space and not inside and self._take_note():
            at, form = self._find(mark)
        if not form or (text and not self._begins(text, at + len(form)) and self._begins(text, self.at)):
            return None
        self._skip(at, space)
        self._leave(at + len(form), Reason.NOTE_MARKER if mark.note else Reason.PAGE_BREAK)
        return at > start

    def _find(self, mark: Mark) -> tuple[int, str]:
        """Where a mark's characters would be, and what they look like, if they are there."""
        at = _end(_BLANK, self.source, self.at)
        return at, next((form for form in forms_of(mark) if self.source.startswith(form, at)), "")

    def _begins(self, text: str, at: int) -> bool:
        return begins(self.source, _end(_WHITE, self.source, at), text)

    def _reach_text(self, text: str, space: Space, inside: bool) -> bool:
        """Go over white space, and what may stand between two blocks, to where `text` begins; whether there was any."""
        start = self.at
        if not text and not inside:
            return True
        while not self._step_to(text, space):
            if not space or not (self._take_arrow() if inside else self._take_note()):
                self._skip(_end(_WHITE, self.source, self.at), space)
                break
        return self.at > start

    def _step_to(self, text: str, space: Space) -> bool:
        """Go over white space and a bullet, if `text` begins after them."""
        for pattern in (_WHITE, _BLANK):
            at = _end(pattern, self.source, self.at)
            if not text or begins(self.source, at, text):
                self._skip(at, space)
                return True
            bullet = SIGNS[Reason.BULLET].match(self.source, at) if space is Space.BREAK else None
            if bullet and begins(self.source, _end(_BLANK, self.source, bullet.end()), text):
                self._skip(at, space)
                self._leave(bullet.end(), Reason.BULLET)
                self._leave(_end(_BLANK, self.source, self.at), Reason.BLANK)
                return True
        return False

    # notes

    def _take_note(self) -> bool:
        """Go over the next note of the list, if it is here: the next in order, or one that has no place in the text."""
        likely = [n for n in (self._free.get(str(self._numbering.count + 1)), next(iter(self._placed), None)) if n]
        for note in chain(likely, self._free.values()):
            if opening := self._opens(note):
                break
        else:
            return False
        if note.placed:
            self._placed.popleft()
        else:
            del self._free[note.n]
        self._skip(_end(_BLANK, self.source, self.at), Space.BREAK)
        self._numbering.take(opening[0])
        self._leave(opening.end(), Reason.NOTE_NUMBER)
        self._go(note.pieces, inside=True)
        self._take_arrow()
        return True

    def _opens(self, note: Note) -> re.Match[str] | None:
        """The number with which the note begins here."""
        opening = SIGNS[Reason.NOTE_NUMBER].match(self.source, _end(_BLANK, self.source, self.at))
        if not opening or not self._numbering.allows(opening[0], note.n):
            return None
        at = _end(_BLANK, self.source, opening.end())
        return opening if begins(self.source, at, note.pieces[0].text) else None

    def _take_arrow(self) -> bool:
        at = _end(_BLANK, self.source, self.at)
        arrow = SIGNS[Reason.BACK_LINK].match(self.source, at)
        if arrow:
            self._leave(at, Reason.BLANK)
            self._leave(arrow.end(), Reason.BACK_LINK)
        return bool(arrow)

    def _refuse_note(self, note: Note) -> None:
        """Say where the text of a note that must be here differs."""
        self._leave(_end(_BLANK, self.source, self.at), Reason.BLANK)
        opening = SIGNS[Reason.NOTE_NUMBER].match(self.source, self.at)
        if opening and self._numbering.allows(opening[0], note.n):
            self._leave(opening.end(), Reason.NOTE_NUMBER)
            self._go(note.pieces, inside=True)
        raise Difference(self.at, note.pieces[0].text, note.pieces[0].line)

    # what is left out of the text

    def _skip(self, end: int, space: Space) -> None:
        broken = space is Space.LINE and not set(self.source[self.at : end]).isdisjoint(_LINE_ENDS)
        self._leave(end, Reason.LINE_BREAK if broken else Reason.BLANK)

    def _leave(self, end: int, reason: Reason) -> None:
        self.ledger[reason] += end - self.at
        self.at = end


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    found = pattern.match(source, at)
    return found.end() if found else at


def _moved(marks: Sequence[Mark], spaces: Sequence[Space], blanks: Sequence[bool]) -> bool:
    """Whether white space lies elsewhere among marks than in the source: one was moved over it, or words joined."""
    for number, (space, blank) in enumerate(zip(spaces, blanks, strict=True)):
        before_note = number < len(marks) and marks[number].note
        if space and not blank and (before_note or space is not Space.BREAK):
            return True
    apart = any(b for n, b in enumerate(blanks) if not (n < len(marks) and marks[n].note))  # a marker may stand apart
    return apart and not any(spaces)
