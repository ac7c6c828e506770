"""What a source says, as the walk reads it: its characters without those that no TEI can hold, and where each stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from chancery.model.ledger import PATTERNS, QUOTED_LINE, Reason

MARK = "\ufeff"
# What no TEI can hold, and the marks of files that were joined: at the beginnings of lines.
_LEFT_OUT = re.compile(rf"{PATTERNS[Reason.CONTROL].pattern}|(?<![^\n\r\x85\u2028\u2029]){MARK}+")
_LEFT_OUT_QUOTED = re.compile(f"{_LEFT_OUT.pattern}|{QUOTED_LINE.pattern}", re.M)
_ENDS = str.maketrans("\v\f", "\n\n")  # control characters, but the ends of lines too


@dataclass(slots=True)
class Copy:
    """Text, and the offsets in the source that its stretches come from."""

    text: str
    starts: list[int] = field(default_factory=lambda: [0])  # of stretches, in the text
    origins: list[int] = field(default_factory=lambda: [0])  # the same places in the source
    left_out: Counter[Reason] = field(default_factory=Counter)  # characters of the source, by reason
    frames: list[tuple[int, int]] = field(default_factory=list)  # of the text, what may be the frame of a page
    turns: dict[int, int] = field(default_factory=dict)  # the same of words that turn pages: where they begin and end
    links: dict[int, int] = field(default_factory=dict)  # within a page: of the text, where each is and where it leads

    def origin(self, at: int) -> int:
        """Where in the source an offset of the text lies."""
        place = bisect_right(self.starts, at) - 1
        return self.origins[place] + at - self.starts[place]


def read_copy(source: str, quoted: bool = False) -> Copy:
    """The copy of a source that is plain text, or of one that was quoted in a mail."""
    source = source.translate(_ENDS)
    left_out = _LEFT_OUT_QUOTED if quoted else _LEFT_OUT
    if not left_out.search(source):
        return Copy(source)
    copy, parts, at, size = Copy("", [], []), list[str](), 0, 0
    for start, end in [*(match.span() for match in left_out.finditer(source)), (len(source), len(source))]:
        parts.append(source[at:start])
        copy.starts.append(size)
        copy.origins.append(at)
        size += start - at
        said = source[start:end].strip()[:1]
        reason = {MARK: Reason.BYTE_ORDER_MARK, ">": Reason.QUOTED}.get(said, Reason.CONTROL)
        copy.left_out[reason] += end - start
        at = end
    copy.text = "".join(parts)
    return copy
