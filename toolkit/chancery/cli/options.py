"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

ANY_PATH = click.Path(path_type=Path, readable=False)  # what cannot be read is no wrong usage
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Findings as text on standard error, or all as JSON on standard output.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="No progress, no summary: only what is wrong.")
PERSONS = click.option(
    "--persons",
    type=ANY_PATH,
    metavar="FILE",
    help="The register of persons, instead of the edition's.",
)
TERMS = click.option(
    "--terms",
    type=ANY_PATH,
    metavar="FILE",
    help="The register of terms, instead of the edition's.",
)
EDITION = Path()  # the current folder
