"""What the edition says of each document: from tables, from a CSV file, and from the names of the files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chancery.diagnostics import Diagnostic
from chancery.edition.keys import DOCUMENT
from chancery.edition.tables import Toml, read_table, read_tables, texts
from chancery.edition.values import check_dates, guess_name
from chancery.model.metadata import Metadata, Volume

_STEM = re.compile(r"(?P<volume>.+)_d(?P<number>\d+[A-Za-z]?)")
_RENAMED = {"from": "date_from", "to": "date_to"}  # `from` is a word of Python


def describe(stem: str, facts: Mapping[str, str], volumes: Mapping[str, Volume]) -> Metadata:
    """A document's facts, its volume and number from the file's name where nothing else gives them."""
    match = _STEM.fullmatch(stem)
    name = facts.get("volume") or (match["volume"] if match else "")
    volume = volumes.get(name, Volume(id=name))
    if facts.get("rights"):
        volume = replace(volume, rights=facts["rights"])
    number = facts.get("number") or (match["number"] if match else "")
    rest: dict[str, Any] = {_RENAMED.get(k, k): v for k, v in facts.items() if k not in ("volume", "number", "rights")}
    return Metadata(volume=volume, number=number, **rest)


def read_document_tables(toml: Toml, findings: list[Diagnostic]) -> dict[str, dict[str, str]]:
    """Facts by document from the tables `[documents.NAME]`."""
    found: dict[str, dict[str, str]] = {}
    for name, table in read_tables(toml, "documents", findings).items():

        def report(code: str, key: str, message: str, hint: str, name: str = name) -> None:
            findings.append(toml.finding(code, ("documents", name, key), message, hint))

        facts = found[name] = texts(read_table(table, DOCUMENT, report))
        if wrong := check_dates(facts):
            findings.append(toml.finding("C004", ("documents", name), f"{name} {wrong}"))
    return found


def read_document_csv(text: str, shown: str, findings: list[Diagnostic]) -> dict[str, dict[str, str]]:
    """Facts by document from a CSV file whose first column is `document`; empty fields say nothing."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    found: dict[str, dict[str, str]] = {}
    try:
        header = [name.strip() for name in next(rows, [])]
        if not _check_header(header, shown, findings):
            return {}
        for row in rows:
            line = rows.line_num
            if any(field.strip() for field in row):
                _read_row(header, row, line, shown, found, findings)
    except csv.Error as error:
        findings.append(Diagnostic("C006", shown, rows.line_num, f"this is not CSV: {error}"))
    return found


def _check_header(header: list[str], shown: str, findings: list[Diagnostic]) -> bool:
    known = ["document", *(key.name for key in DOCUMENT)]
    before = len(findings)
    if not header or header[0] != "document":
        hint = "commas separate the columns" if header and ";" in header[0] else ""
        findings.append(Diagnostic("C006", shown, 1, "the first column must be called document", hint))
        return False
    for column, name in enumerate(header, 1):
        if name not in known:
            hint = guess_name(name, known)
            findings.append(Diagnostic("C002", shown, 1, f"there is no column {name!r} (column {column})", hint))
        elif name in header[: column - 1]:
            findings.append(Diagnostic("C006", shown, 1, f"there are two columns {name!r}"))
    return len(findings) == before


def _read_row(header: list[str], row: list[str], line: int, shown: str,
              found: dict[str, dict[str, str]], findings: list[Diagnostic]) -> None:  # fmt: skip
    if len(row) > len(header):
        findings.append(Diagnostic("C006", shown, line, f"{len(row)} fields for {len(header)} columns",
                                   "a field with a comma stands in quotes"))  # fmt: skip
        return
    fields = {name: field for name, field in zip(header, row, strict=False) if field.strip()}
    name = fields.pop("document", "").strip()
    if not name or name in found:
        message = f"{name} stands here a second time" if name else "a row without a document's name"
        findings.append(Diagnostic("C006", shown, line, message))
        return

    def report(code: str, key: str, message: str, hint: str) -> None:
        findings.append(Diagnostic(code, shown, line, message, hint.replace(" = ", ": ")))

    facts = found[name] = texts(read_table(fields, DOCUMENT, report))
    if wrong := check_dates(facts):
        findings.append(Diagnostic("C004", shown, line, f"{name} {wrong}"))
