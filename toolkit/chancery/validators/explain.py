"""Why the grammar refuses a document, in words for an editor.

libxml2 gives the verdict; its own words name an element, seldom the reason. Here the document is walked once more
against the patterns of the schema. Every finding is true on its own; what would only follow from another one is left
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from lxml import etree

from chancery.tei.tree import TEI, XML_ID
from chancery.validators.derivatives import (
    after_attribute,
    after_child,
    can_end,
    next_names,
    wanted_attributes,
    without_attributes,
)
from chancery.validators.grammar import EMPTY, NOT_ALLOWED, Element, Grammar, Pattern, leaves

MOST = 8  # names in a list of what is possible


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong with an element."""

    code: str
    element: etree._Element
    message: str
    hint: str = ""


def explain(grammar: Grammar, root: etree._Element) -> list[Refusal]:
    """What is wrong with the tree, in document order; empty where nothing was found."""
    declared = [p for p in leaves(grammar.start) if isinstance(p, Element)]
    return list(_walk(grammar, root, [e for e in declared if e.name == _name(root)] or declared))


def _walk(grammar: Grammar, el: etree._Element, declared: list[Element]) -> Iterator[Refusal]:
    """The findings about `el` as the declaration that fits best has it, then those about its children."""
    if _name(el) not in {d.name for d in declared}:
        yield Refusal(
            "V104", el, f"the file begins with <{_name(el)}>, not with <{declared[0].name}>", declared[0].words
        )
        return
    best = min(declared, key=lambda d: _badness(grammar, el, d)) if len(declared) > 1 else declared[0]
    findings = list(_check(grammar, el, best))
    yield from findings
    misplaced = {f.element for f in findings if f.element is not el}
    for child in el.iterchildren("*"):
        fitting = _fitting(best, child)
        if fitting and child not in misplaced:
            yield from _walk(grammar, child, fitting)


def _fitting(declared: Element, child: etree._Element) -> list[Element]:
    """The declarations that `child` may have in an element declared so."""
    return list(dict.fromkeys(d for d in declared.children if d.name == _name(child)))


def _badness(grammar: Grammar, el: etree._Element, declared: Element) -> tuple[int, int]:
    """How little a declaration fits: wrong attributes, here and in the children, say most about which was meant."""
    findings = list(_check(grammar, el, declared))
    wrong = _wrong_attributes(findings)
    for child in el.iterchildren("*"):
        tries = [_wrong_attributes(_check(grammar, child, d)) for d in _fitting(declared, child)]
        wrong += min(tries, default=0)
    return wrong, len(findings)


def _wrong_attributes(findings: Iterable[Refusal]) -> int:
    return sum(f.code in ("V105", "V106") for f in findings)


def _check(grammar: Grammar, el: etree._Element, declared: Element) -> Iterator[Refusal]:
    pattern: Pattern = declared.content
    for key, value in el.attrib.items():
        name, text = _attribute_name(str(key)), str(value)
        left = after_attribute(pattern, name, text)
        if left == NOT_ALLOWED:
            yield _refuse_attribute(el, declared, name, text)
        else:
            pattern = left
    for name in sorted(wanted_attributes(pattern) - {_attribute_name(str(key)) for key in el.attrib}):
        yield Refusal(
            "V105", el, f"<{_name(el)}> lacks the attribute {name}{_possible(declared, name)}", declared.words
        )
    closed = without_attributes(pattern, NOT_ALLOWED)
    yield from _check_content(
        grammar, el, declared, without_attributes(pattern, EMPTY) if closed == NOT_ALLOWED else closed
    )


