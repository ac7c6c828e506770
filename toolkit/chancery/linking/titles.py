"""Offices that stand for their holder: "the Attorney General", where the register lists the form for that date."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.linking.people import Known, People, find_form
from chancery.linking.vocabulary import FUNCTION_WORDS, OTHER_OFFICE
from chancery.linking.words import Word, fold


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
        if at < free or not word.capital or fold(word.text) not in people.root.next:
            continue
        after, entries = find_form(people, text, words, at)
        holders = {e.known for e in entries if e.office and e.office.dated and e.office.holds(date)}
        if len(holders) == 1 and stands_alone(text, words, at, after):
            found.append(Holder(word.start, words[after - 1].end, holders.pop()))
            free = after
    return found


def stands_alone(text: str, words: list[Word], at: int, after: int) -> bool:
    """Whether an office is neither part of another ("Assistant Attorney General") nor the title of a name."""
    if at:
        before = words[at - 1]
        near = text[before.end : words[at].start].isspace()
        if near and (fold(before.text) in OTHER_OFFICE or (before.capital and fold(before.text) not in FUNCTION_WORDS)):
            return False
    if after == len(words):
        return True
    gap, follower = text[words[after - 1].end : words[after].start], words[after]
    if gap in ("-", "–"):
        return False
    if gap.isspace() and follower.text == "of":
        return text[follower.end :].startswith(" the United States")
    return not (gap.isspace() and follower.capital and fold(follower.text) not in FUNCTION_WORDS)
