"""Tables: drawn on a terminal, columns of plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from chancery.cli.report import Report


def print_table(report: Report, heads: Sequence[str], rows: Sequence[Sequence[str]], figures: bool = True) -> None:
    """A table on standard output; the first column is words, the others are figures, or words too."""
    if not sys.stdout.isatty():
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        for row in (heads, *rows):
            pairs = zip(row, widths, strict=True)
            cells = [cell.rjust(width) if figures else cell.ljust(width) for cell, width in pairs]
            report.print("  ".join([row[0].ljust(widths[0]), *cells[1:]]).rstrip())
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number and figures else "left")
    for row in rows:
        table.add_row(*row)
    Console(markup=False, highlight=False, emoji=False).print(table)
