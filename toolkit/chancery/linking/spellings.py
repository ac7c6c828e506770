"""When a form of a term is that term: its case, and the words around it."""

from __future__ import annotations

import re

from chancery.linking.context import opens_sentence
from chancery.linking.vocabulary import FUNCTION_WORDS, ORDINARY, word_set
from chancery.linking.words import fold, folded

SHORT = 3  # letters: longer words of prose are no abbreviations
WORDS = frozenset(w for w in FUNCTION_WORDS | ORDINARY if len(w) <= SHORT) | word_set("aid")
CLOCK = re.compile(r"\d[ .:]?\s*\Z")
DOTTED = re.compile(r"[A-Za-z]\.\Z")


def is_variant(form: str, said: str, gloss: str) -> bool:
    """Whether a form may be written in other letters: "Septel" for "septel", "SovGov" for "SOVGOV".

    A word that is shortened may be written in any case ("SOV" for Soviet, "Sov"), initials only in capitals.
    """
    if not any(c.isupper() for c in form) or form[1:].islower():
        return len(form) > 2
    shortened = any(word.startswith(fold(form)) for word in folded(gloss)[:1])
    return len(said) > 2 and said[0].isupper() and (shortened or sum(c.isupper() for c in said) > 1)


def is_certain(text: str, start: int, end: int) -> bool:
    """Whether a form is no word of prose, no time of day, no part of an abbreviation with full stops."""
    said = text[start:end]
    key = fold(said)
    if DOTTED.search(text, max(0, start - 2), start) and len(said) < 3:
        return False
    if key in ("am", "pm") and CLOCK.search(text, max(0, start - 4), start):
        return False
    if key not in WORDS:
        return True
    return not among_capitals(text, start, end) if said.isupper() else not opens_sentence(text, start)


def among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too: there "US" may be "us"."""
    if text[start - 1 : start] in ("-", "–", "/") or text[end : end + 1] in ("-", "–", "/"):
        return False  # "US–USSR"
    near = [*text[max(0, start - 40) : start].split()[-2:], *text[end : end + 40].split()[:2]]
    words = [w for w in near if sum(c.isalpha() for c in w) > 1]
    return any(len(w) > SHORT for w in words) and all(w.isupper() for w in words)
