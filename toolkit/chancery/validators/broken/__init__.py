"""A file that is not well-formed: where, why, and what was probably meant."""

from __future__ import annotations

from xml.parsers.expat import errors

from chancery.diagnostics import Diagnostic
from chancery.validators.broken.attributes import explain_prefix, explain_twice
from chancery.validators.broken.characters import explain_encoding, explain_entity, explain_token
from chancery.validators.broken.fault import Closed, Fault, Opened
from chancery.validators.broken.tags import explain_end, explain_mismatch, explain_rest

__all__ = ["Closed", "Fault", "Opened", "diagnose"]

_EXPLAIN = {
    errors.codes[errors.XML_ERROR_INVALID_TOKEN]: explain_token,
    errors.codes[errors.XML_ERROR_TAG_MISMATCH]: explain_mismatch,
    errors.codes[errors.XML_ERROR_NO_ELEMENTS]: explain_end,
    errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN]: explain_end,
    errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]: explain_entity,
    errors.codes[errors.XML_ERROR_BAD_CHAR_REF]: explain_entity,
    errors.codes[errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: explain_twice,
    errors.codes[errors.XML_ERROR_UNBOUND_PREFIX]: explain_prefix,
    errors.codes[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: explain_rest,
    errors.codes[errors.XML_ERROR_MISPLACED_XML_PI]: explain_rest,
    errors.codes[errors.XML_ERROR_INCORRECT_ENCODING]: explain_encoding,
    errors.codes[errors.XML_ERROR_UNKNOWN_ENCODING]: explain_encoding,
}


def diagnose(fault: Fault, name: str) -> Diagnostic:
    """The finding for the fault at which reading stopped."""
    explain = _EXPLAIN.get(fault.code)
    told = explain(fault) if explain else None
    if told is None:
        return Diagnostic("V101", name, fault.line, f"not well-formed XML: {fault.words}", "", fault.column)
    return Diagnostic("V101", name, told.line, told.message, told.hint, told.column)
