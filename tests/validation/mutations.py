"""Documents with one thing changed at random, to see whether two engines say the same of them."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
VALUES = (
    "", " ", "x", "7", "1967-02-30", "1968-02-29", "1900-02-29", "1967-04-31", "0968", "1967-13", "0000",
    "1967-10-13T13:00:00Z", "1967-10-13T24:00:00+00:00", "1967-10-13T13:00:00+14:00", "-1967", " high ", " 1967 ",
    " 2 ", "\n7", "high low", "#a b", "#1", "http://a b/", "http://x/%zz", "a%20b.xml", "persons.xml#é", "fn",
    "pg_", "d7fn", "0", "10000", "+5", "en-", "source",
)  # fmt: skip


def drop(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Take the element away, its tail with it."""
    parent = el.getparent()
    if parent is not None:
        parent.remove(el)


def double(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Put a copy after the element."""
    if el.getparent() is not None:
        el.addnext(copy.deepcopy(el))


def rename(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Give the element another name of the schema."""
    el.tag = TEI + rnd.choice(names)


def wrap(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Put an element with another name round the element's first child."""
    if len(el):
        outer = etree.Element(TEI + rnd.choice(names))
        first = el[0]
        el.replace(first, outer)
        outer.append(first)


def swap(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Exchange the element and the next."""
    after = el.getnext()
    if after is not None:
        after.addnext(el)


def unset(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Take an attribute away."""
    if el.attrib:
        del el.attrib[rnd.choice(sorted(el.attrib))]


def set_value(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Give an attribute another value."""
    if el.attrib:
        el.set(rnd.choice(sorted(el.attrib)), rnd.choice(VALUES))


def set_new(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Add an attribute, or change it."""
    name = rnd.choice(("type", "n", "rend", "when", "ref", "subtype", "cert", "target", "madeup"))
    el.set(name, rnd.choice((*VALUES, "text", "document", "unanchored", "inline", "from", "dateline")))


def insert_text(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Put a word at the beginning of the element."""
    el.text = "word" + (el.text or "")


def empty(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Take the content away."""
    for child in list(el):
        el.remove(child)
    el.text = None


def move(el: etree._Element, rnd: random.Random, names: list[str]) -> None:
    """Put the element somewhere else."""
    root = el.getroottree().getroot()
    inside = set(el.iter())
    places = [place for place in root.iter(f"{TEI}*") if place not in inside]
    if el is not root and places:
        place = rnd.choice(places)
        place.insert(rnd.randint(0, len(place)), el)


MUTATIONS: tuple[Callable[[etree._Element, random.Random, list[str]], None], ...] = (
    drop, double, rename, wrap, swap, unset, set_value, set_new, insert_text, empty, move,
)  # fmt: skip


def mutations(data: bytes, count: int, seed: int, names: list[str]) -> Iterator[bytes]:
    """`count` versions of `data`, each with one change; the same ones for the same seed."""
    rnd = random.Random(seed)
    for _ in range(count):
        root = etree.fromstring(data, etree.XMLParser(collect_ids=False))
        elements = list(root.iter(f"{TEI}*"))
        rnd.choice(MUTATIONS)(rnd.choice(elements), rnd, names)
        yield etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)
