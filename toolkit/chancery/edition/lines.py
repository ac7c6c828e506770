"""Where in a TOML text a key stands: tomllib gives values without lines."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any

MANY = 2000  # lines; beyond that halving takes too long

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')"""
_PATH = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_SEVERAL_LINES = re.compile(
    r'''("""(?:\\.|[^\\])*?"""|\'{3}.*?\'{3})|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*''', re.DOTALL
)
_HEADER = re.compile(rf"\s*\[\s*({_PATH})\s*\]\s*(?:#.*)?")
_SETTING = re.compile(rf"\s*({_PATH})\s*=")


def find_line(text: str, path: tuple[str, ...]) -> int | None:
    """The line, counted from 1, where the key at `path` begins; None when it isn't there.

    The places of keys that begin a line, as they nearly always do, are known from one pass. For the rest: a prefix of
    whole lines either parses or ends within a value, and a key, once there, stays: so the first prefix that has it is
    found by halving.
    """
    if path in (places := _places(text)):
        return places[path]
    lines = text.split("\n")
    if len(lines) > MANY:
        return None
    low, high = 0, len(lines)
    if not _has(lines, high, path):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        probe = next((n for n in (*range(middle, high), *range(middle - 1, low, -1)) if _parses(lines, n)), None)
        if probe is None:  # one value takes up all these lines
            break
        low, high = (low, probe) if _has(lines, probe, path) else (probe, high)
    return next((n + 1 for n in range(low, high) if lines[n].strip() and not lines[n].lstrip().startswith("#")), high)


@lru_cache(maxsize=4)
def _places(text: str) -> dict[tuple[str, ...], int]:
    """The lines of the keys and tables that begin one."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    bare = _SEVERAL_LINES.sub(lambda match: "\n" * match[0].count("\n") if match[1] else match[0], text)
    for number, line in enumerate(bare.split("\n"), 1):
        header = _HEADER.fullmatch(line)
        match = header or _SETTING.match(line)
        if not match:
            table = ("[[",) if line.lstrip().startswith("[[") else table
            continue
        keys = tuple(key[1:-1] if key[0] in "\"'" else key for key in re.findall(_KEY, match[1]))
        start = () if header else table
        for size in range(1, len(keys) + 1):
            found.setdefault((*start, *keys[:size]), number)
        table = keys if header else table
    return found


def _parse(lines: list[str], count: int) -> dict[str, Any] | None:
    try:
        return tomllib.loads("\n".join(lines[:count]))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _parses(lines: list[str], count: int) -> bool:
    return _parse(lines, count) is not None


def _has(lines: list[str], count: int, path: tuple[str, ...]) -> bool:
    value: Any = _parse(lines, count)
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True
