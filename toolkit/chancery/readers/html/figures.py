"""What is set off in a page: its pictures, and its quotations."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from chancery.model.document import Picture
from chancery.readers.html.frame import Frame
from chancery.readers.html.links import Place, is_address
from chancery.readers.html.tree import HEADINGS, Element, Page

_QUOTE = re.compile(r"(?:^|\s)(?:block-?quot(?:e|ation)?|quotation|tei-quote)(?:$|\s)", re.I)
SMALLEST = 50  # pixels; what is smaller is an ornament
MOST = 0.5  # of a document's text, which a quotation may hold: old pages indent the whole of it so


def find_pictures(page: Page, frame: Frame, place: Place) -> dict[Element, Picture]:
    """The pictures by the element that holds them and no text but their heading."""
    found: dict[Element, Picture] = {}
    for image in page.root.descendants():
        if image.name != "img" or not frame.document.holds(image):
            continue
        holder = _holder(image, frame)
        picture = _read_picture(image, place) if holder is not None else None
        if holder is not None and picture and (picture.words or holder.name == "figure"):
            found.setdefault(holder, picture)
    return found


def _holder(image: Element, frame: Frame) -> Element | None:
    """The figure around a picture, or the outermost element around it without words; None for one among words."""
    above = [e for e in image.ancestors() if frame.document.holds(e) and e is not frame.document]
    if figure := next((e for e in above if e.name == "figure"), None):
        return None if any(e.name == "table" for e in figure.descendants()) else figure
    empty = [e for e in above if not frame.weights.get(e)]
    return empty[-1] if empty and empty == above[: len(empty)] else None


def _read_picture(image: Element, place: Place) -> Picture | None:
    """The picture, if it has an address that everybody can follow and is large enough to show something."""
    sizes = (image.attributes.get(name, "").removesuffix("px") for name in ("width", "height"))
    if any(size.isdecimal() and int(size[:6]) < SMALLEST for size in sizes):
        return None
    try:
        address = urljoin(place.address, image.attributes.get("src", "").strip())
    except ValueError:
        return None
    return Picture(address, " ".join(image.attributes.get("alt", "").split())) if is_address(address) else None


def _is_quote(element: Element) -> bool:
    return element.name == "blockquote" or (
        element.name in ("div", "p", "section") and bool(_QUOTE.search(element.attributes.get("class", "")[:200]))
    )


def find_quotes(frame: Frame) -> dict[Element, int]:
    """The quotations that are set off, counted from 1."""
    most = MOST * frame.weights.get(frame.document, 0)
    quotes = (e for e in frame.document.descendants() if _is_quote(e) and 0 < frame.weights.get(e, 0) <= most)
    own = (e for e in quotes if not any(inner.name in HEADINGS for inner in e.descendants()))
    return {element: number for number, element in enumerate(own, 1)}
