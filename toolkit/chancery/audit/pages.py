"""A saved web page as the walk reads it: its words, a line for each block, without tags and what is no text.

What a browser does not show is left out; what says of itself that it is the frame of the page may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from chancery.audit.copies import Copy
from chancery.model.ledger import FURNITURE, PATTERNS, SHORT_TAG, TAG, Reason

_PAGE = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_TAGGED = re.compile(r"\ufeff?\s*<[a-z!][^<]*+(?:<[^/][^<]*+)*+</(?:p|div|h[1-6]|a|span|li|em|sup|b|i)\s*>", re.I)
_OPENING = r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
_TOKEN = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?:[!?]|/(?![a-zA-Z]))[^>]*>|{_OPENING}"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?",
    re.S,
)
_TAG, _SHORT_TAG = (re.compile(f"(?={_OPENING})(?:{tag.pattern})") for tag in (TAG, SHORT_TAG))
_MANY = 50  # tags with a quote that has no end; from then on only short ones are looked for
_HIDDEN = frozenset(
    (
        "script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "audio", "video",
        "button", "select", "textarea", "dialog", "title",
    )
)  # fmt: skip
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr")
)


def is_page(source: str) -> bool:
    """Whether a source is a web page."""
    return bool(_PAGE.match(source) or _TAGGED.match(source))


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


class _Reader:
    """Takes the tokens of a page in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.copy = Copy("", [], [])
        self._parts: list[str] = []
        self._size = self._at = 0
        self._hidden = ""  # the element that is left out
        self._frames: list[list[int | str]] = []  # open ones: name, depth, where it begins

    def meet(self, token: re.Match[str]) -> None:
        """Take the text before a token, and what it stands for."""
        start, end = token.span()
        self._text(start)
        name = (token["name"] or "").lower()
        if self._hidden:
            self._leave_out(end, Reason.HIDDEN)
            self._hidden = "" if token["end"] and name == self._hidden else self._hidden
        elif token[0][0] == "&":
            said = unescape(token[0])
            self._say(said, start)
            self.copy.left_out[Reason.MARKUP] += end - start - len(said)
            self._at = end
        else:
            self._tag(token, name)

    def _tag(self, token: re.Match[str], name: str) -> None:
        opens = bool(name) and not token["end"] and name not in _VOID and not token[0].endswith("/>")
        marker = name == "button" and "popovertarget" in token[0].lower()  # it opens a note
        self._hidden = name if opens and name in _HIDDEN and not marker else ""
        if name and name not in _INLINE:
            self._say("\n", token.start())
            self.copy.left_out[Reason.BLANK] -= 1  # it is not in the source
        self._frame(token, name, opens)
        self._leave_out(token.end(), Reason.HIDDEN if self._hidden else Reason.MARKUP)

    def _frame(self, token: re.Match[str], name: str, opens: bool) -> None:
        """Keep account of what may be the frame of the page."""
        if self._frames and self._frames[-1][0] == name:
            self._frames[-1][1] = int(self._frames[-1][1]) + (1 if opens else -1 if token["end"] else 0)
            if not self._frames[-1][1]:
                self.copy.frames.append((int(self._frames.pop()[2]), self._size))
        elif opens and not self._hidden and name not in ("html", "body") and FURNITURE.match(token[0]):
            self._frames.append([name, 1, self._size])

    def finish(self) -> Copy:
        """The copy of all that was taken in."""
        self._text(len(self.source))
        self.copy.text = "".join(self._parts)
        self.copy.frames.sort()
        if not self.copy.starts:
            self.copy.starts, self.copy.origins = [0], [0]
        return self.copy

    def _text(self, end: int) -> None:
        if self._hidden:
            self._leave_out(end, Reason.HIDDEN)
            return
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
