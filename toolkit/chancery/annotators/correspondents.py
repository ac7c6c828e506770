"""Sender and recipient in the heading (frus-guide 1.2): "Telegram From A to B", "Conversation Between A and B"."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.model.blocks import tag
from chancery.model.document import Block, Document, Kind, Span

_PERIOD = re.compile(r"\s*,?\s*\Z")
_BETWEEN = re.compile(r"\b[Bb]etween (?P<a>.+?) and (?P<b>.+)\Z")
_FROM_TO = re.compile(r"\b(?:[Ff]rom|by|[Pp]repared (?:by|in)) (?P<a>.+?) to (?P<b>(?!the (?:Meeting|Discussion)\b).+)\Z")
_FROM = re.compile(r"\bFrom (?P<a>.+)\Z|\b(?:[Pp]repared (?:by|in)|by) (?P<p>.+)\Z")
_TO = re.compile(r"\A(?:Memorandum|Letter|Telegram|Message|Note|Airgram|Paper|Report)\b.{0,40}? [Tt]o (?P<b>.+)\Z")
_PLAIN = re.compile(r"\A(?P<a>The .+?|[A-Z][^,]{2,60}?) to (?P<b>(?:the |[A-Z]).+)\Z")
_NUMBER = re.compile(r"\A\[?(?:No\. ?)?\d{1,4}[a-z]?\.?\]?\s*")
_NAME_IN_BRACKETS = re.compile(r"\((?:Acting )?\s*(?P<name>[A-Z][^()]*?)\s*\)\Z")
# The phrase ends where place, date or an aside begins.
_REST = re.compile(
    r",? (?:in|at) (?:Texas|Paris|Geneva|New York|London|Saigon|Moscow|Tokyo|California|Florida)\b.*\Z"
    r"|,\s(?=[^,]*(?:, )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d).*\Z"
    r"|, (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\[?undated).*\Z"
)
_OFFICE = re.compile(
    r"\b(?:Secretary|Embassy|Department|Ambassador|Consulate|Mission|Office|Director|Chief|Chairman|Council|Committee"
    r"|Staff|Bureau|Agency|Delegation|Minister|Legation|Command|Commander|Board|Group|Station|Headquarters|Consul|Forces"
    r"|Assistant|Counselor|Administrator|Representative|Chargé|Attorney|Adviser|Government|House|Service|Administration"
    r"|Chiefs|Division|Liaison|Interests|Section|Officer|Mission|Commission|Governor|Team|Division|Post|Center)\b"
)
_TITLE = re.compile(
    r"(?:(?:the )?(?:Acting |Under |Deputy |Vice |Former |Prime |Foreign |First |Lord |Lieutenant |Major |Rear |Brigadier )*"
    r"(?:President|Secretary(?: of (?:State|Defense|the Treasury|Commerce|Agriculture|the Army|the Navy|the Air Force|Energy))?"
    r"|General|Admiral|Senator|Ambassador|Chancellor|Minister|Premier|Chairman|Prime Minister|Foreign Minister|King|Queen"
    r"|Shah|Emperor|Prince|Marshal|Governor|Congressman|Representative|Director|Professor|Attorney General|Colonel"
    r"|Mr\.|Mrs\.|Miss|Dr\.)\s+)"
)
_PERSON = re.compile(
    r"(?:[A-Z][\w’'-]*\.?|[A-Z]\.(?:[A-Z]\.)*|de|la|von|van|der|bin|al|el|Jr\.|Sr\.|III?)(?: (?:[A-Z][\w’'-]*\.?|[A-Z]\.(?:[A-Z]\.)*"
    r"|de|la|von|van|der|bin|al|el|Jr\.|Sr\.|III?)|, (?:Jr\.|Sr\.)){0,4}\Z"
)
_OF = re.compile(r"\A(?P<name>(?:[A-Z][\w.’'-]*\s?){2,4}) (?:of|for) the (?:.*\b(?:Staff|Department|Bureau|Office|Division|Mission|Embassy|Council|House)\b)")


def tag_correspondents(document: Document) -> Document:
    """The document with sender and recipient marked in its heading."""
    blocks = tuple(_tagged(block) if block.kind is Kind.HEAD else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _tagged(block: Block) -> Block:
    chars = block.text.chars
    number = _NUMBER.match(chars)
    start = number.end() if number else 0
    match = next((m for p in (_FROM_TO, _BETWEEN, _PLAIN, _TO, _FROM) if (m := p.search(chars[start:]))), None)
    if match is None or chars[start:].startswith("Editorial Note"):
        return block
    groups = {key: value for key in match.re.groupindex if (value := match.span(key))[0] >= 0}
    spans = []
    for key, (a, b) in groups.items():
        span = _correspondent(chars, start + a, start + b, "to" if key == "b" else "from")
        if span:
            spans.append(span)
    free = [s for s in spans if not any(s.start < o.end and o.start < s.end for o in block.spans)]
    return tag(block, free)


def _correspondent(chars: str, start: int, end: int, role: str) -> Span | None:
    """The name or office in a phrase: the name alone where a name in brackets ends it, no leading "the"."""
    rest = _REST.search(chars, start, end)
    end = rest.start() if rest else end
    while end > start and chars[end - 1] in " .,\n":
        end -= 1
    named = _NAME_IN_BRACKETS.search(chars, start, end)
    attributes = (("type", role), ("resp", "#chancery"))
    if named:
        return Span(*named.span("name"), "persName", attributes)
    of = _OF.match(chars[start:end])
    if of and not _OFFICE.search(of["name"]):
        return Span(start, start + len(of["name"].rstrip()), "persName", attributes)
    title = _TITLE.match(chars, start, end)
    name = title.end() if title else start
    if name < end and _PERSON.match(chars[name:end]) and not _OFFICE.search(chars[name:end]):
        return Span(name, end, "persName", attributes)
    if chars[start:end].lower().startswith("the "):
        start += 4
    return Span(start, end, "orgName", attributes) if start < end and len(chars[start:end]) < 250 else None
