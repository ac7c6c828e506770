"""What stands around a form in the text: forenames, initials, a title, words that make it another's name."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.linking.people import ARTICLES
from chancery.linking.vocabulary import (
    ABBREVIATED,
    BEFORE_GENERAL,
    FEMALE,
    FUNCTION_WORDS,
    OFFICE_WORDS,
    PLACE_WORDS,
    SUFFIXES,
    THING_NOUNS,
    TITLES,
    word_set,
)
from chancery.linking.words import Word

JOINING = word_set("de da van von der den di du ibn bin ben al el dos ter")
ABBREVIATIONS = word_set("us un uk ussr uar dc pm am gdr frg nato prc rok nsc cia drv gvn usa oas")
LABELS = ("olume ", "ol. ", "art ", "ab ", "nnex ", "ection ", "ppendix ")  # before a letter that numbers something
SPACES = " \n\r\t\u00a0"
BRACKETS = str.maketrans(
    "", "", "[]"
)  # an editor's, around what completes a name: "Harold [Brown]", "[John J.] Gilligan"


@dataclass(frozen=True, slots=True)
class Before:
    """The words before a form that may belong to its name."""

    names: tuple[str, ...] = ()  # folded, in the order of the text
    starts: tuple[int, ...] = ()  # offset of each
    title: str = ""  # the title before them, folded
    opens: bool = False  # the first of them opens a sentence or a block


def look_before(text: str, said: list[Word], at: int) -> Before:
    """What stands before word `at`, as far as it may be part of a name."""
    names: list[Word] = []
    i, title = at - 1, ""
    while i >= 0 and len(names) < 5:
        word, key = said[i], said[i].key
        gap = text[word.end : said[i + 1].start]
        article = gap == "-" and key in ARTICLES  # "Anwar el-Sadat"
        if not (article or joins(gap, word, key) or (key not in TITLES and joins(gap.translate(BRACKETS), word, key))):
            break
        if word.text.isupper() and (text[word.start - 1 : word.start] == "/" or is_sign(word, said[at])):
            break  # "S/AL Thompson", "DCM Swank"
        if key in TITLES and not initial(word):
            compound = said[i - 1].key if key == "general" and i else ""
            title = compound if compound in BEFORE_GENERAL else husband_title(text, said, i) or key
            break
        if initial(word) and text.endswith(LABELS, 0, word.start):
            break  # "volume X. Helms"
        if not may_be_name(word, key, dotted=text.startswith(".", word.end)):
            break
        names.insert(0, word)
        i -= 1
    if names and names[0].key in ARTICLES and text[names[0].end] == "-":
        del names[0]  # the series leaves it outside the name: "al-Barzani"
    if not title:  # "General A.M. Haig" has initials
        names = without_abbreviation(text, names)
    first = names[0].start if names else (said[at].start)
    return Before(tuple(w.key for w in names), tuple(w.start for w in names), title, opens_sentence(text, first))


def is_sign(word: Word, name: Word) -> bool:
    """Whether capitals before a name that has small letters abbreviate an office: "DCM Swank"."""
    return len(word.text) > 2 and not name.text.isupper()


def husband_title(text: str, said: list[Word], at: int) -> str:
    """The title before a wife's that names her husband as well: "Ambassador and Mrs. Kohler"."""
    if not at or said[at].key not in FEMALE or text[said[at - 1].end : said[at].start].strip(". \n") != "and":
        return ""
    return said[at - 1].key if said[at - 1].key in TITLES else ""


def may_be_name(word: Word, key: str, dotted: bool) -> bool:
    """Whether a word may be a forename or an initial ("A." is one, "A" an article)."""
    if initial(word):
        return dotted or key not in FUNCTION_WORDS
    return (word.capital or key in JOINING) and key not in FUNCTION_WORDS and key not in OFFICE_WORDS


def without_abbreviation(text: str, names: list[Word]) -> list[Word]:
    """`names` without the rest of an abbreviation: "of the U.S. Dobrynin" has no initials before the name."""
    tail = len(names)
    while tail and initial(names[tail - 1]):
        tail -= 1
    letters = "".join(w.key for w in names[tail:])
    glued = all(text[a.end : b.start] == "." for a, b in zip(names[tail:], names[tail + 1 :], strict=False))
    return [] if letters in ABBREVIATIONS and glued else names


def joins(gap: str, word: Word, key: str) -> bool:
    """Whether what follows `word` leaves it part of a name: a space, or the full stop of an initial or a title."""
    bare = gap.strip(SPACES)
    if bare == "":
        return 0 < len(gap) <= 2
    return bare == "." and (initial(word) or key in ABBREVIATED) and len(gap) <= 3


def initial(word: Word) -> bool:
    """Whether a word is one capital letter, after a particle perhaps: "Nicholas deB. Katzenbach"."""
    return word.capital and (len(word.text) == 1 or (len(word.text) == 3 and word.text.startswith("de")))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    i = start - 1
    while i >= 0 and text[i] in SPACES + "“\"‘'([":
        i -= 1
    return i < 0 or text[i] in ".!?:;—–•"


def is_thing(text: str, said: list[Word], first: int, after: int) -> bool:
    """Whether the words [first, after) are in the name of a place or a thing: New York, Symington Subcommittee."""
    before = said[first - 1] if first else None
    if before and before.capital and before.key in PLACE_WORDS:
        gap = text[before.end : said[first].start].strip(SPACES)
        if gap == "" or (gap == "." and len(before.text) < 4):  # "Ft. Dix", not "in the East. Gromyko"
            return True
    if after >= len(said) or text[said[after - 1].end : said[after].start] not in (" ", "\n", "\u00a0"):
        return False
    return said[after].capital and said[after].key in THING_NOUNS


def follows_name(text: str, said: list[Word], after: int) -> str:
    """The folded capitalised word right after a form, where it may be the surname that the form is a forename of."""
    if after >= len(said) or not said[after].capital:
        return ""
    if text[said[after - 1].end : said[after].start] not in (" ", "\n", "\u00a0"):
        return ""
    key = said[after].key
    if initial(said[after]):
        return key if text.startswith(".", said[after].end) else ""
    return "" if key in FUNCTION_WORDS or key in OFFICE_WORDS or key in TITLES else key


def given_name_follows(text: str, said: list[Word], after: int) -> bool:
    """Whether an East Asian given name follows, two syllables with a hyphen: "Yeh Ching-pa" is not George Yeh."""
    if after + 1 >= len(said) or not said[after].capital or said[after + 1].capital:
        return False
    gaps = text[said[after - 1].end : said[after].start], text[said[after].end : said[after + 1].start]
    return gaps == (" ", "-")


def suffix_end(text: str, said: list[Word], after: int) -> int:
    """Where a name that ends before word `after` ends, with a Jr., Sr., II or III that follows it."""
    end = said[after - 1].end
    if after == len(said) or not said[after].capital or said[after].key not in SUFFIXES:
        return end
    if text[end : said[after].start].strip(SPACES) not in ("", ","):
        return end
    return said[after].end + (said[after].text[0] in "JS" and text.startswith(".", said[after].end))
