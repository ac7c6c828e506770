"""Which document this is: volume and number from the edition, else from the file's name, else from the heading."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.diagnostics import Diagnostic
from chancery.model.document import Document, Kind

_STEM = re.compile(r"(?P<volume>[A-Za-z][\w.-]*)_d(?P<number>\d+[a-z]?)\Z")
_HEADING = re.compile(r"\[?(?:No\. ?)?(?P<number>\d{1,4}[a-z]?)(?:[.\]]|\s|\Z)")
# What kind of document a title names, the first that fits; the words stand before any "From" or "to".
_KINDS = (
    ("editorial note", re.compile(r"editorial note", re.I)),
    ("memorandum of conversation", re.compile(r"memorand\w+ of (?:a )?(?:telephone )?conversation|memcon", re.I)),
    ("minutes", re.compile(r"\bminutes\b|memorandum of (?:a |the )?(?:discussion|meeting)|\brecord of", re.I)),
    ("telegram", re.compile(r"\b(?:circular )?(?:telegram|airgram|cable)\b", re.I)),
    ("letter", re.compile(r"\bletter\b", re.I)),
    ("memorandum", re.compile(r"\bmemorandum\b", re.I)),
    ("national intelligence estimate", re.compile(r"intelligence estimate|\bS?NIE\b", re.I)),
    ("message", re.compile(r"\bmessage\b", re.I)),
    ("report", re.compile(r"\breport\b", re.I)),
    ("paper", re.compile(r"\bpaper\b", re.I)),
)  # fmt: skip


def identify(document: Document) -> Document:
    """The document with its volume, number and kind, and a warning where the sources of its number disagree."""
    stem = _STEM.match(document.source.stem)
    head = next((b for b in document.blocks if b.kind is Kind.HEAD), None)
    printed = _HEADING.match(head.text.chars) if head else None
    known = document.metadata
    number = known.number or (stem["number"] if stem else "") or (printed["number"] if printed else "")
    volume = known.volume if known.volume.id or not stem else replace(known.volume, id=stem["volume"])
    kind = known.kind or (name_kind(head.text.chars) if head else "") or _kind_before(document)
    metadata = replace(known, number=number, volume=volume, kind=kind)
    document = replace(document, metadata=metadata)
    if head and printed and number and not _agree(printed["number"], number):
        line = document.source.line(head.text.origin(0))
        message = f"the heading says {printed['number']}, the edition or the file's name says {number}"
        found = Diagnostic("S006", document.source.path, line, message, "correct edition.toml or the file's name")
        document = replace(document, diagnostics=(*document.diagnostics, found))
    return document


def _agree(printed: str, number: str) -> bool:
    """Whether the printed number is the known one; it may still have a marker glued to it ("No. 191")."""
    return printed == number or (printed.startswith(number) and len(printed) <= len(number) + 2)


def name_kind(title: str) -> str:
    """What kind of document a title names: telegram, memorandum …; empty where it names none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), "")


def _kind_before(document: Document) -> str:
    """The kind that a file number before the heading tells: "611.94/2–1752: Telegram"."""
    source = next((b.text.chars for b in document.blocks if b.kind is Kind.SOURCE), "")
    return name_kind(source.partition(":")[2])
