"""Which tables hold data, and which only lay out a page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from chancery.model.document import Cell, Kind
from chancery.readers.html.tree import HEADINGS, Element, Page, Words

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


def cells_of(
    page: Page, table: Element, number: int, left_out: Container[Element]
) -> Iterator[tuple[Element | Words, Kind, Cell]]:
    """The cells of a table, the table's head first; what stands outside of cells is a cell of its own."""
    rows, cell = 0, Cell(number, 0)
    left: list[Element | Words] = list(reversed(table.children))
    begun = False
    while left:
        node = left.pop()
        if isinstance(node, Words):
            if page.text[node.start : node.end].strip():
                yield node, Kind.CELL, replace(cell, row=rows)
                begun = True
        elif node in left_out or node.name in ("col", "colgroup"):
            continue
        elif node.name in ("tr", "thead", "tbody", "tfoot"):
            rows += node.name == "tr"
            left.extend(reversed(node.children))
        elif node.name == "caption" and not begun:
            yield node, Kind.TABLE_HEAD, replace(cell, row=-1)
            begun = True
        else:
            spans = {"rows": span_of(node, "rowspan"), "cols": span_of(node, "colspan")}
            yield node, Kind.CELL, replace(cell, row=rows, label=node.name == "th", **spans)
            begun = True
