"""How the values of XML Schema's datatypes are written, and what they are worth when two are compared."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from chancery.validators.rng.characters import NAME, NAME_START

_NC_START, _NC = NAME_START.replace(":", "", 1), NAME.replace(":", "", 1)
_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"(?P<year>-?(?!0000)(?:[1-9][0-9]{3,}|0[0-9]{3}))"  # there was no year 0
_MONTH, _DAY = r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12][0-9]|3[01])"
# with a leap second, without 24:00, as jing has it
_TIME = r"(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]*)?)"
_REAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_SECONDS = r"[0-9]+(?:\.[0-9]*)?S|\.[0-9]+S"
_B64 = r"[A-Za-z0-9+/]"

PATTERNS = {
    "string": r"(?s:.*)", "normalizedString": r"(?s:.*)", "token": r"(?s:.*)",
    "boolean": "true|false|1|0",
    "decimal": _REAL, "integer": r"[+-]?[0-9]+",
    "float": rf"{_REAL}(?:[eE][+-]?[0-9]+)?|-?INF|NaN", "double": rf"{_REAL}(?:[eE][+-]?[0-9]+)?|-?INF|NaN",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}", "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "time": f"{_TIME}{_ZONE}", "gYear": f"{_YEAR}{_ZONE}", "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}", "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}", "gDay": f"---{_DAY}{_ZONE}",
    "duration": r"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?"
    rf"(?:T(?=[0-9.])(?:[0-9]+H)?(?:[0-9]+M)?(?:{_SECONDS})?)?",
    "hexBinary": "(?:[0-9A-Fa-f]{2})*",
    "base64Binary": f"(?:(?:{_B64} ?){{4}})*(?:(?:{_B64} ?){{2}}[AEIMQUYcgkosw048] ?=|{_B64} ?[AQgw] ?= ?=)?",
    "language": "[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "NMTOKEN": f"[{NAME}]+", "Name": f"[{NAME_START}][{NAME}]*", "NCName": f"[{_NC_START}][{_NC}]*",
    "QName": f"(?:[{_NC_START}][{_NC}]*:)?[{_NC_START}][{_NC}]*",
    "anyURI": r"(?:(?:[A-Za-z][A-Za-z0-9+.\-]*:(?=[^#])|(?![^/?#]*:))"
    r"(?:[^%#]|%[0-9A-Fa-f]{2})*)?(?:#(?:[^%#]|%[0-9A-Fa-f]{2})*)?",
}  # fmt: skip
SAME_AS = {"ID": "NCName", "IDREF": "NCName", "ENTITY": "NCName", "NOTATION": "QName"}
LISTS = {"NMTOKENS": "NMTOKEN", "IDREFS": "IDREF", "ENTITIES": "ENTITY"}
BOUNDS: dict[str, tuple[int | None, int | None]] = {
    "nonNegativeInteger": (0, None), "positiveInteger": (1, None), "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1), "long": (-(2**63), 2**63 - 1), "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1), "byte": (-128, 127), "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1), "unsignedShort": (0, 2**16 - 1), "unsignedByte": (0, 255),
}  # fmt: skip
DATES = ("dateTime", "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay")


def day_exists(found: re.Match[str]) -> bool:
    """Whether the month of a date has its day."""
    parts = found.groupdict()
    if not parts.get("day") or not parts.get("month"):
        return True
    year = int(parts.get("year") or 2000)
    year += year < 0  # the year before the first is -1
    return int(parts["day"]) <= monthrange(2000 + year % 400, int(parts["month"]))[1]


def _number(text: str) -> Any:
    return Decimal(text.replace("INF", "Infinity"))


def _moment(text: str) -> Any:
    """A date or time as it sorts; the zone is left for the comparison of equals alone."""
    negative = text.startswith("-") and not text.startswith("--")
    numbers = tuple(
        Decimal(n) for n in re.findall(r"[0-9]+(?:\.[0-9]+)?", re.sub(r"(?<=[0-9])(Z|[+-]\d\d:\d\d)$", "", text))
    )
    return (tuple(-n for n in numbers[:1]) + numbers[1:]) if negative else numbers


def worth(name: str) -> Callable[[str], Any]:
    """The function that gives what a value of the type is worth when it is compared."""
    if name in ("decimal", "integer", "float", "double") or name in BOUNDS:
        return _number
    if name in DATES:
        return _moment
    if name == "boolean":
        return lambda text: text in ("true", "1")
    return str.lower if name == "hexBinary" else str
