"""Annotations of the compact syntax: documentation, and elements and attributes of other namespaces."""

from __future__ import annotations

from lxml import etree

from chancery.validators.rng.compact.stream import ANNOTATIONS, Stream, element

Annotations = tuple[dict[str, str], list[etree._Element]]  # attributes and elements


def read_annotations(stream: Stream) -> Annotations:
    """What stands before a pattern or definition: lines that begin with ##, and brackets."""
    attributes: dict[str, str] = {}
    elements: list[etree._Element] = []
    words: list[str] = []
    line = stream.now.line
    while stream.now.kind == "doc":
        words.append(stream.take().text)
    if words:
        documentation = element(f"{{{ANNOTATIONS}}}documentation", line, {"a": ANNOTATIONS})
        documentation.text = "\n".join(words)
        elements.append(documentation)
    if stream.accept("["):
        _read_inside(stream, attributes, elements)
        stream.expect("]")
    return attributes, elements


def annotate(made: etree._Element, annotations: Annotations) -> etree._Element:
    """The element with the annotations as its first children."""
    attributes, elements = annotations
    for name, value in attributes.items():
        made.set(name, value)
    for place, one in enumerate(elements):
        made.insert(place, one)
    return made


def read_following(stream: Stream) -> list[etree._Element]:
    """The annotations that follow a pattern, after >>."""
    found = []
    while stream.accept(">>"):
        found.append(read_element(stream))
    return found


def read_element(stream: Stream) -> etree._Element:
    """An element of another namespace: its name, and in brackets all that it holds."""
    line, name = stream.now.line, _name(stream, stream.default or "")
    made = element(name, line, stream.namespaces)
    stream.expect("[")
    attributes: dict[str, str] = {}
    while not stream.sees("]"):
        if stream.now.kind == "literal":
            _add_text(made, stream.literal())
        elif stream.then.text == "=" and stream.then.kind == "sign":
            _read_attribute(stream, attributes)
        else:
            made.append(read_element(stream))
    stream.expect("]")
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _read_inside(stream: Stream, attributes: dict[str, str], elements: list[etree._Element]) -> None:
    while stream.now.kind == "name":
        if stream.then.text == "=" and stream.then.kind == "sign":
            _read_attribute(stream, attributes)
        else:
            elements.append(read_element(stream))


def _read_attribute(stream: Stream, attributes: dict[str, str]) -> None:
    name = _name(stream, "")
    stream.expect("=")
    attributes[name] = stream.literal()


def _name(stream: Stream, default: str) -> str:
    if stream.now.kind != "name":
        raise stream.wrong("a name")
    prefix, colon, local = stream.take().text.rpartition(":")
    namespace = stream.namespace(prefix) if colon else default
    return f"{{{namespace}}}{local}" if namespace else local


def _add_text(made: etree._Element, words: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + words
    else:
        made.text = (made.text or "") + words
