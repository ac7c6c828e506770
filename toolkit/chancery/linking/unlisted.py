"""Names of persons whom no register lists: after a title, in signatures and lists of participants, with a forename."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chancery.linking.context import ABBREVIATIONS, JOINING, SPACES, initial, is_thing, joins, suffix_end
from chancery.linking.forenames import FORENAMES
from chancery.linking.gazetteer import NO_PERSONS
from chancery.linking.vocabulary import (
    BELONGINGS,
    FUNCTION_WORDS,
    HONORIFICS,
    NO_NAMES,
    OFFICE_WORDS,
    ORDINARY,
    PLACE_WORDS,
    PLACES,
    SUFFIXES,
    THING_NOUNS,
    TITLE_LIKE,
    TITLES,
    word_set,
)
from chancery.linking.words import Word

NEVER = (
    FUNCTION_WORDS
    | OFFICE_WORDS
    | TITLES
    | BELONGINGS
    | THING_NOUNS
    | NO_NAMES
    | PLACE_WORDS
    | word_set("""
correspondence telephone electric motors dynamics foods mills of finance war economy industry trade health education
culture planning public economic joint
""")
)
# Titles that as often stand for an office: what follows must be no place and no word of prose.
ADJECTIVES = word_set("general major secretary president minister representative")  # "the General Problem"
ARTICLES = ("the ", "The ", " a ", "A ", " an ", "An ")
CALLED_SO = word_set("king house page prince duke dean bishop pope judge knight")
MONTHS = word_set("jan april may june august")
OF_PERSONS = word_set("mr mrs miss dr colonel col admiral adm captain capt senator ambassador")
MONSIEUR = re.compile(
    r"(?:\A|[“(—–\n]|\b[a-zà-ÿ]+[,;:]? |[a-z\d)”]{2}\. )M\. (?P<name>[A-ZÀ-Þ][a-zà-ÿ’'-]+)\b(?! [A-Z])"
)
OFFICES = word_set("president secretary minister chairman representative governor king shah primin")
OF_DRAFTING = re.compile(
    r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Ii]nitialed|[Cc]oncurred in|[Rr]eviewed|[Tt]ranscribed)"
    r"(?: (?:and|or) \w+)?(?: \([^()]*\)| in substance| in draft)? (?:by|with) "
)
AFTER_DRAFTER = re.compile(r"(?: \([^()]*\))?(?:, and |, | and )")
# Forenames that are as often something else do not make a name of what follows them.
DOUBTFUL = (
    ORDINARY
    | PLACES
    | TITLE_LIKE
    | word_set("""
christian marshall grant clay carter park kim ali max pat victor august foster ward warren art guy ray don gene gale
mark earl hamilton clinton cleveland sterling lee scott ross craig glenn per van u lawrence vernon
""")
)
BEGINNINGS = HONORIFICS | OFFICES | FORENAMES  # one of these, or an initial, begins a name in running text


@dataclass(frozen=True, slots=True)
class Name:
    """A name of somebody unlisted: half-open offsets, its folded last word, and whether something vouches for it."""

    start: int
    end: int
    surname: str
    certain: bool


def more_titles(texts: Iterable[str]) -> frozenset[str]:
    """The titles that only some documents have: M. is Monsieur where several are called so."""
    named = {m["name"] for text in texts if "M. " in text for m in MONSIEUR.finditer(text)}
    return frozenset("m") if len(named) > 1 else frozenset()


def find_names(text: str, words: list[Word], more: frozenset[str] = frozenset()) -> list[Name]:
    """The names in running text: those of drafters, and those with a title, `more` titles too, or a forename."""
    drafters = find_drafters(text, words)
    others = find_named(text, words, more)
    if not drafters:
        return others
    taken = bytearray(len(text))
    for name in drafters:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return [*drafters, *(name for name in others if taken.find(1, name.start, name.end) < 0)]


def find_drafters(text: str, words: list[Word]) -> list[Name]:
    """Those who drafted, cleared or approved a document: "cleared by Owen, Davis (INR), EUR, and Toon"."""
    found: list[Name] = []
    acts = [*OF_DRAFTING.finditer(text)] if "by " in text or "with " in text else []
    starts = {word.start: i for i, word in enumerate(words)} if acts else {}
    for act in acts:
        place: int | None = act.end()
        while place is not None and (at := starts.get(place)) is not None:
            first = at
            while first < len(words) and words[first].key in TITLES and words[first].capital:
                first += 1
            name = read_name(text, words, first, True) if first < len(words) and first - at < 4 else None
            after = starts.get(name.end + 1) if name else None
            if name and is_drafter(text, name, words[after] if after is not None else None):
                found.append(name)
            end = name.end if name else words[at].end
            link = AFTER_DRAFTER.match(text, end)
            place = link.end() if link else None
    return found


def is_drafter(text: str, name: Name, follower: Word | None) -> bool:
    """Whether a name among those who drafted is a person's: not "EUR", "Cairo", "the Syrian Government"."""
    office = follower is not None and follower.capital and text[name.end] == " "
    return not office and not text[name.start : name.end].isupper() and name.surname not in NO_PERSONS | PLACES


