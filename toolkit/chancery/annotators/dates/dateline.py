"""A line read as a dateline: place, date, time, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.annotators.dates.calendar import DATE, TIME, When, add_time, read_date

_UNDATED = re.compile(r"\b(?:undated|not dated|n\.d\.|date not declassified)\b", re.IGNORECASE)
_AFTER_UNDATED = re.compile(r"[\s.,\])*]*(?:[\[(]\s?[Rr]eceived\b[^\])]{0,70}[\])])?[\s.*]*\Z")
_AT_END = re.compile(r"[\s.,\]]*\Z")
_TIME_AT_END = re.compile(rf",\s(?:at\s)?(?:{TIME.pattern})[\s.,\]]*\Z", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s*\Z", re.IGNORECASE)
# What may follow the date: a time, when it was received, brackets and full stops.
_TAIL = re.compile(
    rf"[,;.\s—–-]*(?:at\s|\[)?(?P<time>(?:{TIME.pattern}))?(?:,?\s*(?:EST|EDT|GMT|local time|Zulu))?[\s,;.?\])]*"
    r"(?:via\s[A-Z][^\[\]]{1,60})?(?:\[sic\])?"
    r"(?:[\[(]?(?:[Rr]eceived|[Rr]ec’d|[Ee]xtract|[Ss]ent)\b[^)\]]{0,70}[)\]]?)?[\s.\])*]*\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[\[(\s]*(?P<place>(?:\d{1,4} (?=[A-Z]\w+ (?:Street|Avenue|Road|Square|Place)\b))?[^\d\s,;:.\[(][^\d;:\n]{0,78}?"
    r"|\[place not declassified\])[,—–.\])\s\[(]*\Z"
)
_NO_PLACE = frozenset(
    (
        "on",
        "since",
        "from",
        "by",
        "until",
        "dated",
        "in",
        "approved",
        "date",
        "drafted",
        "as",
        "for",
        "released",
        "issued",
        "signed",
        "done",
    )
)  # what a date in a sentence begins with
_LEADS_ON = frozenset(("of", "on", "to", "for", "from", "dated", "through", "since", "until", "by", "in", "and"))
_PAPER = re.compile(
    r"(?:Report|Memorandum|Minutes|Letter|Telegram|Notes?|Paper|Draft|Record|Statement|Summary|Treaty|Convention|Agreement"
    r"|Protocol|Declaration|Proclamation|Resolution|Decree|Press Release|Address|Communiqu[eé]|Meeting|Conversation)\b"
)
MOST_PLACE_WORDS = 10
MOST_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; half-open offsets in its text, equal where a part is missing."""

    place: tuple[int, int]
    date: tuple[int, int]
    when: When | None  # nothing for "undated"

    @property
    def placed(self) -> bool:
        return self.place[0] < self.place[1]


def match_dateline(chars: str) -> Dateline | None:
    """The parts of `chars` if it is a dateline and nothing else."""
    chars = chars.replace("\u00a0", " ")
    found = _undated(chars) or _dated(chars)
    if found is None:
        return None
    start, end, when = found
    weekday = _WEEKDAY.search(chars, 0, start)
    before = chars[: weekday.start() if weekday else start]
    if not before.strip(" [("):
        return Dateline((0, 0), (start, end), when)
    place = _PLACE.match(before)
    if not place or len(place["place"].split()) > MOST_PLACE_WORDS or not _is_place(place["place"]):
        return None
    return Dateline(place.span("place"), (start, end), when)


def find_date_at_end(chars: str, timed: bool = False) -> re.Match[str] | None:
    """The date that `chars` ends in, as a heading may; where it may be `timed`, the time follows it."""
    for match in reversed(list(DATE.finditer(chars))):
        if _AT_END.match(chars, match.end()) or (timed and _TIME_AT_END.match(chars, match.end())):
            return match
    return None


def _dated(chars: str) -> tuple[int, int, When | None] | None:
    match = DATE.search(chars)
    if not match:
        return None
    tail = _TAIL.match(chars, match.end())
    when = read_date(match)
    if not tail or when is None:
        return None
    if not tail["time"]:
        return match.start(), match.end(), when
    return match.start(), _closed(chars, match.start(), tail.end("time")), add_time(when, TIME.match(tail["time"]))


def _closed(chars: str, start: int, end: int) -> int:
    """The end of a date with the bracket that an editor opened in it: "July 20, 1937—[6 p.m.?]"."""
    if "[" not in chars[start:end] or "]" in chars[start:end]:
        return end
    bracket = chars.find("]", end, end + 3)
    return bracket + 1 if bracket >= 0 else end


def _undated(chars: str) -> tuple[int, int, When | None] | None:
    match = _UNDATED.search(chars)
    if match and _AFTER_UNDATED.match(chars, match.end()):
        return match.start(), match.end(), None
    return None


def _is_place(words: str) -> bool:
    """Whether the words before a date can be a place: capitalised or bracketed, not the start of a sentence."""
    if words.isupper() and len(words.split()) >= MOST_CAPITALS:
        return False  # a letterhead: THE WHITE HOUSE WASHINGTON
    first = words.split()[0]
    if "not declassified" in words:
        return True
    if first.lower() in _NO_PLACE or _PAPER.match(words) or words.split()[-1].lower() in _LEADS_ON:
        return False
    return words[0].isupper() or words[0].isdigit() or words.lower().startswith(("aboard", "at ", "en route"))
