"""What may stand in a source and not in the text: the layouts' signs, narrower than the ledger's table of reasons.

A layout with other signs adds them here; a test holds these against the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.audit.streams import Mark, Note
from chancery.model.ledger import BULLETS, PATTERNS, Reason

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = ("{n}", "{superscript}", "[{n}]", "({n})", "/{n}/", "[^{n}]")
_PAGES = (
    "[Page {n}]",
    "[page {n}]",
    "[p. {n}]",
    "[Pg {n}]",
    "[Pg. {n}]",
    "[pg {n}]",
    "[{n}]",
    "{{{n}}}",
    "Page {n}",
    "page {n}",
    "p. {n}",
    "{n}",
)
_SIGN = r"(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]{1,2}|[A-Z])"
SIGNS: dict[Reason, re.Pattern[str]] = {
    Reason.BULLET: re.compile(rf"[{BULLETS}*\-–+]"),
    Reason.SIGN: re.compile("#{1,6}"),
    Reason.NOTE_NUMBER: re.compile(rf"\[\^{_SIGN}\]:|\[{_SIGN}\]|\({_SIGN}\)|/{_SIGN}/|{_SIGN}[.)]?|[-•*]"),
    Reason.BACK_LINK: re.compile("↩\ufe0e?"),
    Reason.NOTES_HEADING: re.compile(r"(?:Foot|End)?notes?:?|References:?", re.I),
    Reason.RULE: re.compile(r"[_–—=~-]{3,}"),
}
# The way back to the marker on a page: an arrow, and letters where a note has several markers, or words.
PAGE_BACK_LINK = re.compile(
    r"[↑^](?-i:\s[a-z]\b)*|[↩↑⏎↵⤴⇑▲]\ufe0e?|\[(?:back|return|up|top)\]|(?:back|return)(?: to [\w ]{1,20})?(?=\s*\n|\Z)",
    re.I,
)
_NUMBER = re.compile(r"\w+|[*†‡§¶]+")


def forms_of(mark: Mark) -> tuple[str, ...]:
    """All that a mark may look like, the longest first: its own number is always in it."""
    reason = Reason.NOTE_MARKER if mark.note else Reason.PAGE_BREAK
    made = {f.format(n=mark.n, superscript=mark.n.translate(_SUPERSCRIPT)) for f in (_NOTES if mark.note else _PAGES)}
    made |= {form.replace(" ", "\u00a0") for form in made}
    return tuple(sorted((f for f in made if PATTERNS[reason].fullmatch(f)), key=len, reverse=True)) if mark.n else ()


@dataclass(slots=True)
class Numbering:
    """How a list of notes counts: all its numbers look alike, and go up or are those of the markers.

    They go up by one where they are those of markers; elsewhere notes may be lost between them. Of a note without a
    place the TEI tells no number.
    """

    count: int = 0
    style: str = ""
    last: str = ""
    agrees: bool = False  # whether a number was that of its marker

    def allows(self, opening: str, note: Note) -> bool:
        """Whether the note may begin with `opening`."""
        found, n = _NUMBER.search(opening), note.n
        label = found[0] if found else ""
        if self.count and _style(opening) != self.style and not (found and label == n):
            return False
        if not note.placed or note.doubtful:
            return True
        if label == n or not label.isdecimal():
            return label == n or not label.isalpha()
        step = int(label) - int(self.last) if self.last.isdecimal() else 1
        return step == 1 or (step > 1 and not self.agrees)

    def take(self, opening: str, note: Note) -> None:
        """Count a note that begins so."""
        found = _NUMBER.search(opening)
        self.count, self.style, self.last = self.count + 1, _style(opening), found[0] if found else ""
        self.agrees |= note.placed and self.last == note.n


def _style(opening: str) -> str:
    return _NUMBER.sub("#", opening)
