"""What the names and classes of elements say: kinds of blocks, typography, parts that nobody reads."""

from __future__ import annotations

import re

from chancery.model.document import Kind
from chancery.readers.html.tree import HEADINGS, Element

HIDDEN = frozenset(
    [
        "head", "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed",
        "applet", "svg", "canvas", "audio", "video", "map", "button", "select", "option", "textarea", "input",
        "datalist", "dialog", "title",
    ]
)  # fmt: skip
LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
ITEMS = frozenset(("li", "dt", "dd"))
_RENDS = {
    **dict.fromkeys(("em", "i", "cite", "var", "dfn"), "italic"),
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("u", "ins"), "underline"),
    "sup": "superscript",
    "sub": "subscript",
}
_CLASS_RENDS = (
    ("smallcaps", re.compile(r"(?:^|[\s-])(?:sma?ll?-?caps?|smcap|sc)(?:$|\s)", re.I)),
    ("italic", re.compile(r"(?:^|[\s-])(?:italics?|itals?)(?:$|\s)", re.I)),
    ("bold", re.compile(r"(?:^|[\s-])(?:bold|strong)(?:$|\s)", re.I)),
    ("underline", re.compile(r"(?:^|[\s-])underlined?(?:$|\s)", re.I)),
    ("superscript", re.compile(r"(?:^|[\s-])(?:superscript|sup)(?:$|\s)", re.I)),
    ("subscript", re.compile(r"(?:^|[\s-])(?:subscript|sub)(?:$|\s)", re.I)),
)
_CSS_RENDS = (
    ("smallcaps", re.compile(r"font-variant(?:-caps)?\s*:\s*[a-z -]*small-caps", re.I)),
    ("italic", re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)),
    ("bold", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)),
    ("underline", re.compile(r"text-decoration(?:-line)?\s*:\s*underline", re.I)),
    ("superscript", re.compile(r"vertical-align\s*:\s*super", re.I)),
    ("subscript", re.compile(r"vertical-align\s*:\s*sub\b", re.I)),
)
_TYPOGRAPHIC = frozenset(("span", "font", "a", "small", "big"))  # classes of blocks are about their place
_TEI_KINDS = {
    "dateline": Kind.DATELINE,
    "signed": Kind.SIGNED,
    "salute": Kind.SALUTE,
    "postscript": Kind.POSTSCRIPT,
}
_TEI_CLASS = re.compile(r"(?:^|\s)tei-(?P<name>[a-z]+)", re.I)
_TITLE = re.compile(r"(?:^|\s)(?:document|doc|article|entry|post|page|chapter)-?(?:title|heading|head)(?:$|\s)", re.I)
_SECTION_TITLE = re.compile(r"(?:^|\s)(?:section-title|sectiontitle\w*)(?:$|\s)")


def is_hidden(element: Element) -> bool:
    """Whether nobody reads an element; a button that opens a note is its marker."""
    return element.name in HIDDEN and not (element.name == "button" and "popovertarget" in element.attributes)


def rends_of(element: Element) -> tuple[str, ...]:
    """The values of `hi/@rend` that an element gives its text."""
    found = [_RENDS[element.name]] if element.name in _RENDS else []
    if element.name in _TYPOGRAPHIC:
        named, css = element.attributes.get("class", "")[:200], element.attributes.get("style", "")[:500]
        found += [rend for rend, pattern in _CLASS_RENDS if named and pattern.search(named)]
        found += [rend for rend, pattern in _CSS_RENDS if css and pattern.search(css)]
    return tuple(dict.fromkeys(found))


def kind_of(element: Element) -> tuple[Kind, bool] | None:
    """The kind of the blocks in an element, and whether its markup leaves no doubt; None where it says nothing."""
    if element.name in HEADINGS:
        return Kind.LABEL, True
    if element.name in ITEMS:
        return Kind.ITEM, False
    if element.name in ("p", "div", "span") and _TITLE.search(element.attributes.get("class", "")[:200]):
        return Kind.LABEL, True
    tei = _TEI_CLASS.search(element.attributes.get("class", "")[:200])
    if not tei:
        return (Kind.P, False) if element.name == "p" else None
    name = tei["name"].lower()
    if name == "note" and "inline" in element.attributes["class"]:
        return Kind.SOURCE, True
    if name == "p" and _SECTION_TITLE.search(element.attributes["class"]):
        return Kind.LABEL, True
    if name == "closer":  # what stands beside the signatures is a valediction, or who was written to
        signed = any("tei-signed" in e.attributes.get("class", "") for e in element.descendants())
        return (Kind.VALEDICTION if signed else Kind.SIGNED), True
    if name in _TEI_KINDS:
        return _TEI_KINDS[name], True
    return (Kind.P, True) if name in ("p", "opener", "seg", "quote") else None
