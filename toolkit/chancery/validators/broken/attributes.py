"""Tags whose inside is broken."""

from __future__ import annotations

import re

from chancery.validators.broken.fault import Fault, Told, name_at

_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"'<]+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_NAME = rb"[^\s=/>\"'<]+"
_TAG = re.compile(rb"</?[^\s/>=<\"']+")
_CURLY = "“”„«»‘’″".encode()
_DECLARES = re.compile(rb"\sxmlns:([^\s=]+)\s*=")
_PREFIX = re.compile(rb"[<\s]([A-Za-z_][\w.-]*):[A-Za-z_]")


def explain_tag(fault: Fault) -> Told | None:
    """What is wrong in the tag that is being read; nothing where none is."""
    begin = fault.data.rfind(b"<", 0, fault.index)
    tag = _TAG.match(fault.data, begin) if begin >= 0 else None
    if tag is None:
        return None
    name, at = name_at(fault.data, begin), tag.end()
    while found := _ATTRIBUTE.match(fault.data, at):
        if found.end() > fault.index:
            break
        at = found.end()
    rest = fault.data[at : at + 2000]
    told = _attribute(fault, at, rest)
    if told or fault.after[:1] not in (b"<", b""):
        return told
    return fault.at(
        begin,
        f"the tag {tag[0].decode('utf-8', 'replace')} is not closed",
        f"write > where {name} and its attributes end",
    )


def _attribute(fault: Fault, at: int, rest: bytes) -> Told | None:
    """What is wrong with the attribute that begins at a byte of the file."""
    found = re.match(rb"(\s*)(" + _NAME + rb")(\s*)(=?)(\s*)", rest)
    if found is None:
        return None
    own, start = found[2].decode("utf-8", "replace"), at + len(found[1])
    following = rest[found.end() :]
    if (
        not found[1]
        and (last := list(_ATTRIBUTE.finditer(fault.data, max(0, at - 2000), at)))
        and last[-1][2][-2:-1] == b"="
    ):
        message = f"the value of {last[-1][1].decode('utf-8', 'replace')} has no quotation mark at its end"
        return fault.at(last[-1].start(1), message, "put one where the value ends")
    if not found[1]:
        return fault.at(start, f"there is no blank before the attribute {own}", "put one between the attributes")
    if not found[4]:
        return fault.at(start, f"the attribute {own} has no value", f'write {own}="…"')
    if any(following.startswith(mark.encode()) for mark in _CURLY.decode()):
        return fault.at(
            start, f"the value of {own} stands in typographic quotation marks", f'write {own}="…" with straight ones'
        )
    if following[:1] not in (b'"', b"'"):
        return fault.at(start, f"the value of {own} does not stand in quotation marks", f'write {own}="…"')
    value = following[1 : 1 + (following[1:].find(b"<") if b"<" in following else 0)]
    if b">" in value or b"\n" in value or b"=" in value:
        return fault.at(start, f"the value of {own} has no quotation mark at its end", "put one where the value ends")
    return fault.here(f"there is a < in the value of {own}", "write &lt; for the character itself")


def explain_twice(fault: Fault) -> Told | None:
    """An attribute that an element has twice."""
    found = re.match(rb"\s*(" + _NAME + rb")", fault.after)
    if found is None:
        return None
    begin = fault.data.rfind(b"<", 0, fault.index)
    own, element = found[1].decode("utf-8", "replace"), name_at(fault.data, begin)
    return fault.here(f"<{element}> has the attribute {own} twice", "keep one of the two")


def explain_prefix(fault: Fault) -> Told | None:
    """A prefix that is not declared."""
    end = fault.data.find(b">", fault.index)
    declared = {*_DECLARES.findall(fault.data), b"xml", b"xmlns"}
    tag = re.sub(rb"\"[^\"]*\"|'[^']*'", b"", fault.data[fault.index : end])
    unbound = [prefix for prefix in _PREFIX.findall(tag) if prefix not in declared]
    if not unbound:
        return None
    prefix = unbound[0].decode("utf-8", "replace")
    hint = f'take {prefix}: away, or declare it: xmlns:{prefix}="…" in the first tag of the file'
    return fault.here(f"nothing declares the prefix {prefix} of <{name_at(fault.data, fault.index)}>", hint)
