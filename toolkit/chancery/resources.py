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
LABELS = XSLT / "labels"  # a file a language
SCHEMA_FILES = ("chancery.rng", "chancery.sch")  # for editors such as oXygen and VS Code, which check while one types


def find_labels(language: str) -> Path:
    """The labels of the language that a tag like de-AT begins with; the English ones where there are none."""
    own = LABELS / f"{language.partition('-')[0].lower()}.xml"
    return own if own in LABELS.iterdir() else LABELS / "en.xml"
