"""Values of `edition.toml` and of its CSV file as the model wants them; a wrong one raises ValueError in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from difflib import get_close_matches

from chancery.edition.keys import OUTPUTS, Kind

Value = str | tuple[str, ...]

_OFFSET = r"(Z|(?:[+-](?:0\d|1[0-2])|\+13):[0-5]\d)"  # as the schema has it
_DATE = re.compile(rf"([12]\d{{3}})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?{_OFFSET}?)?)?)?")
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
_ADDRESS = re.compile(rf"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?]{_CHARACTER})?(#{_CHARACTER})?")  # as the schema has it
_MOST = 10**9  # numbers beyond it count nothing in a book
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = (Kind.NUMBER, Kind.DATE)
_LISTS = (Kind.TEXTS, Kind.PATHS, Kind.OUTPUTS)


def read_value(kind: Kind, value: object) -> Value:
    """The value as text or a tuple of texts; dates in the form that TEI wants."""
    if kind in _LISTS:
        return _read_list(kind, value)
    if kind is Kind.SWITCH:
        if not isinstance(value, bool):
            raise ValueError(f"must be true or false, without quotes, not {name_type(value)}")
        return str(value).lower()
    if kind in _SPECIAL and isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > _MOST:
            raise ValueError("is too large a number")
        value = str(value)
    return read_date(value) if kind is Kind.DATE else _read_text(kind, value)


def _read_text(kind: Kind, value: object) -> str:
    if not isinstance(value, str):
        wanted = "a number or a text" if kind in _SPECIAL else "a text in quotes"
        raise ValueError(f"must be {wanted}, not {name_type(value)}")
    if bad := _NOT_XML.search(value):
        raise ValueError(f"holds the control character U+{ord(bad[0]):04X}")
    text = " ".join(value.split()) if kind is not Kind.PATH else value
    if kind is Kind.ADDRESS and text and not _ADDRESS.fullmatch(text):
        raise ValueError(f"must be an address that begins with https://, not {text!r}")
    if kind is Kind.LANGUAGE and not _LANGUAGE.fullmatch(text):
        raise ValueError(f"must be a language code such as en or de, not {text!r}")
    if kind is Kind.COLOUR and not _COLOUR.fullmatch(text := text.lower()):
        raise ValueError(f"must be a colour such as #1b4f8c, not {text!r}")
    return text


def _read_list(kind: Kind, value: object) -> tuple[str, ...]:
    if kind is Kind.PATHS and isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise ValueError(f"must be a list of texts in brackets, not {name_type(value)}")
    texts = tuple(_read_text(Kind.PATH if kind is Kind.PATHS else Kind.TEXT, item) for item in value)
    for text in texts if kind is Kind.OUTPUTS else ():
        if text not in OUTPUTS:
            raise ValueError(f"knows no output {text!r}; there are {' and '.join(OUTPUTS)}")
    return texts


def read_date(value: object) -> str:
    """The date as XML Schema writes it: 1967, 1967-10, 1967-10-13 or 1967-10-13T13:00:00+00:00."""
    if isinstance(value, datetime | date):  # TOML has dates of its own
        value = value.isoformat()
    if not isinstance(value, str):
        raise ValueError(f"must be a date such as 1967-10-13, not {name_type(value)}")
    match = _DATE.fullmatch(value.strip())
    if not match:
        raise ValueError(f"must be a date such as 1967-10-13, not {value!r}")
    year, month, day, time, seconds, offset = match.groups()
    try:
        datetime.fromisoformat(
            f"{year}-{month or '01'}-{day or '01'}T{time or '00:00'}{seconds or ':00'}{offset or ''}"
        )
    except ValueError:
        raise ValueError(f"is no date of the calendar: {value!r}") from None
    whole = "-".join(part for part in (year, month, day) if part)
    zone = "+00:00" if offset == "Z" else offset or ""  # letters are refused in the encoding
    return f"{whole}T{time}{seconds or ':00'}{zone}" if time else whole


def check_dates(facts: dict[str, str]) -> str:
    """What is wrong with a document's dates taken together, in words; empty when nothing is."""
    ways = [pair for pair in (("date",), ("from", "to"), ("not_before", "not_after")) if any(map(facts.get, pair))]
    if len(ways) > 1:
        return f"has {' and '.join(ways[0])} and {' and '.join(ways[1])}: one way of dating is enough"
    for first, last in (("from", "to"), ("not_before", "not_after")):
        a, b = facts.get(first, ""), facts.get(last, "")
        shorter = min(len(a), len(b), 10)
        if a[:shorter] > b[:shorter]:
            return f"has {last} ({b}) before {first} ({a})"
    return ""


def guess_name(name: str, known: tuple[str, ...] | list[str]) -> str:
    """A hint that names the nearest of the known names, else all of them if they are few."""
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]}?"
    return f"there are {', '.join(known)}" if 0 < len(known) <= 15 else ""


def name_type(value: object) -> str:
    """What a TOML value is, in words."""
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")
