"""XSLT 3.0 through Saxon: the only module that knows it.

A stylesheet is compiled once, then its processor is locked: what runs can read nothing but the trees it was given, and
its results go to memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXdmValue

from chancery.diagnostics import ChanceryError

BASE = "chancery:/"  # result documents are named relative to this

_begun: set[bool] = set()

Tree: TypeAlias = Any  # as `Stylesheet.tree` gives it; opaque to everybody else
Parameter: TypeAlias = str | Tree | Iterable[Tree]


@dataclass(frozen=True, slots=True)
class Transformed:
    """What a transformation gave: its principal result, the result documents by relative name, the messages."""

    text: str
    documents: dict[str, str]
    messages: tuple[str, ...]  # each xsl:message serialised as XML


def has_begun() -> bool:
    """Whether Saxon runs in this process, which then must not be forked: Saxon does not survive that."""
    return bool(_begun)


class Stylesheet:
    """A compiled stylesheet that can be run any number of times, each with its own locked processor."""

    def __init__(self, path: Path | None = None, text: str = "") -> None:
        """Compile the file at `path`, or `text`; raises ChanceryError with Saxon's words when it cannot."""
        _begun.add(True)
        self._processor = PySaxonProcessor(license=False)
        if not path:
            self._lock()
        xslt = self._processor.new_xslt30_processor()
        try:
            if path:
                run = xslt.compile_stylesheet(stylesheet_file=str(path), encoding="utf-8")
            else:
                run = xslt.compile_stylesheet(stylesheet_text=text)
        except PySaxonApiError as error:  # its exceptions cannot be pickled
            raise ChanceryError(f"{path or 'the stylesheet'} cannot be compiled: {error}") from None
        self._lock()  # after compiling: xsl:include has been read, and nothing else ever will be
        # Nor do rules hear of the environment, or of the Java that they run in; earlier, this would hide what is wrong.
        self._processor.set_configuration_property("http://saxon.sf.net/feature/allow-external-functions", "false")
        run.set_capture_result_documents(True)
        run.set_save_xsl_message(True)
        run.set_base_output_uri(BASE)
        self._run = run

    def _lock(self) -> None:
        self._processor.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "")

    def tree(self, xml: bytes | str, base: str = "") -> PyXdmNode:
        """The tree, for this stylesheet alone, of XML that lxml has parsed safely (no DTD, no entities).

        `base` is the address that `base-uri()` gives, where that is wanted; nothing is read from it.
        """
        text = xml.decode("utf-8") if isinstance(xml, bytes) else xml
        builder = self._processor.new_document_builder() if base else self._processor
        try:
            if base:
                builder.set_base_uri(base)
            return builder.parse_xml(xml_text=text)
        except PySaxonApiError as error:
            raise ChanceryError(f"not well-formed: {error}") from None

    def run(self, tree: PyXdmNode, parameters: Mapping[str, Parameter] | None = None) -> Transformed:
        """The result for `tree`; parameters are strings, trees or sequences of trees."""
        run = self._run
        run.clear_parameters()
        run.clear_xsl_messages()
        for name, value in (parameters or {}).items():
            run.set_parameter(name, self._value(value))
        try:
            text = run.transform_to_string(xdm_node=tree)
            documents = {str(k).removeprefix(BASE): str(v) for k, v in (run.get_result_documents() or {}).items()}
        except PySaxonApiError as error:
            raise ChanceryError(f"a stylesheet failed: {error}") from None
        return Transformed(text or "", documents, self.messages())

    def messages(self) -> tuple[str, ...]:
        """The messages of the last run, even if it failed; each serialised as XML."""
        found = self._run.get_xsl_messages()
        return tuple(str(message) for message in found) if found else ()

    def _value(self, value: Parameter) -> PyXdmValue:
        if isinstance(value, str):
            return self._processor.make_string_value(value)
        if isinstance(value, PyXdmNode):
            return value
        sequence = self._processor.empty_sequence()
        for node in value:
            sequence.add_xdm_item(node)
        return sequence
