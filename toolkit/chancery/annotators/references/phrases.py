"""The phrases in which a volume of the series refers to its own documents and footnotes."""

from __future__ import annotations

import re

from chancery.annotators.dates.calendar import MONTH

SPACE = r"[ \u00a0\n]+"
DASH = r"[–—-]"
_S = SPACE
_LIST = rf"\d{{1,3}}(?:(?:,{_S}and{_S}|,{_S}|{_S}(?:and|or|through|&){_S}|{DASH})\d{{1,3}})*(?!\d)"

NUMBER = re.compile(r"\d{1,3}")
# "Documents 79 and 80 of the Fifth Meeting" are somebody else's, and so is a "document 12" in small letters.
DOCUMENTS = re.compile(rf"\bDocuments?{_S}(?P<documents>(?>{_LIST}))(?![–—-]?\d|\.\d|/|{_S}of{_S}(?:the|that)\b)")
FOOTNOTES = re.compile(
    rf"\b[Ff]ootnotes?{_S}(?P<notes>(?>{_LIST}))"
    rf"(?:,?{_S}(?:(?:to|of){_S})?[Dd]ocument{_S}(?P<document>\d{{1,3}})(?!\d)|,?{_S}(?P<beside>supra|infra)\b"
    rf"|,?{_S}(?:above|below)\b|{_S}(?P<thereto>thereto)\b)?"
    rf"(?!,?{_S}(?:pp?\.|page|on{_S}p|infra|[Ii]bid|thereto|supra|Foreign{_S}Relations)|{_S}(?:to|of){_S})"
)
# The document before, and the one after.
BESIDE = re.compile(r"(?<![\w’'–-])(?P<beside>[Ss]upra|[Ii]nfra)(?![\w–-])")
# "Document 7, footnote 2", but not "Document 6, footnote 4, Document 7", a list of two.
OF_DOCUMENT = re.compile(
    rf",{_S}(?:foot)?notes?{_S}(?P<notes>(?>(?P<note>\d{{1,3}})(?:(?:,?{_S}and{_S}|,{_S}|{DASH})\d{{1,3}})*))"
    rf"(?!\d|,?{_S}(?:(?:to{_S})?Document|supra))"
)
_AFTER_DOCUMENT = re.compile(rf"\bDocument{_S}\d{{1,3}},{_S}\Z")
# What stands before a document's number when the document is another's: of a publication, a body, a conference.
_ELSEWHERE = re.compile(
    rf"\b(?!{MONTH}\b)[A-Z][a-z]+,?{_S}\d{{4}}(?:{DASH}\d{{2,4}})?,{_S}\Z"
    rf"|\b(?:[A-Z]{{2,}}(?:/[A-Z0-9]+)*|U\.N\.|U\.S\.|Conference|Council|Committee|Commission|Congress|Senate|House|Assembly"
    rf"|Meeting|Nations){_S}\Z"
)


def is_elsewhere(chars: str, start: int) -> bool:
    """Whether the document named at `start` is another's: "Basic Documents, 1977, Document 9", "CFM Document 12"."""
    return bool(_ELSEWHERE.search(chars, max(0, start - 40), start))


def follows_document(chars: str, start: int) -> bool:
    """Whether what stands at `start` is said of the document named just before: "Document 7, footnote 2"."""
    return bool(_AFTER_DOCUMENT.search(chars, max(0, start - 20), start))
