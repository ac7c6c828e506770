"""A way through a source: what was passed, and for which reason it is not text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from chancery.audit.forms import SIGNS
from chancery.audit.streams import Space
from chancery.model.ledger import Reason

BLANK = re.compile(r"\s*")
_ALONE = re.compile(
    rf"({SIGNS[Reason.NOTE_NUMBER].pattern})[ \t]*({SIGNS[Reason.BACK_LINK].pattern}|)(?=[^\S\n\r]*(?:[\n\r]|\Z))"
)
_EDGE = "|".join(SIGNS[reason].pattern for reason in (Reason.NOTES_HEADING, Reason.RULE))
_OPENS = re.compile(rf"\s*(?:(?:{_EDGE})\s+)?(?:{SIGNS[Reason.NOTE_NUMBER].pattern})")  # a note, or one edge more
_LINE_ENDS = "\n\r\u2028\u2029"


class Trail:
    """A place in a source, and the account of all before it."""

    def __init__(self, source: str, frames: Sequence[tuple[int, int]] = ()) -> None:
        self.source, self.at, self.text = source, 0, 0
        self.ledger: Counter[Reason] = Counter()
        self.outside: list[tuple[int, int]] = []  # text of a page before and after the document
        self.turns: Mapping[int, int] = {}  # the same of words that turn pages
        self._frames = dict(frames)  # of a page, where they begin and end: they may be passed
        if source.startswith("\ufeff"):
            self.leave(1, Reason.BYTE_ORDER_MARK)

    def pass_by(self, end: int) -> None:
        """Go over text of a page outside the document."""
        while self.at < end:
            stop = min([end, *(start for start in self._frames if start >= self.at)])
            if stop == self.at:
                stop = min(end, self._frames.pop(stop))
                self._count(stop, Reason.FRAME)
            elif self._count(stop, Reason.OUTSIDE):
                self.outside.append((self.at, stop))
            self.at = stop

    def _count(self, end: int, reason: Reason) -> int:
        """Enter what is not blank under a reason, the rest as blank; how much is not blank."""
        said = len("".join(self.source[self.at : end].split()))
        self.ledger[reason] += said
        self.ledger[Reason.BLANK] += end - self.at - said
        return said

    def pass_frame(self) -> bool:
        """Go over a frame that begins here."""
        at = end_of(BLANK, self.source, self.at)
        start = next((start for start, end in self._frames.items() if self.at <= start <= at < end), None)
        if start is not None:
            self.pass_by(self._frames[start])
            return True
        end = next((end for start, end in self.turns.items() if self.at <= start <= at < end), self.at)
        self._count(end, Reason.FRAME)
        self.at, turned = end, end > self.at
        return turned

    def pass_title(self, title: str, anywhere: bool) -> bool:
        """Whether the title of a chapter begins here, or further down where it may; it is gone over."""
        words = re.compile(r"\s+".join(map(re.escape, title.split())))
        at = end_of(BLANK, self.source, self.at)
        found = words.search(self.source, at) if anywhere else words.match(self.source, at)
        if not found:
            return False
        if anywhere:
            self.pass_by(found.start())
        self.leave(found.start(), Reason.BLANK)
        self.leave(found.end(), Reason.TITLE)
        return True

    def pass_bullet(self, forms: tuple[str, ...], space: Space) -> None:
        """Go over the bullet of a block that begins with a mark, whatever form that has."""
        at = end_of(BLANK, self.source, self.at)
        apart = space is Space.BREAK or "\n" in self.source[self.at : at]
        bullet = SIGNS[Reason.BULLET].match(self.source, at) if apart else None
        end = end_of(BLANK, self.source, bullet.end()) if bullet else at
        if bullet and end > bullet.end() and self.source.startswith(forms, end):
            self.skip(at, space)
            self.leave(bullet.end(), Reason.BULLET)

    def pass_heading(self, anywhere: bool) -> bool:
        """Go over the heading of a list of notes, or the rule above it, if it is here."""
        at = end_of(BLANK, self.source, self.at)
        for reason in (Reason.NOTES_HEADING, Reason.RULE):
            found = _line_of(reason).match(self.source, at)
            if found and (anywhere or _OPENS.match(self.source, found.end())):
                self.leave(at, Reason.BLANK)
                self.leave(found.end(1), reason)
                return True
        return False

    def pass_number(self) -> bool:
        """Go over the number of a note that says nothing, alone on its line, if it is here."""
        at = end_of(BLANK, self.source, self.at)
        number = _ALONE.match(self.source, at)
        if not number or self.source[self.source.rfind("\n", 0, at) + 1 : at].strip():
            return False
        self.leave(at, Reason.BLANK)
        self.leave(number.end(1), Reason.NOTE_NUMBER)
        self.leave(number.start(2), Reason.BLANK)
        self.leave(number.end(2), Reason.BACK_LINK)
        return True

    def skip(self, end: int, space: Space) -> None:
        """Go over white space."""
        broken = space is Space.LINE and not set(self.source[self.at : end]).isdisjoint(_LINE_ENDS)
        self.leave(end, Reason.LINE_BREAK if broken else Reason.BLANK)

    def leave(self, end: int, reason: Reason) -> None:
        """Go over what is not text."""
        self.ledger[reason] += end - self.at
        self.at = end


def _line_of(reason: Reason) -> re.Pattern[str]:
    """Finds what a reason looks like, whole on its line."""
    return re.compile(rf"({SIGNS[reason].pattern})[^\S\n]*(?:\n|\Z)", re.I)


def end_of(pattern: re.Pattern[str], source: str, at: int) -> int:
    """Where what the pattern matches at an offset ends; there, if it matches nothing."""
    found = pattern.match(source, at)
    return found.end() if found else at
