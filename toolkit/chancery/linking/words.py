"""A text's words and where they stand, and the folded form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
# An apostrophe belongs to the word inside a name (O’Neill, Ch’en), not before a possessive s.
_MORE = rf"(?:['’ʼ‘`](?![sS]\b){_LETTER}+)*"
WORD = re.compile(rf"{_LETTER}+{_MORE}")
# Of a text only what may be part of a name is cut out: capitalised words, particles, and syllables after a hyphen. Each
# is looked for at its capital or at what stands before it, so that the small letters, most of a text, are passed over.
IN_NAMES = re.compile(
    rf"[^a-z](?:(?<={_LETTER})(?<!{_LETTER}.){_LETTER}*{_MORE}|(?<!{_LETTER})(?P<word>"
    rf"(?:[dl]['’]|de(?=[A-Z]))[^\W\d_a-z]{_LETTER}*{_MORE}|(?<=[-–—])[a-z]{_LETTER}*{_MORE}"
    r"|(?<!\w)(?:de|da|di|do|du|dos|del|van|von|der|den|ter|ibn|bin|ben|al|el|na|la|y)\b))"
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
    edges = [0, *cuts, len(text)]
    return [word_of(m, a - 1) for a, b in pairwise(edges) for m in IN_NAMES.finditer("\n" + text[a:b])]


def word_of(found: re.Match[str], before: int) -> Word:
    """The word of a match in a line of a text; `before` is where in the text the line begins, less one."""
    group = found.lastgroup or 0
    text = found[group]
    return Word(found.start(group) + before, found.end() + before, text, fold(text), not text.islower())


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
