"""The words on the pages: every key that the stylesheets use has a label in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_edition import REGISTER, documents
from lxml import etree

from chancery.builders.site import make_pages
from chancery.model.metadata import EditionFacts
from chancery.model.publication import Publication
from chancery.resources import LABELS, XSLT, find_labels

SHEETS = [*XSLT.glob("*.xsl"), *(path for name in ("html", "common", "print") for path in (XSLT / name).glob("*.xsl"))]
STRING = re.compile(r"'([^']*)'")
CALCULATED = {  # labels whose key is not written in the call: where, and the keys
    ("inlines.xsl", "local-name()"): ("corr", "reg", "expan", "supplied"),
    ("document.xsl", "if (current-grouping-key() = 'none') then 'no certainty given' else current-grouping-key()"): (
        "high",
        "medium",
        "low",
        "no certainty given",
    ),
    ("network.xsl", "."): ("One", "The other", "Sent", "Received", "Meetings"),
    ("frame.xsl", "."): (  # of the book
        "Small numbers in the outer margin are the pages of the printed source; "
        "a hairline in the text shows where each begins.",
        "Notes stand at the foot of the page under the markers that the source has.",
        "What stands in italics and square brackets above a document is not in its text: "
        "the edition supplies it, and says from where.",
    ),
}
PASSED_ON = re.compile(r"[$?]\w+")  # the key is in the call of the function, or in a map
WRAPPERS = re.compile(r'<xsl:function name="(f:[\w-]+)"[^>]*>((?:\s*<xsl:param[^>]*>)+)(.*?)</xsl:function>', re.DOTALL)


def arguments(text: str, function: str) -> list[list[str]]:
    """The arguments of each call of the function."""
    found = []
    for call in re.finditer(re.escape(function) + r"\(", text):
        depth, start, parts, place = 1, call.end(), [], call.end()
        quoted = False
        while depth:
            char = text[place]
            quoted ^= char == "'"
            if not quoted:
                depth += (char in "([") - (char in ")]")
                if depth == 0 or (depth == 1 and char == ","):
                    parts.append(text[start:place].strip())
                    start = place + 1
            place += 1
        found.append(parts)
    return found


def wrappers() -> dict[str, int]:
    """The functions that make a label of a parameter of theirs, with its place."""
    found = {"f:label": 0}
    for path in SHEETS:
        for name, params, body in WRAPPERS.findall(path.read_text("utf-8")):
            names = re.findall(r'<xsl:param name="([\w-]+)"', params)
            found |= [(name, place) for place, param in enumerate(names) if f"f:label(${param})" in body]
    return found


def keys() -> set[str]:
    found: set[str] = set()
    functions = wrappers()
    for path in SHEETS:
        text = path.read_text("utf-8")
        for function, place in functions.items():
            for call in arguments(text, function):
                if place < len(call):
                    found |= read(path, call[place])
        found |= set(re.findall(r"'label': '([^']+)'", text))
        found |= {key for call in arguments(text, "f:count") for part in call[1:] for key in STRING.findall(part)}
    return found


def read(path: Path, argument: str) -> set[str]:
    if known := CALCULATED.get((path.name, argument)):
        return set(known)
    assert PASSED_ON.fullmatch(argument) or STRING.search(argument), f"{path.name}: no key in f:label({argument})"
    return {key for key in STRING.findall(re.sub(r"(!=|=|ne|eq) '[^']*'", "", argument)) if key}


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.xml")), ids=lambda path: path.stem)
def test_every_key_has_a_label(path: Path) -> None:
    labels = etree.parse(path).getroot()
    own = [label.get("key") for label in labels.iterfind("{*}label")]
    assert len(own) == len(set(own))
    assert labels.get("{http://www.w3.org/XML/1998/namespace}lang") == path.stem
    if path.stem == "en":  # its words are the keys
        assert set(own) <= keys() | {"day of a month"}
    else:
        assert sorted(keys() - set(own)) == [], f"{path.name} lacks labels"
        assert sorted(set(own) - keys() - {"day of a month"}) == [], f"{path.name} has labels that nothing uses"


def page(language: str) -> str:
    facts = EditionFacts("E", language=language)
    pages = make_pages(Publication(facts, tuple(documents()), REGISTER)).made
    return pages["frus1969-76v13_d33.html"].decode() + pages["persons.html"].decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de-AT", ('<html lang="de"', "nicht vor 28. Oktober 1970", "Zum Text", "1 Nennung ")),
        ("fr", ('<html lang="fr"', "pas avant 28 octobre 1970", "Aller au texte", "1 mention ")),
        ("qaa", ('<html lang="en"', "not before October 28, 1970", "Skip to the text")),
    ],
)
def test_pages_speak_the_language_of_the_edition(language: str, words: tuple[str, ...]) -> None:
    text = page(language)
    assert [word for word in words if word not in text] == []


def test_labels_are_found_by_the_beginning_of_the_tag() -> None:
    found = [find_labels(tag).stem for tag in ("de", "de-AT", "FR", "qaa", "../de", "")]
    assert found == ["de", "de", "fr", "en", "en", "en"]
