"""Sender and recipient in the heading: "Telegram From A to B", "Conversation Between A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chancery.annotators.dates.calendar import MONTH
from chancery.annotators.offices import is_office, skip_office, skip_title
from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Kind, Span

LONGEST = 250  # characters of a sender that is no person

_NUMBER = re.compile(r"\[?(?:No\. ?)?\d{1,4}[a-z]?\.?\]?\s*")
_FROM = re.compile(r"\b(?:[Ff]rom|[Pp]repared (?:by|in)|by)\s+")
_BETWEEN = re.compile(r"\b[Bb]etween\s+")
# Whose parties write to nobody.
_CONTRACT = re.compile(r"(?:[A-Z]\w+ )?(?:Agreement|Treaty|Convention|Protocol|Pact|Armistice|Covenant)\b")
_COMMA = re.compile(r",?\s+and\s+|,\s+")
_AND = re.compile(r"\s+and\s+")
_TO = re.compile(r"\s+to\s+")
_TITLE_TO = re.compile(r"(?:An? )?(?:Memorandum|Letter|Telegram|Message|Note|Airgram|Paper|Report)\b.{0,40}?\s[Tt]o\s+")
# Offices that are held "to" somebody or something: this "to" doesn't lead to the recipient.
_HELD_TO = re.compile(
    r"\b(?:Ambassador|Mission|Representative|Assistant|Deputy|Delegation|Counselor|Counsel|Adviser|Advisor|Envoy|Minister"
    r"|Observer|Delegate|Aide|Liaison|Secretary|Emissary|Consultant|Successor|Commission)\Z"
)
_NAMES = r"[A-ZÀ-Þ][^()]{0,60}?"
_IN_BRACKETS = re.compile(rf"\(\s*(?:Acting )?(?P<name>{_NAMES})\s*\)(?=\s*(?:,|and\b|in\b|at\b|\Z))")
_POSSESSIVE = re.compile(r"[’']s\b")
_PART = r"[A-ZÀ-Þ](?:[\w’'.-]*[\w’'])?\.?"
_PERSON = re.compile(rf"{_PART}(?:\s(?:{_PART}|de|la|von|van|der|bin|al|el))*(?:,? (?:Jr|Sr)\.|,? I{{2,3}})?\Z")
_INITIALED = re.compile(r"(?:[A-Z]\.\s?)+[A-ZÀ-Þ][\w’-]+\Z")  # E. M. House
_TITLED_NAME = re.compile(rf"{_PART}(?:\s{_PART}){{0,2}}(?=,|\s+and\b|\Z)")
_LEFT_OVER = re.compile(r"(?<=[a-z])\d{1,2}\Z|[\s,]+\Z")  # a marker that has no note
_OF = re.compile(rf"(?P<name>{_PART}(?:\s{_PART}){{1,3}}) (?:of|for) the\b")
_ASIDE = re.compile(r",? (?:in|at) [A-ZÀ-Þ].*\Z|, (?!(?:Jr|Sr)\.|I{2,3}\b).*\Z")  # where or what somebody was just then
# Where the phrase ends: place and date.
_REST = re.compile(
    rf",(?=[^,()]*(?:,\s)?\[?(?:{MONTH}\s\d|\d{{1,2}} {MONTH}|undated)).*\Z"
    rf"|,\s\[?(?:{MONTH}\b|undated).*\Z",
    re.IGNORECASE,
)


def tag_correspondents(document: Document) -> Document:
    """The document with sender and recipient marked in its heading."""
    blocks = tuple(_tagged(block) if block.kind is Kind.HEAD else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _tagged(block: Block) -> Block:
    chars = block.text.chars
    number = _NUMBER.match(chars)
    start = number.end() if number else 0
    if chars.startswith("Editorial Note", start):
        return block
    spans = [s for role, a, b in _phrases(chars, start) for s in _correspondents(chars, a, b, role)]
    tagged = [o for o in block.spans if o.name != "hi"]
    free = [s for s in spans if not any(s.start < o.end and o.start < s.end for o in tagged)]
    return tag(block, free)


def _phrases(chars: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The sender's and the recipient's phrases with their places."""
    if _CONTRACT.match(chars, start):
        return
    between, sender = _BETWEEN.search(chars, start), _FROM.search(chars, start)
    if between and (split := _split(chars, between.end(), _AND)):
        yield from (("from", between.end(), split.start()), ("to", split.end(), len(chars)))
    elif sender and not between:
        if (addressed := _TITLE_TO.match(chars, start, sender.start())) and chars.startswith("by ", sender.start()):
            yield "to", addressed.end(), sender.start()  # "Report to the President by the Council"
        split = _split(chars, sender.end(), _TO)
        yield "from", sender.end(), split.start() if split else len(chars)
        if split:
            yield "to", split.end(), len(chars)
    elif titled := _TITLE_TO.match(chars, start):
        yield "to", titled.end(), len(chars)
    elif (split := _split(chars, start, _TO)) and _opens_with_sender(chars, start, split.start()):
        yield from (("from", start, split.start()), ("to", split.end(), len(chars)))


