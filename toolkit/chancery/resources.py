"""Where the stylesheets, the print template and the schema lie: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    shipped = _PACKAGE / f"{name}_files"
    return shipped if shipped.is_dir() else _CHECKOUT / name


XSLT = _folder("xslt")
SCHEMA = _folder("schema")
SCHEMA_FILES = ("chancery.rng", "chancery.sch")  # for editors such as oXygen and VS Code, which check while one types
