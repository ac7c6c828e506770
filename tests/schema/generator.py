"""Documents made at random from a compiled grammar: whatever it allows turns up sooner or later, the rarest first."""

from __future__ import annotations

import random
import re
import re._constants as sre
import re._parser as sre_parser
from collections import Counter

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
WORDS = ("Moscow", "the Embassy", "October 13", "é", "“so”", " ", "1967.")
DEEP = 24  # elements; below this the shortest way out is taken
XML = "{http://www.w3.org/XML/1998/namespace}"


class Generator:
    """A grammar, and what has been made of it so far."""

    def __init__(self, grammar: bytes, seed: int) -> None:
        self._root = etree.fromstring(grammar)
        self._defines = {el.get("name"): el for el in self._root.iter(f"{RNG}define")}
        self._random = random.Random(seed)
        self.used: Counter[etree._Element] = Counter()
        self._costs: dict[etree._Element, float] = {}
        for _ in range(60):  # until the shortest ways are known
            self._costs = {el: self._cost(el) for el in self._root.iter(f"{RNG}*")}

    def document(self) -> bytes:
        """A whole document."""
        parent = etree.Element("start")
        self._make(self._root.find(f"{RNG}start"), parent, 0)
        return etree.tostring(parent[0], encoding="utf-8", xml_declaration=True)

    def _cost(self, el: etree._Element) -> float:
        """How many elements deep the shortest thing is that fits the pattern."""
        kind = etree.QName(el).localname
        inside = [self._costs.get(child, 1e9) for child in el.iterchildren(f"{RNG}*")]
        if kind in ("optional", "zeroOrMore", "text", "empty", "data", "value", "attribute", "param", "list"):
            return 0
        if kind == "ref":
            return self._costs.get(self._defines[el.get("name")], 1e9)
        if kind == "choice":
            return min(inside, default=1e9)
        return max(inside, default=0) + (kind == "element")

    def _make(self, el: etree._Element, parent: etree._Element, depth: int) -> None:
        self.used[el] += 1
        kind = etree.QName(el).localname
        children = list(el.iterchildren(f"{RNG}*"))
        if kind == "element":
            made = etree.SubElement(parent, f"{{{self._root.get('ns')}}}{el.get('name')}")
            self._all(children, made, depth + 1)
        elif kind == "ref":
            self._make(self._defines[el.get("name")], parent, depth)
        elif kind == "attribute":
            parent.set(el.get("name").replace("xml:", XML), self._value(el))
        elif kind == "text":
            self._write(parent)
        elif kind == "choice":
            self._make(self._choose(children, depth), parent, depth)
        elif kind in ("optional", "zeroOrMore", "oneOrMore"):
            for _ in range(self._times(kind, el, depth)):
                self._all(children, parent, depth)
        elif kind != "empty":
            self._all(children, parent, depth)

    def _all(self, patterns: list[etree._Element], parent: etree._Element, depth: int) -> None:
        for pattern in patterns:
            self._make(pattern, parent, depth)

    def _choose(self, children: list[etree._Element], depth: int) -> etree._Element:
        """The way that was gone least, or, where it is deep already, the shortest."""
        if depth > DEEP:
            return min(children, key=lambda child: self._costs[child])
        if self._random.random() < 0.5:
            return self._random.choice(children)
        return min(children, key=lambda child: (self.used[child], self._random.random()))

    def _times(self, kind: str, el: etree._Element, depth: int) -> int:
        least = int(kind == "oneOrMore")
        if depth > DEEP // 2:
            return least
        most = 1 if kind == "optional" else least + self._random.choice((0, 1, 1, 2))
        return most if self.used[el] < 3 else self._random.randint(least, most)

    def _write(self, parent: etree._Element) -> None:
        text = self._random.choice(WORDS)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _value(self, el: etree._Element) -> str:
        kind = etree.QName(el).localname
        children = list(el.iterchildren(f"{RNG}*"))
        if kind == "value":
            self.used[el] += 1
            return el.text or ""
        if kind == "data":
            return from_pattern(el.findtext(f"{RNG}param") or "x", self._random)
        if kind == "ref":
            return self._value(self._defines[el.get("name")])
        if kind == "choice":
            return self._value(min(children, key=lambda child: (self.used[child], self._random.random())))
        return self._value(children[0]) if children else "text"


def from_pattern(pattern: str, rnd: random.Random) -> str:
    """A text that the pattern fits."""
    text = "".join(_from(*part, rnd) for part in sre_parser.parse(pattern))
    assert re.fullmatch(pattern, text), (pattern, text)
    return text


def _from(kind: object, what: object, rnd: random.Random) -> str:
    if kind is sre.LITERAL:
        return chr(what)
    if kind is sre.ANY:
        return rnd.choice("ab 1.-–*")
    if kind is sre.IN:
        return _from(*rnd.choice(what), rnd)
    if kind is sre.RANGE:
        return chr(rnd.randint(*what))
    if kind is sre.CATEGORY:
        return rnd.choice("ab1*†")  # the only one is \S
    if kind is sre.BRANCH:
        return "".join(_from(*part, rnd) for part in rnd.choice(what[1]))
    if kind is sre.SUBPATTERN:
        return "".join(_from(*part, rnd) for part in what[-1])
    if kind is sre.MAX_REPEAT:
        least, most, inside = what
        return "".join(_from(*part, rnd) for _ in range(rnd.randint(least, min(most, least + 3))) for part in inside)
    raise ValueError(f"{kind} does not occur in the schema's patterns")
