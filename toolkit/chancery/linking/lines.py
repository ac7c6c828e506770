"""The name with which a line begins: a signature, an item of a list of persons."""

from __future__ import annotations

import re
from itertools import pairwise

from chancery.linking.context import BRACKETS, JOINING, SPACES, initial, suffix_end
from chancery.linking.forenames import FORENAMES
from chancery.linking.unlisted import NEVER, Name
from chancery.linking.vocabulary import TITLES
from chancery.linking.words import Word, fold

NEAR = 40  # characters after a name in which its bearer's office is said
OFFICE_AFTER = re.compile(r"[,(;–—\n]| - ")
# An editor's brackets around what completes initials: "S[tanley] K. H[ornbeck]".
COMPLETED = re.compile(
    r"\s*((?:(?:Mc)?[A-Z](?:\[[a-z]+\.?\]|[a-z]*\.?)\s?){1,3}[A-Z][a-z]{0,2}\[[\w’]+\.?\](?:, (?:Jr|Sr)\.)?)\s*"
)
BY_HAND = re.compile(r"\s*(?:[\[(][A-Za-z. ]{2,8}[\])]:?|/[sS]/|Signed:)\s*")  # "(Signed)", "[seal]"


def name_of_line(text: str, words: list[Word], limit: int, signed: bool, more: frozenset[str]) -> Name | None:
    """The name with which a signature or an item of a list of persons begins, its title left outside.

    It ends before `limit`, where the first line does. An item may also be an embassy or an office: it needs a title,
    a forename or an initial. Some documents have `more` titles than others.
    """
    if signed and (completed := COMPLETED.fullmatch(text, 0, limit)):
        return Name(*completed.span(1), fold(completed[1].split()[-1].translate(BRACKETS)), True)
    stop = OFFICE_AFTER.search(text[:limit])
    office = stop is not None and any(w.key in TITLES for w in words if 0 < w.start - stop.end() < NEAR)
    limit = stop.start() if stop else limit
    by_hand = BY_HAND.match(text, 0, limit) if signed else None
    said = [w for w in words if w.end <= limit and (not by_hand or w.start >= by_hand.end())]
    whole = len(said)
    while said and (said[0].key in TITLES or said[0].key in more):
        said = said[1:]
    titled = len(said) < whole
    if not signed and all(initial(w) for w in said):  # "U.S."
        return None
    begins = bool(said) and (initial(said[0]) or said[0].key in FORENAMES or (office and len(said) > 1))
    if not signed and not titled and not begins:
        return None
    plain = [w for w in said if w.capital or w.key in JOINING]
    if not said or len(plain) < len(said) or len(said) > 5 or any(w.key in NEVER and not initial(w) for w in said):
        return None
    if any(c not in SPACES + ".-–’'" for a, b in pairwise(said) for c in text[a.end : b.start]):
        return None
    end = said[-1].end + (initial(said[-1]) and text.startswith(".", said[-1].end))
    whole_end = suffix_end(text, words, words.index(said[-1]) + 1)
    return Name(said[0].start, max(end, whole_end), said[-1].key, True)
