"""A table of `edition.toml` against the keys it may have: values that are right, findings for the rest."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition.keys import Key, Kind
from chancery.edition.lines import find_line
from chancery.edition.values import Value, guess_name, name_type, read_value

Table = Mapping[str, object]
Report = Callable[[str, str, str, str], None]  # code, key, message, hint


@dataclass(frozen=True, slots=True)
class Toml:
    """A TOML file's text and what it says."""

    name: str
    text: str
    data: Table

    def finding(self, code: str, path: tuple[str, ...], message: str, hint: str = "") -> Diagnostic:
        """A finding at the line of the key at `path`."""
        return Diagnostic(code, self.name, find_line(self.text, path), message, hint)


def read_toml(data: bytes, name: str) -> Toml:
    """What the file says; raises ChanceryError with the line when it isn't TOML."""
    line: int | None = None
    column: int | None = None
    try:
        text = data.decode("utf-8-sig")
        return Toml(name, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line, message = data.count(b"\n", 0, error.start) + 1, "is not UTF-8, as TOML must be"
    except RecursionError:
        message = "is nested too deeply"
    except (tomllib.TOMLDecodeError, ValueError) as error:
        message = str(error)
        if match := re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message):
            line, column = (int(match[1]), int(match[2])) if match[1] else (text.count("\n") + 1, None)
            message = message[: match.start()]
        message = f"is not valid TOML: {message[:1].lower()}{message[1:]}"
    found = Diagnostic(
        "C001", name, line, f"the file {message}", "text stands in quotes, a table begins with [name]", column
    )
    raise ChanceryError(str(found), status=Exit.UNREADABLE, diagnostics=(found,))


def read_table(table: Table, keys: Sequence[Key], report: Report) -> dict[str, Value]:
    """The values of the table's keys; an unknown key and a wrong value are reported and left out."""
    known = {key.name: key for key in keys}
    values: dict[str, Value] = {}
    for name, value in table.items():
        if name not in known:
            report("C002", name, f"there is no key {name!r} here", guess_name(name, list(known)))
        elif known[name].kind not in (Kind.TABLES, Kind.DOCUMENTS):
            try:
                values[name] = read_value(known[name].kind, value)
            except ValueError as error:
                code = "C004" if known[name].kind is Kind.DATE else "C003"
                report(code, name, f"{name} {error}", f"write it so: {name} = {known[name].example}")
    return values


def read_tables(toml: Toml, name: str, findings: list[Diagnostic]) -> dict[str, Table]:
    """The tables `[name.X]` by X; what stands there and is no table is reported."""
    value = toml.data.get(name, {})
    if not isinstance(value, dict):
        message = f"{name} must be tables such as [{name}.NAME], not {name_type(value)}"
        findings.append(toml.finding("C003", (name,), message))
        return {}
    tables: dict[str, Table] = {}
    for key, table in value.items():
        if isinstance(table, dict):
            tables[key] = cast(Table, table)
        else:
            message = f"{key} in [{name}] must be a table [{name}.{key}], not {name_type(table)}"
            findings.append(toml.finding("C003", (name, key), message))
    return tables


def texts(values: Mapping[str, Value]) -> dict[str, str]:
    """The values that are single texts."""
    return {name: value for name, value in values.items() if isinstance(value, str)}
