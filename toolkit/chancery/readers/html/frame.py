"""The part of a page that is the document, and the frame around it: navigation, headers, footers, side panels.

What is called frame must look like it: its start tag says so (see the ledger's patterns), or it holds nothing but words
such as "Previous" and "Next". Text outside the document that is neither is left out too, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from chancery.model.ledger import FURNITURE, FURNITURE_CLASS, TRAIL, TURNING, Reason
from chancery.readers.html.apparatus import said
from chancery.readers.html.kinds import is_hidden
from chancery.readers.html.tree import BLOCKS, HEADINGS, Element, Page, Words

MOST = 0.8  # of its parent's text, which an element must hold to be the document among links
LONGEST_LINKS = 400  # characters of links beside a document
SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[a-z]{2}[.!?]”?(?:\s|$)")
POINTING = re.compile(r"[»›→]|&(?:gt|raquo|rsaquo);|(?:^|\s)>(?:\s|$)|/(?![a-z])|::")
LONGEST_TURN = 3000  # characters of an element that holds nothing but "Previous" and "Next"
MAIN_SHARE = 0.5  # of the page's text, which an element must hold to be the document by its name alone
_PLAIN = frozenset(("html", "body", "main", "article"))  # never frame, whatever their class
_CONTENT = re.compile(
    r"(?:^|[\s_-])(?:main|content|document|article|entry|post|story|body-?content|mw-parser-output|page-?content"
    r"|transcription|text|tei)(?:$|[\s_-])",
    re.I,
)


@dataclass(slots=True)
class Frame:
    """A page's document, and what of the page isn't text of it."""

    document: Element
    left_out: dict[Element, Reason]
    weights: dict[Element, int]  # characters of text in an element, hidden parts and frame apart

    def kept(self, element: Element) -> Iterator[Element]:
        """The children of an element that hold something to read."""
        return (child for child in element.elements() if child not in self.left_out and self.weights.get(child))


def find_frame(page: Page, notes: frozenset[Element]) -> Frame:
    """The document of a page; `notes` are elements that must not be frame, for notes stand in them."""
    holders = notes | {ancestor for note in notes for ancestor in note.ancestors()}
    hidden = (e for e in page.root.descendants() if is_hidden(e) and (e.closed or e.name == "head"))
    left_out = dict.fromkeys(hidden, Reason.HIDDEN)
    weights = _weigh(page, left_out)
    speaking = {element for element in weights if _has_words(page.text, element)}
    most = MAIN_SHARE * weights[page.root]
    for element in _visible(page.root, left_out):
        could = element not in holders and element.name not in _PLAIN and 0 < weights[element] <= most
        part = element.name not in BLOCKS and element.parent in speaking  # of a sentence
        if could and _is_furniture(page.text, element, part):
            left_out[element] = Reason.FRAME
    frame = Frame(page.root, left_out, _weigh(page, left_out))
    frame.document = _find_document(page, frame, notes)
    return frame


def _visible(root: Element, left_out: dict[Element, Reason]) -> Iterator[Element]:
    """The elements in `root` in the order of the page, without those left out, those left out meanwhile among them."""
    left = [root]
    while left:
        element = left.pop()
        if element in left_out:
            continue
        yield element
        if element not in left_out:
            left.extend(reversed(list(element.elements())))


def _weigh(page: Page, left_out: dict[Element, Reason]) -> dict[Element, int]:
    elements = list(_visible(page.root, left_out))
    weights = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        own = (child for child in element.children if isinstance(child, Words))
        weights[element] += sum(len(page.text[words.start : words.end].strip()) for words in own)
        if element.parent is not None:
            weights[element.parent] += weights[element]
    return weights


def _is_furniture(text: str, element: Element, part: bool) -> bool:
    """Whether an element is frame by its start tag or by its words; never a part of a sentence."""
    if element.name in BLOCKS and (_turns_pages(text, element) or _is_trail(text, element)):
        return True
    if not element.closed:  # its class would not say where it ends
        return False
    if element.name == "header" and _is_heading(text, element):
        return False
    if part:
        return False
    inside = any(a.name in ("main", "article") for a in element.ancestors())
    own = FURNITURE_CLASS if inside and element.name in ("header", "footer", "aside") else FURNITURE
    return bool(own.match(text, element.start, element.inner))


def _is_heading(text: str, header: Element) -> bool:
    """Whether a header holds a heading and no way to anywhere else: it is the text's, not the site's."""
    inside = list(header.descendants())
    links = any(
        e.name in ("nav", "form") or (e.name == "a" and "#" not in e.attributes.get("href", "#")) for e in inside
    )
    named = header.attributes.get("role", "") == "banner" or FURNITURE_CLASS.match(text, header.start, header.inner)
    return any(e.name in HEADINGS for e in inside) and not links and not named


def _turns_pages(text: str, element: Element) -> bool:
    """Whether an element holds links and no word but "Previous", "Next" and the like."""
    if element.end - element.start > LONGEST_TURN or not TURNING.fullmatch(text, element.start, element.end):
        return False
    return any(e.name == "a" and "href" in e.attributes for e in element.descendants())


def _is_trail(text: str, element: Element) -> bool:
    """Whether an element is the way to the page: links with signs between them that point on."""
    if element.end - element.start > LONGEST_TURN or not TRAIL.fullmatch(text, element.start, element.end):
        return False
    links = [e for e in element.descendants() if e.name == "a" and "href" in e.attributes]
    between = (text[a.end : b.start] for a, b in pairwise(links))
    return len(links) > 1 and all(POINTING.search(words) for words in between)


def _find_document(page: Page, frame: Frame, notes: frozenset[Element]) -> Element:
    """The innermost element that holds the document and its notes."""
    at = _by_name(page, frame) or page.root
    while not _has_words(page.text, at):
        inner = list(frame.kept(at))
        named = [e for e in inner if _is_content(page.text, e) and frame.weights[e] > MAIN_SHARE * frame.weights[at]]
        others = [e for e in inner if e not in named]
        if len(inner) == 1 and inner[0].name not in HEADINGS | {"p", "table", "ul", "ol", "dl", "pre"}:
            at = inner[0]
        elif len(named) == 1 and not any(_is_text(other, notes) for other in others):
            at = named[0]
        elif largest := _among_links(page, frame, at, notes):
            at = largest
        else:
            break
    for note in notes:  # notes may stand beside the main part
        while not at.holds(note) and at.parent is not None:
            at = at.parent
    return at


def _among_links(page: Page, frame: Frame, at: Element, notes: frozenset[Element]) -> Element | None:
    """The one child that holds nearly all, a heading too, where what stands beside it are links and no sentences."""
    inner = list(frame.kept(at))
    largest = max(inner, key=lambda e: frame.weights[e], default=None)
    if largest is None or largest.name in HEADINGS or frame.weights[largest] < MOST * frame.weights[at]:
        return None
    if not any(e.name in HEADINGS for e in largest.descendants()):
        return None
    others = (e for e in inner if e is not largest)
    return largest if all(_only_links(page, e) and not _is_text(e, notes) for e in others) else None


def _only_links(page: Page, element: Element) -> bool:
    words = said(page, element, LONGEST_LINKS)
    links = any(e.name == "a" and "href" in e.attributes for e in (element, *element.descendants()))
    return links and len(words) < LONGEST_LINKS and not SENTENCE.search(words)


def _by_name(page: Page, frame: Frame) -> Element | None:
    """The one element of a page that is called its main part, or its article."""
    visible = [e for e in _visible(page.root, frame.left_out) if frame.weights[e]]
    for names in (("main",), ("article",)):
        found = [e for e in visible if e.name in names or e.attributes.get("role", "").lower() in names]
        largest = max(found, key=lambda e: frame.weights[e], default=None)
        if largest and (len(found) == 1 or frame.weights[largest] > MAIN_SHARE * frame.weights[page.root]):
            return largest
    return None


def _is_content(text: str, element: Element) -> bool:
    names = f"{element.attributes.get('id', '')[:100]} {element.attributes.get('class', '')[:200]}"
    return element.name in ("main", "article") or bool(_CONTENT.search(names))


def _is_text(element: Element, notes: frozenset[Element]) -> bool:
    """Whether an element beside the one called content could be part of the document: a heading, notes."""
    inside = (element, *element.descendants())
    return any(e.name in HEADINGS or e in notes for e in inside)


def _has_words(text: str, element: Element) -> bool:
    return any(isinstance(c, Words) and text[c.start : c.end].strip() for c in element.children)
