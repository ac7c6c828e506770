"""Tags that do not go together."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from chancery.validators.broken.fault import Closed, Fault, Opened, Told, is_first, name_at

_END_TAG = re.compile(rb"</\s*([^\s>]+)")
_CLOSE = 0.7
_MOST = 6  # end tags in a hint


def explain_mismatch(fault: Fault) -> Told:
    """An end tag that is not that of the element opened last."""
    index = fault.data.rfind(b"</", 0, fault.index + 2)
    name, top = name_at(fault.data, index), fault.opened[-1]
    if name in {one.name for one in fault.opened}:
        return _unclosed(fault, index, name)
    if SequenceMatcher(None, name.lower(), top.name.lower()).ratio() >= _CLOSE:
        return _misspelt(fault, index, name, top)
    early = _closed_early(fault, name)
    if early:
        message = f"</{name}> closes the <{name}> of line {early.opened.line} here, and again on line {fault.line}"
        return fault.at(early.index, message, "take one of the two end tags out")
    message = f"</{name}> closes nothing: no <{name}> is open"
    hint = f"take it out, or put <{name}> where it begins; open here is the <{top.name}> of line {top.line}"
    return fault.at(index, message, hint)


def _closed_early(fault: Fault, name: str) -> Closed | None:
    """The end tag that is not where the lines say: its start tag stands first on one, and is indented otherwise."""
    last = next((one for one in reversed(fault.closed) if one.opened.name == name), None)
    if last is None or last.line == last.opened.line or not is_first(fault.data, last.opened.index):
        return None
    indented = last.index - fault.data.rfind(b"\n", 0, last.index)
    return last if not is_first(fault.data, last.index) or indented != last.opened.column else None


def _misspelt(fault: Fault, index: int, name: str, top: Opened) -> Told:
    """Two tags that should be of one name: the one that the file has elsewhere is the right one."""
    if _uses(fault.data, name) > _uses(fault.data, top.name):
        message = f"<{top.name}> is closed by </{name}> on line {fault.line}"
        return fault.at(top.index, message, f"did you mean <{name}>?")
    message = f"</{name}> does not close the <{top.name}> of line {top.line}"
    return fault.at(index, message, f"did you mean </{top.name}>?")


def _uses(data: bytes, name: str) -> int:
    return len(re.findall(rb"<" + re.escape(name.encode()) + rb"[\s/>]", data))


def _unclosed(fault: Fault, index: int, name: str) -> Told:
    """An element is open in the one that the end tag closes."""
    top = fault.opened[-1]
    following = _END_TAG.search(fault.data, index + 2)
    if following and following[1].decode("utf-8", "replace") == top.name and len(fault.opened) > 1:
        gap = fault.data[index : following.start()]
        if fault.opened[-2].name == name and f"<{top.name}".encode() not in gap and b"\n" not in gap:
            message = f"</{name}> comes while the <{top.name}> of line {top.line} in it is open: elements cannot cross"
            return fault.at(index, message, f"close <{top.name}> before </{name}>")
    message = f"the <{top.name}> of line {top.line} is not closed before </{name}>"
    if top.again >= 0:
        return _closed_before(fault, top)
    return fault.at(index, message, f"put </{top.name}> where it ends")


def _closed_before(fault: Fault, top: Opened) -> Told:
    """The place behind the last word before an element in which the next of its name begins."""
    end = len(fault.data[: top.again].rstrip())
    message = f"the <{top.name}> of line {top.line} is not closed before the next <{name_at(fault.data, top.again)}>"
    return fault.at(end, message, f"put </{top.name}> here")


def explain_end(fault: Fault) -> Told:
    """The file ends too early."""
    if fault.after.startswith(b"<!--"):
        return fault.here("the comment that begins here does not end", "close it with -->")
    if fault.after.startswith(b"<![CDATA["):
        return fault.here("the CDATA section that begins here does not end", "close it with ]]>")
    if fault.after.startswith(b"<"):
        return fault.here(
            f"the tag that begins here, <{name_at(fault.data, fault.index)}, does not end", "close it with >"
        )
    if not fault.opened:
        return fault.here("the file holds no element", "a TEI document has a TEI element")
    top = fault.opened[-1]
    if top.again >= 0:
        return _closed_before(fault, top)
    missing = "".join(f"</{one.name}>" for one in reversed(fault.opened))
    hint = (
        f"put {missing} here, if nothing else is lost"
        if len(fault.opened) <= _MOST
        else "compare with a copy of the file"
    )
    return fault.here(f"the file ends, but the <{top.name}> of line {top.line} is not closed", hint)


def explain_rest(fault: Fault) -> Told:
    """Something stands before the beginning or behind the end."""
    if fault.after.startswith(b"<?xml"):
        hint = (
            "take out what stands before it"
            if not fault.before.strip()
            else "take it out; a file has one, at its beginning"
        )
        return fault.here("the XML declaration does not stand at the very beginning of the file", hint)
    if fault.after.startswith(b"</"):
        name = name_at(fault.data, fault.index)
        return fault.here(
            f"</{name}> closes nothing: all elements are closed already", "take it out, or an end tag before it"
        )
    if fault.after.startswith(b"<"):
        what = f"<{name_at(fault.data, fault.index)}> stands behind"
    else:
        what = "there is text behind"
    return fault.here(f"{what} the end of the element that holds the whole file", "put it inside")
