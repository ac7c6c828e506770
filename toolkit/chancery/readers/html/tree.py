"""The elements of a page as a tree, every part with its place in the source.

A small part of the HTML standard's tree construction (13.2.6): end tags that may be left out are put where they belong,
stray ones count for nothing, and nothing is moved: a reader of documents needs the order of the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from chancery.readers.html.tokens import Markup, cut_markup, read_attributes

DEEPEST = 150  # elements in each other; deeper ones are taken for siblings
VOID = frozenset(
    [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    ]
)  # fmt: skip
HEADINGS = frozenset(f"h{n}" for n in range(1, 7))
# Their start tag ends a paragraph that is still open.
BLOCKS = HEADINGS | frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
        "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    ]
)  # fmt: skip
# What a start tag ends, and what keeps it from looking further up.
_ENDS = {
    "li": ({"li"}, {"ol", "ul", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th", "caption"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"})),
    **dict.fromkeys(("option", "optgroup"), ({"option"}, {"select"})),
    "a": ({"a"}, BLOCKS),  # old pages leave anchors open
}
_HEAD = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title")
)  # what a head holds
# A paragraph never ends beyond these.
_WALLS = frozenset({"td", "th", "caption", "table", "html", "body", "template", "object", "button"})


@dataclass(slots=True, eq=False)
class Words:
    """Text between two tags; half-open offsets in the source."""

    start: int
    end: int


@dataclass(slots=True, eq=False)
class Element:
    """An element; half-open offsets in the source."""

    name: str
    start: int
    inner: int  # after its start tag
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | Words] = field(default_factory=list)
    close: int = 0  # where its end tag begins
    end: int = 0  # after it
    limit: int = 0  # where an end tag that crosses other elements stands: its typography ends there

    @property
    def closed(self) -> bool:
        """Whether it has an end tag of its own."""
        return self.close < self.end

    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element | Words]:
        """All that it holds, in the order of the page."""
        left = list(reversed(self.children))
        while left:
            node = left.pop()
            yield node
            if isinstance(node, Element):
                left.extend(reversed(node.children))

    def descendants(self) -> Iterator[Element]:
        """All elements in it, in the order of the page."""
        return (node for node in self.walk() if isinstance(node, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def holds(self, other: Element) -> bool:
        """Whether `other` lies in it, or is it."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its tree, and every tag, comment and the like of it in order."""

    text: str
    root: Element
    markup: tuple[Markup, ...]
    speaking: tuple[tuple[Words, Element], ...] = ()  # words that aren't white space, each with its element


@lru_cache(maxsize=1)  # a page is looked at for its documents, and then read
def parse_page(text: str) -> Page:
    """The tree of a page; any text gives one."""
    builder = _Builder(text)
    at, markup = 0, []
    for tag in cut_markup(text):
        builder.add_words(at, tag.start)
        builder.add_tag(tag)
        markup.append(tag)
        at = tag.end
    builder.add_words(at, len(text))
    builder.close_to(0, len(text), len(text))
    words = ((child, e) for e in (builder.root, *builder.root.descendants()) for child in e.children)
    spoken = [(w, e) for w, e in words if isinstance(w, Words) and text[w.start : w.end].strip()]
    return Page(text, builder.root, tuple(markup), tuple(sorted(spoken, key=lambda pair: pair[0].start)))


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Element("", 0, 0, close=len(text), end=len(text), limit=len(text))
        self.open = [self.root]

    def add_words(self, start: int, end: int) -> None:
        if start < end:
            if self.open[-1].name == "head" and self.text[start:end].strip():
                self.close_to(len(self.open) - 1, start, start)
            self.open[-1].children.append(Words(start, end))

    def add_tag(self, tag: Markup) -> None:
        if not tag.name:
            return
        if tag.closing and tag.name != "br":
            self._end(tag)
            return
        self._make_room(tag)
        element = Element(tag.name, tag.start, tag.end, read_attributes(self.text, tag.rest), self.open[-1])
        element.close = element.end = element.limit = tag.end
        self.open[-1].children.append(element)
        empty = tag.name in VOID or (self.text[tag.end - 2] == "/" and tag.name in ("a", "span"))
        if not empty and len(self.open) < DEEPEST:
            self.open.append(element)

    def _make_room(self, tag: Markup) -> None:
        """Close what a start tag ends."""
        if self.open[-1].name == "head" and tag.name not in _HEAD:
            self.close_to(len(self.open) - 1, tag.start, tag.start)
        if tag.name in BLOCKS and (place := self._find({"p"}, _WALLS)):
            self.close_to(place, tag.start, tag.start)
        if tag.name in HEADINGS and self.open[-1].name in HEADINGS:
            self.close_to(len(self.open) - 1, tag.start, tag.start)
        if tag.name in _ENDS:
            while place := self._find(*_ENDS[tag.name]):
                self.close_to(place, tag.start, tag.start)

    def _end(self, tag: Markup) -> None:
        table = tag.name in ("table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "body", "html")
        place = self._find({tag.name}, frozenset() if table else _WALLS - {tag.name})
        if not place:
            if tag.name in BLOCKS:  # of a block whose start is lost: what it parts stays parted
                self.open[-1].children.append(
                    Element("p", tag.start, tag.end, {}, self.open[-1], [], tag.end, tag.end, tag.end)
                )
            return
        if tag.name not in BLOCKS and any(element.name in BLOCKS for element in self.open[place + 1 :]):
            self.open[place].limit = tag.start
            return
        self.close_to(place, tag.start, tag.end)

    def _find(self, names: Set[str], walls: Set[str]) -> int:
        """The place of the innermost open element of these names, 0 where a wall stands before it or there is none."""
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].name in names:
                return place
            if self.open[place].name in walls:
                return 0
        return 0

    def close_to(self, place: int, close: int, end: int) -> None:
        """Close the element at `place` and all in it; those without an end tag of their own end before it."""
        for element in self.open[max(place, 1) :]:
            element.close = close
            element.limit = min(element.limit, close) if element.limit > element.inner else close
            element.end = end if element is self.open[place] else close
        del self.open[max(place, 1) :]
