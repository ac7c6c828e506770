"""A finding as people read it: the place, the words, the line quoted with the place marked, the hint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from chancery.diagnostics import Diagnostic, Severity
from chancery.findings.quoting import quote

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def style_finding(found: Diagnostic, lines: Sequence[str], width: int) -> Text:
    """The finding in at most `width` columns where it quotes one of the lines; none are quoted if there are none."""
    file, message, hint = map(_on_one_line, (found.file, found.message, found.hint))
    head, _, rest = str(replace(found, file=file, message=message, hint=hint)).partition("\n")
    place, _, words = head.partition(f": {found.severity} {found.code} ")
    text = Text().append(f"{place}: ", "bold").append(f"{found.severity} {found.code} ", STYLES[found.severity])
    text.append(words)
    text.append_text(_style_quote(found, lines, width))
    return text.append(f"\n{rest}", "dim") if rest else text


def _style_quote(found: Diagnostic, lines: Sequence[str], width: int) -> Text:
    gutter = len(str(found.line or ""))
    quoted = quote(lines, found, width - gutter - 6)
    if quoted is None:
        return Text()
    text = Text().append(f"\n  {found.line} | ", "blue").append(quoted.text)
    if quoted.width:
        text.append(f"\n  {' ' * gutter} | ", "blue")
        text.append(" " * quoted.start + "^" * quoted.width, STYLES[found.severity])
    return text


def printable(words: str) -> str:
    """No control characters: a file's name must not move the cursor."""
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in words)


def _on_one_line(words: str) -> str:
    return printable(words.replace("\n", "\\n"))
