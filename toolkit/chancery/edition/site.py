"""The table `[site]` of `edition.toml`: what the edition says of its web pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.edition.keys import SITE
from chancery.edition.tables import Toml, read_table, texts
from chancery.edition.values import Value, name_type
from chancery.files import inside, name_page
from chancery.model.metadata import EditionFacts
from chancery.model.publication import SiteFacts
from chancery.resources import LABELS, find_labels

PAPERS = {  # what links stand on, as edition.css has it: the page, what is raised from it, what is lit
    "accent": ("#fcfbf7", "#f3f0e8", "#f4ead0"),
    "accent_dark": ("#181715", "#23211e", "#3a3323"),
}
CONTRAST = 4.5  # WCAG 2.2, 1.4.3
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
PAGES = (".md", ".xml")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What `[site]` says, its files still to be read."""

    facts: SiteFacts = field(default_factory=SiteFacts)
    logo: Path | None = None
    pages: tuple[Path, ...] = ()


def read_site(folder: Path, toml: Toml, facts: EditionFacts, findings: list[Diagnostic]) -> SiteSettings:
    """The settings, with the edition's own facts where the site has none; what is wrong is reported."""
    table = toml.data.get("site", {})
    if not isinstance(table, dict):
        findings.append(toml.finding("C003", ("site",), f"site must be a table [site], not {name_type(table)}"))
        return SiteSettings(SiteFacts(facts))

    def report(code: str, key: str, message: str, hint: str) -> None:
        findings.append(toml.finding(code, ("site", key), message, hint))

    values = read_table(table, SITE, report)
    findings += _check_language(toml, str(values.get("language", "")))
    findings += (unread := dict(_check_colours(toml, texts(values)))).values()
    site = _assemble(facts, {key: value for key, value in values.items() if key not in unread})
    logos = _find_files(folder, "logo", (str(values["logo"]),) if values.get("logo") else (), toml, findings)
    pages = _find_files(folder, "pages", tuple(values.get("pages", ())), toml, findings)
    return SiteSettings(site, logos[0] if logos else None, pages)


def _assemble(facts: EditionFacts, values: Mapping[str, Value]) -> SiteFacts:
    text = texts(values)
    own = {key: text[key] for key in ("title", "licence", "licence_address", "language") if text.get(key)}
    if "licence" in own:  # the edition's address would be that of another licence
        own.setdefault("licence_address", "")
    edition = replace(facts, editors=tuple(values.get("editors", facts.editors)), **own)
    address = text.get("address", "").partition("#")[0]
    return SiteFacts(
        edition,
        text.get("description", ""),
        address and f"{address.rstrip('/')}/",
        text.get("accent", ""),
        text.get("accent_dark", ""),
        text.get("search") != "false",
    )


def _check_language(toml: Toml, language: str) -> Iterator[Diagnostic]:
    if language and find_labels(language).stem != language.partition("-")[0].lower():
        known = ", ".join(sorted(path.stem for path in LABELS.glob("*.xml")))
        message = f"the pages cannot speak {language!r}: there are labels in {known}"
        yield toml.finding("C003", ("site", "language"), message, "another language is one more file of labels")


def _check_colours(toml: Toml, colours: Mapping[str, str]) -> Iterator[tuple[str, Diagnostic]]:
    """The colours that are too near to what they stand on, each with its finding."""
    for key, papers in PAPERS.items():
        worst = min((contrast(colours[key], paper) for paper in papers), default=CONTRAST) if colours.get(key) else 9
        if worst < CONTRAST:
            message = (
                f"{key}: {colours[key]} has a contrast of {worst:.1f} to the page, {CONTRAST} is needed to read it"
            )
            hint = f"take a {'darker' if key == 'accent' else 'lighter'} one; until then the pages keep their own"
            yield key, toml.finding("C010", ("site", key), message, hint)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours #rrggbb as WCAG reckons it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _find_files(
    folder: Path, key: str, names: tuple[str, ...], toml: Toml, findings: list[Diagnostic]
) -> tuple[Path, ...]:
    """The files that are named, there, inside the edition, of a kind that is known and called differently."""
    found: dict[str, Path] = {}
    for name in names:
        trouble = ("C009", f"{key}: there is no file {name}")
        try:
            path = inside(folder, name)
            page = name_page(f"page_{path.stem}").lower()
            if path.is_file():
                trouble = _find_trouble(key, name, path, page in found)
        except ChanceryError as error:
            trouble = ("C005", f"{key}: {error.message}")
        if trouble[0]:
            findings.append(toml.finding(trouble[0], ("site", key), trouble[1]))
        else:
            found[page] = path
    return tuple(found.values())


def _find_trouble(key: str, name: str, path: Path, taken: bool) -> tuple[str, str]:
    endings = PICTURES if key == "logo" else PAGES
    if path.suffix.lower() not in endings:
        return "C003", f"{key}: {name} is none of {', '.join(endings)}"
    return ("C003", f"{key}: two pages would be called {path.stem}") if taken else ("", "")
