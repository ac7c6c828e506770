"""Typst: the only module that knows it.

It runs in a process of its own: its cache would stay in memory, and what breaks it must not break more. It sees one
private folder with the template and the content (its root follows symbolic links), its own fonts and those it is given.
"""

from __future__ import annotations

import multiprocessing
import re
import shutil
import signal
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from xml.sax.saxutils import escape

import typst

from chancery.diagnostics import ChanceryError
from chancery.resources import XSLT

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
TIMESTAMP = 946684800  # 2000-01-01: PDF/A wants a date, and the same input must give the same bytes

# A paragraph a character, so that one that cannot be set says nothing of its neighbours.
_TRIAL = """#set document(title: "trial")
#set text(font: "Libertinus Serif")
#for character in xml("book.xml").first().children { par(character.children.first()) }
"""
_MISSING = re.compile(r'the text `"(.+?)"` could not|contains the codepoint `"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ERROR = re.compile(r"^error: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came back from Typst: the PDF, or errors; and its warnings."""

    pdf: bytes
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Typesetter:
    """Typst in its process, for one book; use it in a `with`."""

    def __init__(self, fonts: Sequence[Path] = ()) -> None:
        self._fonts = tuple(fonts)
        # an interrupt is for the parent, which waits for the child and says so in words
        ignore = (signal.SIGINT, signal.SIG_IGN)
        context = multiprocessing.get_context("spawn")
        self._child = ProcessPoolExecutor(1, context, initializer=signal.signal, initargs=ignore)

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.shutdown(cancel_futures=True)

    def set_book(self, content: bytes) -> Typeset:
        """The PDF of the print XML, or why there is none."""
        return self._run(content, "")

    def missing(self, characters: frozenset[str]) -> frozenset[str]:
        """Those of the characters that cannot be printed: no font has them, or PDF/A forbids them."""
        trial = "".join(f"<c>{escape(character)}</c>" for character in sorted(characters))
        errors = "\n".join(self._run(f"<t>{trial}</t>".encode(), _TRIAL).errors)
        named = "".join(first or second for first, second in _MISSING.findall(errors))
        return characters.intersection(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), named))

    def _run(self, content: bytes, template: str) -> Typeset:
        try:
            return self._child.submit(typeset, content, template, self._fonts).result()
        except OSError as error:
            raise ChanceryError(f"the typesetter has no working folder: {error.strerror or error}") from None
        except BrokenProcessPool:
            raise ChanceryError("the typesetter broke down", "is there enough memory?") from None


def typeset(content: bytes, template: str, fonts: tuple[Path, ...]) -> Typeset:
    """The content set by the template's text, or by xslt/print/book.typ where that is empty."""
    with tempfile.TemporaryDirectory(prefix="chancery-") as name:
        folder = Path(name)
        for file in (XSLT / "print").glob("*.typ"):
            shutil.copyfile(file, folder / file.name)
        if template:
            (folder / "book.typ").write_text(template, "utf-8")
        (folder / "book.xml").write_bytes(content)
        try:
            pdf, warnings = typst.compile_with_warnings(
                folder / "book.typ", root=folder, font_paths=list(fonts), ignore_system_fonts=True,
                pdf_standards=STANDARDS, timestamp=TIMESTAMP, package_path=folder, package_cache_path=folder,
            )  # fmt: skip
        except typst.TypstError as error:
            return Typeset(b"", tuple(_ERROR.findall(error.diagnostic)) or (error.message,))
        except BaseException as error:  # a panic in Rust is not an Exception
            return Typeset(b"", (f"the typesetter broke down: {error}",))
    assert isinstance(pdf, bytes)  # a PDF is one file
    return Typeset(pdf, (), tuple(warning.message for warning in warnings))
