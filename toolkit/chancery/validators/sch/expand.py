"""A Schematron schema with everything said where it counts: no includes, phases, abstract patterns and rules."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from lxml import etree

from chancery.validators.rng.sources import Source, Sources
from chancery.validators.sch.checks import check_parts
from chancery.validators.sch.parts import MARKS, SCH, XSL, include, line_of, marked, name_of, parts

SQF = "http://www.schematron-quickfix.com/validator/process"
ALL = "#ALL"
_NODES = re.compile(r"@|attribute::|text\(|node\(|comment\(|processing-instruction\(|^\s*/\s*$|(^|\|)\s*/\s*(\||$)")
_KEPT = ("ns", "let", "pattern", "diagnostics", "properties")


@dataclass(frozen=True, slots=True)
class Expansion:
    """A schema that is being expanded."""

    source: Source
    sources: Sources
    root: etree._Element

    def report(self, code: str, el: etree._Element, message: str, names: Iterable[str] = (), wanted: str = "") -> None:
        """Note what is wrong; of `names` the nearest to `wanted` was probably meant."""
        close = get_close_matches(wanted, [name for name in names if name], n=1)
        hint = f"did you mean {close[0]}?" if close else ""
        self.sources.report(code, self.source, None, message, hint, line_of(el))


def expand(source: Source, sources: Sources, phase: str = "") -> etree._Element:
    """The schema as the transpiler wants it; what is wrong with it is noted in `sources`."""
    root = include(marked(source), source, sources)
    work = Expansion(source, sources, root)
    check_parts(root, work.report)
    _choose_phase(work, phase or root.get("defaultPhase", ALL))
    _fill_patterns(work)
    _extend_rules(work)
    _add_fixes(work)
    _name_variables(work)
    for pattern in parts(root, "pattern"):
        if any(_NODES.search(without_predicates(rule.get("context", ""))) for rule in parts(pattern, "rule")):
            pattern.set(f"{{{MARKS}}}nodes", "all")
    for el in list(root):
        if not isinstance(el.tag, str) or (name_of(el) not in _KEPT and not el.tag.startswith(f"{{{XSL}}}")):
            root.remove(el)
    return root


def without_predicates(expression: str) -> str:
    """A pattern's steps without what stands in brackets and in quotation marks."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", expression)
    while (shorter := re.sub(r"\[[^\[\]]*\]", "", bare)) != bare:
        bare = shorter
    return bare


def _choose_phase(work: Expansion, wanted: str) -> None:
    """Leave the patterns of a phase alone, with its variables."""
    phases = {one.get("id", ""): one for one in parts(work.root, "phase")}
    if wanted == ALL:
        return
    if wanted not in phases:
        work.report("V141", work.root, f"there is no phase {wanted}", phases, wanted)
        return
    patterns = {one.get("id", ""): one for one in parts(work.root, "pattern")}
    active = [one.get("pattern", "") for one in parts(phases[wanted], "active")]
    for name in active:
        if name not in patterns:
            work.report("V141", phases[wanted], f"there is no pattern {name}", patterns, name)
    for pattern in list(parts(work.root, "pattern")):
        if pattern.get("id") not in active and pattern.get("abstract") != "true":
            work.root.remove(pattern)
    work.root.extend(list(parts(phases[wanted], "let")))


def _fill_patterns(work: Expansion) -> None:
    """Put the patterns that abstract ones stand for into their place."""
    abstract = {one.get("id", ""): one for one in parts(work.root, "pattern") if one.get("abstract") == "true"}
    for pattern in list(parts(work.root, "pattern")):
        wanted = pattern.get("is-a")
        if wanted is not None and wanted in abstract:
            filled = _filled(abstract[wanted], pattern)
            work.root.replace(pattern, filled)
        elif wanted is not None:
            work.report("V141", pattern, f"there is no abstract pattern {wanted}", abstract, wanted)
    for one in abstract.values():
        work.root.remove(one)


def _filled(abstract: etree._Element, pattern: etree._Element) -> etree._Element:
    filled = copy.deepcopy(abstract)
    given = {p.get("name", ""): p.get("value", "") for one in (abstract, pattern) for p in parts(one, "param")}
    del filled.attrib["abstract"]
    filled.set("id", pattern.get("id", abstract.get("id", "")))
    for el in list(parts(filled, "param")):
        filled.remove(el)
    rename(filled, given)
    return filled


def rename(inside: etree._Element, given: dict[str, str]) -> None:
    """Put what the parameters or variables are given into all expressions."""
    if not given:
        return
    names = "|".join(sorted(map(re.escape, given), key=len, reverse=True))
    parameter = re.compile(rf"\$({names})(?![\w\-]|\.\w)")
    for el in inside.iter(f"{{{SCH}}}*", f"{{{XSL}}}*"):
        for key, value in el.attrib.items():
            if "$" in str(value):
                el.set(key, parameter.sub(lambda found: given[found[1]], str(value)))


def _extend_rules(work: Expansion) -> None:
    """Put what abstract rules say into the rules that extend them."""
    abstract = {r.get("id", ""): r for r in work.root.iter(f"{{{SCH}}}rule") if r.get("abstract") == "true"}
    for _ in range(len(abstract) + 1):  # an abstract rule may extend another
        for el in list(work.root.iter(f"{{{SCH}}}extends")):
            wanted, parent = el.get("rule", ""), el.getparent()
            if parent is None or parent.get("id", "?") == wanted:
                continue
            if wanted not in abstract:
                work.report("V141", el, f"there is no abstract rule {wanted}", abstract, wanted)
            place = parent.index(el)
            parent.remove(el)
            for part in reversed(abstract.get(wanted, [])):
                parent.insert(place, copy.deepcopy(part))
    for rule in abstract.values():
        outer = rule.getparent()
        if outer is not None:
            outer.remove(rule)


def _add_fixes(work: Expansion) -> None:
    """Put what quick fixes are called into the checks that name them, and take the fixes themselves out."""
    fixes = {fix.get("id", ""): fix for fix in work.root.iter(f"{{{SQF}}}fix", f"{{{SQF}}}group")}
    for check in work.root.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report"):
        for name in check.get(f"{{{SQF}}}fix", "").split():
            title = fixes[name].find(f".//{{{SQF}}}title") if name in fixes else None
            if title is not None:
                told = etree.SubElement(check, f"{{{MARKS}}}fix")
                told.text = title.text
                told.extend([copy.deepcopy(part) for part in title])
    for el in list(work.root.iter(f"{{{SQF}}}*")):
        outer = el.getparent()
        if outer is not None and not str(outer.tag).startswith(f"{{{SQF}}}"):
            outer.remove(el)


def _name_variables(work: Expansion) -> None:
    """Give the variables of patterns names that no other pattern has, since all are told at the beginning."""
    taken = {el.get("name", "") for el in parts(work.root, "let")}
    for number, pattern in enumerate(parts(work.root, "pattern"), 1):
        own = {el.get("name", ""): f"$p{number}-{el.get('name', '')}" for el in parts(pattern, "let")}
        clashing = {name: new for name, new in own.items() if name in taken}
        taken |= own.keys()
        for el in parts(pattern, "let"):
            if el.get("name", "") in clashing:
                el.set("name", clashing[el.get("name", "")][1:])
        rename(pattern, clashing)
