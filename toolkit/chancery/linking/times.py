"""Whether a listed person may be meant in a document of its time, as far as the years in the register's entry tell.

A register of the sixties lists Lyndon Johnson; "the Minister in China (Johnson)" of 1931 is somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chancery.linking.evidence import Fit
from chancery.linking.mentions import Mention, Reading
from chancery.linking.people import Known
from chancery.linking.words import WORD

# Years before the first that an entry says, and after the last. Somebody's career began before he was listed, and those
# who are long gone are still spoken of, Presidents by their bare name.
EARLY, LATE = 15, 50
EARLY_IN_FULL, LATE_IN_FULL = 40, 100  # where the document has the whole name


def may_live(known: Known, date: str, early: int = EARLY, late: int = LATE) -> bool:
    """Whether the person may be meant on an ISO date; without a date, or a year in the entry, anybody may."""
    if not date or not known.years:
        return True
    return known.years[0] - early <= int(date[:4]) <= known.years[-1] + late


def keep_contemporaries(mentions: Sequence[Mention], text: str, date: str) -> list[Mention]:
    """The mentions without the persons of another time; who was passed over is kept, for a word to the editor."""
    return [_of_its_time(mention, text, date) for mention in mentions]


def _of_its_time(mention: Mention, text: str, date: str) -> Mention:
    kept = tuple(r for r in mention.readings if _may_be_meant(r, text, date))
    if len(kept) == len(mention.readings):
        return mention
    named = mention.title or not (mention.place or mention.ordinary)  # "the Department of State" names no Mr. State
    others = tuple(r.known for r in mention.readings) if named and not kept else ()
    return replace(mention, readings=kept, others=others)


def _may_be_meant(reading: Reading, text: str, date: str) -> bool:
    in_full = reading.fit is Fit.FULL and sum(len(w) > 1 for w in WORD.findall(text[reading.start : reading.end])) > 1
    return may_live(reading.known, date, *((EARLY_IN_FULL, LATE_IN_FULL) if in_full else (EARLY, LATE)))
