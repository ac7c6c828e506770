"""Where in a TOML text a key stands: tomllib gives values without lines."""

from __future__ import annotations

import tomllib
from typing import Any


def find_line(text: str, path: tuple[str, ...]) -> int | None:
    """The line, counted from 1, where the key at `path` begins; None when it isn't there.

    A prefix of whole lines either parses or ends within a value, and a key, once there, stays: so the first prefix
    that has it is found by halving.
    """
    lines = text.split("\n")
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
