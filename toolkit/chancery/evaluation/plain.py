"""What counts as the same text and the same kind of thing, whoever encoded it."""

from __future__ import annotations

import re

from lxml import etree

from chancery.tei.tree import TEI

# Elements without blocks of text inside that stand on their own, and the kind they are compared as.
LEAVES = {
    "p": "p", "ab": "p", "seg": "p", "salute": "p", "opener": "p", "postscript": "p", "head": "head", "item": "item",
    "label": "item", "dateline": "dateline", "signed": "closer", "closer": "closer", "byline": "closer",
}  # fmt: skip
# Where a word ends though no white space says so.
BREAKS = (LEAVES.keys() - {"seg"}) | {"lb", "cell", "row", "table", "list", "quote", "div", "figure"}
_SILENT = frozenset(TEI + n for n in ("fw", "teiHeader", "standOff", "gap", "figDesc"))
_DATA = frozenset(
    ("file", "pdf", "page-count-according-to-citation")
)  # of other namespaces: about the edition's making

_SPACE = re.compile(r"[\s\u00a0\u2009\u200a\u200b\ufeff]+")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "`": "'"})


def squeeze(text: str) -> str:
    """The text without white space, its quotation marks straight: in this form texts are compared."""
    return _SPACE.sub("", text).translate(_QUOTES)


def words_of(text: str) -> list[str]:
    """The words of a text, their quotation marks straight."""
    return _SPACE.sub(" ", text).translate(_QUOTES).split()


def name_of(element: etree._Element | None) -> str:
    """The local name of an element."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def is_silent(element: etree._Element) -> bool:
    """Whether an element holds nothing of the document's text."""
    return element.tag in _SILENT or (name_of(element) in _DATA and not element.tag.startswith(TEI))


def is_note(element: etree._Element) -> bool:
    """Whether an element is a note with a text of its own, apart from the running text."""
    return element.tag == f"{TEI}note" and "inline" not in (element.get("rend"), element.get("place"))


def is_leaf(element: etree._Element) -> bool:
    """Whether an element is a block of text, if no other lies in it; a seg is one only where an opener has no other."""
    name = name_of(element)
    return name in LEAVES and (name != "seg" or name_of(element.getparent()) in ("opener", "div"))


def kind_of(element: etree._Element) -> str:
    """The kind of a block: a heading inside the text counts as a paragraph, by whatever element."""
    name, parent = name_of(element), element.getparent()
    inside = name in ("label", "head") and name_of(parent) != "list"
    if inside and not (name == "head" and parent is not None and parent.get("type") == "document"):
        return "p"
    return LEAVES[name]
