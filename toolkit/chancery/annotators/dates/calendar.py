"""Dates and times as the documents print them, in ISO 8601. Only what the words say: no year is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chancery.model.months import MONTHS

_SHORT = {m[:3].lower(): n for n, m in enumerate(MONTHS, 1)}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
BEHIND = (11, 12, 13)  # days of the Julian calendar, in which papers from Russia are dated too
_DASH = r"[ \u00a0]?(?:[–—-]|to|and)[ \u00a0]?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|d)?"

# Month D[–D2], YYYY · Month D–Month D2, YYYY · Month D/[Month] D2, YYYY in both calendars · D Month YYYY · Month YYYY
DATE = re.compile(
    rf"(?P<m>{MONTH})[ \u00a0]+(?P<d>{_DAY})(?:(?:{_DASH}|(?P<two>/))(?:(?P<m2>{MONTH})[ \u00a0]+)?(?P<d2>{_DAY}))?"
    rf"(?:,[ \u00a0]*|[ \u00a0]+)(?P<b>\[)?(?P<y>{YEAR})(?(b)\])"
    rf"|(?P<ed>{_DAY})[ \u00a0]+(?P<em>{MONTH}),?[ \u00a0]+(?P<ey>{YEAR})"
    rf"|(?P<om>{MONTH}),?[ \u00a0]+(?P<oy>{YEAR})(?!\d)",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}(?: ?[:.] ?\d\d)?|noon|midnight)"
_HALF = r"[ \u00a0]?(?P<{0}>[ap])\.?[ \u00a0]?m\.?"
TIME = re.compile(
    rf"(?P<zulu>\d{{4}})Z"
    rf"|(?P<t>{_CLOCK})(?:{_HALF.format('h')})?(?:{_DASH}(?P<t2>{_CLOCK}))?(?:{_HALF.format('h2')}|(?<=noon)|(?<=midnight))"
    rf"|(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)[ \u00a0]?(?:hours|hrs\.?|h\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or a stretch of time; ISO 8601, the later end empty for one date."""

    start: str
    end: str = ""

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """As TEI writes it."""
        return (("from", self.start), ("to", self.end)) if self.end else (("when", self.start),)


def read_date(match: re.Match[str]) -> When | None:
    """What a match of DATE says; nothing where there is no such day."""
    g = match.groupdict()
    if g["oy"]:
        return When(f"{g['oy']}-{_month(g['om']):02d}")
    year, month, day = g["y"] or g["ey"], _month(g["m"] or g["em"]), _number(g["d"] or g["ed"])
    start = _iso(int(year), month, day)
    if not start or not g["d2"]:
        return When(start) if start else None
    end = _iso(int(year), _month(g["m2"]) if g["m2"] else month, _number(g["d2"]))
    if g["two"] and end and (date.fromisoformat(end) - date.fromisoformat(start)).days in BEHIND:
        return When(end)  # the second is ours
    return When(start, end) if end > start else None


def add_time(when: When, match: re.Match[str] | None) -> When:
    """`when` with the time of day that a match of TIME says; a time without a zone stays without one."""
    if match is None or when.end or len(when.start) != 10:
        return when
    g = match.groupdict()
    if g["zulu"] or g["mil"]:
        clock = _clock(int((g["zulu"] or g["mil"])[:2]), int((g["zulu"] or g["mil"])[2:]))
        return When(f"{when.start}T{clock}{'+00:00' if g['zulu'] else ''}") if clock else when
    first = _twelve(g["t"], g["h"] or g["h2"] or "p")
    last = _twelve(g["t2"], g["h2"] or "p") if g["t2"] else ""
    if last and first >= last and not g["h"]:  # 11:30–1:15 p.m. begins in the morning
        first = _twelve(g["t"], "a")
    if not first or (g["t2"] and not last) or (last and first >= last):
        return when
    return When(f"{when.start}T{first}", f"{when.start}T{last}" if last else "")


def _month(name: str) -> int:
    return _SHORT[name[:3].lower()]


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _clock(hour: int, minute: int) -> str:
    return f"{hour:02d}:{minute:02d}:00" if hour < 24 and minute < 60 else ""


def _twelve(clock: str, half: str) -> str:
    """A time of the twelve-hour clock as hh:mm:ss; empty when there is no such time."""
    if not clock[0].isdigit():  # midnight could be the day's beginning or its end
        return "12:00:00" if clock.lower() == "noon" else ""
    hour, _, minute = clock.replace(".", ":").partition(":")
    if not 1 <= int(hour) <= 12:
        return ""
    return _clock(int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute or 0))
