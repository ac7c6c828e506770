"""How well a listed person fits what stands around a form: the judgement of one mention by itself."""

from __future__ import annotations

from enum import IntEnum

from chancery.linking.context import JOINING, Before
from chancery.linking.forenames import FORENAMES, same_forename
from chancery.linking.headings import Name
from chancery.linking.people import Known
from chancery.linking.vocabulary import BELONGINGS, FEMALE, HONORIFICS, PLACES, canonical, word_set

FEMALE_FORENAMES = word_set("""
indira golda mary anne ann rosalynn eleanor jacqueline elizabeth margaret patricia frances helen ruth barbara anna
maria catherine svetlana clare frederika shirley juanita alice bernice betty carol caroline charlotte constance
cynthia donna dorothy edith ellen ethel evelyn florence harriet jane janet jean jeane jeanne joan judith julie karen
kathleen louise madeleine marjorie marion nancy phyllis rachel rebecca rose sally sarah sharon susan sylvia virginia
""")
MEN_IN_A = word_set("aga agha andrea haji isa joshua krishna luca mulla musa mustapha yahya zia")
PRESIDENTS = word_set("""
washington jefferson jackson lincoln grant wilson hoover roosevelt truman eisenhower kennedy johnson nixon ford carter
reagan bush clinton obama trump biden
""")


RANKS = word_set("general admiral colonel major captain lieutenant brigadier commander marshal")
MILITARY = RANKS | word_set("""
gen adm col maj capt lt usa usaf usn usmc army navy naval air force military defense chief staff commander marine
command officer forces president minister prime
""")
OPENERS = ("ly", "ing", "ed", "s")  # endings of words that open a sentence before a name


class Fit(IntEnum):
    """How a person fits a mention."""

    OTHER = 0  # the text names somebody else
    SUSPECT = 1  # something like a forename stands there that isn't the person's
    BARE = 2  # nothing but the form
    FULL = 3  # forename or initials agree


def judge(known: Known, name: Name, before: Before, forenames: frozenset[str]) -> tuple[Fit, int]:
    """How `name` fits what stands before its surname, and how many of those words belong to it."""
    said = before.names
    if contradicts_title(known, before.title):
        return Fit.OTHER, 0
    for size in range(len(said), 0, -1):
        if any(bears(n, said[-size:]) for n in (name, *known.names) if n.surname[-1] == name.surname[-1]):
            return Fit.FULL, size
    if not said or said[-1] in JOINING:
        return Fit.BARE, len(said) if said and set(said) <= JOINING else 0
    return judge_stranger(name, before, forenames), 0


def judge_stranger(name: Name, before: Before, forenames: frozenset[str]) -> Fit:
    """What to make of a capitalised word before the surname that isn't a forename of the person.

    A known forename or an initial is somebody else's, and so is any word between a title and the surname. Another word
    that begins like the forename may be a misprint of it ("Imamv Ivanov").
    """
    last = before.names[-1]
    if len(last) == 1:
        lone = len(before.names) == 1 and not before.title
        return Fit.BARE if lone and (last in "aim" or before.opens) else Fit.OTHER
    if last in FORENAMES or last in forenames:
        return Fit.OTHER
    if last in PLACES or last in BELONGINGS:
        return Fit.BARE  # "the Ambassador in Washington Dobrynin", "the Daily Diary Nixon"
    alike = bool(name.forenames) and name.forenames[0][0] == last[0]
    if before.title in HONORIFICS and not alike:
        return Fit.OTHER
    if before.opens and (len(before.names) == 1 or last.endswith(OPENERS)):
        return Fit.BARE if last.endswith(OPENERS) else Fit.OTHER
    return Fit.SUSPECT if alike else Fit.OTHER


def bears(name: Name, said: tuple[str, ...]) -> bool:
    """Whether the words before the surname are the person's forenames, in their order, some left out or shortened."""
    at, matched = 0, False
    for word in said:
        if word in JOINING:
            continue
        place = next((i for i in range(at, len(name.forenames)) if same_forename(word, name.forenames[i])), None)
        spelt = len(word) > 1 and place is not None and len(name.forenames[place]) > 1
        if place is not None and (matched or spelt or place == 0):
            at, matched = place + 1, True
        elif any(word == nick or same_forename(word, nick) for nick in name.nicknames):
            matched = True
        elif not matched or (word not in name.forenames and contradicts(word, name.forenames[at:])):
            return False
    return matched


def contradicts(word: str, left: tuple[str, ...]) -> bool:
    """Whether a middle name is not among those left: "Edward L. Williams" is not Edward Bennett Williams."""
    return bool(left) and word[0] != left[0][0]


def contradicts_title(known: Known, title: str) -> bool:
    """Whether somebody with this title cannot be the person: "Mrs. Kennedy", "President Johnson" for U. Alexis.

    An officer's rank is in a register's entry: "General Clay" is not the boxer.
    """
    if title in FEMALE:
        first = ((name.forenames or name.surname)[0] for name in known.names)
        return not (known.said & FEMALE or any(map(is_woman, first)))
    if canonical(title) == "president" and known.person.note:
        american = any(name.surname[-1] in PRESIDENTS for name in known.names)
        return american and "president" not in known.said
    if canonical(title) in RANKS and known.person.note:
        return not known.said & MILITARY
    return False


def is_woman(forename: str) -> bool:
    """Whether a forename is a woman's: a known one, or one in -a that is no known man's."""
    if forename in FEMALE_FORENAMES:
        return True
    return len(forename) > 2 and forename.endswith("a") and forename not in FORENAMES and forename not in MEN_IN_A


def extends_after(name: Name, following: tuple[str, ...]) -> int:
    """How many of the words after the surname are the forenames of a name that has its surname first."""
    count = 0
    for word, listed in zip(following, name.forenames, strict=False):
        if not (word == listed or (len(word) > 1 and len(listed) > 1 and same_forename(word, listed))):
            break
        count += 1
    return count if count and (count == len(name.forenames) or len(following[count - 1]) > 1) else 0
