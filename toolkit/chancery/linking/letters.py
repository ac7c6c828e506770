"""Single letters as terms, only where the context leaves no doubt: an office among offices, initials of a speaker.

"Drafted by Toon and approved in G", "cleared by BNA, FE, INR, P, NEA, and DOD"; "P wanted K to call Rogers".
"""

from __future__ import annotations

import re

from chancery.linking.vocabulary import FUNCTION_WORDS, TITLES, word_set
from chancery.linking.words import folded
from chancery.model.document import Block, Kind

PARTIES = frozenset({"participants", "to", "from"})  # lists

# The last act of drafting in the sentence, with what stands between it and the letter.
ACT = re.compile(
    r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Cc]oncurred|[Cc]oncurrences?|[Ii]nitialed|[Cc]oordinated|[Cc]opies|[Ss]ent)"
    r"(?:(?!\.\s+[A-Z]).)*?(?P<link>\bin |\bby |\bwith |\bto |\band |, |[a-z] \()\Z",
    re.DOTALL,
)
OFFICE = r"(?:[A-Z]{2,}(?:/[A-Z]+)*|[A-Z](?:/[A-Z]+)+)"
OFFICES = re.compile(rf"\b{OFFICE}(?:, [A-Z])*(?:, | and |, and )\Z")
MORE_OFFICES = re.compile(rf"(?:, [A-Z]\b)*(?:, (?:and )?| and ){OFFICE}\b")
ENDS = re.compile(r"[,;:)]| (?:on|and|with|for|to|in|but|or|concurred|cleared)\b|\.?\Z|\.?\s+\(|\.(?=\s)")
BEFORE_A_NAME = re.compile(r"\s*[-–—]\s*(?:Mr|Mrs|Miss|Amb|Dr|Gov|The\b|[A-Z][a-z]+)")

PROSE_BEFORE = re.compile(r"(?:\b(?P<word>[A-Za-z][a-z]*)[,;:—–]? |(?:[.?!…”\"“(:;,)\]—]\s?|\A))[“\"(]?\Z")
# A full stop may be that of an initial, where a name may follow.
PROSE_AFTER = re.compile(r" [a-z]+\b|['’]s\b|[,;?)—]|\.(?=[”\"]|\s*\Z|\s[A-Z] [a-z])")
# A letter after these counts something: "point P", "plan K", "a K".
COUNTED = word_set("a an point points paragraph section item plan option type class group letter tab annex part")


def is_office(block: Block, start: int, end: int) -> bool:
    """Whether a letter is an office: in what is said of drafting, in a list of offices, beside a participant."""
    text = block.text.chars
    if block.kind is Kind.ITEM and block.list_type in PARTIES:
        return is_party(text, start, end)
    act = ACT.search(text, max(0, start - 200), start)
    if not act or not ENDS.match(text, end):
        return False
    if act["link"] in ("in ", act["link"][:1] + " ("):
        return True
    return OFFICES.search(text, max(0, start - 30), start) is not None or MORE_OFFICES.match(text, end) is not None


def is_party(text: str, start: int, end: int) -> bool:
    """Whether a letter is the office of a party: "G – Mr. Kohler", "Mr. Kohler, G"."""
    if start == 0:
        return BEFORE_A_NAME.match(text, end) is not None
    return text.endswith((", ", "; "), 0, start) and not text[end:].strip(" .;,")


def is_person(text: str, start: int, end: int, gloss: str) -> bool:
    """Whether a letter stands for the one word that explains it ("K, Kissinger"), as a person in prose."""
    words = folded(gloss)
    if len(words) != 1 or not words[0].startswith(text[start:end].lower()):
        return False
    before = PROSE_BEFORE.search(text, max(0, start - 20), start)
    return bool(before and PROSE_AFTER.match(text, end) and leads_to_person(before["word"] or "", words[0]))


def leads_to_person(word: str, gloss: str) -> bool:
    """Whether a person may follow a word; after an article only one who is called by an office: "the P"."""
    key = word.lower()
    if key == "the":
        return gloss in TITLES
    return key not in COUNTED and (word == key or key in FUNCTION_WORDS)
