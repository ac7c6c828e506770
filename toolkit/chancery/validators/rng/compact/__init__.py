"""RELAX NG's compact syntax, read into its XML syntax, so that there is one reader of schemas.

After "RELAX NG Compact Syntax", OASIS 2002. Annotations are kept, since rules of Schematron may stand in them.
"""

from __future__ import annotations

from lxml import etree

from chancery.diagnostics import ChanceryError, Diagnostic
from chancery.validators.rng.compact.grammar import Grammar
from chancery.validators.rng.compact.tokens import BadSyntax, decode, read_tokens

__all__ = ["read_compact"]


def read_compact(data: bytes, name: str) -> etree._Element:
    """The schema in XML syntax, each element with the line it comes from; raises ChanceryError with the finding."""
    try:
        return Grammar(read_tokens(decode(data))).read()
    except BadSyntax as error:
        words = f"the schema cannot be read: {error.message}"
        found = Diagnostic("V140", name, error.line, words, "it must be RELAX NG's compact syntax", error.column)
        raise ChanceryError(f"{name}:{error.line}: {words}", found.hint, diagnostics=(found,)) from None
    except RecursionError:
        raise ChanceryError(f"{name} is nested too deep to be read") from None
