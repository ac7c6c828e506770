"""Where the links of a page lead: to a document, note or page of the series, elsewhere on the web, or nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from chancery.model.source import Source
from chancery.readers.html.tree import Element

_SERIES = re.compile(
    r"(?:https?://(?:www\.)?history\.state\.gov)?/historicaldocuments/(?P<volume>frus[a-z0-9.-]+)"
    r"(?:/(?P<id>(?:d\d+[a-z]?(?:-\d+)?(?:fn[a-z0-9.]+)?|pg_[A-Za-z0-9]+|ch\d+(?:subch\d+)?|comp\d+)))?/?"
    r"(?:#(?P<part>[A-Za-z_][A-Za-z0-9_.:-]*))?\Z",
    re.I,
)
_NOTE = re.compile(r"fn(?:ref)?[:_-]?(?P<n>\d+)(?:\.(?P<document>d\d+))?\Z|(?P<whole>d\d+fn\w+)\Z")
_WEB = re.compile(
    r"https?://[A-Za-z0-9.\-]+(?::[0-9]+)?(?:/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?"
)
_STEM = re.compile(r"(?P<volume>[A-Za-z][\w.-]*)_d\d+[a-z]?\Z")
LONGEST = 2000  # characters of an address


def is_address(address: str) -> bool:
    """Whether an address is one on the web that everybody can follow."""
    return len(address) <= LONGEST and bool(_WEB.fullmatch(address))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands itself."""

    address: str = ""
    volume: str = ""  # of the series

    def fragment(self, link: Element) -> str:
        """The id on this very page that a link leads to, if it does."""
        address, _, fragment = link.attributes.get("href", "").strip().partition("#")
        same = not address or (self.address and address in (self.address, urlsplit(self.address).path))
        return fragment if same else ""

    def target(self, link: Element) -> str:
        """What `ref/@target` holds for a link; nothing where the link leads nowhere a reader could go."""
        href = link.attributes.get("href", "").strip()
        if not href or href.startswith("#") or len(href) > LONGEST:
            return ""
        try:
            whole = urljoin(self.address, href) if self.address else href
        except ValueError:
            return ""
        if found := _SERIES.match(href) or _SERIES.match(whole):
            return self._in_series(found)
        return whole if _WEB.fullmatch(whole) and whole.partition("#")[0] != self.address else ""

    def _in_series(self, found: re.Match[str]) -> str:
        ident = found["id"] or ""
        part = _NOTE.match(found["part"]) if found["part"] else None
        if part:
            ident = part["whole"] or f"{part['document'] or ident}fn{part['n']}"
        volume = "" if found["volume"] == self.volume and ident else found["volume"]
        return f"{volume}#{ident}" if ident else volume


def place_of(root: Element, source: Source) -> Place:
    """Where a page says that it stands: its canonical address, and its volume; else what the file's name says."""
    address = source.address
    for element in root.descendants():
        if element.name == "link" and "canonical" in element.attributes.get("rel", "").lower().split():
            address = element.attributes.get("href", "").strip()
            break
    address = address if _WEB.fullmatch(address) and len(address) <= LONGEST else ""
    own, named = _SERIES.match(address), _STEM.match(source.stem)
    return Place(address, own["volume"] if own else named["volume"] if named else "")
