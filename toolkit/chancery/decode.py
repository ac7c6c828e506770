"""Bytes to characters: which encoding a source file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from chancery.diagnostics import Diagnostic, Severity
from chancery.model.source import Source

# How files begin that people take for text, or drop into a folder of sources by mistake.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (a Word or OpenOffice file is one)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_TEI = re.compile(r"\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?:TEI|standOff|listPerson)[\s>]", re.DOTALL)
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
                     (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAYS = re.compile("[^\\s\ufeff\ufffe\uffff\x00-\x1f\x7f]|\0")
_MIXED = re.compile("Ã[\x80-¿]|â€|Â[\xa0-¿]")  # UTF-8 read as windows-1252 looks so
_MANY, _SHARE, _MOST = 10, 0.01, 0.2  # more control characters than the first two, or than the last, is no text


def decode_source(data: bytes, shown: str, stem: str) -> tuple[Source, list[Diagnostic]]:
    """The characters of a file, a byte order mark among them; without text, and with one error, when it has none."""
    empty = Source(shown, stem, "")
    kind = next((name for magic, name in MAGIC if data.startswith(magic)), "")
    if kind:
        return empty, [Diagnostic("S002", shown, None, f"this is {kind}, not text", "save it as plain text first")]
    text, encoding, findings = _decode(data, shown)
    if not findings or findings[0].code == "S003":
        findings = findings + _check_characters(text, shown)
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if errors:
        return empty, errors
    return Source(shown, stem, text, encoding), findings


def _decode(data: bytes, shown: str) -> tuple[str, str, list[Diagnostic]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, []  # these keep the mark as a character
            except UnicodeDecodeError:
                found = Diagnostic("S002", shown, None, f"begins like {encoding.upper()}, but is not text")
                return "", encoding, [found]
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        return _decode_single_bytes(data, shown, error.start)


def _decode_single_bytes(data: bytes, shown: str, at: int) -> tuple[str, str, list[Diagnostic]]:
    try:
        encoding, name = "cp1252", "windows-1252"
        text = data.decode(encoding)
    except UnicodeDecodeError:  # five bytes mean nothing there
        encoding, name = "latin-1", "Latin-1"
        text = data.decode(encoding)
    line = data.count(b"\n", 0, at) + 1
    message = f"the file is not UTF-8 (first seen: byte 0x{data[at]:02X} in this line); it was read as {name}"
    hint = "save it as UTF-8 and look at its accents and dashes"
    if _MIXED.search(text):
        hint = "parts of it are UTF-8 and come out wrong: save the whole file as UTF-8"
    return text, encoding, [Diagnostic("S003", shown, line, message, hint)]


def _check_characters(text: str, shown: str) -> list[Diagnostic]:
    if not _SAYS.search(text):
        return [Diagnostic("S001", shown, None, "the file is empty")]
    if _TEI.match(text):
        hint = "put it into the folder of the encoded documents"
        return [Diagnostic("S002", shown, None, "this is TEI already, not a source", hint)]
    first = _NOT_XML.search(text)
    if not first:
        return []
    count = sum(1 for _ in _NOT_XML.finditer(text))
    if "\0" in text or count > min(max(_MANY, len(text) * _SHARE), len(text) * _MOST):
        return [Diagnostic("S002", shown, None, "this is a binary file, not text", "save it as plain text first")]
    return [_left_out(text, first, count, shown)]


def _left_out(text: str, first: re.Match[str], count: int, shown: str) -> Diagnostic:
    """The finding for the characters that the reader will have to leave out of the text."""
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - (text.rfind("\n", 0, first.start()) + 1) + 1
    more = f", nor can {count - 1} more" if count > 1 else ""
    message = f"the control character U+{ord(first[0]):04X} cannot stand in XML{more}: left out"
    hint = "where it parted words, put a space or a line break there"
    return Diagnostic("S007", shown, line, message, hint, column)
