"""What a Schematron schema may not look like, said before Saxon fails at it."""

from __future__ import annotations

from typing import Protocol

from lxml import etree

from chancery.validators.sch.parts import SCH, name_of

_NAMES = frozenset(
    ["active", "assert", "diagnostic", "diagnostics", "dir", "emph", "extends", "include", "let", "name", "ns", "p",
     "param", "pattern", "phase", "properties", "property", "report", "rule", "rules", "schema", "span", "title",
     "value-of"]
)  # fmt: skip
_NEEDED = {"assert": "test", "report": "test", "let": "name", "ns": "uri", "param": "name", "value-of": "select"}
BINDINGS = ("xslt", "xslt1", "xslt2", "xslt3", "xpath", "xpath1", "xpath2", "xpath3", "xpath31")


class Teller(Protocol):
    """Notes what is wrong at an element."""

    def __call__(
        self, code: str, el: etree._Element, message: str, names: list[str] = ..., wanted: str = ...
    ) -> None: ...


def check_parts(root: etree._Element, report: Teller) -> None:
    """Say which elements Schematron does not have, and which lack what they need."""
    binding = root.get("queryBinding", "xslt").lower()
    if binding not in BINDINGS:
        report("V140", root, f"the query binding {binding} is not known here", list(BINDINGS), binding)
    for el in root.iter(f"{{{SCH}}}*"):
        name = name_of(el)
        if name not in _NAMES:
            report("V140", el, f"<{name}> is not an element of Schematron", sorted(_NAMES), name)
        wanted = _NEEDED.get(name)
        if wanted and el.get(wanted) is None:
            report("V140", el, f"<{name}> lacks the attribute {wanted}")
        if name == "rule" and el.get("context") is None and el.get("abstract") != "true":
            report("V140", el, "<rule> lacks the attribute context")
        if name == "pattern" and el.get("documents") is not None:
            report("V140", el, "patterns about other documents (documents=…) are not run here")
