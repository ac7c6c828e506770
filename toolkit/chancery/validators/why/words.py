"""What is said of a refusal, in words for an editor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from chancery.validators.rng.names import listed, local_of
from chancery.validators.rng.patterns import (
    TEXT,
    Attribute,
    Data,
    Element,
    ListOf,
    Pattern,
    Value,
    leaves,
)

MOST = 8  # names in a list of what is possible
_CLOSE = 0.6
_TYPES = {
    "date": "a day, as 1967-10-13", "dateTime": "a time, as 1967-10-13T13:00:00", "gYear": "a year, as 1967",
    "gYearMonth": "a month, as 1967-10", "time": "a time, as 13:00:00", "boolean": "true or false",
    "nonNegativeInteger": "a whole number, 0 or more", "positiveInteger": "a whole number, 1 or more",
    "integer": "a whole number", "decimal": "a number", "double": "a number", "float": "a number",
    "anyURI": "an address (blanks as %20)",
    "language": "a language, as en or en-US",
    "ID": "an id: letters, digits, - _ ., no digit first",
    "NCName": "a name: letters, digits, - _ ., no digit first",
    "Name": "a name: letters, digits, - _ . :, no digit first",
    "NMTOKEN": "a word of letters, digits, - _ . :", "duration": "a length of time, as P1D or PT2H",
    "gMonthDay": "a day of a year, as --10-13", "gDay": "a day of a month, as ---13",
    "gMonth": "a month of a year, as --10",
}  # fmt: skip
# Patterns that TEI writes for what has a name among people.
_PATTERNS = {r"[^\p{C}\p{Z}]+": "one word without blanks", r"(\p{L}|\p{N}|\p{P}|\p{S})+": "one word without blanks"}

_HTML = {
    "i": "hi", "em": "hi", "b": "hi", "strong": "hi", "u": "hi", "sup": "hi", "sub": "hi", "span": "hi", "small": "hi",
    "br": "lb", "a": "ref", "ul": "list", "ol": "list", "li": "item", "tr": "row", "td": "cell", "th": "cell",
    "img": "graphic", "blockquote": "quote", "h1": "head", "h2": "head", "h3": "head", "section": "div",
    "article": "div", "footnote": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong, and its place."""

    code: str
    line: int
    column: int
    message: str
    hint: str = ""


def tag(name: str) -> str:
    """An element's name as people write it."""
    return f"<{local_of(name)}>"


def tags(elements: Iterable[Element]) -> list[str]:
    """The names of elements, each once; the classes that list none are left out."""
    return list(dict.fromkeys(name for element in elements for name in listed(element.names)))


def one_of(words: Sequence[str], conjunction: str = "or") -> str:
    """The words as a sentence has them; of many, the first."""
    if len(words) > MOST:
        return f"{', '.join(words[:MOST])} and {len(words) - MOST} more"
    return f" {conjunction} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def nearest(name: str, names: Collection[str]) -> str:
    """The name that was probably meant, with its namespace; empty where none is near."""
    local = local_of(name)
    by_local = {local_of(one): one for one in reversed(list(names))}
    for spelling, one in by_local.items():
        if spelling.rpartition(":")[2].lower() == local.lower():
            return one
    close = get_close_matches(local, by_local, n=1, cutoff=_CLOSE)
    return by_local[close[0]] if close else ""


def from_html(name: str, names: Collection[str]) -> str:
    """The name that stands here for one of HTML, which many know better; empty where there is none."""
    local = _HTML.get(local_of(name).lower(), "")
    return next((one for one in names if local_of(one) == local), "")


def short(text: str) -> str:
    """The beginning of a text."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"


def values_of(pattern: Pattern) -> list[str]:
    """The values that a pattern lists one by one."""
    return [" ".join(leaf.text.split()) for leaf in leaves(pattern) if isinstance(leaf, Value)]


def wanted_text(pattern: Pattern) -> str:
    """What a text must be."""
    told = [word for word in values_of(pattern) if word]
    for leaf in leaves(pattern):
        if isinstance(leaf, Data):
            told.append(leaf.words or _type(leaf))
        elif isinstance(leaf, ListOf):
            told.append(f"one or more with blanks between: {wanted_text(leaf.pattern)}")
    return one_of(list(dict.fromkeys(told)))


def _type(data: Data) -> str:
    facets = dict(data.datatype.facets)
    pattern = facets.get("pattern", "")
    if pattern:
        return _PATTERNS.get(pattern, f"what fits {pattern}")
    words = _TYPES.get(data.datatype.name, "text" if "oken" in data.datatype.name else data.datatype.name)
    limits = [f"{_LIMITS[name]} {value}" for name, value in facets.items() if name in _LIMITS]
    return f"{words} ({', '.join(limits)})" if limits else words


_LIMITS = {
    "minInclusive": "from", "maxInclusive": "to", "minExclusive": "above", "maxExclusive": "below",
    "length": "length", "minLength": "length at least", "maxLength": "length at most",
}  # fmt: skip


def takes_text(pattern: Pattern) -> bool:
    """Whether running text may stand somewhere in it."""
    return TEXT in leaves(pattern)


def attribute_names(attributes: Iterable[Attribute]) -> list[str]:
    """The names of attributes, each once."""
    return list(dict.fromkeys(name for one in attributes for name in listed(one.names)))
