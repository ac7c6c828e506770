"""A text's words and where they stand, and the folded form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# An apostrophe belongs to the word inside a name (O’Neill, Ch’en), not before a possessive s.
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*")
APOSTROPHES = str.maketrans("", "", "'’ʼ‘`")


class Word(NamedTuple):
    """A word and its half-open offsets in the text."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def split_words(text: str, cuts: tuple[int, ...] = ()) -> list[Word]:
    """The words of `text` in order; none goes over a cut, a place where a line of the source ended."""
    if not cuts:
        return [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
    edges = [0, *cuts, len(text)]
    spans = ((a, b) for a, b in pairwise(edges) if a < b)
    return [Word(m.start(), m.end(), m.group()) for a, b in spans for m in WORD.finditer(text, a, b)]


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
