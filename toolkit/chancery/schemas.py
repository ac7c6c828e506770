"""What `chancery schema build` does: an ODD becomes a grammar, rules and a guide; and which schema an edition has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic, exit_status
from chancery.edition import Edition
from chancery.files import digest, make_folder, shown, write_whole
from chancery.odd import Compiled, Source, compile_odd, read_chain
from chancery.resources import SCHEMA
from chancery.validators.schematron import compile_rules

OWN = SCHEMA / "chancery.odd"


@dataclass(frozen=True, slots=True)
class SchemaFiles:
    """The compiled files of a schema."""

    grammar: Path  # RELAX NG
    schematron: Path
    rules: Path  # the table of rules, JSON


def find_odd(edition: Edition | None) -> Path:
    """The ODD of an edition: its own, or else ours."""
    return edition.schema if edition and edition.schema else OWN


def build_schema(odd: Path, folder: Path) -> list[Path]:
    """The files that the ODD was compiled into, all in the folder; raises ChanceryError with the findings."""
    compiled = _compile(read_chain(odd))
    make_folder(folder, shown(folder))
    paths = [folder / name for name in compiled.files(odd.stem)]
    for path, data in zip(paths, compiled.files(odd.stem).values(), strict=True):
        write_whole(path, data)
    return paths


def edition_schema(edition: Edition | None) -> SchemaFiles:
    """The schema that an edition's files are held against; an edition's own is compiled into its folder `schema`.

    Raises ChanceryError with the findings where the edition's own is no schema.
    """
    if edition is None or edition.schema is None:
        return SchemaFiles(SCHEMA / "chancery.rng", SCHEMA / "chancery.sch", SCHEMA / "rules.json")
    grammar, schematron, rules, _ = build_schema(edition.schema, edition.compiled_schema.parent)
    return SchemaFiles(grammar, schematron, rules)


def _compile(chain: Sequence[Source]) -> Compiled:
    key = digest(b"".join(etree.tostring(source.tree) for source in chain))
    compiled, findings = _compiled(_Chain(tuple(chain), key))
    if compiled is None:
        words = "\n".join(map(str, findings))
        raise ChanceryError(words, status=exit_status(findings), diagnostics=tuple(findings))
    return compiled


@dataclass(frozen=True, slots=True)
class _Chain:
    """An ODD with those it changes; two are one if their bytes are."""

    sources: tuple[Source, ...]
    key: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Chain) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=4)
def _compiled(chain: _Chain) -> tuple[Compiled | None, list[Diagnostic]]:
    compiled, findings = compile_odd(chain.sources)
    try:
        if compiled:
            compile_rules(compiled.schematron)
    except ChanceryError as error:
        return None, [_unusable(chain.sources[-1], error)]
    return compiled, findings


def _unusable(source: Source, error: ChanceryError) -> Diagnostic:
    """The finding that an expression in the rules cannot be read, in Saxon's words but for where it looked."""
    said = re.search(r"X[A-Z]{3}[0-9]{4}.*", error.message, re.DOTALL)
    words = " ".join((said[0] if said else error.message).split())
    return Diagnostic("O008", source.name, None, f"the rules cannot be used: {words}", "mend the XPath in the rules")