def _check_content(grammar: Grammar, el: etree._Element, declared: Element, pattern: Pattern) -> Iterator[Refusal]:
    told: set[str | None] = set()
    last = ""
    for name, child, words in _tokens(el):
        left = after_child(pattern, name) if name is None or name in grammar.known else NOT_ALLOWED
        if left != NOT_ALLOWED:
            pattern, last = left, name or last
        elif (missing := _missing_before(pattern, name)) and missing not in told:
            told.add(missing)
            yield Refusal("V108", child, f"<{missing}> is missing before <{name}> in <{_name(el)}>", declared.words)
            pattern, last = after_child(after_child(pattern, missing), name), name or last
        elif name not in told:
            told.add(name)
            if name is None:
                yield Refusal(
                    "V107", el, f"there is text in <{_name(el)}> where none may be: “{words}”", declared.words
                )
            else:
                yield _refuse_child(grammar, child, el, last, pattern, declared)
    if not told and not can_end(pattern):
        names = [
            n for n in next_names(pattern) if after_child(pattern, n) != pattern
        ]  # a page break brings nothing nearer
        wanted = " or ".join(f"<{n}>" for n in names[:MOST]) + (" …" if len(names) > MOST else "")
        yield Refusal("V108", el, f"<{_name(el)}> is not complete: {wanted} is missing", declared.words)


def _missing_before(pattern: Pattern, name: str | None) -> str:
    """The element without which `name` cannot come, where one alone would do."""
    wanted = next_names(pattern) if name is not None and not can_end(pattern) else ()
    return wanted[0] if len(wanted) == 1 and after_child(after_child(pattern, wanted[0]), name) != NOT_ALLOWED else ""


def _tokens(el: etree._Element) -> Iterator[tuple[str | None, etree._Element, str]]:
    """The children by name, and the stretches of text (None) that are more than white space."""
    if el.text and el.text.strip():
        yield None, el, _short(el.text)
    for child in el:
        if isinstance(child.tag, str):
            yield _name(child), child, ""
        if child.tail and child.tail.strip():
            yield None, el, _short(child.tail)


def _refuse_child(
    grammar: Grammar, child: etree._Element, parent: etree._Element, last: str, pattern: Pattern, declared: Element
) -> Refusal:
    name, possible = _name(child), next_names(pattern)
    if name not in grammar.known:
        return Refusal(
            "V104", child, f"there is no <{name}>{_did_you_mean(name, possible or grammar.names)}", declared.words
        )
    where = f"after <{last}> in <{_name(parent)}>" if last else f"in <{_name(parent)}>"
    names = [f"<{n}>" for n in possible[:MOST]] + (["…"] if len(possible) > MOST else [])
    rest = f"; possible here: {', '.join(names)}" if names else "; nothing more may come here"
    return Refusal("V104", child, f"<{name}> cannot stand {where}{rest}", declared.words)


def _refuse_attribute(el: etree._Element, declared: Element, name: str, value: str) -> Refusal:
    same = [a for a in declared.attributes if a.name == name]
    if not same:
        names = [a.name for a in declared.attributes]
        return Refusal("V105", el, f"<{_name(el)}> has no attribute {name}{_did_you_mean(name, names)}", declared.words)
    if any(a.takes(value) for a in same):
        return Refusal(
            "V105", el, f'{name}="{value}" does not go with the other attributes of <{_name(el)}>', declared.words
        )
    return Refusal(
        "V106",
        el,
        f'{name}="{_short(value)}" is not possible in <{_name(el)}>{_possible(declared, name)}',
        declared.words,
    )


def _possible(declared: Element, name: str) -> str:
    same = [a for a in declared.attributes if a.name == name]
    values = [v for a in same for v in a.values]
    words = [a.words for a in same if a.words]
    told = list(dict.fromkeys(values + words))
    return f"; possible: {', '.join(told)}" if told else ""


def _did_you_mean(name: str, names: Iterable[str]) -> str:
    close = get_close_matches(name, list(dict.fromkeys(names)), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _name(el: etree._Element) -> str:
    tag = str(el.tag)
    return (
        tag.removeprefix(TEI)
        if tag.startswith(TEI) or not tag.startswith("{")
        else tag.replace("{", "").replace("}", ":")
    )


def _attribute_name(key: str) -> str:
    return (
        "xml:" + key.removeprefix(XML_ID[:-2])
        if key.startswith(XML_ID[:-2])
        else key.replace("{", "").replace("}", ":")
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"
