"""The name classes of the compact syntax."""

from __future__ import annotations

from lxml import etree

from chancery.validators.rng.compact.annotations import annotate, read_annotations
from chancery.validators.rng.compact.stream import Stream


def read_name_class(stream: Stream, made: etree._Element) -> etree._Element:
    """The element or attribute pattern with the names that it may have."""
    if stream.now.kind == "name" and not stream.now.text.endswith(":*") and stream.then.text == "{":
        prefix, _, local = stream.now.text.rpartition(":")
        if prefix:
            stream.namespace(prefix)
        stream.take()
        made.set("name", f"{prefix}:{local}" if prefix else local)
    else:
        made.append(_choice(stream, made.tag.endswith("}attribute")))
    return made


def _choice(stream: Stream, plain: bool) -> etree._Element:
    line = stream.now.line
    first = _one(stream, plain)
    if not stream.sees("|"):
        return first
    made = stream.make("choice", line)
    made.append(first)
    while stream.accept("|"):
        made.append(_one(stream, plain))
    return made


def _one(stream: Stream, plain: bool) -> etree._Element:
    """One name, all names or all of a namespace; `plain` names without a prefix are in no namespace."""
    annotations = read_annotations(stream)
    line = stream.now.line
    if stream.accept("("):
        made = _choice(stream, plain)
        stream.expect(")")
        return made
    if stream.accept("*"):
        made = stream.make("anyName", line)
    elif stream.now.kind == "name":
        made = _named(stream, plain)
    else:
        raise stream.wrong("a name")
    if stream.accept("-"):
        excepted = stream.make("except", line)
        excepted.append(_one(stream, plain))
        made.append(excepted)
    return annotate(made, annotations)


def _named(stream: Stream, plain: bool) -> etree._Element:
    token = stream.take()
    prefix, _, local = token.text.rpartition(":")
    if local == "*":
        return stream.make("nsName", token.line, ns=stream.namespace(prefix))
    made = stream.make("name", token.line)
    made.text = token.text
    if prefix:
        stream.namespace(prefix)
    elif plain:
        made.set("ns", "")
    return made
