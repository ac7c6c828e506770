"""The mentions of a text: every place where a form of a listed person stands, with the persons it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.linking.context import (
    Before,
    follows_name,
    given_name_follows,
    is_thing,
    look_before,
    opens_sentence,
    suffix_end,
)
from chancery.linking.evidence import Fit, extends_after, judge
from chancery.linking.forenames import FORENAMES
from chancery.linking.people import ARTICLES, Entry, Known, People, Strength, find_form, one_name
from chancery.linking.vocabulary import BELONGINGS, FUNCTION_WORDS, ORDINARY, PLACES, TITLE_LIKE, TITLES
from chancery.linking.words import Word, folded

DRAFTING = ("rafted by ", "leared by ", "pproved by ", "nitialed by ", "igned by ", "oncurred in by ")
ADMINISTRATION = re.compile(r"(?:[’']s)? [Aa]dministration\b")
OFFICE_BEFORE = re.compile(r"(?:\b[A-Z]\w+ )*\b[A-Z]\w+ (?:of|for)(?: the)?(?: [A-Z]\w+)+ \Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """One person that a mention may mean, with the stretch of text that would be the name."""

    known: Known
    fit: Fit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a form of one or more listed persons stands."""

    start: int  # of the form alone
    end: int
    surname: str  # the last word of the form, folded
    readings: tuple[Reading, ...]  # empty where the text names somebody else
    title: str  # folded, empty for none
    ordinary: bool  # the form is also a word of ordinary prose
    opens: bool  # it opens a sentence
    place: bool  # the form is also a place, an institution or a title
    around: frozenset[str]  # the folded words of the phrase that may describe the person
    belongs: bool = False  # what follows makes it the name of files, a library, an administration
    namesakes: bool = False  # several listed persons bear the form, whether or not they may be meant here
    stranger: tuple[int, int] | None = None  # the whole name of somebody else
    others: tuple[Known, ...] = ()  # listed persons of another time, where nobody else of the register can be meant


def find_mentions(people: People, text: str, words: list[Word]) -> list[Mention]:
    """The mentions in `text` in order, none overlapping another."""
    found, free = [], 0
    starts = people.root.next
    for at, word in enumerate(words):
        if at < free or word.key not in starts or not (word.capital or word.key in ARTICLES):
            continue
        after, entries = find_form(people, text, words, at)
        entries = tuple(e for e in entries if e.office is None)
        if not entries or is_part_of_word(text, words, at):
            continue
        mention = read_mention(people, text, words, at, after, entries)
        if mention is not None:
            found.append(mention)
            free = next((i for i in range(after, len(words)) if words[i].start >= mention.end), len(words))
    return found


def read_mention(
    people: People, text: str, words: list[Word], at: int, after: int, entries: tuple[Entry, ...]
) -> Mention | None:
    """The mention of the words [at, after); None where they are part of another thing's name."""
    if is_thing(text, words, at, after) or is_lord(text, words, at, after):
        return None
    start, end = words[at].start, words[after - 1].end
    before, follower = look_before(text, words, at), follows_name(text, words, after)
    found = (read_entry(people, text, words, at, after, entry, before, follower) for entry in entries)
    readings = tuple(reading for reading in found if reading is not None)
    best = max((r.fit for r in readings), default=Fit.OTHER)
    lone = after - at == 1
    title = before.title or title_behind(text, words, at, after)
    return Mention(
        start,
        end,
        words[after - 1].key,
        fullest(readings, before) if best is Fit.FULL else readings,
        title,
        ordinary=lone and is_ordinary(text, words, at, after),
        opens=not title and opens_sentence(text, start),
        place=lone and words[at].key in PLACES and not stands_formally(text, start, end),
        around=phrase_at(text, start, end),
        belongs=follower in BELONGINGS,
        namesakes=any(e.known is not entries[0].known for e in entries),
        stranger=None if readings else stranger_at(before, end),
    )


def fullest(readings: tuple[Reading, ...], before: Before) -> tuple[Reading, ...]:
    """Those who bear the forename; whoever is listed with the very word, not with its initial alone, before others."""
    full = tuple(r for r in readings if r.fit is Fit.FULL)
    said = {w for w in before.names if len(w) > 1}
    return tuple(r for r in full if said <= r.known.said) or full


def read_entry(
    people: People, text: str, words: list[Word], at: int, after: int, entry: Entry, before: Before, follower: str
) -> Reading | None:
    """What the words [at, after) are as a name of one person; None where they name somebody else."""
    if entry.title and entry.title != before.title:
        return None
    fit, size = judge(entry.known, entry.name, before, people.forenames)
    if entry.strength is Strength.WHOLE:
        fit = Fit.FULL
    if fit is Fit.OTHER:
        return None
    more = extent_after(entry, text, words, after)
    if more == after:
        bare = fit <= Fit.BARE or (size and all(len(w) == 1 for w in before.names[-size:]))
        given = entry.strength is not Strength.WHOLE and given_name_follows(text, words, after)
        if given or (bare and another_name(people, entry, words[at].key, follower)):
            return None
    fit = Fit.FULL if more > after and entry.name.forenames else fit
    start = before.starts[-size] if size else words[at].start
    if at > size and is_given(entry, text, words[at - size - 1], start):
        fit, start = Fit.FULL, words[at - size - 1].start
    return Reading(entry.known, fit, *with_brackets(text, start, suffix_end(text, words, more)))


