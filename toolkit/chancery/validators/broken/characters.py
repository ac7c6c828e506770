"""Characters that cannot stand where they do."""

from __future__ import annotations

import re
from dataclasses import replace
from html.entities import html5

from chancery.validators.broken.attributes import explain_tag
from chancery.validators.broken.fault import Fault, Told
from chancery.validators.broken.tags import explain_rest

_AMPERSAND = re.compile(rb"&(#?[A-Za-z0-9._:-]*)$")
_DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENTITY = re.compile(rb"&(#?[^;\s<]{1,40});")
_UTF8_LOOKS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
SINGLE_BYTE = re.compile(r"(?i)(iso-8859-|windows-|cp|latin)\d+$|us-ascii$|macroman$|mac-roman$|ascii$")


def declared_encoding(data: bytes) -> str:
    """The encoding that the XML declaration names; empty where it names none."""
    found = _DECLARED.match(data)
    return found[1].decode() if found else ""


def belies_encoding(data: bytes) -> str:
    """The single-byte encoding that a file written in UTF-8 says it has; empty where it says the truth."""
    name = declared_encoding(data)
    if not SINGLE_BYTE.match(name) or not _UTF8_LOOKS.search(data):
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return name


def explain_encoding(fault: Fault) -> Told:
    """The XML declaration names an encoding that the file is not in, or that nobody knows."""
    name = declared_encoding(fault.data)
    at = fault.data.find(name.encode()) if name else fault.index
    return fault.at(
        at, f"the file says that it is in {name}, and is not", 'save it in UTF-8 and write encoding="UTF-8"'
    )


def explain_token(fault: Fault) -> Told | None:
    """A character that cannot stand here; nothing where the reason is not seen."""
    return _bad_byte(fault) or _control(fault) or _markup(fault) or explain_tag(fault)


def _bad_byte(fault: Fault) -> Told | None:
    byte = fault.after[:1]
    if byte < b"\x80" or declared_encoding(fault.data).lower() not in ("", "utf-8", "utf8"):
        return None
    first = fault.after[:4].decode("utf-8", "ignore")[:1].encode()
    if first and fault.after.startswith(first):
        return None
    try:
        guess = f", but would be {byte.decode('cp1252')} in windows-1252"
    except UnicodeDecodeError:
        guess = ""
    message = f"the byte {byte.hex().upper()} is not UTF-8{guess}"
    hint = "save the file in UTF-8, or write its true encoding into the XML declaration"
    return fault.here(message, hint)


def _control(fault: Fault) -> Told | None:
    char = fault.after[:3].decode("utf-8", "ignore")[:1]
    if char and ((char < " " and char not in "\t\n\r") or char in "\ufffe\uffff"):
        return fault.here(f"the control character U+{ord(char):04X} cannot stand in XML", "take it out")
    return None


def _markup(fault: Fault) -> Told | None:
    """A stray & or <, and what looks like the end of something."""
    tail = fault.before[-50:]
    ampersand = _AMPERSAND.search(tail)
    if ampersand:
        name = ampersand[1].decode()
        known = f"{name};" in html5 or name.startswith("#")
        hint = f"write &amp; for the character itself{', or put ; after it' if known else ''}"
        return fault.at(
            fault.index - len(ampersand[0]), f"a stray &{name}: & begins an entity and cannot be text", hint
        )
    if tail.endswith(b"<") and fault.after.startswith(b"/") and not fault.opened:
        return explain_rest(replace(fault, index=fault.index - 1, column=fault.column - 1))
    if tail.endswith((b"<", b"</")):
        name = re.match(rb"[ \t]+([A-Za-z][\w.:-]*)\s*/?>", fault.after)
        if name:
            begin = tail[tail.rindex(b"<") :].decode()
            message = f"there is a blank between {begin} and {name[1].decode()}"
            return fault.at(fault.index - len(begin), message, f"write {begin}{name[1].decode()}>")
        hint = "write &lt; for the character itself"
        return fault.at(fault.before.rindex(b"<"), "a stray <: it begins a tag and cannot be text", hint)
    if tail.endswith(b"]]") and fault.after.startswith(b">"):
        return fault.at(fault.index - 2, "]]> cannot stand in text", "write ]]&gt;")
    if tail.endswith(b"--") and fault.before.rfind(b"<!--") > fault.before.rfind(b"-->"):
        return fault.at(fault.index - 2, "-- cannot stand in a comment", "write one hyphen, or a dash")
    return None


def explain_entity(fault: Fault) -> Told | None:
    """An entity that XML does not know, or a number that is no character."""
    found = _ENTITY.match(fault.data, fault.index)
    if not found:
        return None
    name = found[1].decode("utf-8", "replace")
    if name.startswith("#"):
        return fault.here(f"&{name}; is not a character that XML can hold", "take it out")
    char = html5.get(f"{name};", "")
    written = f"write {char if char.strip() else ''.join(f'&#{ord(c)};' for c in char)} instead" if char else ""
    hint = written or "only &amp; &lt; &gt; &quot; &apos; are known; write the character itself"
    return fault.here(f"XML does not know the entity &{name};", hint)