def find_named(text: str, words: list[Word], more: frozenset[str] = frozenset()) -> list[Name]:
    """The names after a title ("Mr. Zipper"), or of a forename and a surname ("Stephen Zipper")."""
    found: list[Name] = []
    at = 0
    while at < len(words):
        key = words[at].key
        if key not in BEGINNINGS and not initial(words[at]):
            at += 1
            continue
        titled = words[at].capital and (key in HONORIFICS or key in more or is_office_before(text, words, at))
        titled = titled and not (key in ADJECTIVES and text.endswith(ARTICLES, 0, words[at].start))
        first = at + 1 if titled else at
        name = read_name(text, words, first, titled) if titled or begins_name(text, words, at) else None
        if name and (not titled or joins(text[words[at].end : words[first].start], words[at], key)):
            found.append(name)
            at = next((i for i in range(first, len(words)) if words[i].start >= name.end), len(words))
        else:
            at += 1
    return found


def is_office_before(text: str, words: list[Word], at: int) -> bool:
    """Whether an office stands before its holder's name: "Secretary Rusk", "Foreign Minister Gromyko"."""
    if words[at].key not in OFFICES or at + 1 == len(words) or words[at].text.isupper():
        return False
    holder = words[at + 1]
    doubtful = holder.key in PLACES or holder.key in ORDINARY or holder.key in NO_PERSONS or holder.text.isupper()
    return holder.capital and not doubtful and text[words[at].end : holder.start] in (" ", ". ")


def begins_name(text: str, words: list[Word], at: int) -> bool:
    """Whether a name begins at a word: a forename, an initial before one, two initials ("A. A. Gromyko")."""
    if not initial(words[at]) or not text.startswith(".", words[at].end):
        return is_forename(text, words, at)
    if at + 2 >= len(words) or text[words[at].end + 1 : words[at + 1].start] not in ("", " "):
        return False
    if text[words[at].start - 1 : words[at].start].isalnum() or text.endswith(".", 0, words[at].start):
        return False
    second = words[at + 1]
    letters = (words[at].text + second.text).lower()
    dotted = initial(second) and text.startswith(".", second.end) and letters not in ABBREVIATIONS
    return is_forename(text, words, at + 1) or dotted


def is_forename(text: str, words: list[Word], at: int) -> bool:
    """Whether a word is a forename that can be trusted to begin a name."""
    word = words[at]
    key = word.key
    if not word.capital or word.text.isupper() or key not in FORENAMES or key in DOUBTFUL:
        return False
    before = words[at - 1] if at else None
    near = before is not None and text[before.end : word.start].strip(SPACES) in ("", ".", "-")
    return not (near and before is not None and before.capital and before.key in PLACE_WORDS)


def read_name(text: str, words: list[Word], first: int, titled: bool) -> Name | None:
    """The name that begins at word `first`; after a title one word is enough, else a surname has to follow."""
    after = first
    limit = 1 if titled and in_capitals(words[first : first + 1]) else 5
    while after < len(words) and after - first < limit and continues(text, words, first, after):
        after += 1
    while after > first and words[after - 1].key in JOINING:
        after -= 1
    if after == first or initial(words[after - 1]) or is_thing(text, words, first, after):
        return None
    if not titled and after - first < 2:
        return None
    follower = words[after] if after < len(words) else None
    if follower and follower.capital and text[words[after - 1].end : follower.start] == " ":
        key = follower.key
        if key in THING_NOUNS or (not titled and key in OFFICE_WORDS):
            return None
    return Name(words[first].start, suffix_end(text, words, after), words[after - 1].key, titled)


def in_capitals(words: list[Word]) -> bool:
    """Whether a name stands in a telegram all in capitals, where only a forename or an initial tells how long it is."""
    word = words[0] if words else None
    return word is not None and len(word.text) > 2 and word.text.isupper() and word.key not in FORENAMES


def continues(text: str, words: list[Word], first: int, at: int) -> bool:
    """Whether word `at` belongs to a name that began at `first`."""
    word, key = words[at], words[at].key
    if at > first:
        gap = text[words[at - 1].end : word.start]
        joined = (
            gap in ("-", "–")
            or joins(gap, words[at - 1], words[at - 1].key)
            or (gap == "." and initial(words[at - 1]) and initial(word))
        )
        if not joined or key in SUFFIXES:
            return False
    if key in JOINING and not word.capital:
        return True
    if at > first and text[words[at - 1].end : word.start] == "-":
        return len(word.text) > 1
    if initial(word) and text.startswith(".", word.end):
        return True
    allowed = key not in NEVER or is_called_so(text, words, first, at)
    return word.capital and allowed and not (len(word.text) > 3 and word.text.isupper() and not text.isupper())


def is_called_so(text: str, words: list[Word], first: int, at: int) -> bool:
    """Whether a word that is a title itself is a surname, or a month a forename: "Colonel House", "Mr. Jan Brown"."""
    if at != first or not first or words[at].key not in CALLED_SO | MONTHS or words[first - 1].key not in OF_PERSONS:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    goes_on = after is not None and after.capital and text[words[at].end : after.start] == " "
    return goes_on == (words[at].key in MONTHS)


def find_again(text: str, words: list[Word], surnames: frozenset[str]) -> list[Name]:
    """Bare surnames of persons whom the document names in full or with a title elsewhere."""
    return [
        Name(words[with_particles(text, words, at)].start, word.end, word.key, False)
        for at, word in enumerate(words)
        if word.capital and word.key in surnames and not is_thing(text, words, at, at + 1)
    ]


def with_particles(text: str, words: list[Word], at: int) -> int:
    """The index of the word with which a surname begins: "de Gaulle", "Van Royen"."""
    while at and words[at - 1].key in JOINING and text[words[at - 1].end : words[at].start] == " ":
        at -= 1
    return at
