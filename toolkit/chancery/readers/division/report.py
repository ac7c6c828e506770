"""What is said of a source that holds several documents."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.diagnostics import Diagnostic
from chancery.model.source import Source
from chancery.readers.lines import Line

_MANY = 12  # numbers that are named


def report_division(source: Source, numbers: Sequence[str], titles: Sequence[Line]) -> tuple[Diagnostic, ...]:
    """How many documents there are, and what titles stand between them."""
    printed = [number for number in numbers if number]
    named = f": {', '.join(printed[:_MANY])}{' …' if len(printed) > _MANY else ''}" if printed else ""
    hint = "each becomes a file of its own; `chancery show FILE --after reader` shows where they begin"
    found = [Diagnostic("S009", source.path, None, f"there are {len(numbers)} documents in it{named}", hint)]
    for line in titles:
        message = f"“{line.text[:60]}” is taken for the title of a chapter and kept in the header"
        place = source.line(line.start)
        found.append(Diagnostic("S010", source.path, place, message, "see biblScope in the document that follows"))
    return tuple(found)
