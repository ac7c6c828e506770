"""`chancery schema`: the schema of an edition, and what it is compiled from."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli.options import ANY_PATH, EDITION, FORMAT, QUIET
from chancery.cli.report import Report
from chancery.edition import NAME, load_edition
from chancery.files import shown
from chancery.schemas import build_schema, find_odd


@click.group("schema")
def schema() -> None:
    """Compile the schema, and the guide to it, from its source.

    The source is an ODD: prose, elements, rules and examples in one TEI file. `schema = "my.odd"` in edition.toml gives
    an edition a schema of its own, which says what is different from ours.

    \b
    Example:
      chancery schema build
    """


@schema.command()
@click.argument("odd", required=False, metavar="[ODD]", type=ANY_PATH)
@click.option("--out", type=ANY_PATH, metavar="DIR", help="Where the files go; the folder of ODD if not given.")
@FORMAT
@QUIET
def build(odd: Path | None, out: Path | None, form: str, quiet: bool) -> int:
    """Compile ODD into a grammar, rules and a guide.

    The grammar is RELAX NG (.rng), the rules are Schematron (.sch) and a table of them (rules.json), the guide for
    editors is a page (guide.html). Without ODD it is the schema of the edition in the current folder, and the files
    go into its folder `schema`.

    \b
    Example:
      chancery schema build
    """
    with Report(form, quiet) as report:
        edition = load_edition(EDITION)[0] if odd is None and (EDITION / NAME).exists() else None
        source = odd or find_odd(edition)
        folder = out or (odd.parent if odd else EDITION.absolute() / "schema")
        written = build_schema(source, folder)
        report.say(f"{shown(source)} is compiled into {', '.join(shown(path) for path in written)}")
    return report.status
