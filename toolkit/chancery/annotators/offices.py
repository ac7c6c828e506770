"""The words of offices, and titles that stand before a name."""

from __future__ import annotations

import re

_OFFICE = re.compile(
    r"\b(?:Secretary|Embassy|Department|Ambassador|Consulate|Mission|Office|Director|Chief|Chiefs|Chairman|Council"
    r"|Committee|Staff|Bureau|Agency|Delegation|Minister|Legation|Command|Commander|Board|Group|Station|Headquarters"
    r"|Consul|Forces|Assistant|Counselor|Administrator|Representative|Chargé|Attorney|Adviser|Government|House"
    r"|Service|Administration|Division|Liaison|Interests|Section|Officer|Offices|Commission|Governor|Team|Posts?|Center"
    r"|Missions|President|Embassies|Operation|Certain|Diplomatic|Nations|State|Union|Community|Party|Bank|University|Affairs)\b"
)
_DEPARTMENT = (
    r"State|Defense|the Treasury|Commerce|Agriculture|the Army|the Navy|the Air Force|Energy|the Interior|Labor"
)
_TITLE = re.compile(
    r"(?:the )?"
    r"(?:(?:Acting|Under|Deputy|Vice|Former|Prime|Foreign|First|Lord|Lieutenant|Major|Rear|Brigadier|Governing)\s)*"
    rf"(?:(?:Assistant )?Secretary of (?:{_DEPARTMENT})"
    r"|Director of Central Intelligence|Attorney General|Prime Minister"
    r"|Ambassador|Foreign Minister|President(?:-[Ee]lect)?|Secretary(?: General)?|General|Admiral|Senator|Ambassador"
    r"|Chancellor|Minister|Premier|Chairman|King|Queen|Shah|Emperor|Prince|Marshal|Governor|Mayor|Congressman|Representative"
    r"|Director|Professor|Colonel|Captain|Commander|Generalissimo|Mr\.|Mrs\.|Miss|Dr\.|Sir)\s+"
)
# A title with what it is a title of, and the name: "Chairman of the Council of Ministers of the Soviet Union Kosygin".
_LONG_TITLE = re.compile(
    r"(?:(?:Acting|Deputy|First|Vice|Under) )*"
    r"(?:Chairman|Secretary|Director|Minister|Prime Minister|President|Premier|Chief)"
    r" (?:of|for) [^(),]{3,80}? (?=[A-ZÀ-Þ][\w’-]+\Z)"
)


def is_office(phrase: str) -> bool:
    """Whether a phrase names an office or a body rather than a person."""
    return bool(_OFFICE.search(phrase))


def skip_title(chars: str, start: int, end: int) -> int:
    """Where the name begins in chars[start:end], after a title such as "Secretary of State" or "President"."""
    title = _TITLE.match(chars, start, end)
    return title.end() if title else start


def skip_office(chars: str, start: int, end: int) -> int:
    """Where the name begins that ends chars[start:end] after an office: the last word, after a word of offices."""
    phrase = chars[start:end]
    title = _LONG_TITLE.match(phrase)
    if not title or is_office(phrase[title.end() :]) or not is_office(title[0].split()[-1]):
        return start
    return start + title.end()