def _opens_with_sender(chars: str, start: int, end: int) -> bool:
    """Whether a heading begins with its sender: "The Ambassador in France (Caffery) to the Secretary of State"."""
    if chars.startswith("The ", start) or _IN_BRACKETS.search(chars, start, end):
        return True
    titled = skip_title(chars, start, end) > start and not _POSSESSIVE.search(chars, start, end)
    return titled and _person(chars, start, end) is not None


def _split(chars: str, start: int, word: re.Pattern[str]) -> re.Match[str] | None:
    """The "to" or "and" between the two: the first after a name in brackets, else the first not part of an office.

    "The French Ambassador to the Secretary of State": where each could be part of one, it is the last.
    """
    every = list(word.finditer(chars, start))
    named = next((m for m in every if chars[m.start() - 1] == ")"), None)
    free = next((m for m in every if not _HELD_TO.search(chars, start, m.start())), None)
    alone = every[-1] if every and chars.startswith("The ", start) else None
    return named or free or alone


def _correspondents(chars: str, start: int, end: int, role: str) -> Iterator[Span]:
    """The names in brackets in a phrase; else the persons it is; else the office, without its "the"."""
    attributes = (("type", role), ("resp", "#chancery"))
    named = list(_IN_BRACKETS.finditer(chars, start, end))
    if named:
        yield from (Span(*m.span("name"), "persName", attributes) for m in named)
        yield from (Span(*person, "persName", attributes) for person in _more(chars, named[-1].end(), end))
        return
    if rest := _REST.search(chars, start, end):
        end = rest.start()
    end = start + len(_LEFT_OVER.sub("", chars[start:end]))
    if chars[start:end].startswith("["):
        return
    persons = [_person(chars, a, b) for a, b in _parts(chars, start, end)]
    if (of := _OF.match(chars, start, end)) and not all(persons[1:]):  # "and" belongs to the office
        persons = [of.span("name")] if persons[0] else []
    if persons and all(persons):
        yield from (Span(*person, "persName", attributes) for person in persons if person)
        return
    start += 4 if chars[start:end].lower().startswith("the ") else 0
    if start < end <= start + LONGEST:
        yield Span(start, end, "orgName", attributes)


def _parts(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The phrase cut at "and": "Secretary of State Rusk and Secretary of Defense McNamara"."""
    for match in _AND.finditer(chars, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _more(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The persons with a title that follow a name in brackets: "(Kissinger), Secretary Rogers, and Secretary Laird"."""
    while comma := _COMMA.match(chars, start, end):
        named = _TITLED_NAME.match(chars, skip_title(chars, comma.end(), end), end)
        if not named or named.start() == comma.end():
            return
        yield named.span()
        start = named.end()


def _person(chars: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the name stands in a phrase that is a title and a name, or a name and an office; nothing for an office."""
    start = max(skip_title(chars, start, end), skip_office(chars, start, end))
    if (of := _OF.match(chars, start, end)) and not is_office(of["name"]):
        return of.span("name")
    name = _ASIDE.sub("", chars[start:end])
    if _INITIALED.match(name) or (_PERSON.match(name) and not is_office(name)):
        return start, start + len(name)
    return None
