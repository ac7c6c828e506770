"""Tables from cells that know their row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from chancery.model.document import Block, Cell, Kind
from chancery.tei.builder import Builder

Write = Callable[[Block], None]

TABLE = (Kind.TABLE_HEAD, Kind.CELL)


def table_end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Where the table that begins at `start` ends: before another one, and before page breaks that nothing follows."""
    end = at = start
    while at < limit and (blocks[at].kind is Kind.PAGE or _table(blocks[at]) == _table(blocks[start])):
        at += 1
        if blocks[at - 1].kind is not Kind.PAGE:
            end = at
    return end


def write_table(builder: Builder, blocks: Sequence[Block], write_text: Write, write_page: Write) -> None:
    """Write a table: perhaps a head, then rows of cells; page breaks stand between rows."""
    cells = [block for block in blocks if block.kind is Kind.CELL]
    if not cells:  # a head without a table
        for block in blocks:
            with builder.line("p"):
                write_text(block)
        return
    rows = [list(row) for _, row in groupby(blocks, key=lambda b: b.cell.row if b.cell else None)]
    with builder.block("table"):
        for row in rows:
            if row[0].kind is Kind.PAGE:
                for block in row:
                    write_page(block)
            elif row[0].kind is Kind.TABLE_HEAD:
                with builder.line("head"):
                    write_text(row[0])
            else:
                with builder.block("row"):
                    for block in row:
                        with builder.line("cell", _attributes(block.cell)):
                            write_text(block)


def _table(block: Block) -> int:
    return block.cell.table if block.cell else -1


def _attributes(cell: Cell | None) -> dict[str, str]:
    if cell is None:
        return {}
    said = {"role": "label" if cell.label else "", "rows": str(cell.rows), "cols": str(cell.cols)}
    return {name: value for name, value in said.items() if value not in ("", "1")}
