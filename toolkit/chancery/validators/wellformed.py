"""Whether a file is XML at all, and where each of its elements begins.

expat is asked first: it knows lines and columns exactly, however large the file, stops at a document type before
anything of it is read, and does not recurse, so that a file nested a million deep harms nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

from chancery.diagnostics import Diagnostic

DEPTH = 100  # of elements; real documents have some fifteen


@dataclass(frozen=True, slots=True)
class Places:
    """Line and column, both counted from 1, of the elements in document order."""

    starts: tuple[tuple[int, int], ...]


class _Refused(Exception):
    """Reading stops: the file has something that we do not read on."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.message, self.hint = code, message, hint


def find_places(data: bytes, name: str) -> Places | Diagnostic:
    """Where the elements of `data` begin, or the one thing for which it cannot be read."""
    if not data.strip():
        return Diagnostic("S001", name, None, "the file is empty", "a TEI document has a TEI element")
    parser = expat.ParserCreate(namespace_separator=" ")
    starts: list[tuple[int, int]] = []
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise _Refused(
                "V103", f"elements are nested more than {DEPTH} deep", "no document needs that; mend the file"
            )
        starts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise _Refused(
            "V102",
            "the file has a document type declaration",
            "take the <!DOCTYPE …> out and write entities as characters",
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except _Refused as it:
        return Diagnostic(it.code, name, parser.CurrentLineNumber, it.message, it.hint, parser.CurrentColumnNumber + 1)
    except expat.ExpatError as error:
        words = expat.ErrorString(error.code) or "it cannot be read"
        return Diagnostic("V101", name, error.lineno, f"not well-formed XML: {words}", _hint(words), error.offset + 1)
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        return Diagnostic("V101", name, 1, f"not well-formed XML: {error}", "save the file as UTF-8")
    return Places(tuple(starts))


_HINTS = {
    "mismatched tag": "the end tag here is not that of the element opened last",
    "not well-formed (invalid token)": "a < or & that is text is written &lt; or &amp;",
    "undefined entity": "only &amp; &lt; &gt; &quot; &apos; are known; write other characters as themselves",
    "no element found": "the file ends before its elements do",
    "unclosed token": "the file ends inside a tag",
    "duplicate attribute": "an element has each attribute once",
    "junk after document element": "one TEI element holds the whole file",
    "unbound prefix": "the part before the colon has no xmlns declaration",
}


def _hint(words: str) -> str:
    return _HINTS.get(words, "")
