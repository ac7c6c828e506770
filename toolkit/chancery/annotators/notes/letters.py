"""Letters as markers: a, b, c … for the notes that numbers and symbols leave without one.

A letter at the end of a word looks like part of it. It is taken for a marker where punctuation stands before it, or
where the document has the word without it, and only if it is the one such letter between the markers around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from chancery.annotators.notes.candidates import Candidate
from chancery.annotators.notes.sequence import Anchor
from chancery.model.document import Document

LEAD = 2.0  # half sure
_PLACE = re.compile(r"(?<=[\w.,;:!?”’)\]])[a-z](?=[\s.,;:)”—]|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATED = re.compile(r"(?:\b\w{1,2}\.)+\Z")  # p.m, i.e, U.S.a
_SHORTEST = 4  # letters of a word that a marker may be glued to


def anchor_by_letters(anchors: Sequence[Anchor], candidates: Sequence[Candidate]) -> list[Anchor]:
    """The anchors, and for each of those that are missing the next letter, where it is found and is the only one."""
    found, letters = list(anchors), iter(ascii_lowercase)
    left = [place for place, anchor in enumerate(found) if anchor.candidate is None]
    for place, letter in zip(left, letters, strict=False):
        first = max((a.candidate.order for a in found[:place] if a.candidate), default=-1)
        last = min((a.candidate.order for a in found[place + 1 :] if a.candidate), default=None)
        fitting = [c for c in candidates if c.label == letter and c.order > first and (last is None or c.order < last)]
        if len(fitting) != 1:
            break  # without this one the next are not certain either
        found[place] = Anchor(fitting[0], LEAD)
    return found


def find_letters(block: int, chars: str, order: int, words: Counter[str]) -> Iterator[Candidate]:
    """The letters of a block that may be markers; `words` are those of the document, with how often it has them."""
    for match in _PLACE.finditer(chars):
        start = match.start()
        if _is_marker(chars, start, words):
            yield Candidate(block, start, start + 1, order + start, match[0], LEAD)


def count_words(document: Document) -> Counter[str]:
    """The words of a document, with how often it has them."""
    return Counter(word for block in document.blocks for word in _WORD.findall(block.text.chars))


def _is_marker(chars: str, start: int, words: Counter[str]) -> bool:
    """Whether the letter at `start` may be a marker."""
    if not chars[start - 1].isalnum():
        return not _ABBREVIATED.search(chars, max(0, start - 8), start)
    head = re.search(r"[^\W\d_]*\Z", chars[max(0, start - 40) : start])
    word = head[0] if head else ""
    return len(word) >= _SHORTEST and words[word] > 0 and words[word + chars[start]] == 1
