"""Pages of the volume itself, by which the series cites papers that have no numbers: "telegram 82, p. 228"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.annotators.dates.calendar import MONTH
from chancery.annotators.references.phrases import DASH, SPACE

_S = SPACE
# Words after which a page is one of the same volume: "ante, p. 28", "footnote 3, p. 987".
_OWN = rf"(?:\b(?:[Aa]nte|[Pp]ost|[Ss]upra|[Ii]nfra|[Ff]ootnotes?{_S}[\d, and]+),?{_S})"
# A paper of the same volume is named by its kind and date alone: "Telegram 82, February 14, p. 228".
_KIND = (
    r"(?:(?:[Cc]ircular )?(?:[Tt]elegrams?|[Aa]irgram|[Dd]espatch|[Mm]emorandum|[Ll]etter|[Nn]ote|[Ii]nstruction"
    r"|[Mm]essage|(?:[Ee]ditorial|[Bb]racketed) [Nn]ote|[Mm]inutes|[Rr]eport|[Pp]aper|[Ss]tatement|[Cc]ommuniqué"
    r"|[Aa]ide-mémoire|[Rr]esolution|[Aa]greement|[Dd]ocument))"
)
_BEGINS = (
    rf"(?:\A|(?<=[.;(])|[Ss]ee{_S}(?:also{_S})?(?:the{_S})?"
    rf"|(?:to|and|in|as){_S}(?:the{_S})?(?=tele|desp|lett|memo|note|airg|inst|edit|brac))\s*"
)
_DAY = rf"{MONTH}{_S}\d{{1,2}}(?:,{_S}(?:18|19)\d\d)?,{_S}"
_DATED = rf"(?:{_BEGINS}(?:[Dd]ated{_S}|(?:the{_S})?{_KIND}\b[^.;:“”()]{{0,60}}?)?{_DAY})"
# Where papers have no numbers, no more needs to be said.
_SAID = rf"(?:\b(?:[Ss]ee(?:{_S}also)?|[Pp]rinted{_S}on|[Ff]ootnotes?{_S}\d{{1,3}}{_S}on){_S})"
_WHOSE = rf"(?:(?:(?!page)[^.;:“”()]|\b[MD]rs?\.){{0,60}}?{_S})?"
_PAPER = rf"(?:{_BEGINS}{_WHOSE}{_KIND}\b[^;:“”()]{{0,100}}?,{_S})"
_NUMBERS = rf"(?:\d{{1,4}}n?(?:(?:,?{_S}and{_S}|,{_S}|{DASH})\d{{1,4}}n?)*)(?!\d)"
_PLACE = (
    rf"(?P<page>(?:p\.|page){_S}(?P<one>\d{{1,4}}n?)(?!{DASH}?\d)|(?:pp\.|pages){_S}(?P<several>{_NUMBERS}))"
    rf"(?!,?{_S}of{_S}(?:the|his|that|this)\b)"
)
_ONE = re.compile(rf"(?:{_OWN}|{_DATED}){_PLACE}")
_ANY = re.compile(rf"(?:{_OWN}|{_DATED}|{_SAID}|{_PAPER}){_PLACE}")
_GOES_ON = re.compile(rf";{_S}{MONTH}\b")
_NUMBER = re.compile(r"(?P<number>\d+)n?")
# What is printed elsewhere has the pages of that place.
_ELSEWHERE = re.compile(
    r"Bulletin|Times|Post,? [A-Z]|Tribune|Papers|Memoirs|Hearing|Report|History|Diar|Stat\.|Treat|Cong|Record|Documents"
    r"|Series|Relations|[Vv]ol\.|[Ii]bid|[Pp]ublication|published"
)


def find_pages(chars: str, paged: bool) -> Iterator[tuple[int, int, str]]:
    """Where pages of the volume itself are named, and their numbers; more of them where papers have none (`paged`)."""
    for match in (_ANY if paged else _ONE).finditer(chars):
        # "Bulletin, January 16, p. 84; May 1, p. 3": a date alone goes on with what was named before.
        begins = max(0, match.start() - 100) if _GOES_ON.match(chars, match.start() - 1) else match.start()
        if _ELSEWHERE.search(chars, begins, match.start("page")) or (match["several"] and not paged):
            continue
        listed = match.span("one") if match["one"] else match.span("several")
        for place, number in enumerate(_NUMBER.finditer(chars, *listed)):
            yield match.start("page") if place == 0 else number.start(), number.end(), number["number"]