def is_given(entry: Entry, text: str, word: Word, start: int) -> bool:
    """Whether the word before `start` is the first forename of a listed person, whatever else it may mean.

    Per Jacobsson and Will Irwin bear a preposition and a verb.
    """
    return word.key in entry.name.forenames[:1] and word.capital and text[word.end : start] == " "


def with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A name's offsets with the brackets that an editor opened or closed within it."""
    said = text[start:end]
    if "]" in said and "[" not in said and text[start - 1 : start] == "[":
        return start - 1, end
    if "[" in said and "]" not in said and text[end : end + 1] == "]":
        return start, end + 1
    return start, end


def stranger_at(before: Before, end: int) -> tuple[int, int] | None:
    """Where the whole name of somebody else stands: from a forename or an initial on."""
    first = next((i for i, w in enumerate(before.names) if len(w) == 1 or w in FORENAMES), None)
    return None if first is None else (before.starts[first], end)


def title_behind(text: str, words: list[Word], at: int, after: int) -> str:
    """The title that a noun gives a name: an Administration is a President's, and so are the Public Papers."""
    if text.endswith("Public Papers: ", 0, words[at].start):
        return "president"
    return "president" if ADMINISTRATION.match(text, words[after - 1].end) else ""


def is_ordinary(text: str, words: list[Word], at: int, after: int) -> bool:
    """Whether a form is a word of prose here: one by its nature, opening a sentence or among capitals."""
    key = words[at].key
    start, end = words[at].start, words[after - 1].end
    if stands_formally(text, start, end) or key == "lord":  # as a title it is no mention, see is_lord
        return False
    if key not in ORDINARY and key not in TITLE_LIKE and len(key) > 2:
        return False
    if key in TITLE_LIKE or opens_sentence(text, start) or "-" in (text[end : end + 1], text[start - 1 : start]):
        return True
    if after < len(words) and words[after].capital and text[end : words[after].start] == " ":
        return True
    if "ecretary of " in text[max(0, start - 30) : start] and at and text[words[at - 1].end : start] == " ":
        return False
    near = at > 0 and words[at - 1].capital and text[words[at - 1].end : start] == " "
    return text.endswith((" the ", " a ", " an "), 0, start) or (near and words[at - 1].key not in FUNCTION_WORDS)


def stands_formally(text: str, start: int, end: int) -> bool:
    """Whether a name is expected: in brackets after an office, after "Drafted by" in a source note."""
    brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return brackets or text.endswith(DRAFTING, 0, start)


def is_lord(text: str, words: list[Word], at: int, after: int) -> bool:
    """Whether "Lord" is the title: before a name, unless a forename precedes, or after an article."""
    start, end = words[at].start, words[after - 1].end
    if words[at].key != "lord" or (at and words[at - 1].capital and text[words[at - 1].end : start] == " "):
        return False
    named = after < len(words) and words[after].capital and text[end : words[after].start] == " "
    return named or text.endswith((" the ", " my "), 0, start)


def is_part_of_word(text: str, words: list[Word], at: int) -> bool:
    """Whether letters or digits are glued to the form, as in a file number."""
    start = words[at].start
    return start > 0 and text[start - 1].isalnum()


def another_name(people: People, entry: Entry, key: str, next_word: str) -> bool:
    """Whether the capitalised word after a bare form makes it a part of somebody else's name.

    "George Ball" is not Walter George, "Chou Shu-kai" not Chou En-lai, "Bennett Williams" no Bennett.
    """
    if not next_word or (next_word in BELONGINGS and next_word not in people.root.next):
        return False
    if key in FORENAMES or key in people.forenames or len(next_word) == 1:
        return True
    return entry.name.family_first or entry.strength is Strength.PART or next_word in people.root.next


def extent_after(entry: Entry, text: str, words: list[Word], after: int) -> int:
    """The index after the last word of the name where forenames follow the surname."""
    following: list[str] = []
    i = after
    while i < len(words) and len(following) < 4 and one_name(text[words[i - 1].end : words[i].start]):
        following.append(words[i].key)
        i += 1
    more = after + extends_after(entry.name, tuple(following))
    if after < more < len(words) and not words[more].capital and text[words[more - 1].end : words[more].start] == "-":
        more += 1  # the last syllable in another spelling
    return more


def phrase_at(text: str, start: int, end: int) -> frozenset[str]:
    """The folded words of what may describe a person: before "(Name)", in "Secretary of State Name", after "Name, "."""
    said: tuple[str, ...] = ()
    if text.endswith("(", 0, start):
        said = folded(text[max(0, start - 120) : start])
    elif office := OFFICE_BEFORE.search(text, max(0, start - 80), start):
        said = folded(office.group())
    elif text[end : end + 2] == ", ":
        said = folded(text[end : end + 100].partition(";")[0])
    return frozenset(w for w in said if len(w) > 3 and (w not in FUNCTION_WORDS or w in TITLES))
