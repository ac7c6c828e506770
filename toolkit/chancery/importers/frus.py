"""An official volume of *Foreign Relations of the United States*, TEI in the series' own manner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.importers.listed import Entry, read_entries
from chancery.importers.numbering import number_notes, number_pages
from chancery.importers.proof import compare_texts
from chancery.importers.registers import Register
from chancery.importers.repairs import repair
from chancery.importers.spaces import put_in_order
from chancery.resources import XSLT
from chancery.tei.tree import TEI, XML_ID, parse
from chancery.xslt import Stylesheet, Transformed

IMPORT = "{urn:chancery:import}"
LINE = f"{IMPORT}line"


@dataclass(frozen=True, slots=True)
class VolumeFacts:
    """What the volume's header says of it."""

    id: str  # frus1964-68v14
    title: str  # 1964–1968, Volume XIV, Soviet Union
    series: str = ""
    editors: tuple[tuple[str, str], ...] = ()  # names and roles
    publisher: str = ""
    place: str = ""
    year: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()  # isbn-13 and the like, by type


@dataclass(frozen=True, slots=True)
class Imported:
    """The parts of a volume."""

    facts: VolumeFacts
    text: etree._Element  # front, body and back; documents are listed, not held
    documents: tuple[etree._Element, ...]  # the `div` of each, in the order of the volume
    diagnostics: tuple[Diagnostic, ...]


def read_volume(data: bytes, name: str, identity: str, persons: Register, terms: Register) -> Imported:
    """The parts of the volume in `data`; its persons and terms go into the registers.

    `identity` is the volume's id where its header has none. Raises ChanceryError (I004) where the file is not TEI; a
    text that is not wholly the volume's is an error among the findings (I001).
    """
    root, found = repair(parse(data, name).getroot(), name)
    facts = read_facts(root, identity)
    ids: dict[str, str] = {}
    for register, tag in ((persons, "persName"), (terms, "term")):
        named, same = register.add(read_entries(root, tag), facts.id)
        ids |= named
        found += [_same(entry, named[entry.id], name) for entry in same]
    result = _transform(root, facts.id, ids)
    parts = parse(result.text.encode(), name).getroot()
    text = parts[0][0]
    divs = [part[0] for part in list(parts)[1:]]
    for part in (text, *divs):
        put_in_order(part)
    _put_ids(text, divs, facts.id)
    found += [*_lost(result, name), *compare_texts(root, text, divs, name)]
    return Imported(facts, text, tuple(divs), tuple(found))


def _same(entry: Entry, ident: str, name: str) -> Diagnostic:
    message = f"{entry.heading} ({entry.id}) is taken for the {ident} that the register has already"
    return Diagnostic("I008", name, entry.line, message, "if they are two, give this one an entry of its own")


def read_facts(root: etree._Element, identity: str) -> VolumeFacts:
    """What the header says of the volume."""
    titles = {el.get("type") or "": _said(el) for el in root.iterfind(f".//{TEI}titleStmt/{TEI}title")}
    parts = [titles[t] for t in ("subseries", "sub-series", "volumenumber", "volume-number", "volume") if titles.get(t)]
    title = ", ".join(parts) or titles.get("complete") or next(iter(titles.values()), "")
    numbers = tuple((el.get("type") or "id", _said(el)) for el in root.iterfind(f".//{TEI}publicationStmt/{TEI}idno"))
    own = next((value for kind, value in numbers if kind == "frus" and value), "")
    statement = f".//{TEI}publicationStmt/{TEI}"
    dates = root.findall(f"{statement}date")
    editors = root.findall(f".//{TEI}titleStmt/{TEI}editor")
    return VolumeFacts(
        id=own or root.get(XML_ID) or identity,
        title=title,
        series=titles.get("series", ""),
        editors=tuple((_said(el), el.get("role") or "") for el in editors if _said(el)),
        publisher=_first(root, f"{statement}publisher"),
        place=_first(root, f"{statement}pubPlace"),
        year=next((_said(el) for el in dates if el.get("type") in (None, "publication-date")), ""),
        identifiers=tuple((kind, value) for kind, value in numbers if value and kind != "frus"),
    )


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(XSLT / "import-frus.xsl")


def _transform(root: etree._Element, volume: str, ids: Mapping[str, str]) -> Transformed:
    for element in root.iter("*"):
        element.set(LINE, str(element.sourceline or ""))
    listed = etree.Element(f"{IMPORT}ids", nsmap={"i": IMPORT[1:-1]})
    for old, new in ids.items():
        etree.SubElement(listed, f"{IMPORT}id", {"old": old, "new": new})
    stylesheet = _stylesheet()
    trees = [stylesheet.tree(etree.tostring(el, encoding="unicode", with_tail=False)) for el in (root, listed)]
    return stylesheet.run(trees[0], {"volume": volume, "ids": trees[1]})


def _put_ids(text: etree._Element, divs: Sequence[etree._Element], volume: str) -> None:
    """Ids that are this project's, in the volume's file and in the documents', and references that follow them."""
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    number_pages((text, *divs), taken)
    for div in divs:
        renamed |= number_notes(div, div.get(XML_ID) or "", taken)
    for div in text.iter(f"{TEI}div"):
        renamed |= number_notes(div, div.get(XML_ID) or volume, taken)
    for part in (text, *divs):
        for ref in part.iter(f"{TEI}ref"):
            target = ref.get("target") or ""
            if target.startswith("#") and target[1:] in renamed:
                ref.set("target", f"#{renamed[target[1:]]}")


def _lost(result: Transformed, name: str) -> Iterable[Diagnostic]:
    """What was not carried over: each kind once, with its first line and how often."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int | None] = {}
    for message in result.messages:
        lost = etree.fromstring(message)
        what, attribute = lost.get("what") or "", lost.get("attribute") or ""
        what = f"empty {what}" if lost.get("empty") == "true" else what
        value = f'="{lost.get("value")}"' if attribute in ("rend", "rendition", "type") else ""
        key = (what, f"{attribute}{value}")
        counts[key] += 1
        first.setdefault(key, int(lost.get("line") or 0) or None)
    for (what, attribute), count in counts.items():
        times = f"{count} times" if count > 1 else "once"
        said = f"the attribute {attribute} of {what}" if attribute else f"the tag {what}"
        kept = "" if attribute or what.startswith("empty ") else "; its text was kept"
        code = "I003" if attribute else "I002"
        yield Diagnostic(code, name, first[what, attribute], f"{said} has no place in this encoding, {times}{kept}")


def _first(root: etree._Element, path: str) -> str:
    found = root.find(path)
    return _said(found) if found is not None else ""


def _said(el: etree._Element) -> str:
    return " ".join("".join(str(t) for t in el.itertext(with_tail=False)).split())
