"""Changes made to TEI and sources at random: those of the text, which an audit must find, and those of markup."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
INLINE = [TEI + n for n in ("persName", "placeName", "orgName", "date", "ref", "rs", "hi", "term")]
Change = Callable[[etree._Element, random.Random], bool]  # whether it could be made


class Place:
    """A text node that says something: an element's text or its tail."""

    def __init__(self, element: etree._Element, name: str) -> None:
        self.element, self.name = element, name

    @property
    def text(self) -> str:
        return getattr(self.element, self.name) or ""

    @text.setter
    def text(self, text: str) -> None:
        setattr(self.element, self.name, text)

    @property
    def holder(self) -> etree._Element:
        parent = self.element if self.name == "text" else self.element.getparent()
        assert parent is not None
        return parent


def places(root: etree._Element) -> list[Place]:
    body = root.find(f"{TEI}text/{TEI}body")
    assert body is not None
    found = [Place(e, name) for e in body.iter(etree.Element) for name in ("text", "tail") if e is not body]
    return [place for place in found if place.text.strip()]


def letters(text: str) -> list[int]:
    return [n for n, c in enumerate(text) if not c.isspace()]


# changes of the text


def drop_character(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    at = rng.choice(letters(place.text))
    place.text = place.text[:at] + place.text[at + 1 :]
    return True


def add_character(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    at = rng.choice(letters(place.text))
    place.text = place.text[:at] + rng.choice("aeé1.,”") + place.text[at:]
    return True


def change_character(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    at = rng.choice(letters(place.text))
    new = rng.choice([c for c in "xyz0’" if c != place.text[at]])
    place.text = place.text[:at] + new + place.text[at + 1 :]
    return True


def join_words(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    gaps = [m.span() for m in re.finditer(r"(?<=\S)\s+(?=\S)", place.text)]
    if not gaps:
        return False
    start, end = rng.choice(gaps)
    place.text = place.text[:start] + place.text[end:]
    return True


def split_word(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    inside = [m.start() for m in re.finditer(r"(?<=\w)(?=\w)", place.text)]
    if not inside:
        return False
    at = rng.choice(inside)
    place.text = place.text[:at] + " " + place.text[at:]
    return True


def swap_words(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    words = re.split(r"(\s+)", place.text)
    full = [n for n, word in enumerate(words) if word.strip()]
    if len(full) < 2:
        return False
    a, b = rng.sample(full, 2)
    if words[a] == words[b]:
        return False
    words[a], words[b] = words[b], words[a]
    place.text = "".join(words)
    return True


def move_sentence(root: etree._Element, rng: random.Random) -> bool:
    every = places(root)
    one, other = rng.choice(every), rng.choice(every)
    body = root.find(f"{TEI}text/{TEI}body")
    before = " ".join(" ".join(body.itertext()).split())  # type: ignore[union-attr]
    sentences = [m.span() for m in re.finditer(r"[A-Z][^.?!]{10,}[.?!]", one.text)]
    if not sentences or one.element is other.element or one.holder is other.holder:
        return False
    start, end = rng.choice(sentences)
    sentence = one.text[start:end]
    one.text = one.text[:start] + one.text[end:]
    at = rng.choice(letters(other.text))
    other.text = other.text[:at] + sentence + " " + other.text[at:]
    return before != " ".join(" ".join(body.itertext()).split())  # type: ignore[union-attr]


def change_note(root: etree._Element, rng: random.Random) -> bool:
    """A word moves from a note to the text after it, or from the text into the note."""
    notes = [n for n in root.iter(f"{TEI}note") if n.get("place") == "foot" and n.get("subtype") != "unanchored"]
    notes = [n for n in notes if n.text and n.text.strip() and not len(n)]
    if not notes:
        return False
    note = rng.choice(notes)
    text, tail = note.text or "", note.tail or ""
    if rng.random() < 0.5 or not tail.strip():
        word = text.split()[-1]
        note.text = text.rstrip()[: -len(word)]
        note.tail = word + tail
    else:
        word = tail.split()[0]
        note.text = text + " " + word
        note.tail = tail.replace(word, "", 1)
    return True


def take_away(element: etree._Element) -> None:
    """Take an element out, and leave what follows it."""
    previous, parent, tail = element.getprevious(), element.getparent(), element.tail or ""
    assert parent is not None
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def put_into(place: Place, at: int, element: etree._Element) -> None:
    """Put an element into a text node."""
    text = place.text
    element.tail = text[at:]
    if place.name == "text":
        place.element.text = text[:at]
        place.element.insert(0, element)
    else:
        place.element.tail = text[:at]
        parent = place.holder
        parent.insert(parent.index(place.element) + 1, element)


def move_mark(root: etree._Element, rng: random.Random, name: str) -> bool:
    marks = [m for m in root.iter(TEI + name) if m.get("rend") != "inline" and m.get("subtype") != "unanchored"]
    if not marks:
        return False
    mark = rng.choice(marks)
    context = [words_around(mark, axis) for axis in ("preceding", "following")]
    take_away(mark)
    inside = [p for p in places(root) if not any(h.tag == f"{TEI}note" for h in (p.holder, *p.holder.iterancestors()))]
    place = rng.choice(inside)
    put_into(place, rng.choice(letters(place.text)), mark)
    return context != [words_around(mark, axis) for axis in ("preceding", "following")]


def words_around(mark: etree._Element, axis: str) -> str:
    """The running text before or after a mark."""
    found = mark.xpath(f"{axis}::text()[not(ancestor::t:note)]", namespaces={"t": TEI[1:-1]})
    return re.sub(r"\s+", " ", "".join(found))


def move_note(root: etree._Element, rng: random.Random) -> bool:
    return move_mark(root, rng, "note")


def move_page(root: etree._Element, rng: random.Random) -> bool:
    return move_mark(root, rng, "pb")


def swap_notes(root: etree._Element, rng: random.Random) -> bool:
    """Two notes change their texts."""
    notes = [n for n in root.iter(f"{TEI}note") if n.get("place") == "foot"]
    if len(notes) < 2:
        return False
    one, other = rng.sample(notes, 2)
    if "".join(one.itertext()).split() == "".join(other.itertext()).split():
        return False
    content = (one.text, list(one)), (other.text, list(other))
    for note, (text, children) in zip((other, one), content, strict=True):
        note.text = text
        note[:] = children
    return True


def drop_element(root: etree._Element, rng: random.Random) -> bool:
    """A whole block or note goes."""
    names = [TEI + n for n in ("p", "item", "note", "head", "signed", "dateline", "pb")]
    body = root.find(f"{TEI}text/{TEI}body")
    assert body is not None
    found = [e for e in body.iter(*names) if "".join(e.itertext()).strip() or e.tag == f"{TEI}pb"]
    if not found:
        return False
    take_away(rng.choice(found))
    return True


TEXT: tuple[Change, ...] = (
    drop_character, add_character, change_character, join_words, split_word, swap_words, move_sentence, change_note,
    move_note, move_page, swap_notes, drop_element,
)  # fmt: skip


# changes of the markup alone


def untag(root: etree._Element, rng: random.Random) -> bool:
    found = list(root.find(f"{TEI}text").iter(*INLINE))  # type: ignore[union-attr]
    if not found:
        return False
    element = rng.choice(found)
    parent = element.getparent()
    assert parent is not None
    at, children = parent.index(element), list(element)
    text, tail = element.text or "", element.tail or ""
    if children:
        children[-1].tail = (children[-1].tail or "") + tail
    else:
        text += tail
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    element.tail = None
    parent.remove(element)
    parent[at:at] = children
    return True


def tag(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    start, end = sorted(rng.sample(range(len(place.text) + 1), 2))
    words, rest = place.text[start:end], place.text[end:]
    element = etree.Element(rng.choice(INLINE), cert="low")
    put_into(place, start, element)
    element.text, element.tail = words, rest
    return True


def retag(root: etree._Element, rng: random.Random) -> bool:
    found = list(root.find(f"{TEI}text").iter(*INLINE))  # type: ignore[union-attr]
    if found:
        rng.choice(found).tag = rng.choice(INLINE)
    return bool(found)


def set_attributes(root: etree._Element, rng: random.Random) -> bool:
    for element in root.iter(etree.Element):
        if rng.random() < 0.2 and element.tag != f"{TEI}note":
            element.set("ana", f"#{rng.randrange(9)}")
            element.attrib.pop("cert", None)
    return True


def change_header(root: etree._Element, rng: random.Random) -> bool:
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    element = rng.choice(list(header.iter(etree.Element)))
    element.text = f"{element.text or ''} changed {rng.random()}"
    return True


def lay_out(root: etree._Element, rng: random.Random) -> bool:
    """Other white space between blocks, and at their beginnings and ends; lines broken anywhere."""
    for place in [Place(e, n) for e in root.iter(etree.Element) for n in ("text", "tail")]:
        if rng.random() < 0.3 and place.text:
            place.text = re.sub(r"[ \n]+", lambda m: m[0] + rng.choice(["", "\n", "  "]), place.text)
        if rng.random() < 0.3 and place.name == "text" and place.element.tag in (TEI + "p", TEI + "item"):
            place.text = "\n    " + place.text
    return True


def correct(root: etree._Element, rng: random.Random) -> bool:
    """A word gets an editor's correction beside it, and another one is supplied."""
    place = rng.choice(places(root))
    words = list(re.finditer(r"\w+", place.text))
    if not words:
        return False
    word = rng.choice(words)
    rest = place.text[word.end() :]
    choice, supplied = etree.Element(f"{TEI}choice"), etree.Element(f"{TEI}supplied")
    etree.SubElement(choice, f"{TEI}sic").text = word[0]
    etree.SubElement(choice, f"{TEI}corr").text = "better"
    choice.text = choice[0].tail = "\n  "
    supplied.text = "more"
    put_into(place, word.start(), choice)
    choice.tail = ""
    choice.addnext(supplied)
    supplied.tail = rest
    return True


def comment(root: etree._Element, rng: random.Random) -> bool:
    place = rng.choice(places(root))
    put_into(place, rng.randrange(len(place.text) + 1), etree.Comment(" look here "))
    return True


def split_paragraph(root: etree._Element, rng: random.Random) -> bool:
    found = [p for p in root.iter(f"{TEI}p") if not len(p) and " " in (p.text or "").strip()]
    found = [p for p in found if p.getparent().tag == f"{TEI}div"]  # type: ignore[union-attr]
    if not found:
        return False
    paragraph = rng.choice(found)
    text = paragraph.text or ""
    at = rng.choice([m.start() for m in re.finditer(" ", text)])
    second = etree.Element(f"{TEI}p")
    paragraph.addnext(second)
    paragraph.text, second.text = text[:at], text[at:]
    return True


MARKUP: tuple[Change, ...] = (
    untag, tag, retag, set_attributes, change_header, lay_out, correct, comment, split_paragraph,
)  # fmt: skip


# changes of the source


def change_source(text: str, rng: random.Random) -> str:
    """A character of a word dropped, added or changed; two words exchanged; a line doubled or dropped."""
    words = [m.span() for m in re.finditer(r"(?<![\w[])[^\W\d_]{2,}", text)]
    start, end = rng.choice(words)
    at = rng.randrange(start, end)
    lines = text.splitlines(keepends=True)
    full = [n for n, line in enumerate(lines) if line.strip()]
    n = rng.choice(full)
    a, b = rng.choice(words)
    swapped = "".join(piece for piece in _swapped(text, (start, end), (a, b)))
    return rng.choice([
        text[:at] + text[at + 1 :],
        text[:at] + rng.choice("qxj") + text[at:],
        text[:at] + rng.choice("QXJ") + text[at + 1 :],
        swapped,
        "".join([*lines[:n], *lines[n + 1 :]]),
        "".join([*lines[: n + 1], *lines[n:]]),
    ])  # fmt: skip


def _swapped(text: str, one: tuple[int, int], other: tuple[int, int]) -> Iterator[str]:
    (a, b), (c, d) = sorted([one, other])
    if b > c:
        yield text
        return
    yield from (text[:a], text[c:d], text[b:c], text[a:b], text[d:])
