"""Words as part of an id or of a file's name."""

from __future__ import annotations

import re
import unicodedata


def slug(words: str) -> str:
    """The words in small letters, digits and hyphens; empty where none of them has any."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[‐-―]", "-", words)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
