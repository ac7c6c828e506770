"""Tables: drawn on a terminal, columns of plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from chancery.cli.report import Report


def print_table(report: Report, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on standard output; the first column is words, the others are figures."""
    if not sys.stdout.isatty():
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        for row in (heads, *rows):
            cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
            report.print("  ".join([row[0].ljust(widths[0]), *cells[1:]]).rstrip())
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    Console(markup=False, highlight=False, emoji=False).print(table)
