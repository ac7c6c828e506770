"""A text's words and where they stand, and the folded form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# An apostrophe belongs to the word inside a name (O’Neill, Ch’en), not before a possessive s.
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*")
# Of a text only what may be part of a name is cut out: capitalised words, particles, and syllables after a hyphen.
IN_NAMES = re.compile(
    r"(?<![^\W\d_])(?:[dl]['’]|de(?=[A-Z]))?[^\W\d_a-z][^\W\d_]*(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*"
    r"|(?<=[-–—])[a-z][^\W\d_]*(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*"
    r"|\b(?:de|da|di|do|du|dos|del|van|von|der|den|ter|ibn|bin|ben|al|el|na|la|y)\b"
)
APOSTROPHES = str.maketrans("", "", "'’ʼ‘`")


class Word(NamedTuple):
    """A word and its half-open offsets in the text."""

    start: int
    end: int
    text: str
    key: str  # folded
    capital: bool  # it begins with a capital letter


def split_words(text: str, cuts: tuple[int, ...] = ()) -> list[Word]:
    """The words of `text` that may be part of a name; none goes over a cut, the place where a line ended."""
    if not cuts:
        return [word_of(m) for m in IN_NAMES.finditer(text)]
    edges = [0, *cuts, len(text)]
    lines = ((a, text[a:b]) for a, b in pairwise(edges) if a < b)  # what stands before the cut is no part of a word
    return [word_of(m, a) for a, line in lines for m in IN_NAMES.finditer(line)]


def word_of(found: re.Match[str], at: int = 0) -> Word:
    """The word of a match in the text that begins at `at`."""
    text = found.group()
    return Word(at + found.start(), at + found.end(), text, fold(text), not text.islower())


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """`word` in small letters, without accents and apostrophes."""
    if word.isascii():
        return word.translate(APOSTROPHES).lower()
    plain = unicodedata.normalize("NFKD", word.translate(APOSTROPHES).replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def folded(text: str) -> tuple[str, ...]:
    """The folded words of `text`."""
    return tuple(fold(m.group()) for m in WORD.finditer(text))
