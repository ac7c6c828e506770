"""Which tables hold data, and which only lay out a page."""

from __future__ import annotations

from chancery.readers.html.tree import HEADINGS, Element

MOST_SPAN = 999


def is_table(table: Element) -> bool:
    """Whether a table's rows and columns mean something: several cells, no headings or nested tables in them."""
    if table.attributes.get("role", "").lower() in ("presentation", "none"):
        return False
    inside = list(table.descendants())
    rows = [e for e in inside if e.name == "tr"]
    widest = max((sum(1 for c in row.elements() if c.name in ("td", "th")) for row in rows), default=0)
    return widest > 1 and not any(e.name == "table" or e.name in HEADINGS or e.name == "main" for e in inside)


def span_of(cell: Element, name: str) -> int:
    """The rows or columns that a cell spans."""
    said = cell.attributes.get(name, "").strip()
    return min(int(said), MOST_SPAN) if said.isascii() and said.isdigit() and int(said[:4]) > 0 and len(said) < 5 else 1
