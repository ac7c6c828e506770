"""Whose hands a paper went through: "Drafted by Pratt; cleared by Toon and Leddy; and approved by Katzenbach."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.model.months import MONTHS
from chancery.tei.provenance.sentences import sentences

_DEED = (
    r"(?:[Rr]e)?(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Pp]repared|[Dd]ictated|[Ii]nitialed|[Ss]igned|[Tt]ranscribed"
    r"|[Rr]evised|[Cc]oncurred in|[Ss]ubmitted|[Tt]yped|[Ww]ritten|[Rr]eviewed)"
)
_DEEDS = rf"{_DEED}(?:(?:, and|,| and) {_DEED})*"
_DATE = rf" on (?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}},?)?"
_HOW = rf"(?: in (?:substance|draft|part|final|principle))?(?:{_DATE})?(?: for [A-Z][\w’'-]+)?"
_PAPER = (
    r"(?:(?:According to another copy,? )?(?:[Tt]he|[Tt]his) (?:memorandum|telegram|letter|message|paper|airgram"
    r"|document|record|report|estimate) was )?"
)
_OPENS = re.compile(rf"{_PAPER}{_DEEDS}{_HOW} (?:by|in|with) ")
_CLAUSE = re.compile(rf"(?:\A{_PAPER}|[;,]? (?:and )?)(?P<deeds>{_DEEDS}){_HOW} (?P<by>by|in|with) ")
_STOP = re.compile(
    rf" (?:on|at|in|under|from|during|for|following|after|before|with|as|to|who|but|based|pursuant) "
    rf"|,? (?:and )?(?:{'|'.join(MONTHS)}) \d|[;“”]"
)
_BETWEEN = re.compile(r"(?:,? and |, )(?!Jr|Sr)(?:by )?")
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]+|de|von|van|der|la|Jr\.?|Sr\.?)"
_PERSON = re.compile(rf"{_WORD}(?: {_WORD})*(?:, [JS]r\.?)?")
_OFFICE = re.compile(
    r"Officer|Secretary|Director|Deputy|Advis[eo]r|Assistant|Chief|Minister|President|Counsel|Chairman|Attach"
)
# Offices by their letters or with an article; "Smith, Office of Eastern European Affairs" says where Smith was.
_BODY = re.compile(
    r"(?:the )?(?P<name>[A-Z]+(?:[/&–-][A-Z]+)*|White House|Department of .*)"
    r"|the (?P<long>.*\b(?:Office|Embassy|Bureau|Agency|Council|Staff|Board|Committee|Mission|Delegation|Division)\b.*)"
)


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who drafted, cleared or approved a paper; half-open offsets in the source note."""

    deed: str  # "drafted", "initialed", in the note's own words
    words: str
    start: int
    end: int
    body: bool = False  # an office, not a person
    link: tuple[tuple[str, str], ...] = ()  # ref, resp and cert, as where the note names them


def find_hands(chars: str, at: int) -> Iterator[Hand]:
    """Everybody named in the sentences that begin with what was done; where it isn't clear who did it, nobody."""
    for start, end in sentences(chars, at):
        if not _OPENS.match(chars, start, end):
            continue
        clauses = list(_CLAUSE.finditer(chars[start:end]))
        stops = [clause.start() for clause in clauses[1:]] + [end - start]
        for clause, stop in zip(clauses, stops, strict=True):
            spans = _names(chars, start + clause.end(), start + stop)
            named = [hand for span in spans if (hand := _hand(chars, *span, clause["by"]))]
            for deed in re.findall(_DEED, clause["deeds"]):
                yield from (Hand(deed.lower(), *hand) for hand in named)


def _names(chars: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The offsets of each name of a list; what stands in brackets or after "of" is left out."""
    masked = re.sub(rf" ?\([^()]*\)|{_DATE}", lambda match: "\0" * len(match[0]), chars[start:stop])
    ended = _STOP.search(masked)
    masked = masked[: ended.start()] if ended else masked
    at = 0
    for comma in [*_BETWEEN.finditer(masked), None]:
        last = comma.start() if comma else len(masked)
        words = re.sub(r"(?:,? and|,)?\s*\Z", "", masked[at:last].partition("\0")[0])
        named, office, _ = words.partition(" of ")
        body = bool(_BODY.fullmatch(words))
        yield start + at, start + at + len(words if body else named)
        if (
            office and not body
        ):  # what follows may belong to the office: "of the Office of Political and Military Affairs"
            return
        at = comma.end() if comma else len(masked)


def _hand(chars: str, start: int, end: int, by: str) -> tuple[str, int, int, bool] | None:
    words = chars[start:end]
    if body := _BODY.fullmatch(words):
        return body["name"] or body["long"], start + max(body.start("name"), body.start("long")), end, True
    if by != "in" and _PERSON.fullmatch(words) and re.search(r"[a-z]", words) and not _OFFICE.search(words):
        return words, start, end, False
    return None
