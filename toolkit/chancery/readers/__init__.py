"""Readers: from a source to a document of blocks and notes. One module a layout, recognised from the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from chancery.model.division import Division, Part
from chancery.model.document import Document
from chancery.model.source import Source
from chancery.readers import division, html, markdown, plain, reader, slash, web


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which documents are found, how it is recognised and read."""

    name: str
    recognise: Callable[[str], float]  # 0 to 1
    read: Callable[[Source], Document]


LAYOUTS = (
    Layout("html", html.recognise, html.read),
    Layout("markdown", markdown.recognise, markdown.read),
    Layout("web", web.recognise, web.read),
    Layout("reader", reader.recognise, reader.read),
    Layout("plain", plain.recognise, plain.read),
    Layout("slash", slash.recognise, slash.read),
)


@lru_cache(maxsize=1)  # a source is divided, then read
def recognise(text: str) -> Layout:
    """The layout that `text` most looks like; the first of equals."""
    best, most = LAYOUTS[0], -1.0
    for layout in LAYOUTS:
        if (sure := layout.recognise(text)) > most:
            best, most = layout, sure
        if most == 1.0:
            break
    return best


def divide(source: Source) -> Division:
    """The documents that a source holds; one, which is all of it, unless there is good evidence of more."""
    layout = recognise(source.text)
    found = html.divide(source) if layout.name == "html" else division.divide(source, layout.name)
    divided = all(part.stretches for part in found.parts) and not found.find_fault(source.text)
    return found if divided else Division((Part(((0, len(source.text)),)),))  # a broken page, in which nothing is sure


def read(source: Source) -> Document:
    """The document in `source`, read in its layout, or else in the one that its text shows."""
    known = next((layout for layout in LAYOUTS if layout.name == source.layout), None)
    return (known or recognise(source.text)).read(source)
