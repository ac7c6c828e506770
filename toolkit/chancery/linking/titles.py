"""Offices that stand for their holder: "the Attorney General", where the register lists the form for that date."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.linking.people import Known, People, find_form
from chancery.linking.vocabulary import FUNCTION_WORDS, OTHER_OFFICE
from chancery.linking.words import Word

FORMER = ("former ", "then ", "acting ", "deputy ", "assistant ")


@dataclass(frozen=True, slots=True)
class Holder:
    """A place where an office stands for the person who held it."""

    start: int
    end: int
    known: Known


def find_holders(people: People, text: str, words: list[Word], date: str) -> list[Holder]:
    """The offices in `text` whose form the register dates, with who held them on `date`; none without a date."""
    if not date:
        return []
    found, free = [], 0
    for at, word in enumerate(words):
        if at < free or not word.capital or word.key not in people.root.next:
            continue
        after, entries = find_form(people, text, words, at)
        holders = {e.known for e in entries if e.office and e.office.dated and e.office.holds(date)}
        if len(holders) == 1 and stands_alone(text, words, at, after):
            found.append(Holder(word.start, words[after - 1].end, holders.pop()))
            free = after
    return found


def stands_alone(text: str, words: list[Word], at: int, after: int) -> bool:
    """Whether an office is neither part of another ("Assistant Attorney General") nor the title of a name."""
    if text.endswith(FORMER, 0, words[at].start):
        return False
    if at:
        before = words[at - 1]
        near = text[before.end : words[at].start].isspace()
        if near and (before.key in OTHER_OFFICE or (before.capital and before.key not in FUNCTION_WORDS)):
            return False
    end = words[after - 1].end
    if text.startswith(" of ", end):
        return text.startswith(" of the United States", end)
    if after == len(words):
        return True
    gap, follower = text[words[after - 1].end : words[after].start], words[after]
    if gap in ("-", "–"):
        return False
    return not (gap.isspace() and follower.capital and follower.key not in FUNCTION_WORDS)
