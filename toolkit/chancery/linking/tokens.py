"""A text cut for the automaton of terms: every word, sign and blank, for an abbreviation may be made of all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+|\s+|[^\w\s]|_")
DASHES = str.maketrans("‐‑‒–—−’‘ʼ", "------'''")


class Token(NamedTuple):
    """A piece of a text, its half-open offsets, and the key by which it is compared."""

    start: int
    end: int
    text: str
    key: str


def split_tokens(text: str, known: frozenset[str] = frozenset()) -> list[Token]:
    """All of `text` in tokens; of the plural of a `known` key the s is a token of its own: "NIEs", "Sovs"."""
    tokens = []
    for m in TOKEN.finditer(text):
        token = Token(m.start(), m.end(), m.group(), key_of(m.group()))
        if token.key.endswith("s") and token.key not in known and token.key[:-1] in known and len(token.key) > 2:
            end = token.end - 1
            tokens += [Token(token.start, end, token.text[:-1], token.key[:-1]), Token(end, end + 1, "s", "s")]
        else:
            tokens.append(token)
    return tokens


def key_of(token: str) -> str:
    """A token whatever its case, its blanks and its dashes."""
    return " " if token.isspace() else token.translate(DASHES).casefold()


def spelling(text: str) -> str:
    """A form with blanks and dashes as they are compared, its case as it is."""
    return " ".join(text.split()).translate(DASHES)
