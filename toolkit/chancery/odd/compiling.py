"""Grammar, rules and guide from an ODD, by the stylesheets in `xslt/odd/`."""

from __future__ import annotations

import copy
import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.odd.sources import Source
from chancery.resources import XSLT
from chancery.tei.tree import TEI, parse
from chancery.xslt import Stylesheet

_ODD = "{urn:chancery:odd}"
_STYLE = XSLT / "odd" / "guide.css"


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a schema becomes: files, whole."""

    grammar: bytes  # RELAX NG
    schematron: bytes  # ISO Schematron
    rules: bytes  # the table of rules, JSON
    guide: bytes  # HTML

    def files(self, stem: str) -> dict[str, bytes]:
        """The contents by the names of the files; grammar and rules are called `stem`."""
        return {
            f"{stem}.rng": self.grammar,
            f"{stem}.sch": self.schematron,
            "rules.json": self.rules,
            "guide.html": self.guide,
        }


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(XSLT / "odd.xsl")


def compile_odd(chain: Sequence[Source]) -> tuple[Compiled | None, list[Diagnostic]]:
    """The schema of the last ODD, applied to those before it, and what is wrong with it; None where there is any."""
    stylesheet = _stylesheet()
    trees = [stylesheet.tree(_marked(source, number)) for number, source in enumerate(chain)]
    done = stylesheet.run(trees[-1], {"bases": trees[:-1], "css": _style()})
    root = parse(done.text.encode(), "results").getroot()
    findings = [_finding(found, chain) for found in root.iterchildren(f"{_ODD}finding")]
    if findings:
        return None, sorted(findings, key=lambda d: (d.file, d.line or 0, d.code, d.message))
    compiled = _assemble({el.get("name", ""): el.text or "" for el in root.iterchildren(f"{_ODD}file")})
    refused = _refused(compiled, chain[-1])
    return (None, [refused]) if refused else (compiled, [])


@cache
def _style() -> str:
    """The guide's style sheet with the fonts in it, so that the page needs nothing beside it."""

    def embed(name: re.Match[str]) -> str:
        data = b64encode((_STYLE.parents[1] / "html" / "fonts" / name[1]).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{data}")'

    return re.sub(r'url\("([\w-]+\.woff2)"\)', embed, _STYLE.read_text("utf-8"))


def _assemble(texts: Mapping[str, str]) -> Compiled:
    """The files; Saxon's JSON has no line ends, or too many."""
    rules = json.dumps(json.loads(texts["rules"]), indent=1, ensure_ascii=False)
    grammar, schematron, guide = (texts[name].strip() for name in ("grammar", "schematron", "guide"))
    return Compiled(*(f"{text}\n".encode() for text in (grammar, schematron, rules, guide)))


def _marked(source: Source, number: int) -> bytes:
    """The ODD with the line of each element in it, so that findings have a place after all that becomes of it."""
    root = copy.deepcopy(source.tree.getroot())
    for el in root.iter(f"{TEI}*", "{http://relaxng.org/ns/structure/1.0}*"):
        el.set(f"{_ODD}at", f"{number} {el.sourceline}")
    return etree.tostring(root, encoding="utf-8")


def _finding(found: etree._Element, chain: Sequence[Source]) -> Diagnostic:
    number, _, line = (found.get("at") or f"{len(chain) - 1} ").partition(" ")
    return Diagnostic(
        found.get("code", ""), chain[int(number)].name, int(line or 1), found.text or "", found.get("hint", "")
    )


def _refused(compiled: Compiled, source: Source) -> Diagnostic | None:
    """Why the engine for RELAX NG cannot take the grammar, where the checks have overlooked something."""
    try:
        etree.RelaxNG(parse(compiled.grammar, source.name))
    except etree.RelaxNGParseError as error:
        return Diagnostic(
            "O008", source.name, None, f"the grammar cannot be used: {error}", "simplify the content models"
        )
    except ChanceryError as error:
        return Diagnostic("O008", source.name, None, error.message, error.hint)
    return None
