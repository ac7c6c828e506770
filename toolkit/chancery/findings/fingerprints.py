"""What a finding is about, said so that it holds when lines shift: the path of its element, and the element's words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from chancery.diagnostics import Diagnostic
from chancery.files import digest

_WORDS = 200  # characters of an element that tell it from others; what is changed behind them does not count


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What identifies a finding: that it is the same file and code, and one of the two others, is enough."""

    code: str
    file: str
    path: str  # from the nearest element with an id: #d7fn2/p[1]; empty where it is about the whole file
    words: str  # a digest of the element's first words


@dataclass(slots=True)
class _Element:
    path: str
    parts: list[str] = field(default_factory=list)
    size: int = 0
    children: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Outline:
    """The elements of a file in order, and where each begins: line and column, counted from 1."""

    starts: list[tuple[int, int]]
    elements: list[_Element]


def take_fingerprints(findings: Iterable[Diagnostic], texts: Mapping[str, bytes]) -> list[Fingerprint]:
    """The fingerprints of the findings, in their order; a file without a text has findings without a place."""
    outlines: dict[str, _Outline] = {}
    prints: list[Fingerprint] = []
    for found in findings:
        if found.file not in outlines:
            outlines[found.file] = _outline(texts.get(found.file, b""))
        prints.append(_take(found, outlines[found.file]))
    return prints


def _take(found: Diagnostic, outline: _Outline) -> Fingerprint:
    place = (found.line or 0, found.column or 10**9)
    at = bisect_right(outline.starts, place) - 1
    if not found.line or at < 0:
        return Fingerprint(found.code, found.file, "", digest(found.message.encode())[:16])
    element = outline.elements[at]
    words = " ".join("".join(element.parts).split()) or f"{element.path} is empty"
    return Fingerprint(found.code, found.file, element.path, digest(words.encode())[:16])


def _outline(data: bytes) -> _Outline:
    """What can be read of a file, up to where it is not well-formed."""
    outline, opened = _Outline([], []), list[_Element]()
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        local, ident = name.rpartition(" ")[2], attributes.get("http://www.w3.org/XML/1998/namespace id")
        step = local
        if opened:
            opened[-1].children[local] += 1
            step = f"{opened[-1].path}/{local}[{opened[-1].children[local]}]"
        element = _Element(f"#{ident}" if ident else step)
        opened.append(element)
        outline.starts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        outline.elements.append(element)

    def text(characters: str) -> None:
        for element in reversed(opened):
            if element.size > _WORDS:
                break  # those around it are full too
            element.parts.append(characters)
            element.size += len(characters.strip())

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _: opened.pop()
    parser.CharacterDataHandler, parser.buffer_text = text, True
    with suppress(expat.ExpatError, LookupError, ValueError):
        parser.Parse(data, True)
    return outline
