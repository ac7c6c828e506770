"""Whether a file is XML at all, and where each of its elements begins.

expat is asked first: it knows lines and columns exactly, however large the file, stops at a document type before
anything of it is read, and does not recurse, so that a file nested a million deep harms nobody.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from chancery.diagnostics import Diagnostic
from chancery.validators.broken import Closed, Fault, Opened, diagnose
from chancery.validators.broken.characters import belies_encoding, declared_encoding
from chancery.validators.broken.fault import belongs_behind, name_at

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
    if encoding := belies_encoding(data):
        message, column = (
            f"the file says that it is in {encoding}, but it is written in UTF-8",
            data.find(b"encoding") + 1,
        )
        return Diagnostic("V101", name, 1, message, 'write encoding="UTF-8"', column)
    parser = expat.ParserCreate(namespace_separator=" ")
    starts: list[tuple[int, int]] = []
    try:
        _listen(parser, starts)
        parser.Parse(data, True)
    except _Refused as it:
        return Diagnostic(it.code, name, parser.CurrentLineNumber, it.message, it.hint, parser.CurrentColumnNumber + 1)
    except expat.ExpatError as error:
        words = expat.ErrorString(error.code) or "it cannot be read"
        place = parser.ErrorByteIndex, error.lineno, error.offset + 1
        return diagnose(Fault(data, error.code, words, *place, *_tags(data)), name)
    except (LookupError, ValueError):  # an encoding that nobody knows
        message = f"nobody knows the encoding {declared_encoding(data)}, which the file says it is in"
        return Diagnostic("V101", name, 1, message, 'save it in UTF-8 and write encoding="UTF-8"')
    return Places(tuple(starts))


def _listen(parser: expat.XMLParserType, starts: list[tuple[int, int]]) -> None:
    """Note in `starts` where elements begin, and stop at what is not read."""
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            message = f"elements are nested more than {DEPTH} deep"
            raise _Refused("V103", message, "no document needs that; mend the file")
        starts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        hint = "take the <!DOCTYPE …> out and write entities as characters"
        raise _Refused("V102", "the file has a document type declaration, which is not read", hint)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = refuse


def _tags(data: bytes) -> tuple[tuple[Opened, ...], tuple[Closed, ...]]:
    """The elements that are open where reading stops, and those that were closed before."""
    parser = expat.ParserCreate()
    opened: list[Opened] = []
    closed: list[Closed] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        index = parser.CurrentByteIndex
        one = Opened(name_at(data, index) or _name, index, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if opened and opened[-1].again < 0 and belongs_behind(data, one, opened):
            opened[-1].again = index
        opened.append(one)

    def end(_name: str) -> None:
        closed.append(Closed(opened.pop(), parser.CurrentByteIndex, parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    with suppress(expat.ExpatError):
        parser.Parse(data, True)
    return tuple(opened), tuple(closed)
