"""HTML cut into tags, comments and the text between them, each with its place in the source.

After the tokenization of the HTML standard (13.2.5), with one difference: what has no end (a comment, a tag, a script)
is text, since a broken page must not swallow a document. The time is linear in the length of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from chancery.model.ledger import SHORT_TAG, TAG

RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})  # hold no tags

_NAME = re.compile(r"<(?P<end>/?)(?P<name>[^\s/>]+)")
_PART = re.compile(
    r"(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'>][^\s>]*+)))?"
)
_MANY = 50  # tags with a quote that has no end; from then on only short ones are looked for


@dataclass(frozen=True, slots=True)
class Markup:
    """A tag, or a comment, document type or instruction, which have no name; half-open offsets in the source."""

    start: int
    end: int
    name: str = ""  # in small letters
    closing: bool = False
    rest: tuple[int, int] = (0, 0)  # of the attributes


def cut_markup(text: str) -> Iterator[Markup]:
    """The markup of `text` in order; what lies between is text."""
    cutter = _Cutter(text)
    at = text.find("<")
    while 0 <= at < cutter.last:
        found = cutter.match(at)
        if found is None:
            at = text.find("<", at + 1)
            continue
        at = found.end
        if found.name in RAW and not found.closing:
            at = cutter.find_end(found.name, at)
            found = found if at >= 0 else Markup(found.start, found.end)
        yield found
        at = text.find("<", max(at, found.end))


def read_attributes(text: str, rest: tuple[int, int]) -> dict[str, str]:
    """The attributes between `rest`, names in small letters; of two with one name the first."""
    found: dict[str, str] = {}
    for part in _PART.finditer(text, *rest):
        value = part["double"] or part["single"] or part["bare"] or ""
        found.setdefault(part["name"].lower(), unescape(value) if "&" in value else value)
    return found


class _Cutter:
    """What is known of a page's ends, so that none is looked for twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last = text.rfind(">")
        self._last_comment = text.rfind("-->")
        self._failures = 0
        self._endless: set[str] = set()

    def match(self, at: int) -> Markup | None:
        """The markup that begins at `at`, if any does."""
        after = self.text[at + 1 : at + 3]
        if after[:1] in ("!", "?") or (after[:1] == "/" and not _is_letter(after[1:])):
            return self._comment(at)
        if not _is_letter(after[:1]) and after[:1] != "/":
            return None
        found = TAG.match(self.text, at) if self._failures < _MANY else None
        if found is None:
            self._failures += 1
            found = SHORT_TAG.match(self.text, at)
        name = _NAME.match(self.text, at)
        if found is None or name is None:
            return None
        return Markup(at, found.end(), name["name"].lower(), bool(name["end"]), (name.end(), found.end() - 1))

    def _comment(self, at: int) -> Markup:
        whole = self.text.startswith("<!--", at) and not self.text.startswith(("<!-->", "<!--->"), at)
        if whole and at + 4 <= self._last_comment:
            return Markup(at, self.text.index("-->", at + 4) + 3)
        return Markup(at, self.text.index(">", at) + 1)

    def find_end(self, name: str, at: int) -> int:
        """Where the end tag of an element without tags in it begins, -1 where there is none."""
        if name in self._endless:
            return -1
        found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self.text, at)
        if found is None or found.start() > self.last:
            self._endless.add(name)
            return -1
        return found.start()


def _is_letter(char: str) -> bool:
    """Whether the name of an element may begin so."""
    return char.isascii() and char.isalpha()
