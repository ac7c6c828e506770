"""That an import lost nothing: the volume's text, word by word, against that of the parts made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from chancery.diagnostics import Diagnostic
from chancery.tei.tree import TEI, XML_ID, line_of

_NOT_LISTED = "[not(ancestor::t:list[@type = 'documents'])]"  # titles of documents, there and not here
_SPACE = re.compile(r"[ \t\r\n]+")


def compare_texts(
    root: etree._Element, text: etree._Element, divs: Sequence[etree._Element], name: str
) -> list[Diagnostic]:
    """I001 where the text of a part is not the volume's, white space aside; I007 where only its order is another."""
    originals = [el for el in root.iter(f"{TEI}div") if el.get("type") == "document" and not _is_inside(el)]
    found = []
    for before, after in zip(originals, divs, strict=True):
        found += _compare(_characters(before), _characters(after), f"document {after.get(XML_ID)}", before, name)
    own = root.find(f"{TEI}text")
    if own is not None:
        left = _characters(own, "[not(ancestor::t:div[@type = 'document'])]")
        found += _compare(left, _characters(text, _NOT_LISTED), "the volume apart from its documents", own, name)
    return found


def _compare(old: str, new: str, what: str, place: etree._Element, name: str) -> list[Diagnostic]:
    if old == new:
        return []
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    words = f"“{old[max(0, at - 20) : at + 20]}” became “{new[max(0, at - 20) : at + 20]}”"
    if sorted(old) == sorted(new):
        message = f"the text of {what} has another order than in the volume: {words}"
        return [Diagnostic("I007", name, line_of(place), message, "compare it with the volume")]
    message = f"the text of {what} is not the volume's: {words}"
    return [Diagnostic("I001", name, line_of(place), message, "this is a fault of the import; please report it")]


def _characters(part: etree._Element, which: str = "") -> str:
    """The characters of a part without white space."""
    found = part.xpath(f".//text(){which}", namespaces={"t": TEI[1:-1]})
    return _SPACE.sub("", "".join(map(str, found))) if isinstance(found, list) else ""


def _is_inside(div: etree._Element) -> bool:
    return any(above.get("type") == "document" for above in div.iterancestors(f"{TEI}div"))
