"""What speaks for and against a link, named: a sign is something that a reader sees in the text or in the register.

`chances` reckons from them how likely it is that an editor would link the same name to the same person. There are
signs of how the name is written, what stands around it, what the register says, and what the rest of the document does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chancery.linking.evidence import Fit
from chancery.linking.headings import BRACKETS
from chancery.linking.mentions import Mention, Reading
from chancery.linking.people import Known
from chancery.linking.rivals import Choice, Placed, title_weight
from chancery.linking.vocabulary import BELONGINGS, NUMERALS, canonical
from chancery.linking.words import WORD, fold, folded

FOLLOWER = re.compile(r"(?:['’]s)? ([A-Z]\w+)")
TIMES = ("once", "twice")


@dataclass(frozen=True, slots=True)
class Rest:
    """What the whole document says of each person."""

    times: Counter[Known]
    vouched: dict[Known, set[str]]  # full, titled, formal: the better ways in which it names the person


def survey(placed: Sequence[Placed], choices: Sequence[Choice | None]) -> Rest:
    """The document's mentions of each person taken together."""
    rest = Rest(Counter(), {})
    for p, choice in zip(placed, choices, strict=True):
        if choice is None:
            continue
        known, mention = choice.reading.known, p.mention
        rest.times[known] += 1
        vouched = rest.vouched.setdefault(known, set())
        if choice.reading.fit is Fit.FULL:
            vouched.add("full")
        if mention.title and title_weight(mention.title, known) > 0:
            vouched.add("titled")
        if p.formal:
            vouched.add("formal")
    return rest


def signs_of(placed: Placed, choice: Choice, rest: Rest) -> tuple[str, ...]:
    """The signs of one link."""
    known = choice.reading.known
    return (
        *signs_of_form(placed, choice.reading),
        *signs_around(placed, choice.reading),
        *signs_in_register(placed.mention, choice),
        *(f"{how} somewhere" for how in sorted(rest.vouched[known])),
        TIMES[rest.times[known] - 1] if rest.times[known] <= len(TIMES) else "often",
    )


def signs_of_form(placed: Placed, reading: Reading) -> Iterator[str]:
    """How the name is written, and how far that agrees with the register's heading."""
    text, mention, known = placed.text, placed.mention, reading.known
    form, name = text[mention.start : mention.end], text[reading.start : reading.end]
    if reading.fit is Fit.FULL:
        before = (w for w in folded(text[reading.start : mention.start]) if len(w) > 1)
        yield "forename" if known.said.issuperset(before) else "other forename"
    else:
        yield "bare" if reading.fit is Fit.BARE else "suspect"
    words, surname = surname_of(known.person.heading)
    if surname not in letters(name):
        if words.issubset(folded(name)):
            yield "respelt"
        elif words.issuperset(folded(form)):
            yield "family name" if any(n.family_first for n in known.names) else "part"
    if len(form) > 2 and form.isupper():
        yield "capitals"


@lru_cache(maxsize=1 << 12)
def surname_of(heading: str) -> tuple[frozenset[str], str]:
    """The folded words of a heading before its comma, without by-names and a king's number; and its letters."""
    words = [w for w in WORD.findall(BRACKETS.sub("", heading).partition(",")[0]) if fold(w) not in NUMERALS]
    return frozenset(map(fold, words)), letters("".join(words))


def letters(text: str) -> str:
    """Nothing but the letters, small."""
    return text.lower() if text.isalpha() else "".join(filter(str.isalpha, text)).lower()


def signs_around(placed: Placed, reading: Reading) -> Iterator[str]:
    """Its title, what it belongs to, where it stands."""
    title = placed.mention.title
    if title:
        weight = title_weight(title, reading.known)
        kind = "title" if weight > 0 else "other title" if weight < 0 else "honorific"
        yield "president" if canonical(title) == "president" else kind
    follower = FOLLOWER.match(placed.text, placed.mention.end)
    if follower and fold(follower.group(1)) in BELONGINGS:
        yield "of something"
    if placed.formal:
        yield "formal"
    if placed.note:
        yield placed.note


def signs_in_register(mention: Mention, choice: Choice) -> Iterator[str]:
    """What the register says of the person and of others of the name."""
    if choice.preferred:
        yield "preferred"
    elif mention.namesakes:
        yield "namesakes"
    if choice.reading.known.person.note.lower().lstrip(" .—–").startswith("see "):
        yield "see another"
