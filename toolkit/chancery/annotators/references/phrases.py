"""The phrases in which a volume of the series refers to its own documents, footnotes and pages."""

from __future__ import annotations

import re

from chancery.annotators.dates.calendar import MONTH

SPACE = r"[ \u00a0\n]+"
DASH = r"[–—-]"
_S = SPACE
_LIST = rf"\d{{1,3}}(?:(?:,{_S}and{_S}|,{_S}|{_S}and{_S}|{_S}or{_S}|{DASH})\d{{1,3}})*(?!\d)"

NUMBER = re.compile(r"\d{1,3}")
# "Documents 79 and 80 of the Fifth Meeting" are somebody else's.
DOCUMENTS = re.compile(rf"\b[Dd]ocuments?{_S}(?P<documents>(?>{_LIST}))(?![–—-]?\d|\.\d|/|{_S}of{_S}(?:the|that)\b)")
FOOTNOTES = re.compile(
    rf"\b[Ff]ootnotes?{_S}(?P<notes>(?>{_LIST}))"
    rf"(?:,?{_S}(?:to{_S})?[Dd]ocument{_S}(?P<document>\d{{1,3}})(?!\d)|,{_S}(?P<supra>supra)\b|,?{_S}(?:above|below)\b"
    rf"|{_S}(?P<thereto>thereto)\b)?"
    rf"(?!,?{_S}(?:pp?\.|page|infra|ibid|thereto|supra)|{_S}to{_S})"
)
# Words after which a page is one of the same volume: "ante, p. 28", "footnote 3, p. 987".
_OWN_PAGE = rf"\b(?:ante|post|supra|infra|[Ff]ootnotes?{_S}[\d, and]+)"
# A paper of the same volume is named by its kind and date alone: "Telegram 82, February 14, p. 228".
_KIND = (
    r"(?:[Cc]ircular )?(?:[Tt]elegrams?|[Aa]irgram|[Dd]espatch|[Mm]emorandum|[Ll]etter|[Nn]ote|[Ii]nstruction"
    r"|[Mm]essage|[Ee]ditorial note)"
)
_DATED = (
    rf"(?:\A|(?<=[.;(])|[Ss]ee{_S}(?:the{_S})?|to{_S}(?=tele|desp|lett|memo|note))\s*"
    rf"(?:(?:the{_S})?{_KIND}\b[^.;:“”()]{{0,60}}?)?{MONTH}{_S}\d{{1,2}}(?:,{_S}(?:18|19)\d\d)?"
)
PAGE = re.compile(rf"(?:{_OWN_PAGE}|{_DATED}),{_S}(?P<page>(?:pp?\.|page){_S}(?P<number>\d{{1,4}}))(?![\d–—-])")
# What stands before a document's number when the document is another publication's.
_ELSEWHERE = re.compile(rf"\b(?:Documents|Papers)(?:,{_S}|{_S})\d{{4}}(?:{DASH}\d{{2,4}})?,{_S}\Z")


def is_elsewhere(chars: str, start: int) -> bool:
    """Whether the document named at `start` is one of another publication: "Basic Documents, 1977–1980, Document 9"."""
    return bool(_ELSEWHERE.search(chars, max(0, start - 40), start))
