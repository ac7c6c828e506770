"""The files that are the same for all editions but for the colours of their links: style, script, fonts, the logo."""

from __future__ import annotations

import re

from chancery.model.publication import SiteFacts
from chancery.resources import XSLT

FOLDER = XSLT / "html"
SCRIPTS = ("edition.js", "tables.js")
ICON = "edition.svg"

_FONT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def make_static(site: SiteFacts) -> dict[str, bytes]:
    """The files by name."""
    scripts = (*SCRIPTS, "search.js") if site.search else SCRIPTS
    fonts = sorted(path for path in (FOLDER / "fonts").iterdir() if _FONT.fullmatch(path.name))
    return {
        "edition.css": (_shrink((FOLDER / "edition.css").read_text("utf-8")) + _colour(site)).encode(),
        **{name: _shrink_script((FOLDER / name).read_text("utf-8")).encode() for name in scripts},
        ICON: (FOLDER / ICON).read_bytes(),
        **{f"fonts/{path.name}": path.read_bytes() for path in fonts},
        **dict(file for file in (site.logo, site.book) if file),
    }


def _shrink(style: str) -> str:
    """The same rules without comments and the blanks that only people need; strings have no signs of this kind."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", style)).replace(";}", "}")


def _shrink_script(script: str) -> str:
    """The same script without indents and the lines that are comments; no string of it runs over a line."""
    return re.sub(r"^(?:[ \t]*(?://.*)?\n)+|^[ \t]+", "", script, flags=re.MULTILINE)


def _colour(site: SiteFacts) -> str:
    """The rules for the edition's own colours; they are checked where they are read."""
    light = f"\n:root {{ --link: {site.accent}; }}\n" if site.accent else ""
    own = f":root {{ --link: {site.accent_dark}; }}"
    dark = f"@media (prefers-color-scheme: dark) {{ {own} }}\n" if site.accent_dark else ""
    if light and not dark:  # the light one would be wrong on dark paper
        light = f"@media not (prefers-color-scheme: dark) {{ {light.strip()} }}\n"
    return light + dark
