"""TEI laid out for people: a line a block."""

from __future__ import annotations

from lxml import etree

from chancery.tei.tree import TEI

HOLDERS = frozenset(  # of blocks alone: white space in them is layout
    TEI + name
    for name in (
        "text", "front", "body", "back", "div", "titlePage", "docTitle", "list", "table", "row", "closer", "opener",
        "quote", "postscript", "figure",
    )
)  # fmt: skip
_STEP = "  "


def lay_out(element: etree._Element, level: int) -> None:
    """Indent what an element holds, in place, where that adds nothing to the text."""
    if element.tag not in HOLDERS or not len(element):
        return
    element.text = "\n" + _STEP * (level + 1)
    for child in element:
        lay_out(child, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + _STEP * level
