"""What a TEI document says, in a form in which two encodings of one text can be compared.

The running text is stream 0, each note a stream of its own in the order of the document; offsets count characters of
the squeezed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from chancery.diagnostics import ChanceryError, Exit
from chancery.evaluation.plain import (
    BREAKS,
    is_leaf,
    is_note,
    is_silent,
    kind_of,
    name_of,
    squeeze,
    words_of,
)
from chancery.tei.tree import TEI, parse

PARTIES = frozenset(("gloss", "persName", "orgName", "name", "rs", "placeName"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that an element marks, and as what."""

    label: str  # a person's id, a target, a kind of block
    stream: int
    start: int  # half-open offsets
    end: int
    said: str
    cert: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note or page break stands."""

    label: str  # the page's number; nothing for a note, whose text is its stream
    stream: int
    at: int
    cert: str = ""  # of a note; unanchored where it has no place in the text


@dataclass(slots=True)
class Facts:
    """All that is compared of a document."""

    texts: tuple[str, ...] = ("",)  # of the streams
    words: tuple[str, ...] = ()
    notes: list[Place] = field(default_factory=list)
    pages: list[Place] = field(default_factory=list)
    blocks: list[Stretch] = field(default_factory=list)
    persons: list[Stretch] = field(default_factory=list)
    refs: list[Stretch] = field(default_factory=list)
    date: str = ""  # the day of the first dateline that has one
    dated: bool = False  # whether there is a dateline
    senders: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)


def read_facts(data: bytes, name: str) -> Facts:
    """The facts of a TEI document; raises ChanceryError when it is none. `name` without its ending names the volume."""
    root = parse(data, name).getroot()
    found = (div for div in root.iter(f"{TEI}div") if div.get("type") == "document")
    div = next(found, None)
    div = root.find(f".//{TEI}body") if div is None else div
    if div is None:
        raise ChanceryError("there is no document in it", "name TEI files of documents", Exit.UNREADABLE)
    return _Reading(name.rpartition("/")[2].removesuffix(".xml").rpartition("_")[0]).read(div)


@dataclass(slots=True)
class _Open:
    """An element that has begun."""

    stream: int
    start: int
    holds_blocks: bool = False


class _Reading:
    """One pass over a document."""

    def __init__(self, volume: str) -> None:
        self.volume, self.facts = volume, Facts()
        self._parts: list[list[str]] = [[]]  # squeezed, by stream
        self._raw: list[list[str]] = [[]]
        self._sizes = [0]
        self._open: list[_Open] = []

    def read(self, root: etree._Element) -> Facts:
        """The facts of what lies in the root."""
        self._open.append(_Open(0, 0))
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if is_silent(element):
                    walk.skip_subtree()
                    continue
                if element is not root:
                    self._begin(element)
                self._say(element.text)
            elif element is not root:
                if event == "end" and not is_silent(element):
                    self._finish(element)
                self._say(element.tail)
        facts = self.facts
        facts.texts = tuple("".join(parts) for parts in self._parts)
        facts.words = tuple(word for raw in self._raw for word in words_of("".join(raw)))
        return facts

    def _say(self, text: str | None) -> None:
        if text:
            stream, squeezed = self._open[-1].stream, squeeze(text)
            self._raw[stream].append(text)
            self._parts[stream].append(squeezed)
            self._sizes[stream] += len(squeezed)

    def _begin(self, element: etree._Element) -> None:
        stream = self._open[-1].stream
        at = self._sizes[stream]
        if is_note(element):
            lost = element.get("subtype") == "unanchored"
            self.facts.notes.append(Place("", stream, at, "unanchored" if lost else element.get("cert") or ""))
            for streams in (self._parts, self._raw):
                streams.append([])
            self._sizes.append(0)
            stream, at = len(self._sizes) - 1, 0
        elif name_of(element) == "pb":
            self.facts.pages.append(Place((element.get("n") or "").strip("[]"), stream, at))
        elif name_of(element) in BREAKS:
            self._raw[stream].append(" ")
        self._open.append(_Open(stream, at))

    def _finish(self, element: etree._Element) -> None:
        done, around = self._open.pop(), self._open[-1]
        if is_note(element) or name_of(element) == "pb":
            return
        if name_of(element) in BREAKS:
            self._raw[done.stream].append(" ")
        leaf = is_leaf(element)
        self._note_date(element, done)
        end = self._sizes[done.stream]
        if end > done.start:
            said = "".join(self._parts[done.stream])[done.start :] if _is_quoted(element) else ""
            if leaf and not done.holds_blocks and done.stream == 0:
                self.facts.blocks.append(Stretch(kind_of(element), 0, done.start, end, ""))
            self._note_tag(element, Stretch("", done.stream, done.start, end, said, element.get("cert") or ""))
        around.holds_blocks = around.holds_blocks or leaf or done.holds_blocks

    def _note_date(self, element: etree._Element, done: _Open) -> None:
        facts, dateline = self.facts, name_of(element) == "dateline"
        facts.dated = facts.dated or (dateline and done.stream == 0)
        if not facts.date and (dateline or "dateline" in (element.get("rend") or "")):
            facts.date = next((day for day in _days(element)), "")

    def _note_tag(self, element: etree._Element, found: Stretch) -> None:
        name, facts = name_of(element), self.facts
        person = element.get("corresp") or element.get("ref") or element.get("key") or ""
        if name in ("persName", "name") and person:
            facts.persons.append(_labelled(found, person.rpartition("#")[2].removeprefix("p_")))
        target = (element.get("target") or "").replace(".xml", "")
        if name == "ref" and target:
            own = target.startswith(f"{self.volume}#")
            facts.refs.append(_labelled(found, target.removeprefix(self.volume) if own else target))
        if found.stream == 0 and name == "signed":
            facts.signed.append(found.said)
        party = element.get("type")
        if found.stream == 0 and party in ("from", "to") and name in PARTIES and _in_heading(element):
            said = re.sub(r"^[Tt]he(?=[A-Z])", "", found.said)
            (facts.senders if party == "from" else facts.recipients).append(said)


def _labelled(found: Stretch, label: str) -> Stretch:
    return Stretch(label, found.stream, found.start, found.end, found.said, found.cert)


def _is_quoted(element: etree._Element) -> bool:
    return name_of(element) in PARTIES or name_of(element) == "signed"


def _in_heading(element: etree._Element) -> bool:
    return any(name_of(around) == "head" for around in element.iterancestors())


def _days(dateline: etree._Element) -> Iterator[str]:
    for date in dateline.iter(f"{TEI}date"):
        said = date.get("when") or date.get("from") or date.get("notBefore") or ""
        if len(said) >= 10:
            yield said[:10]
