"""What an imported document says of itself: heading, date and place, parties, source note."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from lxml import etree

from chancery.importers.frus import IMPORT
from chancery.tei.tree import TEI, XML_ID

_DATED = ("when", "from", "to", "notBefore", "notAfter")


@dataclass(frozen=True, slots=True)
class Said:
    """The facts of a document as its own text has them."""

    id: str
    number: str
    title: str
    date: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    place: str = ""
    page: str = ""  # the one it begins on
    source: str = ""  # the source note
    senders: tuple[tuple[str, str, str], ...] = ()  # element, words, ref
    recipients: tuple[tuple[str, str, str], ...] = ()


def read_document_facts(div: etree._Element) -> Said:
    """The facts of a document's `div`; what the import noted on it is taken off."""
    between = [str(div.attrib.pop(f"{IMPORT}{end}", "")) for end in ("min", "max")]
    head = div.find(f"{TEI}head")
    line = next((el for el in div.iter(f"{TEI}dateline", f"{TEI}p") if _is_dateline(el)), None)
    home = line if line is not None else head
    date = next(home.iter(f"{TEI}date"), None) if home is not None else None
    place = next(home.iter(f"{TEI}placeName"), None) if home is not None else None
    source = next((el for el in div.iter(f"{TEI}note") if el.get("type") == "source"), None)
    first = div.find(f"{TEI}pb")
    words, attributes = _find_date(date) if date is not None else _find_days(*between)
    return Said(
        id=div.get(XML_ID) or "",
        number=div.get("n") or "",
        title=_said(head),
        date=words,
        attributes=attributes,
        place=_said(place).strip(" ,[]"),
        page=first.get("n", "") if first is not None and _before(first, head) else "",
        source=_said(source),
        senders=_parties(head, "from"),
        recipients=_parties(head, "to"),
    )


def _find_date(date: etree._Element) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A date's words and attributes."""
    return _said(date), tuple((name, date.get(name, "")) for name in _DATED if date.get(name))


def _find_days(first: str, last: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The same of the days between which a document without a date was written, as the volume has them."""
    try:
        days = [datetime.date.fromisoformat(moment[:10]) for moment in (first, last)]
    except ValueError:
        return "", ()
    words = dict.fromkeys(f"{day:%B} {day.day}, {day.year}" for day in days)
    names = ("when",) if len(words) == 1 else ("notBefore", "notAfter")
    return "–".join(words), tuple(zip(names, (day.isoformat() for day in days), strict=False))


def _is_dateline(el: etree._Element) -> bool:
    """Whether this is a line of the document's own that has a date."""
    if el.tag == f"{TEI}p" and el.get("rend") != "dateline":
        return False
    foreign = any(above.get("type") == "attachment" or above.tag == f"{TEI}note" for above in el.iterancestors())
    return not foreign and next(el.iter(f"{TEI}date"), None) is not None


def _before(pb: etree._Element, head: etree._Element | None) -> bool:
    return head is None or any(el is head for el in pb.itersiblings())


def _parties(head: etree._Element | None, role: str) -> tuple[tuple[str, str, str], ...]:
    if head is None:
        return ()
    found = (el for el in head.iter(f"{TEI}persName", f"{TEI}orgName") if el.get("type") == role)
    return tuple((etree.QName(el).localname, _said(el), el.get("ref") or "") for el in found)


def _said(el: etree._Element | None) -> str:
    """The words of an element; those of the notes in a heading or a line are not its own."""
    if el is None:
        return ""
    inside = "" if el.tag == f"{TEI}note" else "[not(ancestor::t:note)]"
    found = el.xpath(f".//text(){inside}", namespaces={"t": TEI[1:-1]})
    return " ".join("".join(map(str, found)).split()) if isinstance(found, list) else ""
