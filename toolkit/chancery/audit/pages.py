"""A saved web page as the walk reads it: its words, a line for each block, without tags and what is no text.

What a browser does not show is left out; what says of itself that it is the frame of the page may be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape

from chancery.audit.copies import Copy
from chancery.model.ledger import FURNITURE, PATTERNS, SHORT_TAG, TAG, TRAIL, TURNING, Reason

_PAGE = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_TAGGED = re.compile(r"</(?:p|div|h[1-6]|a|span|li|em|sup|b|i)\s*>", re.I)
_MARKS = re.compile(r"([ \t\r\n\f]*)\ufeff+")  # of the byte order
_OPENING = r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
_TOKEN = re.compile(
    rf"<!--(?!-?>).*?-->|<(?:[!?]|/(?![a-zA-Z]))[^>]*>|{_OPENING}"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?",
    re.S,
)
_TAG, _SHORT_TAG = (re.compile(f"(?={_OPENING})(?:{tag.pattern})") for tag in (TAG, SHORT_TAG))
_ATTRIBUTE = re.compile(r"\s(?:(id|name)|(href|popovertarget))\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_ANY_TAG = re.compile(r"<[^<>]*>")
_POINTING = re.compile(r"[»›→/>]|&(?:gt|raquo|rsaquo);")  # between links that lead to a page
_LONGEST_TURN = 3000  # characters of such words
_MANY = 50  # tags with a quote that has no end; from then on only short ones are looked for
_RAW = frozenset(("script", "style", "textarea", "title", "iframe", "noembed", "noframes"))  # tags in them are none
_HIDDEN = _RAW | frozenset(
    (
        "applet", "audio", "button", "canvas", "datalist", "dialog", "map", "noscript", "object", "option",
        "select", "svg", "template", "video",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr")
)


def is_page(source: str) -> bool:
    """Whether a source is likely to be a web page."""
    begins = source.lstrip("\ufeff \t\r\n").startswith("<")
    return bool(_PAGE.match(source)) or (begins and bool(_TAGGED.search(source)))


def read_page(source: str) -> Copy:
    """The copy of a page."""
    reader = _Reader(source)
    for token in _tokens(source):
        reader.meet(token)
    return reader.finish()


def _tokens(source: str) -> Iterator[re.Match[str]]:
    """The tags, comments and character references of a page; a tag that has no end is text."""
    at = failures = 0
    while found := _TOKEN.search(source, at):
        token: re.Match[str] | None = found
        if found["name"] and not (token := _TAG.match(source, found.start()) if failures < _MANY else None):
            failures += 1
            token = _SHORT_TAG.match(source, found.start())
        if token:
            yield token
        at = (token or found).end()


def _find_ends(source: str, name: str) -> dict[int, int]:
    """Where the elements of a name are over that have an end tag, by where their start tag ends."""
    ends, opened = dict[int, int](), list[int]()
    for tag in re.finditer(rf"<html[\s>]|(?=<(/?){re.escape(name)}[\s/>])(?:{TAG.pattern})", source, re.I):
        if tag[1] is None:  # the next of several pages
            opened.clear()
        elif not tag[1]:
            opened += [tag.end()] if name not in _RAW or not opened else []
        elif opened:
            ends[opened.pop()] = tag.end()
    return ends


def _find_turning(source: str, start: int) -> int:
    """Where links end that turn pages, or lead to this one, and nothing else; -1 where none begin at an offset."""
    turning, trail = (p.match(source, start, start + _LONGEST_TURN) for p in (TURNING, TRAIL))
    ends = [turning.end()] if turning and "href" in turning[0] else []
    if trail and trail[0].count("href") > 1 and _POINTING.search(_ANY_TAG.sub("", trail[0])):
        ends.append(trail.end())
    return max(ends, default=-1)


class _Reader:
    """Takes the tokens of a page in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.copy = Copy("", [], [])
        self._parts: list[str] = []
        self._size = self._at = 0
        self._turned: list[tuple[int, int]] = []  # of the source, words that turn pages
        self._ids: dict[str, int] = {}  # where they are in the copy
        self._links: list[tuple[int, str]] = []  # and the links, with the id that each leads to
        self._ends: dict[str, dict[int, int]] = {}  # of hidden elements, by name
        self._frames: list[list[int | str]] = []  # open ones: name, depth, where it begins

    def meet(self, token: re.Match[str]) -> None:
        """Take the text before a token, and what it stands for."""
        start, end = token.span()
        if start < self._at:  # inside an element that is left out
            return
        self._text(start)
        name = (token["name"] or "").lower()
        if token[0][0] == "&":
            said = unescape(token[0])
            if not said or PATTERNS[Reason.CONTROL].search(said):  # it stands for itself
                return
            self._say(said, start)
            self.copy.left_out[Reason.MARKUP] += end - start - len(said)
            self._at = end
        else:
            self._tag(token, name)

    def _tag(self, token: re.Match[str], name: str) -> None:
        opens = bool(name) and not token["end"] and name not in _VOID and not token[0].endswith("/>")
        marker = name == "button" and "popovertarget" in token[0].lower()  # it opens a note
        hidden = self._end_of(name, token.end()) if opens and name in _HIDDEN and not marker else -1
        if name in _BLOCKS:
            self._say("\n", token.start())
            self.copy.left_out[Reason.BLANK] -= 1  # it is not in the source
        if hidden >= 0:
            self._leave_out(hidden, Reason.HIDDEN)
            return
        self._frame(token, name, opens)
        if opens:
            self._turn(token, name)
        if name == "html" and opens:
            self._follow_links()
        self._link(token[0])
        self._leave_out(token.end(), Reason.MARKUP)

    def _link(self, tag: str) -> None:
        """Keep account of where a link leads, and what it may lead to."""
        for name, address, *values in _ATTRIBUTE.findall(tag) if "=" in tag else ():
            value = unescape("".join(values))
            if name:
                self._ids.setdefault(value, self._size)
            elif address.lower() != "href":
                self._links.append((self._size, value))
            elif "#" in value:
                self._links.append((self._size, value.partition("#")[2]))

    def _turn(self, token: re.Match[str], name: str) -> None:
        """Keep account of links that turn pages, or lead to this one, and nothing else: they may be frame too."""
        start = token.start()
        if name not in _BLOCKS or (self._turned and self._turned[-1][1] > start):
            return
        if (end := _find_turning(self.source, start)) >= 0:
            self._turned.append((start, end))

    def _place(self, origin: int) -> int:
        """Where in the copy an offset of the source lies, or the first text behind it."""
        at = bisect_left(self.copy.origins, origin)
        if at and (size := origin - self.copy.origins[at - 1]) < len(self._parts[at - 1]):
            return self.copy.starts[at - 1] + size
        return self.copy.starts[at] if at < len(self.copy.starts) else self._size

    def _follow_links(self) -> None:
        """Enter where the links of a page lead; of several pages, each has ids of its own."""
        self.copy.links |= {at: self._ids[ident] for at, ident in self._links if ident in self._ids}
        self._ids, self._links = {}, []

    def _end_of(self, name: str, start: int) -> int:
        """Where an element is over that nobody reads; -1 where it has no end tag, and is read."""
        if name not in self._ends:
            self._ends[name] = _find_ends(self.source, name)
        return self._ends[name].get(start, -1)

    def _frame(self, token: re.Match[str], name: str, opens: bool) -> None:
        """Keep account of what may be the frame of the page."""
        if self._frames and self._frames[-1][0] == name:
            self._frames[-1][1] = int(self._frames[-1][1]) + (1 if opens else -1 if token["end"] else 0)
            if not self._frames[-1][1]:
                self.copy.frames.append((int(self._frames.pop()[2]), self._size))
        elif opens and name not in ("html", "body") and FURNITURE.match(token[0]):
            self._frames.append([name, 1, self._size])

    def finish(self) -> Copy:
        """The copy of all that was taken in."""
        self._text(len(self.source))
        self.copy.text = "".join(self._parts)
        self.copy.frames.sort()
        self.copy.turns = {self._place(start): self._place(end) for start, end in self._turned}
        self._follow_links()
        if not self.copy.starts:
            self.copy.starts, self.copy.origins = [0], [0]
        return self.copy

    def _text(self, end: int) -> None:
        if marks := _MARKS.match(self.source, self._at, end):
            self._say(marks[1], self._at)
            self._at = marks.end(1)
            self._leave_out(marks.end(), Reason.BYTE_ORDER_MARK)
        for control in PATTERNS[Reason.CONTROL].finditer(self.source, self._at, end):
            self._say(self.source[self._at : control.start()], self._at)
            self._at = control.start()
            self._leave_out(control.end(), Reason.CONTROL)
        if self._at < end:
            self._say(self.source[self._at : end], self._at)
        self._at = end

    def _say(self, text: str, origin: int) -> None:
        self.copy.starts.append(self._size)
        self.copy.origins.append(origin)
        self._parts.append(text)
        self._size += len(text)

    def _leave_out(self, end: int, reason: Reason) -> None:
        self.copy.left_out[reason] += end - self._at
        self._at = end
